import type { Caller, Organization } from '../../../core/caller.ts'
import type { Locale } from '../../../core/locale.ts'
import {
  type Button,
  buttons,
  fields,
  heading,
  note,
  paragraph,
  privately,
  type Reply,
  reply,
  table,
} from '../../../core/reply.ts'
import type { DayPreference } from '../../../store/match-lists.ts'
import { opening } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import type { ExchangeDay } from './exchange-day.ts'
import { preferenceWords } from './preference-words.ts'
import { nothingWanted, unwelcome, type Wanted } from './preferences.ts'

export interface Shown {
  readonly subject: Organization
  /** What holds for their next day. */
  readonly before: Wanted
  /** The next day of which they have a timetable. */
  readonly next: ExchangeDay | undefined
  readonly nameOf: (id: string) => string
}

/** What one participant wishes, after what there is to say about it. Pure. */
export function drawPreference(
  { subject, before, next, nameOf }: Shown,
  caller: Caller,
  ...told: readonly string[]
): Reply {
  const say = preferenceWords[caller.locale]
  const own = caller.organization?.id === subject.id
  const names = (ids: readonly string[]) => (ids.length === 0 ? say.nobody : say.names(ids.map(nameOf)))
  const said = JSON.stringify(before) !== JSON.stringify(nothingWanted)
  return privately(
    reply(
      ...told.map((it) => paragraph(it)),
      heading(say.title(nameOf(subject.id))),
      fields([
        [say.rows.meet, names(before.meet)],
        [say.rows.avoid, names(before.avoid)],
        [say.rows.away, say.away(before.away)],
      ]),
      note(say.holds(next?.on)),
      note(say.private),
      buttons(
        own
          ? opening(say.change, forms.prefer.name, '')
          : opening(say.change, forms.preferFor.name, subject.id),
        ...(said ? [{ label: say.clear, action: actions.preferNothing, value: subject.id }] : []),
      ),
    ),
  )
}

/** The office's: what everybody wishes, and where two wishes cannot both be. Pure. */
export function drawPreferences(
  holding: readonly DayPreference[],
  nameOf: (id: string) => string,
  locale: Locale,
): Reply {
  const say = preferenceWords[locale]
  const names = (ids: readonly string[]) => say.names(ids.map(nameOf))
  const forSomebody = buttons(opening(say.all.forSomebody, forms.preferFor.name, ''))
  if (holding.length === 0) return privately(reply(say.all.none, forSomebody))
  const rows = holding.map((it) => [
    nameOf(it.organization),
    names(it.meet),
    names(it.avoid),
    it.away.length === 0 ? '' : say.away(it.away),
  ])
  return privately(
    reply(
      heading(say.all.title(holding.length)),
      table(say.all.header, rows),
      ...unwelcome(holding).map(([one, other]) => paragraph(say.all.unwelcome(nameOf(one), nameOf(other)))),
      forSomebody,
    ),
  )
}

export function insteadButton(meet: boolean, subject: string, other: string, locale: Locale): Button {
  const say = preferenceWords[locale]
  return {
    label: meet ? say.insteadMeet : say.insteadAvoid,
    action: actions.preferInstead,
    value: [subject, meet ? 'meet' : 'avoid', other].join('/'),
  }
}
