const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** The characters a Chinese or Arabic numeral is written with, for use inside a character class. */
export const numeralCharacters = '〇零○Ｏ一二两三四五六七八九十百千万0-9０-９'

/**
 * The value of a numeral: 十三 = 13, 一百二十 = 120, 二〇一二 = 2012, 120 and １２０ = 120; a leading 第 and a counter
 * after it (第一百二十条) are ignored.
 * @returns undefined where the text is no numeral
 */
export function parseChineseNumber(text: string): number | undefined {
  const bare = text
    .replace(/\s/g, '')
    .replace(/^第/, '')
    .replace(/[编章节条款项年月日号届次期]$/, '')
  if (bare === '') return undefined
  const arabic = bare.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  if (/^\d+$/.test(arabic)) return Number(arabic)
  const characters = [...bare]
  if (characters.every((character) => character in digits)) {
    return Number(characters.map((character) => digits[character]).join(''))
  }
  return positional(characters)
}

/** 一万二千三百四十五: digits times units, summed below each of 万 and 亿. */
function positional(characters: readonly string[]): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of characters) {
    const value = digits[character]
    const unit = units[character]
    const step = large[character]
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
    } else if (unit !== undefined) {
      section += (digit === undefined || digit === 0 ? 1 : digit) * unit
      digit = undefined
    } else if (step !== undefined) {
      total = (total + section + (digit ?? 0)) * step
      section = 0
      digit = undefined
    } else return undefined
  }
  return total + section + (digit ?? 0)
}

const numeralOf = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A whole number below one hundred million as it is written in laws: 120 = 一百二十, 1001 = 一千零一, 13 = 十三. */
export function toChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 100_000_000) {
    throw new RangeError(`no numeral for ${value}`)
  }
  if (value === 0) return '零'
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const text =
    (high > 0 ? `${belowTenThousand(high)}万` : '') +
    (high > 0 && low > 0 && low < 1000 ? '零' : '') +
    (low > 0 ? belowTenThousand(low) : '')
  return text.replace(/^一十/, '十')
}

function belowTenThousand(value: number): string {
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += `${gap ? '零' : ''}${numeralOf[digit]}${name}`
      gap = false
    }
  }
  return text
}

const numeral = '[〇零○一二两三四五六七八九十百千万]'
const counted = new RegExp(`(?:第)${numeral}+|${numeral}+(?=[年月日条款项章节编届号])`, 'g')

/**
 * Writes the numerals of a text that count something with digits, so that both spellings meet in search:
 * 第十三条 = 第13条, 二〇一二年 = 2012年. Plain words (一般, 统一, 十二五) stay as they are.
 */
export function foldNumerals(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(counted, (found) => {
      const value = parseChineseNumber(found)
      return value === undefined ? found : `${found.startsWith('第') ? '第' : ''}${value}`
    })
}

const articleNumber = new RegExp(
  `^第?\\s*([${numeralCharacters}]+)\\s*条(?:\\s*之\\s*([${numeralCharacters}]+))?$`,
)

/**
 * One spelling for an article's number, however it was typed: 第一百二十条之一, 第120条之一 and 120条之1 all become
 * `120-1`; 第三条 becomes `3`.
 * @returns undefined where the text is no article number
 */
export function foldArticle(text: string): string | undefined {
  const found = articleNumber.exec(text.trim())
  const number = found?.[1] === undefined ? undefined : parseChineseNumber(found[1])
  if (number === undefined) return undefined
  const insertion = found?.[2] === undefined ? undefined : parseChineseNumber(found[2])
  return insertion === undefined ? String(number) : `${number}-${insertion}`
}
