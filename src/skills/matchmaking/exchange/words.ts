import type { Catalogue } from '../../../core/locale.ts'

interface ExchangeWords {
  title(id: string, participants: number, rounds: number, tables: number): string
  readonly board: string
  readonly personal: string
  readonly round: (number: number) => string
  readonly roundHead: string
  readonly tableHead: string
  readonly topic: string
  about(need: string, offer: string): string
  readonly acquaintance: string
  readonly who: string
  at(table: number, others: string): string
  readonly rest: string
  readonly away: string
  measures(coverage: number, repeats: number, wishes: string, gap: number): string
  changed(names: readonly string[]): string
  readonly nobodyChanged: string
  mine(name: string, id: string): string
  readonly assistance: {
    title(pairs: number): string
    readonly none: string
    readonly header: readonly string[]
    missing(name: string): string
    spare(name: string, left: number): string
  }
}

export const exchangeWords: Catalogue<ExchangeWords> = {
  'zh-CN': {
    title: (id, participants, rounds, tables) =>
      `交流日 ${id}：${participants} 家，${rounds} 轮，${tables} 张桌`,
    board: '总表',
    personal: '各单位日程',
    round: (number) => `第 ${number} 轮`,
    roundHead: '轮次',
    tableHead: '桌号',
    topic: '先谈什么',
    about: (need, offer) => `${need} ← ${offer}`,
    acquaintance: '互相认识',
    who: '单位',
    at: (table, others) => `${table} 号桌：${others}`,
    rest: '休息',
    away: '不在场',
    measures: (coverage, repeats, wishes, gap) =>
      `至少见一家的：${Math.round(coverage * 100)}%；重复：${repeats}；如愿：${wishes}；与最优上界相差不超过 ${(gap * 100).toFixed(1)}%`,
    changed: (names) => `日程有变、要当面告诉的：${names.join('、')}`,
    nobodyChanged: '别人的日程都没有变。',
    mine: (name, id) => `${name}在交流日 ${id} 的日程`,
    assistance: {
      title: (pairs) => `对口支援：${pairs} 对`,
      none: '还排不出对口支援：需求和供给里要有单位在「补充」里选了「对口支援」。',
      header: ['支援方', '受援方', '契合'],
      missing: (name) => `${name}还没有合适的支援方`,
      spare: (name, left) => `${name}还能再帮 ${left} 家`,
    },
  },
  en: {
    title: (id, participants, rounds, tables) =>
      `Exchange day ${id}: ${participants} participants, ${rounds} rounds, ${tables} tables`,
    board: 'Board',
    personal: 'Timetables',
    round: (number) => `Round ${number}`,
    roundHead: 'Round',
    tableHead: 'Table',
    topic: 'Talk about',
    about: (need, offer) => `${need} ← ${offer}`,
    acquaintance: 'getting to know each other',
    who: 'Participant',
    at: (table, others) => `Table ${table}: ${others}`,
    rest: 'rest',
    away: 'away',
    measures: (coverage, repeats, wishes, gap) =>
      `With at least one meeting: ${Math.round(coverage * 100)}%; repeats: ${repeats}; wishes that came true: ${wishes}; at most ${(gap * 100).toFixed(1)}% below the bound`,
    changed: (names) => `To be told that their timetable changed: ${names.join(', ')}`,
    nobodyChanged: 'Nobody else’s timetable changed.',
    mine: (name, id) => `Timetable of ${name} on exchange day ${id}`,
    assistance: {
      title: (pairs) => `Paired assistance: ${pairs} pairs`,
      none: 'Nobody can be paired yet: needs and offers have to say "paired assistance" under "Add more".',
      header: ['Helper', 'Helped', 'Fit'],
      missing: (name) => `${name} has no suitable helper yet`,
      spare: (name, left) => `${name} could take ${left} more`,
    },
  },
}
