import { did, doers, helper, looksAround, opener, us, wanted, whom, wish } from './spoken-words.ts'

/** What it is about, in one line: the first clause that says it, without who wants it and whom they ask. Pure. */
export function titleIn(text: string): string {
  const said = text.trim().replace(/\s+/g, ' ')
  return (gistsIn(said)[0] ?? said).slice(0, LONGEST_TITLE)
}

/** What is said of the matter: without who wants it, whom they ask and what they hope of them. Pure. */
export function gistOf(text: string): string {
  return gistsIn(text).join('，')
}

/** A title is read in one line of a list. */
const LONGEST_TITLE = 60

function gistsIn(text: string): readonly string[] {
  const clauses = text
    .normalize('NFKC')
    .trim()
    .replace(new RegExp(`^${opener}+`), '')
    .split(/[，,。；;？?！!：:\n]/)
    .map((it) => it.trim())
  const telling = clauses.filter((it) => !onlyAsks.some((asks) => asks.test(it)))
  const matters = telling.map(bare).filter((it) => it.length >= 2)
  // Where one clause asks and tells at once: 谁家会治沙.
  return matters.length > 0 ? matters : clauses.map(bare).filter((it) => it.length >= 2)
}

/** Clauses that say nothing of the matter: 有没有做过的, 谁需要, 求支招, 欢迎来看, 我们想学. */
const onlyAsks: readonly RegExp[] = [
  new RegExp(`^.{0,2}${whom}.{0,4}?(?:${doers}|有|${wanted}).{0,6}$`),
  new RegExp(`^.{0,2}(?:${looksAround})$`),
  new RegExp(`^(?:${us})?也?(?:想|要)(?:学|认识|合作|请教|去看|取经)`),
  /^(?:求|欢迎|愿意|可以|乐意|能).{0,6}$/,
  /^(?:谁|有)?.{0,2}(?:需要|想学|想要)的/,
  /^(?:请|可以|来|随时)*(?:联系|找)我们$/,
]

/** What stands around the matter in a clause, in the order in which it is taken off. */
const around: readonly RegExp[] = [
  new RegExp(`^(?:${us}的?)?(?:${wish})?`),
  /^去?(?:求推荐|求助|寻找|找|求|请|认识|拜访)(?:一下|[一几]?[个位家])?/,
  /^(?:有没有|有谁|谁家?)?(?:有?哪[个家里儿位些](?:单位|实验区|[区县市]把?)?)?人?/,
  /^(?:也|都|已经|随时|现在)*(?:可以|能够|能|愿意|乐意)(?:免费|无偿)?(?=提供|教|分享|传授|派|给|接待|支援|输出|转让)/,
  /^(?:提供|(?:教|分享|传授|给)(?:给)?(?:大家|各区|兄弟单位)?)/,
  new RegExp(`^(?:${did}|懂|擅长|会|学(?!校|生))`),
  /^(?:有(?!没有|谁|机)|掌握|缺少?(?!水|得)|一套|一个)+/,
  new RegExp(`的(?:都|可以|都可以)?(?:来|联系|找)${us}$`),
  new RegExp(`的好?${helper}(?:聊聊|聊一聊|问问|交流|请教|合作)?[吗呢啊]?$`),
]

function bare(clause: string): string {
  return around.reduce((left, one) => left.replace(one, ''), clause).trim()
}
