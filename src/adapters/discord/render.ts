import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { DeliveryKey } from '../../core/adapter.ts'
import type { Locale } from '../../core/locale.ts'
import type { Attachment, Block, Button, Reply } from '../../core/reply.ts'
import { type Card, fieldCards, quoteCards } from './cards.ts'
import { tagged, tagOf } from './custom-id.ts'
import { limits } from './limits.ts'
import { plainTokens, type Token, tokensOf } from './markdown.ts'
import { makePages, oneLine, type Page, type PageButton } from './page.ts'
import { tableTokens } from './table.ts'
import { words } from './words.ts'

/** The body of a message; complete, so that an edit also takes away what is gone. */
export interface Payload {
  readonly content: string
  readonly embeds: APIEmbed[]
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId>[]
  /** Whatever a document or a person typed, it rings nobody. */
  readonly allowed_mentions: { parse: [] }
  /** Sent beside the body, not in it. */
  readonly files?: readonly Attachment[]
}

export interface RenderOptions {
  readonly locale?: Locale
  /** The delivery whose marks its messages carry, for `confirm`. */
  readonly delivery?: DeliveryKey
  /** The mark stays out of sight: in the id of a button, or nowhere. */
  readonly quiet?: boolean
  /** Adds a button to each message that posts a copy of it in the channel. */
  readonly share?: boolean
}

/**
 * A reply as the bodies of one or more messages, each within Discord's limits, in the order of reading. Total: nothing
 * that a reply holds is lost. Nothing is posted for a reply in which there is nothing to see. Pure.
 */
export function render(reply: Reply, options: RenderOptions = {}): readonly Payload[] {
  const locale = options.locale ?? 'zh-CN'
  const pages = makePages()
  for (const block of buttonsLast(reply.blocks)) {
    if (block.kind === 'buttons') drawButtons(block.buttons, pages)
    else if (block.kind === 'quote') drawCards(quoteCards(block, locale), pages)
    else if (block.kind === 'fields') drawCards(fieldCards(block), pages)
    else pages.text(textOf(block))
  }
  if (options.share && pages.finish().length > 0) pages.everywhere(shareKey(locale))
  const finished = pages.finish()
  if (options.delivery !== undefined) signAll(finished, options.delivery, options.quiet ? undefined : locale)
  const payloads = finished.map(payloadOf)
  const files = reply.files ?? []
  if (files.length === 0) return payloads
  const body = payloads.at(-1) ?? payloadOf({ content: '', embeds: [], rows: [] })
  return [...payloads.slice(0, -1), { ...body, files }]
}

/** True where a message carries this tag. Pure. */
export function carriesTag(
  message: Pick<Payload, 'content' | 'embeds'> & { components?: unknown },
  tag: string,
): boolean {
  const ids = JSON.stringify(message.components ?? [])
  const feet = message.embeds.map((it) => it.footer?.text ?? '')
  return (
    new RegExp(`"[po][0-9a-z]${tag}:`).test(ids) ||
    [message.content, ...feet].some((it) => it.endsWith(` ${tag}`))
  )
}

function signAll(pages: readonly Page[], key: DeliveryKey, locale: Locale | undefined): void {
  for (const [part, page] of pages.entries())
    sign(page, part === pages.length - 1 ? tagOf(key) : tagOf(key, part), locale)
}

/**
 * Marks a message of a delivery: in a button's id where it has one, else, in that language, where people see it - there
 * it names the message when somebody calls the office.
 */
function sign(page: Page, tag: string, locale: Locale | undefined): void {
  for (const button of page.rows.flat()) {
    const marked = tagged(button.custom_id, tag)
    if (marked === undefined) continue
    button.custom_id = marked
    return
  }
  if (locale === undefined) return
  const reference = words[locale].reference(tag)
  const card = page.embeds.at(-1)
  if (card) card.footer = { text: card.footer ? `${card.footer.text} · ${reference}` : reference }
  else page.content = `${page.content}\n-# ${reference}`.trimStart()
}

/** Small print under buttons moves above them: Discord draws buttons at the foot of a message. */
function buttonsLast(blocks: readonly Block[]): readonly Block[] {
  const ordered: Block[] = []
  for (const block of blocks) {
    const small = block.kind === 'note' || block.kind === 'divider'
    let at = ordered.length
    while (small && at > 0 && ordered[at - 1]?.kind === 'buttons') at -= 1
    ordered.splice(at, 0, block)
  }
  return ordered
}

function drawCards(cards: readonly Card[], pages: ReturnType<typeof makePages>): void {
  for (const card of cards) {
    if ('embed' in card) pages.embed(card.embed)
    else pages.text(card.text)
  }
}

function drawButtons(buttons: readonly Button[], pages: ReturnType<typeof makePages>): void {
  for (const { label } of buttons) {
    if (label.length > limits.buttonLabel) pages.text(withEnds('- ', plainTokens(label)))
  }
  pages.buttons(buttons.map(keyOf))
}

function keyOf({ label, action, value, style, opens }: Button): PageButton {
  const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const
  return {
    label,
    style: style === undefined ? ButtonStyle.Secondary : styles[style],
    id: opens === undefined ? { kind: 'press', name: action, value } : { kind: 'open', name: opens, value },
  }
}

function shareKey(locale: Locale): PageButton {
  return {
    label: words[locale].share,
    style: ButtonStyle.Secondary,
    id: { kind: 'share', name: '', value: '' },
  }
}

function textOf(block: Exclude<Block, { kind: 'buttons' | 'quote' | 'fields' }>): readonly Token[] {
  switch (block.kind) {
    case 'heading': {
      const text = oneLine(block.text)
      return text === '' ? [] : withEnds('### ', plainTokens(block.text.replaceAll('\n', ' ')))
    }
    case 'text':
      return withEnds('', tokensOf(block.text))
    case 'note':
      return withEnds('-# ', tokensOf(block.text), '-# ')
    case 'list':
      return block.items.flatMap((item, at) =>
        withEnds(block.ordered ? `${at + 1}. ` : '- ', tokensOf(item), block.ordered ? '   ' : '  ', true),
      )
    case 'table':
      return tableTokens(block)
    case 'divider':
      return [{ text: '────────\n', stop: true }]
  }
}

/** Tokens as lines: `first` before the first, `further` before each later one, a line end after the last. */
function withEnds(first: string, tokens: readonly Token[], further = '', even = false): readonly Token[] {
  if (tokens.length === 0 && !even) return []
  const lines = tokens.map((token, at) => {
    const begins = at === 0 ? first : (tokens[at - 1]?.text.endsWith('\n') ?? false) ? further : ''
    return { ...token, text: begins + token.text }
  })
  return [...(tokens.length === 0 ? [{ text: first, stop: false }] : lines), { text: '\n', stop: true }]
}

function payloadOf({ content, embeds, rows }: Page): Payload {
  return {
    content,
    embeds,
    components: rows.map((components) => ({ type: ComponentType.ActionRow, components })),
    allowed_mentions: { parse: [] },
  }
}
