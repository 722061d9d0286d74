import type { Instant } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Block, type Button, buttons, fields, heading, note } from '../../../core/reply.ts'
import type { Hall, SeatState } from '../../../core/training.ts'
import { isSetAside } from '../seats/room.ts'
import { beginningOf, endOf } from '../seats/times.ts'
import { words } from '../words.ts'
import { cellsOf, stepButtons } from './draft-card.ts'
import { actions, type FileKind, forms } from './faces.ts'
import type { Outline, Surroundings } from './parts.ts'
import { organizingWords } from './words.ts'

/** A training as those see it who organize it: what it is, how many come, and everything that can be done about it. Pure. */
export function drawBoard(
  { id, revision, title, told, hall }: Outline & { readonly hall: Hall },
  around: Surroundings,
  now: Instant,
  locale: Locale,
): readonly Block[] {
  const say = organizingWords[locale]
  const { training } = hall
  const { state } = training
  const open = state === 'published' && now < endOf(training)
  const begun = now >= beginningOf(training)
  const button = (action: keyof typeof actions, style?: Button['style']): Button => ({
    label: say.buttons[action],
    action: actions[action],
    value: id,
    ...(style ? { style } : {}),
  })
  const opening = (form: 'nominate' | 'seat' | 'withdraw' | 'came'): Button => ({
    ...button(form),
    opens: forms[form].name,
  })
  const file = (kind: FileKind): Button => ({
    label: say.files[kind],
    action: actions.file,
    value: `${id}/${kind}`,
  })
  const setAside = training.quotas.length > 0 && isSetAside(training, now)
  return [
    heading(title),
    fields([
      [say.labels.state, state === 'published' ? say.board.published : words[locale].trainingStates[state]],
      ...countsOf(hall, locale),
      ...cellsOf(told, around, locale),
    ]),
    ...(open ? [buttons(...stepButtons({ id, revision }, locale))] : []),
    buttons(
      button('roster', 'primary'),
      ...(open && !begun ? [opening('nominate')] : []),
      ...(open ? [opening('seat'), opening('withdraw')] : []),
      ...(open && !begun && setAside ? [button('release')] : []),
    ),
    buttons(
      ...(open ? [button('code')] : []),
      ...(state === 'cancelled' ? [] : [opening('came')]),
      ...(state === 'published' && !open ? [button('close', 'primary')] : []),
      ...(open ? [button('cancel', 'danger')] : []),
    ),
    buttons(
      file('roster'),
      file('badges'),
      file('sign-in'),
      ...(open && !begun ? [button('notice')] : []),
      ...(begun ? [file('summary')] : []),
      ...(state === 'held' ? [file('certificates')] : []),
    ),
    ...(state === 'published' && !open ? [note(say.board.toClose)] : []),
  ].filter((it) => it.kind !== 'buttons' || it.buttons.length > 0)
}

/** How many stand where; what is none is not worth a word. */
function countsOf({ training, registrations }: Hall, locale: Locale): readonly (readonly [string, string])[] {
  const say = organizingWords[locale]
  const count = (state: SeatState) => registrations.filter((it) => it.state === state).length
  const states = (['seated', 'offered', 'waiting', 'declined', 'lapsed', 'withdrawn'] as const).flatMap(
    (state) =>
      state === 'seated'
        ? [`${words[locale].seatStates.seated} ${count(state)}/${training.capacity}`]
        : count(state) === 0
          ? []
          : [`${words[locale].seatStates[state]} ${count(state)}`],
  )
  const came = registrations.filter((it) => it.attendedAt !== undefined).length
  return [
    [say.labels.registered, states.join('，')],
    ...(came > 0 ? [[say.labels.came, String(came)] as const] : []),
  ]
}
