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
    return documents.slice(0, most).map((it) =>
      apart(
        { kind: 'document', document: it.document },
        documents.filter((other) => other !== it).map((other) => other.name),
      ),
    )
  }
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
  if (question.years.length > 1 && parts.length === 1 && question.compares) {
    return question.years.slice(0, most).map((year) =>
      apart(
        { kind: 'year', year },
        question.years.filter((other) => other !== year).map((other) => `${other}年`),
      ),
    )
  }
  return (parts.length === 0 ? question.parts : parts)
    .flatMap(coordinated)
    .slice(0, most)
    .map((part) => ({ part: succession(part, question) }))
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
