import { Problem } from '../../core/errors.ts'
import type { Zone } from '../../store/zones.ts'
import { provinces } from './provinces.ts'
import type { RegisterTable } from './register-data.ts'

/** What a word of a register question can be. */
export const slots = [
  'province',
  'region',
  /** Several provinces under one name: 东北三省, 江浙沪. */
  'area',
  'zone',
  'place',
  'suffix',
  /** Characters that a name holds: 带“新区”两字. */
  'spelled',
  'list',
  'measure',
  'subject',
  'type',
  'level',
  'by',
  'op',
  'theme',
  'approved',
  'negation',
  'table',
  'column',
  'cell',
  'unit',
  /** Looks for something that a table has only near to it: PM2.5 near 空气质量. */
  'near',
  /** Names a table only where the question asks for one of its items by number. */
  'hint',
  'under',
  'parting',
  'chronicle',
  /** What was done, which is a question about the chronicle where it names a month. */
  'deed',
  'nth',
  /** The n-th line of a table as printed, and the n-th block of names from the left. */
  'line',
  'lane',
  /** 图8 */
  'picture',
  'month',
  'year',
  'number',
  /** Carries no meaning in a register question. */
  'noise',
  /** Was not understood. */
  'rest',
] as const

export type Slot = (typeof slots)[number]

/** A line of data/register/vocabulary.txt: a meaning and every way of saying it. */
export interface VocabularyLine {
  readonly slot: Slot
  readonly value: string
  readonly words: readonly string[]
}

export interface Meaning {
  readonly slot: Slot
  readonly value: string
}

/** Every word that a register question may be made of. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, Meaning>
  /** Words worth repairing a homophone typo toward. */
  readonly repairable: readonly string[]
  readonly longest: number
}

/** Words are folded the same way everywhere: full width to half, lower case, no white space, no brackets. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}“”‘’"'《》「」『』【】<>·]/g, '')
}

/**
 * Reads data/register/vocabulary.txt.
 * @throws Problem where a line begins with an unknown kind of word
 */
export function readVocabulary(text: string): VocabularyLine[] {
  const wrong: string[] = []
  const lines = text.split('\n').flatMap((line, at) => {
    const [kind, value, ...words] = line.trim().split(/\s+/)
    if (kind === undefined || kind === '' || kind.startsWith('#')) return []
    const slot = slots.find((it) => it === kind)
    if (slot === undefined || value === undefined) {
      wrong.push(`第${at + 1}行“${kind}”`)
      return []
    }
    return [{ slot, value, words }]
  })
  if (wrong.length === 0) return lines
  throw new Problem(
    `vocabulary.txt 里有认不出的词类：${wrong.join('、')}。`,
    `每行应为“词类 含义 词 词 …”，词类只能是 ${slots.join(' ')}。`,
  )
}

/** The lexicon of a register: its vocabulary, the zones' names, and the tables' captions, columns and cells. */
export function makeLexicon(
  vocabulary: readonly VocabularyLine[],
  zones: readonly Zone[],
  tables: readonly RegisterTable[],
): Lexicon {
  const words = new Map<string, Meaning>()
  const repairable = new Set<string>()
  const learn = (word: string, slot: Slot, value: string, repair = false) => {
    const folded = fold(word)
    if (folded === '' || words.has(folded)) return
    words.set(folded, { slot, value })
    if (repair && folded.length > 1) repairable.add(folded)
  }
  for (const line of vocabulary) {
    for (const word of line.words) learn(word, line.slot, line.value, hard.has(line.slot))
  }
  for (const province of provinces) {
    for (const name of [province.short, province.full]) learn(name, 'province', province.short, true)
    for (const name of province.alsoCalled) learn(name, 'province', province.short)
  }
  for (const zone of zones) {
    for (const name of [zone.name, zone.short, ...zone.aliases]) {
      learn(name, 'zone', zone.id, true)
      learn(zone.province + name, 'zone', zone.id)
    }
    learn(bare(zone), 'zone', zone.id)
  }
  for (const zone of zones)
    for (const place of placesOf(zone)) learn(place, 'place', place.replace(/市$/, ''))
  tables.forEach((table, at) => {
    const key = String(at)
    if (table.label !== '') learn(table.label, 'table', key)
    for (const name of [table.caption, ...table.names]) learn(name, 'table', key)
    for (const hint of table.hints ?? []) learn(hint, 'hint', key)
    for (const [name, column] of Object.entries(table.columns)) learn(name, 'column', `${key}|${column}`)
    if (isZoneList(table)) return
    for (const row of table.rows) {
      row.forEach((cell) => {
        if (cell.length > 1) learn(withoutUnit(cell), 'cell', `${key}|${cell}`)
      })
    }
  })
  return {
    words,
    repairable: [...repairable],
    longest: Math.max(...[...words.keys()].map((it) => it.length)),
  }
}

const hard: ReadonlySet<Slot> = new Set([
  'list',
  'measure',
  'subject',
  'type',
  'region',
  'chronicle',
  'theme',
])

/** 表1 and 表2 are lists of zones: questions about them are questions about the register. */
export function isZoneList(table: RegisterTable): boolean {
  return table.main === '实验区'
}

/** A cell without its unit in brackets, e.g. 新生儿死亡率 of 新生儿死亡率（‰）. */
export function withoutUnit(cell: string): string {
  return cell.replace(/[（(][^（()）]*[)）]\s*$/, '').trim()
}

/** The prefectures within a zone's name, e.g. 苏州 and 苏州市 of 江苏省苏州市张家港市. */
function placesOf(zone: Zone): string[] {
  const province = provinces.find((it) => zone.name.startsWith(it.full))
  const inner = province ? zone.name.slice(province.full.length) : zone.name
  const place = /^(.{2,}?)(市|地区|自治州|区)(?=.{2,})/.exec(inner)
  return place?.[1] === undefined ? [] : [place[1], `${place[1]}市`]
}

function bare(zone: Zone): string {
  const province = provinces.find((it) => zone.name.startsWith(it.full))
  return province ? zone.name.slice(province.full.length) : zone.name
}
