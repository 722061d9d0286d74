import type { Locale } from '../../../core/locale.ts'
import { problem } from '../parts.ts'
import { exchangeWords } from './words.ts'

/** Names as people write them one after another: by 、, a comma, a semicolon or a line each. Pure. */
export function namesTyped(typed: string): readonly string[] {
  return typed
    .split(/[、,，;；\n]/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
}

export interface Numbered {
  readonly name: string
  /** Rising; `1-3` is 1, 2 and 3. */
  readonly numbers: readonly number[]
}

/**
 * Names with rounds or counts behind them: 「宜兴市 1-2、贵溪市 第3轮」. Pure.
 * @throws Problem that names what cannot be read
 */
export function numberedTyped(typed: string, locale: Locale): readonly Numbered[] {
  return namesTyped(typed).map((it) => {
    const [, name = '', from = '', to = from] =
      /^(.*?[^\s\d:：第])[\s:：]*第?(\d{1,3})(?:\s*[-–—~到至]\s*(\d{1,3}))?\s*[轮家]?$/.exec(it) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (name === '' || first < 1 || last < first) throw problem(exchangeWords[locale].unreadNumber(it))
    return { name, numbers: Array.from({ length: last - first + 1 }, (_, at) => first + at) }
  })
}

/** @throws Problem where it is no whole number above nothing */
export function countTyped(typed: string, locale: Locale): number {
  const read = Number(typed)
  if (!Number.isInteger(read) || read < 1 || read > 999)
    throw problem(exchangeWords[locale].unreadCount(typed))
  return read
}
