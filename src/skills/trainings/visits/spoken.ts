import { type Meant, sentenceReader } from '../sentences.ts'

/** What somebody wants of visits in plain words; `named` is the zone they mean. */
export type SpokenVisit = Meant<'open' | 'ours' | 'offer' | 'ask'>

const thing = '(?:互访|跟岗(?:学习)?)'
const we = '(?:我们?|咱们?|我区|本区)'
const wish = '(?:想|要|想要|希望|打算)'
const named = '(?<named>[^，。,？?哪什啥谁]{2,20}?)'

/** Whole sentences of a speaker about themselves; what a document says of 互访 is a question of policy. */
const sentences: readonly (readonly [SpokenVisit['verb'], string])[] = [
  ['ask', `${we}?${wish}(?:派人|带队)?(?:去|到)${named}(?:进行|参加)?${thing}`],
  ['ask', `${we}?(?:申请|报名)(?:去|到)${named}${thing}`],
  ['ask', `${we}?${wish}(?:和|跟|与)${named}(?:搞|做|进行)?互访`],
  ['ask', 'i want to visit (?<named>.{2,30})'],
  ['offer', `${we}?(?:可以|能|愿意|${wish})(?:接待|提供)(?:别的区|其他区|外地|兄弟区)?(?:来)?的?${thing}`],
  ['offer', `(?:发布|登记|提供)${thing}(?:接待)?`],
  ['ours', `(?:看看|查看)?${we}(?:区)?的${thing}(?:安排|申请)?`],
  ['ours', `${we}(?:申请|约)(?:了|过)(?:哪些|什么)${thing}`],
  ['ours', 'our visits|my visits'],
  ['open', `(?:现在|最近|近期)?(?:都)?(?:有没有|有)(?:哪些|什么|啥)?(?:地方|区|单位)?(?:可以|能)${thing}`],
  ['open', `(?:现在|最近|近期)?(?:都)?有(?:哪些|什么|啥)${thing}(?:机会)?(?:可以申请)?`],
  ['open', `(?:现在|最近)?(?:哪里|哪些区|哪个区|谁)(?:可以|能|愿意)(?:接待)?${thing}`],
  ['open', `${we}?${wish}(?:参加|申请|去)?${thing}`],
  ['open', thing],
  ['open', 'what visits are (?:there|open)|open visits'],
]

/** What a sentence asks of this skill; undefined where it is none of its own. Pure. */
export const readSpokenVisit = sentenceReader(sentences)
