import { type Form, type Party, type Profile, stages } from '../../../core/profile.ts'
import type { Basis, Reason } from './reason.ts'
import { isChiefly } from './shared-field.ts'
import type { Taxonomy } from './taxonomy.ts'
import { bearsOn } from './telling-sentence.ts'

/** Both sides as they are stored; nothing that was worked out of them. */
export interface Sides {
  readonly need: Profile
  readonly offer: Profile
  readonly needParty?: Party
  readonly offerParty?: Party
}

/** A claim that its source does not bear out. */
export interface Untrue {
  readonly reason: Reason
  readonly why: 'no-basis' | 'not-in-source' | 'quote' | 'figure' | 'name' | 'claim'
}

/**
 * Holds reasons against the stored profiles, without trusting who wrote them (a template or a language model):
 * each has a basis that stands there, what it quotes stands verbatim in the offer, its figures stand in its basis, the
 * names are the two owners', and what it claims follows from the two profiles. White space does not count.
 */
export function untrueOf(reasons: readonly Reason[], sides: Sides, taxonomy: Taxonomy): readonly Untrue[] {
  return reasons.flatMap((reason) => {
    const why = whyUntrue(reason, sides, taxonomy)
    return why === undefined ? [] : [{ reason, why }]
  })
}

function whyUntrue(reason: Reason, sides: Sides, taxonomy: Taxonomy): Untrue['why'] | undefined {
  const { basis, text } = reason
  if (basis.length === 0) return 'no-basis'
  if (!basis.every((it) => stands(it, sides))) return 'not-in-source'
  const quotes = [...text.matchAll(/「([^」]*)」/g)].map((it) => it[1] ?? '')
  if (!quotes.every((it) => basis.some(({ words }) => bare(words).includes(bare(it))))) return 'quote'
  const names = [sides.needParty?.name ?? sides.need.owner, sides.offerParty?.name ?? sides.offer.owner]
  const unnamed = names.reduce((left, name) => left.replaceAll(name, ''), text)
  const proved = basis.map((it) => it.words).join('\n')
  if ([...unnamed.matchAll(/\d+(?:\.\d+)?/g)].some(([it]) => !figuresOf(proved).has(it))) return 'figure'
  if (namesParty.has(reason.kind) && !names.some((it) => text.includes(it))) return 'name'
  return claims[reason.kind](reason, sides, taxonomy) ? undefined : 'claim'
}

const namesParty: ReadonlySet<Reason['kind']> = new Set(['practice', 'stage', 'visits', 'assistance'])

const claims: Readonly<
  Record<Reason['kind'], (reason: Reason, sides: Sides, taxonomy: Taxonomy) => boolean>
> = {
  field: (reason, { need, offer }, taxonomy) =>
    fieldsClaimed(reason, taxonomy).some((it) =>
      [need, offer].every((side) => isChiefly(side, it, taxonomy)),
    ),
  kin: (reason, _, taxonomy) => fieldsClaimed(reason, taxonomy).length > 0,
  practice: ({ basis }, { need, offer }, taxonomy) =>
    basis.every((it) => it.profile === offer.id && bearsOn(it.words, need, taxonomy)),
  setting: (_, { need, offer }) => need.settings.some((it) => offer.settings.includes(it)),
  climate: ({ speaks }, { needParty, offerParty }) =>
    (needParty?.climate === offerParty?.climate) === (speaks === 'for'),
  type: (_, { needParty, offerParty }) => needParty?.type === offerParty?.type,
  stage: ({ speaks }, { need, offer }) =>
    stages.indexOf(offer.stage) >= stages.indexOf(need.stage) === (speaks === 'for'),
  forms: ({ speaks, basis }, { need, offer }) => {
    const told = (basis[0]?.words ?? '').split(',') as Form[]
    const shared = need.forms.some((it) => offer.forms.includes(it))
    return speaks === 'for'
      ? told.every((it) => need.forms.includes(it) && offer.forms.includes(it))
      : !shared
  },
  visits: (_, { offer }) => offer.visits,
  assistance: (_, { need, offer }) => need.helps && offer.helps,
}

/** The field that a reason names, where both of its bases are about it. */
function fieldsClaimed({ text, basis }: Reason, taxonomy: Taxonomy): readonly string[] {
  const lines = basis.map(({ field, words }) =>
    field === 'fields'
      ? taxonomy.lineOf(words)
      : [...taxonomy.named(words, 'fields').keys()].flatMap((it) => taxonomy.lineOf(it)),
  )
  const shared = lines[0]?.filter((it) => lines.every((line) => line.includes(it))) ?? []
  return basis.length === 2 ? shared.filter((it) => endsWithName(text, taxonomy.fields.get(it))) : []
}

function endsWithName(text: string, node: { readonly name: string; readonly english: string } | undefined) {
  return node !== undefined && (text.endsWith(node.name) || text.endsWith(node.english))
}

/** Whether the words are where the basis says: in a text verbatim, elsewhere as its value. */
function stands({ profile, field, words }: Basis, { need, offer, needParty, offerParty }: Sides): boolean {
  const side = profile === need.id ? need : profile === offer.id ? offer : undefined
  if (side === undefined || words === '') return false
  const party = profile === need.id ? needParty : offerParty
  const value = field in side ? side[field as keyof Profile] : party?.[field as keyof Party]
  if (value === undefined) return false
  if (Array.isArray(value)) return words.split(',').every((it) => value.includes(it))
  return typeof value === 'string' && field !== 'stage'
    ? bare(value).includes(bare(words))
    : String(value) === words
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

function figuresOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\d+(?:\.\d+)?/g)].map(([it]) => it))
}
