import { pinyin } from 'pinyin-pro'
import { parseChineseNumber } from '../../core/numerals.ts'
import { fold, type Lexicon, type Slot } from './lexicon.ts'

/** A word of a question with its meaning. */
export interface Token {
  readonly slot: Slot
  readonly value: string
  readonly text: string
}

const digits = '(?:\\d+|[一二两三四五六七八九十百]+)'
const spelled = `(?:带有?|含有?|叫|有)(?:个|着)?(?![几多少哪什啥])(\\p{Script=Han}{1,4}?)(?:这?[一二两俩三四]?个?)字(?:样|眼)?`
const patterns: readonly (readonly [RegExp, Slot, (found: RegExpExecArray) => string])[] = [
  [/(?:20)(\d\d)年?[度底末初]?/y, 'year', (it) => `20${it[1]}`],
  [/(\d\d)年[度底末初]?/y, 'year', (it) => `20${it[1]}`],
  [new RegExp(spelled, 'uy'), 'spelled', (it) => it[1] ?? ''],
  [
    /(?:名字|名称)[里中]?(?:带有?|含有?|叫|有)(?![几多少哪什啥])(\p{Script=Han}{1,4}?)的/uy,
    'spelled',
    (it) => it[1] ?? '',
  ],
  [new RegExp(`第(${digits})(?:横?行|横?排)`, 'y'), 'line', (it) => String(parseChineseNumber(it[1] ?? ''))],
  [
    new RegExp(`第(${digits})(?:竖?列|栏|竖排|竖)`, 'y'),
    'lane',
    (it) => String(parseChineseNumber(it[1] ?? '')),
  ],
  [new RegExp(`图(${digits})`, 'y'), 'picture', (it) => String(parseChineseNumber(it[1] ?? ''))],
  [
    new RegExp(`第(${digits})(?:个|条|项|号|名|位|家|件|点|类)?`, 'y'),
    'nth',
    (it) => String(parseChineseNumber(it[1] ?? '')),
  ],
  [/([上下])半年/y, 'month', (it) => (it[1] === '上' ? '1-6' : '7-12')],
  [
    /第?([一二三四1-4])季度/y,
    'month',
    (it) => {
      const last = 3 * (parseChineseNumber(it[1] ?? '') ?? 0)
      return `${last - 2}-${last}`
    },
  ],
  [
    /(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?/y,
    'month',
    (it) => String(parseChineseNumber(it[1] ?? '')),
  ],
  [
    new RegExp(`(${digits})(?:个|家|条|项|张|类|样|点|件|方面|处|位|座|块|组|幅)`, 'y'),
    'number',
    (it) => String(parseChineseNumber(it[1] ?? '')),
  ],
  [new RegExp(`表(${digits})`, 'y'), 'table', (it) => `表${parseChineseNumber(it[1] ?? '')}`],
]

/** Takes a question apart, longest words first; what no word covers becomes `rest`, joined to runs. */
export function tokenize(question: string, lexicon: Lexicon): Token[] {
  const text = spelledOut(fold(question))
  const tokens: Token[] = []
  let rest = ''
  const flush = () => {
    if (rest !== '') tokens.push({ slot: 'rest', value: rest, text: rest })
    rest = ''
  }
  for (let at = 0; at < text.length; ) {
    const token = longestWord(text, at, lexicon) ?? patternAt(text, at)
    // 市 after an unknown word belongs to it: 深圳市 is one unknown place.
    if (token && !(token.slot === 'suffix' && rest !== '')) {
      flush()
      tokens.push(token)
      at += token.text.length
    } else {
      const letters = latin(text, at)
      rest += letters
      at += letters.length
    }
  }
  flush()
  return tokens
}

/**
 * 中西部 is two regions: read as 西部 it would count half of them. 东中西部 stays, it asks by region. And 浙江省级实验区 are
 * the 省级实验区 of 浙江.
 */
function spelledOut(text: string): string {
  return text
    .replace(/(?<!东)中西部/gu, '中部西部')
    .replace(/东([中西])部/gu, '东部$1部')
    .replace(/一二三级/gu, '一级二级三级')
    .replace(/(?<=\p{Script=Han}{2})省级(?=实验区|可持续)/gu, '的省级')
}

/** A character that no word covers; of latin letters and digits the whole run, since PM2.5 is one name. */
function latin(text: string, at: number): string {
  return /^[a-z][a-z\d]*(?:[.-][a-z\d]+)*/.exec(text.slice(at))?.[0] ?? text[at] ?? ''
}

/** The same, with homophone typos (龙严, 验手, 实验曲) repaired toward the register's own words where that helps. */
export function tokenizeRepaired(question: string, lexicon: Lexicon): { tokens: Token[]; repaired: boolean } {
  let tokens = tokenize(question, lexicon)
  let repaired = false
  if (question.length > longestRepaired) return { tokens, repaired }
  for (let slips = 0; slips < 2 && restLength(tokens) > 0; slips += 1) {
    const mended = mendOne(tokens, lexicon)
    const again = mended === undefined ? tokens : tokenize(mended, lexicon)
    if (restLength(again) >= restLength(tokens)) break
    tokens = again
    repaired = true
  }
  return { tokens, repaired }
}

// Whoever writes more than this writes about something else; hearing every character of it would only cost time.
const longestRepaired = 60

/** How many characters of a question were not understood. */
function restLength(tokens: readonly Token[]): number {
  return tokens.reduce((sum, it) => sum + (it.slot === 'rest' ? it.text.length : 0), 0)
}

function longestWord(text: string, at: number, lexicon: Lexicon): Token | undefined {
  const pattern = patternAt(text, at)
  for (let length = Math.min(lexicon.longest, text.length - at); length > 0; length -= 1) {
    if (pattern && pattern.text.length > length) return pattern
    const word = text.slice(at, at + length)
    const meaning = lexicon.words.get(word)
    if (meaning) return { ...meaning, text: word }
    if (pattern && pattern.text.length === length) return pattern
  }
  return undefined
}

function patternAt(text: string, at: number): Token | undefined {
  for (const [pattern, slot, value] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { slot, value: value(found), text: found[0] }
  }
  return undefined
}

/** Hears the lexicon in advance, so that the first typo of a day is answered as fast as the others. */
export function warmUp(lexicon: Lexicon): void {
  soundsOf(lexicon)
}

const sounds = new WeakMap<Lexicon, Map<string, string>>()

/** The question with one window that sounds like a word of the lexicon replaced by it; only where something is unknown. */
function mendOne(tokens: readonly Token[], lexicon: Lexicon): string | undefined {
  const bySound = soundsOf(lexicon)
  const text = tokens.map((it) => it.text).join('')
  const unknown = tokens.flatMap((it) => [...it.text].map(() => it.slot === 'rest'))
  const heard = [...text].map((it) => (/\p{Script=Han}/u.test(it) ? sound(it) : it))
  for (let length = 6; length >= 2; length -= 1) {
    for (let at = 0; at + length <= heard.length; at += 1) {
      if (!unknown.slice(at, at + length).includes(true)) continue
      const word = bySound.get(heard.slice(at, at + length).join(' '))
      if (word !== undefined) return text.slice(0, at) + word + text.slice(at + length)
    }
  }
  return undefined
}

function soundsOf(lexicon: Lexicon): Map<string, string> {
  let bySound = sounds.get(lexicon)
  if (!bySound) {
    bySound = new Map()
    for (const word of lexicon.repairable) {
      const key = [...word].map(sound).join(' ')
      if (!bySound.has(key)) bySound.set(key, word)
    }
    sounds.set(lexicon, bySound)
  }
  return bySound
}

const heardBefore = new Map<string, string>()

/** The sound of a character without its tone; kept, since a question repeats what others said. */
function sound(character: string): string {
  const kept = heardBefore.get(character)
  if (kept !== undefined) return kept
  const heard = pinyin(character, { toneType: 'none' })
  if (heardBefore.size < 10_000) heardBefore.set(character, heard)
  return heard
}
