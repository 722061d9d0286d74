import type { DocumentName } from './document-names.ts'
import { overlaps, type Place } from './places.ts'
import { type Part, type Question, understand } from './question.ts'

/** What one look into the documents is for; a question can need several. */
export interface Ask {
  readonly part: Part
  /** Only passages about this place, of this document or year can answer. */
  readonly focus?: Focus
}

export type Focus =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'document'; readonly document: string }
  /** Any document but this one: what came of what it plans. */
  | { readonly kind: 'elsewhere'; readonly document: string }
  | { readonly kind: 'year'; readonly year: number }

/** More looks than these would make an answer nobody reads. */
const most = 4

/**
 * The looks that a question needs: one for each part, or, where it sets places, documents or years side by side
 * (「龙岩跟毕节哪边高」), one for each of them.
 */
export function asksOf(
  question: Question,
  places: readonly Place[],
  documents: readonly DocumentName[],
): readonly Ask[] {
  const apart = (focus: Focus, others: readonly string[]): Ask => {
    const text = others.reduce((rest, other) => rest.replaceAll(other, ' '), question.text)
    const [part] = understand(text.replace(/\s+/gu, ' ')).parts
    return {
      focus,
      part: part
        ? { ...part, text, context: '' }
        : { text, context: '', aims: question.aims, difference: false },
    }
  }
  if (documents.length > 1) {
    const own = ownParts(question, documents)
    if (own) return own.slice(0, most)
    return documents.slice(0, most).map((it) =>
      apart(
        { kind: 'document', document: it.document },
        documents.filter((other) => other !== it).map((other) => other.name),
      ),
    )
  }
  const [only] = documents
  const followed = only && planAndOutcome(question, only)
  if (followed) return followed
  const distinct = places.filter(
    (place) => !places.some((other) => other !== place && overlaps(place, other)),
  )
  if (distinct.length > 1) {
    return distinct.slice(0, most).map((place) =>
      apart(
        { kind: 'place', place },
        distinct.filter((other) => other !== place).flatMap((other) => [...other.aliases]),
      ),
    )
  }
  const parts = question.parts.filter((part) => !part.difference)
  const apartByYear = question.compares || yearAndYear.test(question.text)
  if (question.years.length > 1 && parts.length === 1 && apartByYear) {
    return question.years.slice(0, most).map((year) => {
      const others = question.years.filter((other) => other !== year).map((other) => `${other}年`)
      const { focus, part } = apart({ kind: 'year', year }, others)
      return { focus, part: figureOf(part) }
    })
  }
  const sides = sidesOf(question)
  return (sides ?? (parts.length === 0 ? question.parts : parts))
    .flatMap(coordinated)
    .slice(0, most)
    .map((part) => ({ part: succession(part, question) }))
}

/** 「科技特派员，县市规划放在哪条任务里，新疆要点叫什么行动」: each document is asked what its own stretch asks. */
function ownParts({ text }: Question, documents: readonly DocumentName[]): Ask[] | undefined {
  const names = documents.map(({ name }) => name)
  const stretches = stretchesOf(text)
  const around = stretches.filter((it) => !names.some((name) => it.includes(name))).join('，')
  const asks = documents.flatMap(({ document, name }): Ask[] => {
    const own = stretches.find(
      (it) => it.includes(name) && names.every((other) => other === name || !it.includes(other)),
    )
    const [part] = own === undefined ? [] : understand(own).parts
    return part ? [{ focus: { kind: 'document', document }, part: { ...part, context: around } }] : []
  })
  const different = new Set(asks.map(({ part }) => part.text)).size
  return different === documents.length ? asks : undefined
}

function stretchesOf(text: string): string[] {
  return text.split(/[，,。；;？?\s]+/u).filter((it) => it !== '')
}

/** What was planned is set against what came of it. */
const outcome = /后来|最后|实际|结果|真[有的]|落实|做到|办成|完成|兑现|评估(?:下来|说|看|咋|怎么|结果)/u

/** 「纲要说要有淘汰机制，评估说做到了吗」: what the plan says, and what another document says came of it. */
function planAndOutcome({ text, parts }: Question, { document, name }: DocumentName): Ask[] | undefined {
  const stretches = stretchesOf(text)
  const plan = stretches.find((it) => it.includes(name))
  const came = stretches.findLast((it) => it !== plan && outcome.test(it) && !it.includes(name))
  if (plan === undefined || came === undefined || stretches.indexOf(came) < stretches.indexOf(plan))
    return undefined
  const [planned] = understand(plan).parts
  const [asked] = understand(came).parts
  if (!planned || !asked) return undefined
  const others = parts.filter((it) => !it.text.includes(plan) && !it.text.includes(came))
  return [
    { focus: { kind: 'document', document } as const, part: planned },
    ...others.map((part) => ({ part })),
    { focus: { kind: 'elsewhere', document } as const, part: { ...asked, context: plan.replace(name, '') } },
  ].slice(0, most)
}

/** 「2006年底的数和2014年底的数」. */
const yearAndYear = /(?:19|20)\d{2}年[^，。；]{0,12}[和跟与、](?:19|20)\d{2}年/u

/** 「从2010年底到 底净增多少个」, one year of a difference that is asked: the figure of that year. */
function figureOf(part: Part): Part {
  const asked = /净?(?:多|少|差|增|涨|升|降|提)[了出加长高]{0,2}(?:多少|几)/u
  if (!asked.test(part.text)) return part
  const text = part.text
    .replace(/从|(?:到|至)?\s*底|(?:到|至|比)(?=\s|(?:19|20)\d{2}年)/gu, ' ')
    .replace(asked, '有多少')
  const [its] = understand(text.replace(/\s+/gu, ' ').trim()).parts
  return its ? { ...its, difference: false } : part
}

/** 「验收专家多还是新区考察专家多，分别多少人次」, 「东部比西部多几个实验区」: the figure of each side. */
function sidesOf({ text, parts }: Question): Part[] | undefined {
  const more =
    /^(\p{Script=Han}{2,8}?)比(\p{Script=Han}{2,8}?)[多少][了出]{0,2}((?:多少|几)\p{Script=Han}{0,10})[？?]?$/u.exec(
      text,
    )
  if (more) return [more[1], more[2]].flatMap((side) => understand(`${side}有${more[3]}`).parts)
  const [, first, second] = /^(.{2,12}?)[多高大]还是(.{2,12}?)[多高大]/u.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  const unit = parts.find((part) => part.unit !== undefined)?.unit
  return [first, second].flatMap((side) => understand(`${side}有多少${unit ?? ''}`).parts)
}

/** 「验收考察专家和新区考察专家各多少人次」: what is asked of two things each is looked up for each. */
function coordinated(part: Part): readonly Part[] {
  const found = /^(.{2,12}?)(?:和|跟|与)(.{2,12}?)(?:各自|各|分别)(?!是多少$|一样)(.+)$/u.exec(part.text)
  if (!found) return [part]
  const [, first = '', second = '', rest = ''] = found
  return [first, second].map((thing) => ({ ...part, text: `${thing.trim()}${rest}` }))
}

/** 「14年这批呢」 asks of another year what the part before asked. */
function succession(part: Part, question: Question): Part {
  if (!/呢$/u.test(part.text)) return part
  const before = question.parts[question.parts.indexOf(part) - 1]
  return before
    ? { ...before, text: part.text, context: `${before.text}，${before.context}`, difference: false }
    : part
}
