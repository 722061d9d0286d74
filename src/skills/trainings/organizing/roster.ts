import type { Locale } from '../../../core/locale.ts'
import { ensureMay } from '../../../core/may.ts'
import { type Block, buttons, heading, note, privately, reply, table } from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Hall } from '../../../core/training.ts'
import { stateOf } from '../card.ts'
import { trainingTyped } from '../parts.ts'
import { minuteOf } from '../telling/draw.ts'
import { entriesFor, type SeenEntry } from './entries.ts'
import { actions } from './faces.ts'
import type { OrganizingParts } from './parts.ts'
import { organizingWords } from './words.ts'

/** Lines of one page. */
const pageOf = 40

/** Who comes, waits, declined and was seen, as far as the reader may know. */
export function makeRoster(parts: OrganizingParts) {
  return {
    async roster(request) {
      const { hall, page } = await hallSeen(parts, request)
      const { locale } = request.caller
      const entries = await entriesFor(parts, request.caller, hall)
      return privately(reply(...drawRoster(hall, entries, page, locale)))
    },
  } satisfies Readonly<Record<string, Handle>>
}

/** The training of which somebody wants to see the roster. @throws Problem where they may see none of it */
export async function hallSeen(
  parts: OrganizingParts,
  { caller, given, value }: Request,
): Promise<{ readonly hall: Hall; readonly page: number; readonly rest: string }> {
  const say = organizingWords[caller.locale].problems
  const { organization } = caller
  ensureMay(caller, 'training.roster', organization ? { organization } : {})
  const [typed = '', rest = ''] = value.split('/')
  const id =
    typed === '' && given.training !== undefined
      ? trainingTyped(await parts.trainings.list(), given.training, caller.locale).id
      : typed
  const hall = await parts.registrations.hall(id)
  if (!hall) throw problem(say.gone)
  return { hall, page: /^\d{1,4}$/.test(rest) ? Number(rest) : 1, rest }
}

/** Pure. @param page from 1 */
export function drawRoster(
  hall: Hall,
  entries: readonly SeenEntry[],
  page: number,
  locale: Locale,
): readonly Block[] {
  const say = organizingWords[locale]
  const { training } = hall
  if (entries.length === 0) return [heading(training.title), note(say.roster.none)]
  const pages = Math.ceil(entries.length / pageOf)
  const at = Math.min(Math.max(1, page), pages)
  const rows = entries
    .slice((at - 1) * pageOf, at * pageOf)
    .map((it, n) => [
      String((at - 1) * pageOf + n + 1),
      it.registration.name,
      it.organization,
      stateOf(hall, it.registration, locale),
      it.registration.attendedAt === undefined ? '' : minuteOf(it.registration.attendedAt),
    ])
  const moved = entries.filter((it) => it.movedTo !== undefined)
  const turn = (to: number, label: string) => ({
    label,
    action: actions.roster,
    value: `${training.id}/${to}`,
  })
  return [
    heading(say.roster.title(training.title, entries.length)),
    table(say.roster.header, rows, pages === 1 ? undefined : say.roster.page(at, pages)),
    ...moved
      .slice(0, 8)
      .map((it) => note(say.roster.moved(it.registration.name, it.organization, it.movedTo ?? ''))),
    buttons(
      ...(at > 1 ? [turn(at - 1, say.buttons.previous)] : []),
      ...(at < pages ? [turn(at + 1, say.buttons.next)] : []),
      { label: say.files.roster, action: actions.file, value: `${training.id}/roster` },
    ),
  ]
}
