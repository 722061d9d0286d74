import type { APIEmbed, APIEmbedField } from 'discord.js'
import type { Locale } from '../../core/locale.ts'
import type { Block } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { clean, plainTokens, type Token, tokensOf, unmentioned } from './markdown.ts'
import { filled, oneLine } from './page.ts'
import { split } from './split.ts'
import { words } from './words.ts'

type Quote = Extract<Block, { kind: 'quote' }>
type Fields = Extract<Block, { kind: 'fields' }>

/** A card, or text where a card has no room for it; in the order of reading. */
export type Card = { readonly embed: APIEmbed } | { readonly text: readonly Token[] }

const green = 0x2e7d32
const amber = 0xf9a825
/** Source and banner stay short enough to stand beside a full description in one set of embeds. */
const longestSource = 800
const longestBanner = limits.embedTitle

/**
 * Somebody else's words as a card: banner on top, source at the foot, amber where a banner warns. A quote that no card
 * can hold is cut at 。；or line ends into numbered cards, each with its source. Pure.
 */
export function quoteCards(quote: Quote, locale: Locale): readonly Card[] {
  const pieces = split(plainTokens(quote.text), limits.embedDescription)
  const banner = quote.banner === undefined ? '' : oneLine(`⚠ ${quote.banner}`)
  const source = unmentioned(clean(quote.source))
  const before: Card[] = []
  const after: Card[] = []
  if (banner.length > longestBanner) before.push({ text: plainTokens(`⚠ ${quote.banner}\n`) })
  if (source.length > longestSource) after.push({ text: plainTokens(`—— ${quote.source}\n`) })
  const embeds = (pieces.length === 0 ? [''] : pieces).map((piece, at): Card => {
    const number = pieces.length > 1 ? words[locale].piece(at + 1, pieces.length) : ''
    const foot = source.length > longestSource ? number : `—— ${source}${number}`
    return {
      embed: {
        color: quote.banner === undefined ? green : amber,
        ...(banner === '' || banner.length > longestBanner ? {} : { title: banner }),
        description: filled(piece),
        ...(foot === '' ? {} : { footer: { text: foot } }),
      },
    }
  })
  return [...before, ...embeds, ...after]
}

/** Labelled values as cards of up to 25; what is too long for a field is text. Pure. */
export function fieldCards({ fields }: Fields): readonly Card[] {
  const cards: Card[] = []
  let open: APIEmbedField[] = []
  let size = 0
  const close = () => {
    if (open.length > 0) cards.push({ embed: { fields: open } })
    open = []
    size = 0
  }
  for (const { label, value } of fields) {
    const name = filled(oneLine(label))
    const text = filled(
      tokensOf(value)
        .map((it) => it.text)
        .join(''),
    )
    if (name.length > limits.fieldName || text.length > limits.fieldValue) {
      close()
      const end: Token = { text: '\n', stop: true }
      cards.push({ text: [...tokensOf([{ kind: 'bold', text: `${label}：` }]), ...tokensOf(value), end] })
      continue
    }
    const grown = size + name.length + text.length
    if (open.length === limits.embedFields || grown > limits.embedSet / 2) close()
    size += name.length + text.length
    open.push({ name, value: text, inline: name.length <= 16 && text.length <= 24 })
  }
  close()
  return cards
}
