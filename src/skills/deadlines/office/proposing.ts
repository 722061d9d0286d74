import type { Duty } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import { ensureMay } from '../../../core/may.ts'
import { type Block, buttons, fields, heading, note, quote, type Reply, reply } from '../../../core/reply.ts'
import type { Duties } from '../../../store/duties.ts'
import type { Proposal } from '../../../store/proposals.ts'
import { opening } from '../draw-entry.ts'
import { actions, forms } from '../faces.ts'
import { handleOf } from '../handle-of.ts'
import { type DeadlineParts, type Handle, problem, stampOf } from '../parts.ts'
import { proposeDeadlines } from '../reading/propose-deadlines.ts'
import { blankDuty } from '../reading/read-duty.ts'
import { isRestedOn } from '../reading/rested-on.ts'
import { words } from '../words.ts'
import { officeWords } from './office-words.ts'

/** Shown at once, each with two buttons. */
const shown = 5
/** As much of a sentence as makes a working title, in characters. */
const titleLength = 30

/** Sentences of documents that state a deadline, oldest first. Pure. */
export function drawProposals(open: readonly Proposal[], locale: Locale): Reply {
  const say = officeWords[locale].proposals
  const again = buttons({ label: officeWords[locale].buttons.propose, action: actions.propose, value: '' })
  if (open.length === 0) return reply(say.none, again)
  return reply(
    heading(`${say.title}（${open.length}）`),
    ...open.slice(0, shown).flatMap((it) => drawProposal(it, locale)),
    ...(open.length > shown ? [note(say.more(open.length - shown))] : []),
    again,
  )
}

function drawProposal(
  { id, quote: said, title, date, who, what }: Proposal,
  locale: Locale,
): readonly Block[] {
  const say = officeWords[locale]
  const value = handleOf(id)
  return [
    quote(said, title),
    fields([
      [say.proposals.when, say.proposals.date(date)],
      ...(who === undefined ? [] : [[say.proposals.who, who] as const]),
      ...(what === undefined ? [] : [[say.proposals.what, what] as const]),
    ]),
    buttons(
      { label: say.buttons.adopt, action: actions.adopt, value, style: 'primary' },
      { label: say.buttons.dismiss, action: actions.dismiss, value },
    ),
  ]
}

/** Those that wait for the office, oldest first, without the sentences that a duty rests on meanwhile. */
export async function openProposals(
  duties: Pick<Duties, 'proposals' | 'list'>,
): Promise<readonly Proposal[]> {
  const [open, known] = await Promise.all([duties.proposals('open'), duties.list()])
  return open.filter((it) => !isRestedOn(it.quote, known))
}

/**
 * Looks again for deadlines in the documents that answer, or in those that a name means; what was proposed, adopted or
 * dismissed before is not proposed again.
 * @throws Problem where no document has that name
 */
export async function proposeAgain(
  parts: DeadlineParts,
  name: string | undefined,
  locale: Locale,
): Promise<{ readonly documents: number; readonly found: number }> {
  const { documents } = parts
  const meant = await (name === undefined ? documents.list() : documents.find(name))
  if (name !== undefined && meant.length === 0) throw problem(officeWords[locale].problems.noDocument(name))
  let found = 0
  for (const it of meant) found += await proposeDeadlines(it, parts)
  return { documents: meant.length, found }
}

/** Nothing that a document says goes live by itself: adopting makes a draft, which the office completes and publishes. */
export function makeProposing(parts: DeadlineParts) {
  const { duties, clock } = parts
  return {
    async adopt(request) {
      const { caller } = request
      ensureMay(caller, 'duty.change')
      const say = officeWords[caller.locale]
      const proposal = await meant(request.value)
      if (!proposal) throw problem(words[caller.locale].problems.gone)
      if (proposal.state !== 'open') return reply(say.proposals.decided)
      const stamp = stampOf(request, clock)
      const duty = draftOf(
        proposal,
        `p${handleOf(proposal.id)
          .replace(/[^a-z0-9]/gi, '')
          .toLowerCase()
          .slice(0, 12)}`,
      )
      // The draft first: a crash between the two leaves a proposal that is adopted again, never one without its duty.
      if (!(await duties.find(duty.id))) await duties.keep([duty], stamp)
      if (!(await duties.decide(proposal.id, { duty: duty.id }, stamp))) return reply(say.proposals.decided)
      return reply(
        say.proposals.adopted(duty.title),
        quote(proposal.quote, proposal.title),
        buttons(opening(say.buttons.edit, forms.edit.name, duty.id), {
          label: say.preview.title,
          action: actions.duty,
          value: duty.id,
        }),
      )
    },

    async propose({ caller }) {
      ensureMay(caller, 'duty.change')
      const { locale } = caller
      const { documents, found } = await proposeAgain(parts, undefined, locale)
      const drawn = drawProposals(await openProposals(duties), locale)
      return reply(officeWords[locale].proposals.looked(documents, found), ...drawn.blocks)
    },

    async dismiss(request) {
      const { caller } = request
      ensureMay(caller, 'duty.change')
      const say = officeWords[caller.locale].proposals
      const proposal = await meant(request.value)
      if (!proposal) throw problem(words[caller.locale].problems.gone)
      const decided = await duties.decide(proposal.id, 'dismissed', stampOf(request, clock))
      return reply(decided ? say.dismissed : say.decided)
    },
  } satisfies Readonly<Record<string, Handle>>

  async function meant(handle: string): Promise<Proposal | undefined> {
    return (await duties.proposals()).find((it) => it.id === handle || handleOf(it.id) === handle)
  }
}

/** A draft of what the sentence says; who owes it is for the office to say. */
function draftOf({ quote: said, title, date }: Proposal, id: string): Duty {
  const short = said.length > titleLength ? `${said.slice(0, titleLength)}…` : said
  return {
    ...blankDuty(id),
    title: short,
    source: { file: title, title, quote: said },
    ...(date === undefined ? {} : { rule: { kind: 'once', date } }),
  }
}
