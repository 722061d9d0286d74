import type { Locale } from '../../../core/locale.ts'
import { untrueOf } from './check-reasons.ts'
import { proposedReasons } from './propose-reasons.ts'
import type { Explained, Reason } from './reason.ts'
import type { Taxonomy } from './taxonomy.ts'

/** Why an offer meets a need, the weightiest first. What the two profiles do not bear out is not told. Pure. */
export function reasonsFor(
  explained: Explained,
  taxonomy: Taxonomy,
  locale: Locale = 'zh-CN',
): readonly Reason[] {
  const { need, offer } = explained
  const sides = {
    need: need.profile,
    offer: offer.profile,
    ...(need.party ? { needParty: need.party } : {}),
    ...(offer.party ? { offerParty: offer.party } : {}),
  }
  const reasons = proposedReasons(explained, taxonomy, locale)
  const untrue = new Set(untrueOf(reasons, sides, taxonomy).map((it) => it.reason))
  return reasons.filter((it) => !untrue.has(it))
}
