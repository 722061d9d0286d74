import type { Catalogue } from '../core/locale.ts'

interface MatchCliWords {
  readonly match: string
  readonly for: string
  readonly profiles: string
  readonly import: string
  readonly file: string
  readonly network: string
  readonly map: string
  readonly out: string
  readonly assistance: string
  readonly capacity: string
  readonly on: string
  readonly onRepaired: string
  readonly day: string
  readonly plan: string
  readonly repair: string
  readonly rounds: string
  readonly tables: string
  readonly only: string
  readonly away: string
  readonly apart: string
  readonly together: string
  readonly name: string
  readonly workbook: string
  readonly from: string
  readonly gone: string
  readonly late: string
  written(file: string): string
  notWritten(file: string, why: string): readonly [string, string]
  badEnding(file: string, endings: readonly string[]): readonly [string, string]
  notANumber(typed: string): readonly [string, string]
  notADay(typed: string): readonly [string, string]
  badAway(typed: string): readonly [string, string]
  badPair(typed: string): readonly [string, string]
  badLate(typed: string): readonly [string, string]
}

export const matchWords: Catalogue<MatchCliWords> = {
  'zh-CN': {
    match: '为需求和供给找合适的伙伴，附理由',
    for: '只看这个单位的，名称或简称',
    profiles: '需求、供给和三个共享库',
    import: '从 .csv 或 .xlsx 导入需求和供给；有一行不对就一行也不导入',
    file: '表格文件，列：类型、单位、一句话、内容、领域、场景、方式、阶段、愿接待考察、对口支援、能给、希望、给谁看、有效到',
    network: '画联盟的网络：谁和谁见过，谈的什么',
    map: '改画各省各领域的需求和供给',
    out: '要写入的 .svg 或 .png 文件',
    assistance: '对口支援：谁帮谁，一次排好',
    capacity: '一家最多帮几家，默认 2',
    on: '哪一天，默认今天',
    onRepaired: '改哪一天的，默认今天或以后最近的一次，已发给各单位的优先',
    day: '交流日：一轮一轮的一对一会面',
    plan: '排一次交流日',
    repair: '当天有人迟到、离开，用最少的改动重排',
    rounds: '几轮',
    tables: '几张桌',
    only: '只排这些单位，以、分开；不写则所有发布了需求或供给的单位',
    away: '谁哪几轮不在，例如 宜兴市:2,3、贵溪市:1',
    apart: '这一天不要排在一起的，例如 宜兴市×贵溪市；屏蔽的不用写',
    together: '这一天最好排在一起的，例如 宁海县×丰顺县；想认识的不用写',
    name: '交流日的名称，默认是当天的日期',
    workbook: '另存一份 .xlsx 或 .pdf：总表和各单位日程，PDF 一家一页',
    from: '从第几轮起可以改',
    gone: '离开的单位，以、分开',
    late: '迟到的单位和到场的轮次，例如 宜兴市:3、贵溪市:4',
    written: (file) => `已写入 ${file}。`,
    notWritten: (file, why) => [`${file} 写不进去：${why}。`, '请检查文件夹和权限。'],
    badEnding: (file, endings) => [
      `「${file}」的格式写不了，什么也没有做。`,
      `请用 ${endings.join(' 或 ')} 结尾的文件名。`,
    ],
    notANumber: (typed) => [`「${typed}」不是 1 以上的整数。`, '例如 --rounds 6 --tables 40。'],
    notADay: (typed) => [`「${typed}」不是一天。`, '请写成 2015-05-20 这样。'],
    badAway: (typed) => [`看不懂「${typed}」。`, '请写成 宜兴市:2,3 这样：单位:不在的轮次。'],
    badPair: (typed) => [`看不懂「${typed}」。`, '请写成 宜兴市×贵溪市 这样，一对中间用 ×。'],
    badLate: (typed) => [`看不懂「${typed}」。`, '请写成 宜兴市:3 这样：单位:到场的轮次。'],
  },
  en: {
    match: 'partners for needs and offers, with reasons',
    for: 'of this organization alone',
    profiles: 'needs, offers and the three shared libraries',
    import: 'bring in needs and offers from .csv or .xlsx; all rows or none',
    file: 'the sheet; columns: kind, owner, title, what, field, setting, form, stage, visits, helps, gives, asks, shown, until',
    network: 'draw the network of the alliance: who met whom, about what',
    map: 'draw needs and offers by province and field instead',
    out: 'the .svg or .png file to write',
    assistance: 'paired assistance: who helps whom, for all at once',
    capacity: 'how many zones one helper can take, 2 by default',
    on: 'its day, today by default',
    onRepaired: 'the day to repair; by default the next one, one that was sent before a draft',
    day: 'exchange day: rounds of meetings of two',
    plan: 'plan an exchange day',
    repair: 'somebody is late or has left: plan again with the fewest changes',
    rounds: 'how many rounds',
    tables: 'how many tables',
    only: 'these organizations alone, separated by 、 or commas; all that have something published otherwise',
    away: 'who is away in which rounds, e.g. 宜兴市:2,3、贵溪市:1',
    apart: 'who must not meet on this day, e.g. 宜兴市×贵溪市; blocks count by themselves',
    together: 'who should meet on this day, e.g. 宁海县×丰顺县; wishes to be introduced count by themselves',
    name: 'the name of the day; its date where left out',
    workbook: 'write the board and all timetables to this .xlsx or .pdf file, too; the PDF has a page each',
    from: 'the first round that may be changed',
    gone: 'who has left',
    late: 'who comes late and in which round they arrive, e.g. 宜兴市:3',
    written: (file) => `${file} is written.`,
    notWritten: (file, why) => [`${file} cannot be written: ${why}.`, 'Check the folder and your rights.'],
    badEnding: (file, endings) => [
      `${file}: that kind of file is not written here, and nothing was done.`,
      `Give it a name that ends with ${endings.join(' or ')}.`,
    ],
    notANumber: (typed) => [`"${typed}" is no whole number above 0.`, 'For example --rounds 6 --tables 40.'],
    notADay: (typed) => [`"${typed}" is no day.`, 'Write it like 2015-05-20.'],
    badAway: (typed) => [`"${typed}" cannot be read.`, 'Write it as NAME:2,3.'],
    badPair: (typed) => [`"${typed}" cannot be read.`, 'Write it as NAME×NAME.'],
    badLate: (typed) => [`"${typed}" cannot be read.`, 'Write it as NAME:ROUND.'],
  },
}
