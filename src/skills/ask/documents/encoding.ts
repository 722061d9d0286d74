import { problem } from './problem.ts'
import { words } from './words.ts'

/**
 * The text of bytes in UTF-8, UTF-16 (with a byte order mark or without) or GB18030; line ends become \n.
 * @throws Problem where the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string {
  const text = withMark(bytes) ?? withoutMark(bytes)
  if (text === undefined || looksBinary(text)) throw problem(words.notText)
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function withMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode('utf-16be', bytes)
  return undefined
}

/** Text of eight-bit encodings holds no zero byte; UTF-16 does in every space, line end and digit. */
function withoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 0 && bytes.subarray(0, 65_536).includes(0)) {
    const wide = ['utf-16le', 'utf-16be']
      .map((encoding) => tryDecode(encoding, bytes))
      .filter((it) => it !== undefined)
    const [likelier] = wide.toSorted((a, b) => usualShare(b) - usualShare(a))
    if (likelier !== undefined && usualShare(likelier) > 0.8) return likelier
  }
  return tryDecode('utf-8', bytes) ?? tryDecode('gb18030', bytes)
}

/** Which part of a text is characters that Chinese and English texts are made of. */
export function usualShare(text: string): number {
  const sample = text.slice(0, 4000)
  const usual =
    sample.match(/[\t\n\r\u0020-\u007E\u2010-\u2040\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g)?.length ?? 0
  return usual / Math.max(1, sample.length)
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A NUL, more than a few control characters, or replacement characters in one place of twenty: this is no text. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const control = sample.match(/[\u0001-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF\uE000-\uF8FF]/g)?.length ?? 0
  const lost = sample.match(/\uFFFD/g)?.length ?? 0
  return (
    sample.includes('\u0000') ||
    control > Math.max(8, sample.length / 100) ||
    lost > Math.max(20, sample.length / 20)
  )
}
