import type { Duty } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import { ensureMay } from '../../../core/may.ts'
import {
  type Block,
  buttons,
  heading,
  note,
  paragraph,
  quote,
  type Reply,
  reply,
} from '../../../core/reply.ts'
import type { Proposal } from '../../../store/proposals.ts'
import { opening } from '../draw-entry.ts'
import { actions, forms } from '../faces.ts'
import { handleOf } from '../handle-of.ts'
import { type DeadlineParts, type Handle, problem, stampOf } from '../parts.ts'
import { blankDuty } from '../reading/read-duty.ts'
import { words } from '../words.ts'
import { officeWords } from './office-words.ts'

/** Shown at once, each with two buttons. */
const shown = 5
/** As much of a sentence as makes a working title, in characters. */
const titleLength = 30

/** Sentences of documents that state a deadline, oldest first. Pure. */
export function drawProposals(open: readonly Proposal[], locale: Locale): Reply {
  const say = officeWords[locale].proposals
  if (open.length === 0) return reply(say.none)
  return reply(
    heading(`${say.title}（${open.length}）`),
    ...open.slice(0, shown).flatMap((it) => drawProposal(it, locale)),
    ...(open.length > shown ? [note(say.more(open.length - shown))] : []),
  )
}

function drawProposal({ id, quote: said, title, date }: Proposal, locale: Locale): readonly Block[] {
  const say = officeWords[locale]
  const value = handleOf(id)
  return [
    quote(said, title),
    paragraph(say.proposals.date(date)),
    buttons(
      { label: say.buttons.adopt, action: actions.adopt, value, style: 'primary' },
      { label: say.buttons.dismiss, action: actions.dismiss, value },
    ),
  ]
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
