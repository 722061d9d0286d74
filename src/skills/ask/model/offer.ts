import { maskPersonal } from '../../../core/mask-personal-data.ts'
import type { StoredPassage } from '../../../store/passages.ts'
import type { Asked } from '../answer/answer.ts'

/** What is offered for one question: more would cost more than it helps. */
const most = { passages: 8, characters: 6_000 }
/** With no more passages than these all of them are offered. */
export const mostOffered = most.passages

/** The passages that a model may cite: what already answers comes first, then what search finds; each once. */
export function offered(...sources: readonly (readonly StoredPassage[])[]): readonly StoredPassage[] {
  const chosen: StoredPassage[] = []
  let length = 0
  for (const passage of sources.flat()) {
    if (chosen.some((it) => it.id === passage.id)) continue
    if (chosen.length >= most.passages) break
    if (chosen.length > 0 && length + passage.text.length > most.characters) continue
    chosen.push(passage)
    length += passage.text.length
  }
  return chosen
}

/**
 * Passages as data: numbered, delimited, with title, status, year and outline. Whoever wrote them cannot close the
 * delimiter, and telephone and identity numbers do not leave the house.
 * @param longest where less than a whole text will do: characters
 */
export function passagesAsData(
  passages: readonly StoredPassage[],
  longest = Number.POSITIVE_INFINITY,
): string {
  return passages
    .map(({ document, path, text }, at) => {
      const attributes = [
        ['id', String(at + 1)],
        ['title', document.title],
        ['status', document.status],
        ['year', document.appliesTo ?? ''],
        ['outline', path.join(' > ')],
      ].filter(([, value]) => value !== '')
      const head = attributes.map(
        ([name, value = '']) => `${name}="${asData(value).replaceAll('"', '”').replace(/\s+/gu, ' ')}"`,
      )
      return `<passage ${head.join(' ')}>\n${asData(text.slice(0, longest))}\n</passage>`
    })
    .join('\n')
}

/** What a person typed, as data. */
export function asData(text: string): string {
  return maskPersonal(text).replaceAll('<', '‹').replaceAll('>', '›')
}

/** The last turns of the conversation, shortened. */
export function earlierAsData({ history = [] }: Asked): string {
  return history
    .slice(-turns)
    .map(({ role, content }) => `${role === 'user' ? '问' : '答'}：${asData(content).slice(0, turnLength)}`)
    .join('\n')
}

const turns = 4
const turnLength = 200
