import { paragraph, privately } from '../../../core/reply.ts'
import { type Handle, problem } from '../../../core/request.ts'
import { makeAct, opening, otherOf } from './act.ts'
import { forms } from './faces.ts'
import { type VisitParts, visitMeant } from './parts.ts'
import { mostPeople, peopleGiven, textGiven, textIfGiven } from './reading.ts'
import { refusalTold } from './refusals.ts'
import { visitWords } from './words.ts'

const [reasonField] = forms.end.fields
const [, , outcomeField] = forms.report.fields

/** How a visit ends: somebody says no, or both tell what came of it. */
export function makeEnding(parts: VisitParts) {
  const { actOn, readingOf } = makeAct(parts)

  return {
    async end(request) {
      const meant = await visitMeant(parts, request, 'visit.end')
      const { locale } = request.caller
      const { side, visit } = meant
      // To say no to a request is the host's own affair.
      if (meant.office && visit.state !== 'agreed')
        throw problem(refusalTold({ why: 'moved-on', state: visit.state }, side, locale))
      const reason = textIfGiven(request.given, reasonField, locale)
      const needsReason = side === 'host' || visit.state === 'agreed'
      // A button of before it was agreed, or a platform that could not open the form.
      if (reason === undefined && needsReason && !request.message.form) return opening(request, 'end')
      const ended = await actOn(request, meant, {
        kind: 'end',
        visit: visit.id,
        ...(reason === undefined ? {} : { reason }),
      })
      const { nameOf } = await readingOf(request)
      const say = visitWords[locale].did
      const { offer } = meant.hosting
      const other = meant.office ? say.both(nameOf(offer.host), nameOf(visit.guest)) : nameOf(otherOf(meant))
      const { state } = ended.visit
      return privately({
        blocks: [
          paragraph(
            state === 'declined'
              ? say.declined(other)
              : state === 'withdrawn'
                ? say.steppedBack(other)
                : say.calledOff(other),
          ),
        ],
      })
    },

    async report(request) {
      const meant = await visitMeant(parts, request)
      const { given, message, caller } = request
      const { locale } = caller
      if (!message.form) return opening(request, 'report')
      const mark = Number(given.mark)
      if (!(Number.isInteger(mark) && mark >= 1 && mark <= 5))
        throw problem(visitWords[locale].problems.badMark)
      const report = {
        mark,
        people: peopleGiven(given, mostPeople, locale),
        outcome: textGiven(given, outcomeField, locale),
      }
      await actOn(request, meant, { kind: 'report', visit: meant.visit.id, report })
      const { nameOf } = await readingOf(request)
      return privately({ blocks: [paragraph(visitWords[locale].did.reported(nameOf(otherOf(meant))))] })
    },
  } satisfies Readonly<Record<string, Handle>>
}
