/** What a sentence wants: to be helped, or to help. */
export type Spoken = 'need' | 'offer'

const us = '(?:(?:我们?|咱们?|本)(?:这边|这里|区|县|市|镇|州|旗|实验区|单位|办公室)|咱们?|我们?)'
/** 想知道, 想问 ask for words; what is wished for here is done with hands. */
const wish =
  '(?:现在|今年|最近|目前|正|也|很|一直|都)*(?:想|要|打算|准备|希望|需要|急需|正在|计划)(?!知道|了解|问|查|咨询|确认|看看|看一下|弄清|搞清|参加|报名|听)'
const did = '(?:做|干|搞|试|治|建|用|管|碰到|遇到|办|修复|处理|解决)过'
const doers = `(?:${did}|做成|做得好|有经验|有办法|懂行|经验|能帮|帮忙|帮得上|合作|技术|专家|团队|兄弟(?:单位|实验区|区)?|实验区|地方|单位|同行|的)`
const asksAround = '(?:有没有|有谁|谁|哪个|哪家|哪里|哪些|哪位|谁家|求|找)'
const next = '[，,。；;!?\\s]'

const needs: readonly RegExp[] = [
  // 我们想治重金属污染的土壤，有没有做过的？
  new RegExp(`^${us}${wish}.{2,}${next}.{0,6}${asksAround}.{0,16}${doers}`),
  // 我们这边尾矿库没人管，谁做过？ 我们区缺污水处理的技术，哪里有？
  new RegExp(
    `^${us}.{0,12}(?:缺|缺少|没有|没人|难在|苦于|发愁|头疼|不会|解决不了).*${next}.{0,6}${asksAround}.{0,16}(?:${doers}|有)`,
  ),
  // 想找做过湿地修复的实验区
  new RegExp(
    `^(?:${us})?(?:想|要|求|急)?(?:找|寻找|求助).{0,4}${did}.{2,}的(?:实验区|单位|地方|团队|专家|同行|人)`,
  ),
  // 有没有人做过重金属土壤修复？我们想学
  new RegExp(`^${asksAround}.{0,6}${did}.{2,}${next}${us}(?:也)?(?:想|要)(?:学|认识|合作|请教|去看)`),
  /^we (?:want|would like|need|are looking|plan|hope)\b.{4,}\b(?:has anyone|has anybody|has any zone|who has|does anyone|is there anyone|anyone who)\b/i,
]

const offers: readonly RegExp[] = [
  // 我们有一套废铜回收的技术，谁需要？ 我们愿意接待考察……有没有需要的
  new RegExp(
    `^${us}(?:这边|这里)?(?:已经|也|现在)*(?:有|做成了|能提供|可以提供|愿意提供|能给|可以教|掌握).{2,}[，,。；;\\s].{0,6}(?:谁|哪个|哪家|哪里|有没有|有谁).{0,12}(?:需要|想要|用得上|感兴趣|想学|要)`,
  ),
  /^we (?:have|can offer|offer|can share)\b.{4,}\b(?:who needs|does anyone need|anyone interested|is anyone interested)\b/i,
]

/**
 * Words of policy: whoever says them wants to know what is required, not who has done it. A need can wait for a form; a
 * policy question that got a form for an answer is lost.
 */
const policy =
  /政策|规定|文件|办法|条例|通知|要点|纲要|要求|条件|标准|指标|申报|申请|验收|评估|审批|批复|材料|流程|程序|手续|截止|期限|什么时候|何时|报送|报告|报表|补助|补贴|经费|资金支持|专项|立项|资格|依据|出处|第[一二三四五六七八九十百\d]+条|policy|polic|rule|regulation|requirement|deadline|document|subsid|appl(?:y|ication)|acceptance/i

/** Whether a sentence looks for somebody who has done a thing, or offers one; undefined for everything else. Pure. */
export function spokenWish(text: string): Spoken | undefined {
  const said = text.normalize('NFKC').trim()
  if (policy.test(said)) return undefined
  if (needs.some((it) => it.test(said))) return 'need'
  return offers.some((it) => it.test(said)) ? 'offer' : undefined
}

/** What it is about, in one line: the sentence without who wants it and whom they ask. Pure. */
export function titleIn(text: string): string {
  const said = text.trim().replace(/\s+/g, ' ')
  const clauses = said.split(/[，,。；;？?！!]/).map((it) => it.trim())
  const first = clauses[0] ?? said
  const bare = first
    .normalize('NFKC')
    .replace(new RegExp(`^(?:${us})?(?:${wish})?`), '')
    .replace(new RegExp(`^(?:找|寻找|求助|有没有人?|有谁|谁)${did}`), '')
    .replace(/^(?:有(?!没有|谁)|能提供|可以提供|愿意提供|能给|缺少?|一套|一个)+/, '')
    .trim()
  return (bare.length >= 4 ? bare : said).slice(0, LONGEST_TITLE)
}

/** A title is read in one line of a list. */
const LONGEST_TITLE = 60
