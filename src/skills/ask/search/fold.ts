import { Converter } from 'opencc-js/t2cn'

/** Made for the first text that needs it: its dictionary takes 30 ms to read, and most texts are simplified. */
let converter: ReturnType<typeof Converter> | undefined

function toSimplified(text: string): string {
  const convert = converter ?? Converter({ from: 'tw', to: 'cn' })
  converter = convert
  return convert(text)
}

/**
 * One spelling for what reads the same: full-width and half-width (NFKC), upper and lower case, traditional and
 * simplified. For comparing and indexing only: lengths may change, quotes are never taken from folded text.
 */
export function fold(text: string): string {
  const narrow = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cs}/gu, ' ')
  return isTraditional(narrow) ? toSimplified(narrow) : narrow
}

const UNKNOWN = 0
const SIMPLIFIED = 1
const TRADITIONAL = 2

/** By character code, which writing has the character; found out for each when it is first seen. */
let writing: Uint8Array | undefined

/**
 * Whether a text holds a character that only traditional writing has. The test comes first because the conversion
 * would damage simplified words whose characters look traditional (著作权, 乾隆): those stand in GB 2312.
 */
function isTraditional(text: string): boolean {
  writing ??= knownWritings()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (writing[code] === UNKNOWN) writing[code] = writingOf(text.charAt(at))
    if (writing[code] === TRADITIONAL) return true
  }
  return false
}

function writingOf(character: string): number {
  return toSimplified(character) === character ? SIMPLIFIED : TRADITIONAL
}

/** Everything but the Chinese characters that GB 2312 does not have is simplified, or of no writing. */
function knownWritings(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(SIMPLIFIED)
  table.fill(UNKNOWN, 0x4e00, 0xa000)
  for (const character of gb2312()) table[character.charCodeAt(0)] = SIMPLIFIED
  return table
}

/** The 6,763 characters of the national standard, decoded from their code table. */
function gb2312(): string {
  const bytes: number[] = []
  for (let high = 0xb0; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++) bytes.push(high, low)
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}
