import { listOf, objectOf } from './rules.ts'

/** What a person reads on the screen of a message: markdown undone, buttons as their labels. */
export function readable(message: unknown): string {
  const { content, embeds } = objectOf(message)
  const cards = listOf(embeds).map((it) => {
    const { title, description, fields, footer } = objectOf(it)
    const rows = listOf(fields).map(
      (field) => `${undone(objectOf(field).name)}\n${undone(objectOf(field).value)}`,
    )
    // A footer knows no markdown: it is shown as it is.
    return [undone(title), undone(description), ...rows, bare(objectOf(footer).text)]
      .filter((line) => line !== '')
      .join('\n')
  })
  return [undone(content), ...cards, ...labelsOf(message)].filter((it) => it !== '').join('\n')
}

/** The running text of several messages, without the titles, fields and feet between its pieces; those come after it. */
export function readInOneGo(messages: readonly unknown[]): string {
  const running = messages.map((it) => {
    const { content, embeds } = objectOf(it)
    return (
      undone(content) +
      listOf(embeds)
        .map((card) => undone(objectOf(card).description))
        .join('')
    )
  })
  return [...running, ...messages.map(readable)].join('')
}

/** The labels of a message's buttons, in their order. */
export function labelsOf(message: unknown): readonly string[] {
  return buttonsOf(message).map((it) => String(it.label))
}

/** The buttons of a message as they were posted. */
export function buttonsOf(message: unknown): readonly Record<string, unknown>[] {
  return listOf(objectOf(message).components).flatMap((row) => listOf(objectOf(row).components).map(objectOf))
}

const bare = (text: unknown): string => (typeof text === 'string' ? text.replaceAll('\u200b', '') : '')

/** Discord's markdown read as a person sees it; code keeps its signs, a backslash makes the next one plain. */
function undone(raw: unknown): string {
  const text = bare(raw)
  const code = /```\n([\s\S]*?)\n```\n?|`([^`\n]+)`/g
  let seen = ''
  let from = 0
  for (const found of text.matchAll(code)) {
    if (text[found.index - 1] === '\\') continue
    seen += plain(text.slice(from, found.index)) + (found[1] ?? found[2] ?? '')
    from = found.index + found[0].length
  }
  return seen + plain(text.slice(from))
}

function plain(text: string): string {
  return text
    .replace(/^(### |-# |- )/gm, '')
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/g, '$1 ($2)')
    .replace(/(?<!\\)<(https?:[^>]*)>/g, '$1')
    .replace(/(?<!\\)<t:-?\d+:R>/g, '')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
}
