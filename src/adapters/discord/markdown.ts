import type { Span, Text } from '../../core/reply.ts'

/** A run of Discord markdown that is never cut; `stop` marks a good place to end a message after it. */
export interface Token {
  readonly text: string
  readonly stop: boolean
}

/** Longest piece of raw text in one token: escaped and dressed it stays under the narrowest room, a field of 1,024. */
const longestPiece = 400
const zeroWidth = '\u200b'

const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text without control characters and marks that turn the direction of writing; half surrogates, which the API refuses, become �. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, '').replace(loneSurrogate, '\ufffd')
}

// A backslash before any sign makes it plain (https://discord.com/developers/docs/reference#message-formatting); `<`
// opens mentions, emoji, time stamps and commands alike.
const signs = /[\\*_~`|[<]/g
const lineStart = /(^|\n)([ \t]*)(?:([#>+-])|(\d+)([.)]))/g
const address = /https?:\/\/[^\s<>"'`\\，。；、！？）」』】]+/g

/** Text that means itself: no markup, no mention, no list, no preview of a link. Pure. */
export function literal(text: string): string {
  let escaped = ''
  let from = 0
  for (const found of text.matchAll(address)) {
    // Inside a link a backslash would be part of the address; angle brackets keep it whole and without a preview.
    escaped += `${escapeWords(text.slice(from, found.index))}<${found[0]}>`
    from = found.index + found[0].length
  }
  return escaped + escapeWords(text.slice(from))
}

function escapeWords(text: string): string {
  return unmentioned(text.replace(signs, '\\$&')).replace(
    lineStart,
    (_all, line: string, indent: string, sign = '', digits = '', dot = '') =>
      sign === '' ? `${line}${indent}${digits}\\${dot}` : `${line}${indent}\\${sign}`,
  )
}

/** The text with `@everyone` and `@here` broken; for places that know no backslash, such as a footer. Pure. */
export function unmentioned(text: string): string {
  return text.replace(/@(?=everyone|here)/g, `@${zeroWidth}`)
}

/** A plain text as tokens that end at 。；and line ends. Pure. */
export function plainTokens(text: string): readonly Token[] {
  return piecesOf(clean(text)).map((it) => ({ text: literal(it), stop: endsWell(it) }))
}

/** A run of spans as tokens. Pure. */
export function tokensOf(text: Text): readonly Token[] {
  const tokens: Token[] = []
  for (const span of text) {
    // Two bold runs side by side would read as four asterisks.
    const touching = span.kind === 'bold' && tokens.at(-1)?.text.endsWith('**')
    if (touching) tokens.push({ text: zeroWidth, stop: false })
    tokens.push(...spanTokens(span))
  }
  return tokens
}

function spanTokens(span: Span): readonly Token[] {
  switch (span.kind) {
    case 'plain':
      return plainTokens(span.text)
    case 'bold':
      return boldTokens(clean(span.text))
    case 'code':
      return codeTokens(clean(span.text))
    case 'link':
      return linkTokens(clean(span.text), clean(span.url))
    case 'mention':
      // Drawn as a name, and silent: every message forbids all mentions to ring.
      return /^\d{15,20}$/.test(span.userId)
        ? [{ text: `<@${span.userId}>`, stop: false }]
        : plainTokens(`@${span.name}`)
    case 'time':
      return [...plainTokens(span.text), ...countdown(span.at)]
  }
}

/** How far away an instant is, kept up to date by the reader's own Discord. */
function countdown(at: number): readonly Token[] {
  const seconds = Math.floor(at / 1000)
  return Math.abs(seconds) <= 8_640_000_000_000 ? [{ text: ` (<t:${seconds}:R>)`, stop: false }] : []
}

function codeTokens(text: string): readonly Token[] {
  const fits = text.trim() !== '' && text.length <= longestPiece && !/[`\n]/.test(text)
  return fits ? [{ text: `\`${unmentioned(text)}\``, stop: false }] : plainTokens(text)
}

function boldTokens(text: string): readonly Token[] {
  return piecesOf(text).map((piece, at) => {
    const words = piece.trim()
    if (words === '') return { text: piece, stop: endsWell(piece) }
    const start = piece.indexOf(words)
    const dressed = `${piece.slice(0, start)}**${literal(words)}**${piece.slice(start + words.length)}`
    return { text: at > 0 && start === 0 ? zeroWidth + dressed : dressed, stop: endsWell(piece) }
  })
}

function linkTokens(text: string, url: string): readonly Token[] {
  const safe = /^https?:\/\/[^\s<>]+$/.test(url)
  if (!safe || text.length + url.length > longestPiece) return plainTokens(`${text} (${url})`)
  const label = text.replaceAll('\n', ' ').trim()
  const drawn =
    label === '' || text === url ? `<${url}>` : `[${escapeWords(label).replaceAll(']', '\\]')}](<${url}>)`
  return [{ text: drawn, stop: false }]
}

/** The text cut after every 。；and line end, and where a piece is too long to stay whole. */
function piecesOf(text: string): readonly string[] {
  return (text.match(/[^。；\n]*[。；\n]|[^。；\n]+/g) ?? []).flatMap(short)
}

function short(piece: string): readonly string[] {
  const pieces: string[] = []
  for (let from = 0; from < piece.length; ) {
    let to = Math.min(from + longestPiece, piece.length)
    // Never between the halves of a character.
    if (/[\ud800-\udbff]/.test(piece[to - 1] ?? '') && to < piece.length) to -= 1
    pieces.push(piece.slice(from, to))
    from = to
  }
  return pieces
}

function endsWell(piece: string): boolean {
  return /[。；\n]\s*$/.test(piece)
}
