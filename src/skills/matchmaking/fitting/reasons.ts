import type { Locale } from '../../../core/locale.ts'
import type { Form, Party, Profile, Stage } from '../../../core/profile.ts'
import { reasonWords } from './reason-words.ts'
import type { Fit } from './score.ts'
import type { Studied } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'

/** Where a reason comes from: a field of a profile, or what is known of its owner, and the words there. */
export interface Basis {
  readonly profile: string
  readonly field: keyof Profile | keyof Party
  /** Verbatim; for a field that holds no text, its value. */
  readonly words: string
}

export type ReasonKind =
  | 'field'
  | 'practice'
  | 'setting'
  | 'climate'
  | 'type'
  | 'stage'
  | 'forms'
  | 'visits'
  | 'assistance'

/** One reason in one sentence. A reason that speaks against it is told as well. */
export interface Reason {
  readonly kind: ReasonKind
  readonly speaks: 'for' | 'against'
  readonly text: string
  readonly basis: readonly Basis[]
}

export interface Explained {
  readonly need: Studied
  readonly offer: Studied
  readonly fit: Fit
}

/** What only joins a sentence to the one before it, and what only ends it. */
const OPENING = /^(?:此外|目前|同时|其中|另外|而且|并且|因此|为此)[，,]/
const ENDING = /[。；，、：,;:.\s]+$/
/** What has to be closed before a quote may end. */
const brackets = ['“”', '《》', '（）', '()', '「」', '【】'] as const

/** A passage of this length can be read at a glance. */
const LONGEST_QUOTE = 60

/** Why an offer meets a need, the weightiest first; every one rests on what the profiles say. Pure. */
export function reasonsFor(
  { need, offer, fit }: Explained,
  taxonomy: Taxonomy,
  locale: Locale = 'zh-CN',
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

  const field = sharedNode(need, offer, taxonomy)
  if (field) {
    reasons.push({
      kind: 'field',
      speaks: 'for',
      text: told.field(nodeName('fields', field.id)),
      basis: field.basis,
    })
  }
  const passage = tellingSentence(need, offer, taxonomy)
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

/** The owner's name as it is printed to people. */
export function nameOf({ party, profile }: Studied): string {
  return party?.name ?? profile.owner
}

function ticked({ profile }: Studied, field: keyof Profile, words: string): Basis {
  return { profile: profile.id, field, words }
}

function both(need: Studied, offer: Studied, field: keyof Profile, words: string): readonly Basis[] {
  return [ticked(need, field, words), ticked(offer, field, words)]
}

/** The deepest field that both are about, by a tick or by words of theirs, with where each says so. */
function sharedNode(
  need: Studied,
  offer: Studied,
  taxonomy: Taxonomy,
): { readonly id: string; readonly basis: readonly Basis[] } | undefined {
  const said = (it: Studied) => {
    const found = new Map<string, Basis>()
    const add = (id: string, basis: Basis) => {
      for (const above of taxonomy.lineOf(id)) if (!found.has(above)) found.set(above, basis)
    }
    for (const id of it.profile.fields) add(id, ticked(it, 'fields', id))
    for (const id of new Set(it.named.map(([id]) => id))) {
      const words = taxonomy.wordsNaming(id, it.profile.what)[0]
      if (words !== undefined) add(id, ticked(it, 'what', words))
    }
    return found
  }
  const [asked, given] = [said(need), said(offer)]
  const shared = [...asked.keys()]
    .filter((it) => given.has(it) && taxonomy.lineOf(it).length > 1)
    .sort((a, b) => taxonomy.lineOf(b).length - taxonomy.lineOf(a).length)[0]
  const basis = [asked.get(shared ?? ''), given.get(shared ?? '')].filter((it) => it !== undefined)
  return shared === undefined ? undefined : { id: shared, basis }
}

/** The offer's sentence that has most to do with the need: the same field named, the same words, and figures. */
function tellingSentence({ terms, named }: Studied, offer: Studied, taxonomy: Taxonomy): string | undefined {
  const sentences = offer.profile.what.split(/(?<=[。；！？\n])/).flatMap((it) => shortened(it.trim()))
  const asked = [...new Set(named.map(([id]) => id))]
  const worth = (sentence: string) => {
    const fields = [...taxonomy.named(sentence, 'fields').keys()]
    const near = Math.max(0, ...fields.flatMap((one) => asked.map((it) => taxonomy.nearness(one, it))))
    const pairs = [...sentence].filter((it, at) => terms.has(`p${it}${sentence[at + 1] ?? ''}`)).length
    return near * 3 + Math.min(pairs, 6) / 2 + (/\d/.test(sentence) ? 1 : 0)
  }
  return sentences
    .filter((it) => it.length >= 6)
    .sort((a, b) => worth(b) - worth(a))[0]
    ?.replace(OPENING, '')
    .replace(ENDING, '')
}

/** A long sentence by its clauses, joined as long as they can be read at a glance; never cut within quotation marks. */
function shortened(sentence: string): string[] {
  if (sentence.length <= LONGEST_QUOTE) return [sentence]
  const parts: string[] = []
  for (const clause of sentence.split(/(?<=[，,；;])/)) {
    const last = parts.at(-1)
    if (last !== undefined && (!isClosed(last) || last.length + clause.length <= LONGEST_QUOTE))
      parts[parts.length - 1] = last + clause
    else parts.push(clause)
  }
  return parts.filter((it) => it.length <= LONGEST_QUOTE * 2 && isClosed(it))
}

function isClosed(text: string): boolean {
  const count = (of: string) => text.split(of).length
  return brackets.every(([open = '', close = '']) => count(open) === count(close))
}
