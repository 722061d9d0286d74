import type { types } from '@slack/bolt'
import { plain } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { type Element, elementsOf, grouped, lengthOf, visible } from './rich-text.ts'

/** One Slack block with its plain-text equivalent. A unit is never split across messages. */
export interface Unit {
  readonly block: types.KnownBlock
  readonly plain: string
  /** Its share of `limits.messageWeight`. */
  readonly weight: number
}

/** Where the blocks will stand: a table block is for messages only. */
export type Surface = 'message' | 'home'

/** A unit with its weight: its characters, and a share for what holds them. */
export function unit(block: types.KnownBlock, text: string, characters: number): Unit {
  return { block, plain: visible(text), weight: characters + 60 }
}

/** Running text as rich-text blocks of at most a section's length each. */
export function textUnits(elements: readonly Element[], text: string): readonly Unit[] {
  const groups = grouped(elements, limits.sectionText)
  // The plain text belongs to the whole; each part carries its own where there are several.
  return groups.map((group) =>
    unit(
      richText([{ type: 'rich_text_section', elements: [...group] }]),
      groups.length === 1 ? text : shownText(group),
      sum(group),
    ),
  )
}

/** A rich-text block. */
export const richText = (elements: types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements,
})

/** Slack refuses a section without a character. */
export const orBlank = (elements: readonly Element[]): Element[] =>
  elements.length === 0 ? [{ type: 'text', text: '\u00a0' }] : [...elements]

/** How many characters they bring. */
export const sum = (elements: readonly Element[]): number =>
  elements.reduce((all, it) => all + lengthOf(it), 0)

/** What a person reads in them. */
export const shownText = (elements: readonly Element[]): string =>
  elements
    .map((it) => (it.type === 'text' ? it.text : it.type === 'link' ? (it.text ?? it.url) : ''))
    .join('')

/** A line of plain text as units. */
export const lineUnits = (text: string): readonly Unit[] => textUnits(elementsOf(plain(text)), text)
