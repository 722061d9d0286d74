import type { types } from '@slack/bolt'
import { spanText } from '../../core/plain-text.ts'
import type { Span, Text } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { elementsOf, escapeMarkup, isLink, isSlackUser, visible } from './rich-text.ts'
import { split } from './split.ts'
import { textUnits, type Unit, unit } from './unit.ts'

/**
 * Small print as context blocks. Slack has no rich text there, so words go as plain text, which Slack does not parse,
 * and only links and people as markup. Pure.
 */
export function noteUnits(text: Text): readonly Unit[] {
  const whole = spanText(text)
  if (/<[!@#]/.test(whole)) return textUnits(elementsOf(text), whole)
  const elements = joined(text).flatMap(contextElements)
  const blocks: types.TextObject[][] = []
  let room = 0
  for (const element of elements) {
    const full = (blocks.at(-1)?.length ?? limits.contextElements) >= limits.contextElements
    if (full || element.text.length > room) {
      blocks.push([])
      room = limits.sectionText
    }
    blocks.at(-1)?.push(element)
    room -= element.text.length
  }
  return blocks.map((block) => {
    const said = block.map((it) => it.text)
    return unit(
      { type: 'context', elements: block },
      blocks.length === 1 ? whole : said.join(''),
      said.join('').length,
    )
  })
}

/** Neighbours that are drawn alike become one: each element of a context stands a little apart. */
function joined(text: Text): readonly Span[] {
  const spans: Span[] = []
  for (const span of text) {
    const last = spans.at(-1)
    if (isMarkup(span) || !last || isMarkup(last)) spans.push(span)
    else spans[spans.length - 1] = { kind: 'plain', text: spanText([last, span]) }
  }
  return spans
}

const isMarkup = (span: Span): boolean =>
  (span.kind === 'link' && isLink(span.url)) || (span.kind === 'mention' && isSlackUser(span.userId))

function contextElements(span: Span): readonly types.TextObject[] {
  if (span.kind === 'link' && isLink(span.url)) {
    // `|` ends the address, so the label may hold it; the address may not.
    const label = visible(span.text).replace(/\n/g, ' ')
    const drawn = `<${escapeMarkup(span.url)}|${escapeMarkup(label === '' ? span.url : label)}>`
    if (drawn.length <= limits.sectionText) return [{ type: 'mrkdwn', text: drawn, verbatim: true }]
    return [...plainElements(label), ...plainElements(span.url)]
  }
  if (span.kind === 'mention' && isSlackUser(span.userId))
    return [{ type: 'mrkdwn', text: `<@${span.userId}>`, verbatim: true }]
  return plainElements(spanText([span]))
}

const plainElements = (text: string): readonly types.PlainTextElement[] =>
  split(visible(text), limits.sectionText)
    .filter((it) => it.trim() !== '')
    .map((it) => ({ type: 'plain_text', text: it, emoji: false }))
