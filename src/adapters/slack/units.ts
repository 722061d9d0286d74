import type { types } from '@slack/bolt'
import { spanText } from '../../core/plain-text.ts'
import type { Block, Text } from '../../core/reply.ts'
import { actionUnits } from './buttons.ts'
import { noteUnits } from './context-block.ts'
import { limits } from './limits.ts'
import { type Element, elementsOf, grouped, textElements, visible } from './rich-text.ts'
import { split } from './split.ts'
import { tableUnits } from './table.ts'
import { orBlank, richText, type Surface, shownText, sum, textUnits, type Unit, unit } from './unit.ts'

/** A block of a reply as units, each within Slack's limits; together they say all that the block says. Pure. */
export function unitsOf(block: Block, surface: Surface): readonly Unit[] {
  switch (block.kind) {
    case 'heading':
      return headingUnits(block.text)
    case 'text':
      return textUnits(elementsOf(block.text), spanText(block.text))
    case 'note':
      return noteUnits(block.text)
    case 'list':
      return listUnits(block.items, block.ordered ?? false)
    case 'fields':
      return fieldUnits(block.fields)
    case 'table':
      return tableUnits(block, surface)
    case 'quote':
      return quoteUnits(block.text, block.source, block.banner)
    case 'divider':
      return [unit({ type: 'divider' }, '———', 0)]
    case 'buttons':
      return actionUnits(block.buttons)
  }
}

function headingUnits(text: string): readonly Unit[] {
  const title = visible(text).replace(/\s+/g, ' ').trim()
  // A header is plain text that cannot be taken apart, so one with a mention's beginning in it is drawn as bold text.
  if (title === '' || title.length > limits.headerText || /<[!@#]/.test(title))
    return textUnits(textElements(text, { bold: true }), text)
  return [
    unit({ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }, title, title.length),
  ]
}

function fieldUnits(fields: Extract<Block, { kind: 'fields' }>['fields']): readonly Unit[] {
  const lines = fields.map((field) => ({
    elements: [
      ...textElements(`${field.label}：`, { bold: true }),
      ...elementsOf(field.value),
      ...textElements('\n'),
    ],
    text: `${field.label}：${spanText(field.value)}`,
  }))
  return batches(lines).flatMap((batch) =>
    textUnits(
      batch.flatMap((it) => it.elements),
      batch.map((it) => it.text).join('\n'),
    ),
  )
}

function listUnits(items: readonly Text[], ordered: boolean): readonly Unit[] {
  const entries = items.map((item, at) => ({
    at,
    elements: elementsOf(item),
    text: `${ordered ? `${at + 1}.` : '·'} ${spanText(item)}`,
  }))
  return batches(entries).flatMap((batch) => {
    const first = batch[0]
    if (!first) return []
    const [head = [], ...tail] = batch.length === 1 ? grouped(first.elements, limits.sectionText) : [[]]
    const sections = batch.length === 1 ? [head] : batch.map((it) => it.elements)
    const list: types.RichTextList & { offset?: number } = {
      type: 'rich_text_list',
      style: ordered ? 'ordered' : 'bullet',
      elements: sections.map((it) => ({ type: 'rich_text_section', elements: orBlank(it) })),
      ...(ordered && first.at > 0 ? { offset: first.at } : {}),
    }
    const plainList = tail.length === 0 ? batch.map((it) => it.text).join('\n') : shownText(head)
    return [
      unit(
        richText([list]),
        plainList,
        sections.reduce((all, it) => all + sum(it) + perLine, 0),
      ),
      ...tail.flatMap((rest) => textUnits(rest, shownText(rest))),
    ]
  })
}

/** Banner and source that are longer than this stand apart from a long quotation instead of on each of its parts. */
const longestFrame = 1_000

/**
 * A quotation with its banner above and its source below, in one block where a message can hold it: then no reader
 * sees half of a rule. Only a text that is longer than a message is cut, after a sentence, source and banner repeated.
 */
function quoteUnits(text: string, source: string, banner: string | undefined): readonly Unit[] {
  const above = banner === undefined ? [] : textElements(`⚠ ${banner}`, { bold: true })
  const below = source === '' ? [] : textElements(`—— ${source}`)
  const around = sum(above) + sum(below)
  const room = limits.messageWeight - 100 - around
  if (text.length > room && around > longestFrame)
    return [
      ...(banner === undefined ? [] : textUnits(above, banner)),
      ...quoteUnits(text, '', undefined),
      ...textUnits(below, source),
    ]
  return split(visible(text), room).map((part) => {
    const quoted = orBlank(textElements(part))
    return unit(
      richText([
        ...(above.length === 0 ? [] : [{ type: 'rich_text_section' as const, elements: [...above] }]),
        { type: 'rich_text_quote', elements: quoted },
        ...(below.length === 0 ? [] : [{ type: 'rich_text_section' as const, elements: [...below] }]),
      ]),
      [shownText(above), `「${part}」`, shownText(below)].filter((it) => it !== '').join('\n'),
      around + sum(quoted),
    )
  })
}

/** What a line costs besides its characters, so that a thousand empty ones do not share a block. */
const perLine = 20

/** Lines in batches that fit one block; a line that alone is longer makes a batch of its own. */
function batches<T extends { readonly elements: readonly Element[] }>(lines: readonly T[]): readonly T[][] {
  const all: T[][] = []
  let room = 0
  for (const line of lines) {
    const length = sum(line.elements) + perLine
    if (all.length === 0 || length > room) {
      all.push([])
      room = limits.sectionText
    }
    all.at(-1)?.push(line)
    room -= length
  }
  return all
}
