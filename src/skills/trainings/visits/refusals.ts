import type { Locale } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import type { VisitSide } from '../../../core/visit.ts'
import type { VisitRefusal } from './visit.ts'
import { visitWords } from './words.ts'

/** Why nothing came of what somebody asked, and what to do instead. Pure. */
export function refusalTold(refusal: VisitRefusal, side: VisitSide, locale: Locale): Told {
  const say = visitWords[locale].problems
  switch (refusal.why) {
    case 'unknown':
      return say.gone
    case 'not-yours':
      return say.notYours
    case 'own-offer':
      return say.ownOffer
    case 'offer-withdrawn':
      return say.offerWithdrawn
    case 'past':
      return say.past
    case 'reason-missing':
      return say.reasonMissing
    case 'moved-on':
      return say.movedOn(visitWords[locale].states[side][refusal.state])
    case 'full':
      return say.full(refusal.left)
    case 'too-early':
      return say.tooEarly(refusal.from)
  }
}
