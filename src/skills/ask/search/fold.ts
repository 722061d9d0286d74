import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 'tw', to: 'cn' })

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

/** By character code, 1 where only traditional writing has the character. */
let traditional: Uint8Array | undefined

/**
 * Whether a text holds a character that only traditional writing has. The test comes first because the conversion
 * would damage simplified words whose characters look traditional (著作权, 乾隆): those stand in GB 2312.
 */
function isTraditional(text: string): boolean {
  traditional ??= traditionalOnly()
  for (let at = 0; at < text.length; at++) if (traditional[text.charCodeAt(at)] === 1) return true
  return false
}

function traditionalOnly(): Uint8Array {
  const simplified = gb2312()
  const candidates: string[] = []
  for (let code = 0x4e00; code < 0xa000; code++) {
    const character = String.fromCharCode(code)
    if (!simplified.has(character)) candidates.push(character)
  }
  const converted = toSimplified(candidates.join('\n')).split('\n')
  const table = new Uint8Array(0x10000)
  candidates.forEach((it, index) => {
    if (converted[index] !== it) table[it.charCodeAt(0)] = 1
  })
  return table
}

/** The 6,763 characters of the national standard, decoded from their code table. */
function gb2312(): ReadonlySet<string> {
  const bytes: number[] = []
  for (let high = 0xb0; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++) bytes.push(high, low)
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
}
