import type { Catalogue } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import type { Measures } from '../pairing/measures.ts'

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
  readonly whom: string
  page(number: number, of: number): string
  readonly keepIt: string
  at(table: number, others: string): string
  readonly rest: string
  readonly away: string
  measures(it: Measures): string
  changed(names: readonly string[]): string
  readonly nobodyChanged: string
  /** Two who are to meet and must not. */
  torn(one: string, other: string): Told
  mine(name: string, id: string): string
  readonly assistance: {
    title(pairs: number): string
    readonly none: string
    readonly header: readonly string[]
    missing(name: string): string
    spare(name: string, left: number): string
    capacity(each: number): string
    readonly again: string
  }
  readonly face: {
    readonly noneYet: string
    readonly plan: string
    readonly publish: string
    readonly repair: string
    readonly print: string
    show(id: string, sent: boolean): string
    printed(sheets: number): string
    unprintable(names: readonly string[]): string
    readonly file: string
    readonly draft: string
    readonly published: string
    unsent(participants: number): string
    changed(names: readonly string[]): string
    told(names: readonly string[]): string
    unheard(names: readonly string[]): string
    readonly toldAlready: string
    readonly howToRead: string
    readonly instead: string
  }
  unreadNumber(typed: string): Told
  unreadCount(typed: string): Told
  noRound(from: number, rounds: number): Told
  notComing(name: string): Told
  noSuchDay(on: string): Told
  noAwayRound(name: string, round: number, rounds: number): Told
  itself(name: string): Told
  notInvited(name: string): Told
  goneAndLate(name: string): Told
  readonly nobodyNamed: Told
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
    whom: '见谁',
    page: (number, of) => `第 ${number} 页，共 ${of} 页`,
    keepIt: '请带着这一页。当天有变动，以机器人后发的日程为准；来不了请早点告诉实验区办公室。',
    at: (table, others) => `${table} 号桌：${others}`,
    rest: '休息',
    away: '不在场',
    measures: ({ coverage, repeats, wishes, gap, gini, blocking }) =>
      `至少见一家的：${Math.round(coverage * 100)}%；重复：${repeats}；如愿：${wishes.met}/${wishes.of}；每一轮与最优上界相差不超过 ${(gap * 100).toFixed(1)}%；` +
      `见面次数不均（基尼系数）：${gini.toFixed(2)}；彼此更合适而没有排上的：${blocking} 对`,
    changed: (names) => `日程有变、要当面告诉的：${names.join('、')}`,
    nobodyChanged: '别人的日程都没有变。',
    torn: (one, other) => [`${one}和${other}又要见、又不要见。`, '请在 --apart 和 --together 里只留一处。'],
    mine: (name, id) => `${name}在交流日 ${id} 的日程`,
    assistance: {
      title: (pairs) => `对口支援：${pairs} 对`,
      none: '还排不出对口支援：需求和供给里要有单位在「补充」里选了「对口支援」。',
      header: ['支援方', '受援方', '契合'],
      missing: (name) => `${name}还没有合适的支援方`,
      spare: (name, left) => `${name}还能再帮 ${left} 家`,
      capacity: (each) => `按一家最多帮 ${each} 家排的；各家说法不同，点「换个数再排」。`,
      again: '换个数再排',
    },
    face: {
      noneYet: '还没有排过交流日。',
      plan: '排交流日',
      publish: '把日程发给各单位',
      repair: '有人来不了、迟到',
      print: '打印（PDF）',
      show: (id, sent) => `看 ${id}${sent ? '' : '（草稿）'}`,
      printed: (sheets) => `总表和 ${sheets} 家的日程，一家一页，可以直接打印。`,
      unprintable: (names) => `有字印不出来，纸上写成了编码，请核对：${names.join('、')}`,
      file: '交流日',
      draft: '这是草稿，各单位还看不到。看好了再发：每家只收到自己的日程。',
      published: '日程已经发给各单位；改动之后，只告诉有变化的单位。',
      unsent: (it) => `有 ${it} 家的日程和发给他们的不一样，还没有发。`,
      changed: (names) => `日程有变的：${names.join('、')}`,
      told: (names) => `已把日程发给 ${names.length} 家：${names.join('、')}`,
      unheard: (names) => `还没有人加入、收不到的，请当面或打电话告诉：${names.join('、')}`,
      toldAlready: '各单位手里的日程都是最新的，没有再发。',
      howToRead:
        '桌号和对方都在上面，附件是可以打印的一页（没有收到附件，用「/alliance match view:timetable」再取）。当天有变动会再发一张；来不了请早点告诉实验区办公室。',
      instead:
        '日程有变动，以这一张为准，附件是新印的一页（没有收到附件，用「/alliance match view:timetable」再取）。',
    },
    unreadNumber: (typed) => [
      `「${typed}」没有看懂，什么也没有改。`,
      '请写单位和数，例如「贵溪市 1-2」「龙岩市 3」，几家用、分开。',
    ],
    unreadCount: (typed) => [`「${typed}」不是一个数。`, '请写一个大于 0 的整数，例如 6。'],
    noRound: (from, rounds) => [`没有第 ${from} 轮，这一天一共 ${rounds} 轮。`, '请写还没有开始的那一轮。'],
    notComing: (name) => [`${name}不在这一天的名单里。`, '请用「/alliance match view:timetable」看名单。'],
    noAwayRound: (name, round, rounds) => [
      `${name}不在的第 ${round} 轮没有：这一天一共 ${rounds} 轮，什么也没有排。`,
      '请改成有的轮次，或增加轮数。',
    ],
    itself: (name) => [`${name}和它自己排不到一起，什么也没有排。`, '请写两家不同的单位。'],
    notInvited: (name) => [
      `${name}不参加这一天，什么也没有排。`,
      '请把它加进参加的单位，或不要写它。不写参加的单位时，只排发布了需求或供给的。',
    ],
    goneAndLate: (name) => [`${name}又走了、又迟到，日程没有改。`, '请只留一处。'],
    noSuchDay: (on) => [
      `${on} 没有排过交流日。`,
      '请写排过的那一天，例如 --on 2014-09-01；不写 --on 就是今天或以后最近的一次。',
    ],
    nobodyNamed: ['没有写谁来不了、谁迟到，日程没有改。', '请至少写一家。'],
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
    whom: 'With',
    page: (number, of) => `Page ${number} of ${of}`,
    keepIt:
      'Keep this page with you. What the bot sends later on the day holds; if you cannot come, tell the zone office early.',
    at: (table, others) => `Table ${table}: ${others}`,
    rest: 'rest',
    away: 'away',
    measures: ({ coverage, repeats, wishes, gap, gini, blocking }) =>
      `With at least one meeting: ${Math.round(coverage * 100)}%; repeats: ${repeats}; wishes that came true: ${wishes.met}/${wishes.of}; each round at most ${(gap * 100).toFixed(1)}% below its bound; ` +
      `Gini of meetings: ${gini.toFixed(2)}; pairs that would both rather have met: ${blocking}`,
    changed: (names) => `To be told that their timetable changed: ${names.join(', ')}`,
    nobodyChanged: 'Nobody else’s timetable changed.',
    torn: (one, other) => [
      `${one} and ${other} are to meet, and must not.`,
      'Name them in one of --apart and --together only.',
    ],
    mine: (name, id) => `Timetable of ${name} on exchange day ${id}`,
    assistance: {
      title: (pairs) => `Paired assistance: ${pairs} pairs`,
      none: 'Nobody can be paired yet: needs and offers have to say "paired assistance" under "Add more".',
      header: ['Helper', 'Helped', 'Fit'],
      missing: (name) => `${name} has no suitable helper yet`,
      spare: (name, left) => `${name} could take ${left} more`,
      capacity: (each) => `With ${each} zones a helper at most; change it with "Other numbers".`,
      again: 'Other numbers',
    },
    face: {
      noneYet: 'No exchange day has been planned yet.',
      plan: 'Plan a day',
      publish: 'Send the timetables',
      repair: 'Somebody is away or late',
      print: 'Print (PDF)',
      show: (id, sent) => `See ${id}${sent ? '' : ' (draft)'}`,
      printed: (sheets) => `The board and ${sheets} timetables, a page each, ready to print.`,
      unprintable: (names) =>
        `Some characters cannot be printed and stand on paper as codes; please check: ${names.join(', ')}`,
      file: 'exchange-day',
      draft:
        'A draft that nobody else sees. Send it when it is good: each participant gets its own timetable alone.',
      published: 'The timetables have been sent; of changes only those hear whom they concern.',
      unsent: (it) => `${it} timetables differ from what was sent, and have not been sent.`,
      changed: (names) => `Whose timetable changed: ${names.join(', ')}`,
      told: (names) => `Timetables are on their way to ${names.length}: ${names.join(', ')}`,
      unheard: (names) => `Nobody of them has joined, so please tell them yourself: ${names.join(', ')}`,
      toldAlready: 'Everybody has the newest timetable; nothing was sent.',
      howToRead:
        'Tables and partners stand above and on the attached page; if no page came, ask with /alliance match view:timetable. Changes on the day are sent. If you cannot come, tell the zone office early.',
      instead:
        'Your timetable has changed; this one and the attached page hold. If no page came, ask with /alliance match view:timetable.',
    },
    unreadNumber: (typed) => [
      `"${typed}" was not understood, and nothing was changed.`,
      'Write an organization and a number, e.g. "贵溪市 1-2".',
    ],
    unreadCount: (typed) => [`"${typed}" is no number.`, 'Write a whole number above 0, e.g. 6.'],
    noRound: (from, rounds) => [
      `There is no round ${from}; the day has ${rounds}.`,
      'Write one that has not begun.',
    ],
    notComing: (name) => [`${name} does not take part in this day.`, 'See /alliance match view:timetable.'],
    noAwayRound: (name, round, rounds) => [
      `${name} is to be away in round ${round}; the day has ${rounds}. Nothing was planned.`,
      'Name rounds that there are, or plan more.',
    ],
    itself: (name) => [`${name} cannot meet itself. Nothing was planned.`, 'Name two organizations.'],
    notInvited: (name) => [
      `${name} does not take part in this day. Nothing was planned.`,
      'Add it to those who do, or leave it out. Where nobody is named, those take part who have something published.',
    ],
    goneAndLate: (name) => [
      `${name} is said to have left and to be late. Nothing was changed.`,
      'Name it once.',
    ],
    noSuchDay: (on) => [
      `No exchange day was planned for ${on}.`,
      'Name the date of one that was, e.g. --on 2014-09-01; without --on it is the next one.',
    ],
    nobodyNamed: ['Nobody was named, and nothing was changed.', 'Please write who is away or late.'],
  },
}
