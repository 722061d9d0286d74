import type { Locale } from '../../../core/locale.ts'
import type { Form, Profile, Stage } from '../../../core/profile.ts'
import type { Basis, Explained, Reason } from './reason.ts'
import { reasonWords } from './reason-words.ts'
import { sharedFieldOf } from './shared-field.ts'
import { nameOf, type Studied } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'
import { tellingSentence } from './telling-sentence.ts'

/** What may be said for and against an offer, the weightiest first, before any of it is checked. Pure. */
export function proposedReasons(
  { need, offer, fit }: Explained,
  taxonomy: Taxonomy,
  locale: Locale,
): readonly Reason[] {
  const told = reasonWords[locale]
  const give = nameOf(offer)
  const ask = nameOf(need)
  const value = (term: string) => fit.terms.find((it) => it.term === term)?.value
  const nodeName = (of: 'fields' | 'settings', id: string) => {
    const node = taxonomy[of].get(id)
    return (locale === 'en' ? node?.english : node?.name) ?? id
  }
  const reasons: Reason[] = []

  const field = sharedFieldOf(need, offer, taxonomy)
  if (field) {
    const kind = field.same ? 'field' : 'kin'
    reasons.push({ kind, speaks: 'for', text: told[kind](nodeName('fields', field.id)), basis: field.basis })
  }
  const passage = tellingSentence(need, offer, taxonomy, field?.id)
  if (passage !== undefined) {
    const basis = [{ profile: offer.profile.id, field: 'what', words: passage }] as const
    reasons.push({ kind: 'practice', speaks: 'for', text: told.practice(give, passage), basis })
  }
  const settings = need.profile.settings.filter((it) => offer.profile.settings.includes(it))
  if (settings.length > 0) {
    const names = settings.map((it) => nodeName('settings', it))
    reasons.push({
      kind: 'setting',
      speaks: 'for',
      text: told.setting(names),
      basis: both(need, offer, 'settings', settings.join()),
    })
  }
  for (const kind of ['climate', 'type'] as const) {
    const [there, here] = [need.party?.[kind], offer.party?.[kind]]
    const weight = fit.terms.find((it) => it.term === kind)?.weight ?? 0
    if (there === undefined || here === undefined || weight < 0.02) continue
    const basis = [
      { profile: need.profile.id, field: kind, words: there },
      { profile: offer.profile.id, field: kind, words: here },
    ]
    if (there === here) reasons.push({ kind, speaks: 'for', text: told.same[kind](there), basis })
    else if (kind === 'climate') {
      reasons.push({ kind, speaks: 'against', text: told.otherClimate(ask, there, give, here), basis })
    }
  }
  reasons.push(
    stageReason(
      need,
      offer,
      (value('readiness') ?? 1) === 1,
      told.stage(give, told.stages[offer.profile.stage]),
    ),
  )
  const forms = need.profile.forms.filter((it) => offer.profile.forms.includes(it))
  if (forms.length > 0) {
    const names = forms.map((it) => told.forms[it as Form])
    reasons.push({
      kind: 'forms',
      speaks: 'for',
      text: told.given(give, names),
      basis: both(need, offer, 'forms', forms.join()),
    })
  } else if (need.profile.forms.length > 0 && offer.profile.forms.length > 0) {
    const names = need.profile.forms.map((it) => told.forms[it])
    reasons.push({
      kind: 'forms',
      speaks: 'against',
      text: told.notGiven(ask, names, give),
      basis: [
        ticked(need, 'forms', need.profile.forms.join()),
        ticked(offer, 'forms', offer.profile.forms.join()),
      ],
    })
  }
  if (offer.profile.visits) {
    reasons.push({
      kind: 'visits',
      speaks: 'for',
      text: told.visits(give),
      basis: [ticked(offer, 'visits', 'true')],
    })
  }
  if (offer.profile.helps && need.profile.helps) {
    reasons.push({
      kind: 'assistance',
      speaks: 'for',
      text: told.assistance(give),
      basis: both(need, offer, 'helps', 'true'),
    })
  }
  return [...reasons.filter((it) => it.speaks === 'for'), ...reasons.filter((it) => it.speaks === 'against')]
}

function stageReason(need: Studied, offer: Studied, ready: boolean, text: string): Reason {
  const basis: readonly Basis[] = [
    ticked(need, 'stage', need.profile.stage),
    ticked(offer, 'stage', offer.profile.stage as Stage),
  ]
  return { kind: 'stage', speaks: ready ? 'for' : 'against', text, basis }
}

function ticked({ profile }: Studied, field: keyof Profile, words: string): Basis {
  return { profile: profile.id, field, words }
}

function both(need: Studied, offer: Studied, field: keyof Profile, words: string): readonly Basis[] {
  return [ticked(need, field, words), ticked(offer, field, words)]
}
