import {
  did,
  doers,
  hands,
  helper,
  learning,
  looksAround,
  next,
  opener,
  us,
  wanted,
  ways,
  wellDone,
  whom,
  wish,
} from './spoken-words.ts'

/** What a sentence wants: to be helped, or to help. */
export type Spoken = 'need' | 'offer'

const asRegExps = (...sources: readonly string[]) => sources.map((it) => new RegExp(`^${opener}*${it}`))

/** Both in one sentence: what is the matter here, and who has done it. */
const needs: readonly RegExp[] = [
  ...asRegExps(
    // 我们想治重金属污染的土壤，有没有做过的？ 我们市计划建海绵城市，想找有经验的兄弟单位
    `${us}${wish}.{2,}${next}.{0,6}${whom}.{0,16}${doers}`,
    // 我们这边尾矿库没人管，谁做过？ 俺们县垃圾没地方埋了，哪家搞得好？
    `.{0,12}${us}.{2,}${next}.{0,2}${whom}.{0,10}(?:${did}|${wellDone}|${ways}|会${hands}|懂|能(?:治|教|帮))`,
    // 我们想治盐碱地，有做过的吗？ 老旧小区改造我们搞不动了，求经验
    `.{0,12}${us}.{2,}${next}(?:${us}|很)?(?:${looksAround})[。！!？?]*$`,
    // 我们区缺污水处理的技术，哪里有？
    `${us}.{0,12}(?:缺|没有|没人).*${next}.{0,6}${whom}.{0,16}有`,
    // 尾矿库渗漏怎么治，有做过的吗
    `.{2,}(?:怎么|咋|如何)(?:治|办|弄|搞|做|处理|解决|恢复|修复|改造)[^？?]*${next}.{0,4}(?:${looksAround}|${whom}(?:家)?(?:有没有|是不是)?${did})`,
    // 我们想找个懂矿山复绿的专家 想找做过湿地修复的实验区
    `(?:${us})?(?:${wish}|求|急)?去?(?:找|寻找|求助|请|对接|认识|拜访)(?:一下|[一几]?[个位家])?.{0,4}(?:${did}|懂(?!行)|会|能${hands}|擅长|${hands}).*的好?${helper}(?:聊聊|聊一聊|问问|交流|请教|合作|学习|帮帮忙)?[。！!？?]*$`,
    // 谁家会治沙
    `(?:谁家?|哪家|哪位|有谁|有没有人|有没有谁)(?:会|懂|能)(?:怎么)?${hands}.+`,
    // 有没有人做过重金属土壤修复？我们想学 哪个县把空心村治好了？我们想去看看
    `${whom}.{0,20}(?:${did}|${wellDone}).*${next}(?:${us}也?(?:很|都)?(?:想|要)${learning}|也?想请教)`,
    // 有没有做垃圾分类的区 有懂海绵城市的专家吗; 「有没有做得好的地方」 asks the documents
    `有(?:没有)?(?:做|搞|治|懂|会|擅长)(?!得|的|过|什么|哪).{2,}的(?!地方)${helper}[吗呢啊]?[？?]?$`,
    // 我们想跟人学学怎么养稻田蟹
    `${us}${wish}(?:去|找|到|跟|向).{0,12}(?:取个?经|取取经|学学|学一学|请教|拜师)(?!.*(?:啥|什么|哪|怎样|[?？]))`,
  ),
  /^we (?:want|would like|need|are looking|plan|hope)\b.{4,}\b(?:has anyone|has anybody|has any zone|who has|does anyone|is there anyone|anyone who)\b/i,
]

const offers: readonly RegExp[] = [
  ...asRegExps(
    // 我们有一套废铜回收的技术，谁需要？
    `${us}(?:已经|也|现在)*(?:有|做成了|能提供|可以提供|愿意提供|能给|可以教|掌握).{2,}${next}.{0,6}(?:谁|哪个|哪家|哪里|哪位|有没有|有谁|有).{0,12}${wanted}`,
    // 我们可以提供养殖污染治理经验 我们愿意教大家种草治沙
    `${us}(?:也|都|随时)*(?:可以|能|能够|愿意|乐意)(?:免费|无偿|给大家|给各区|给兄弟单位)?(?:提供|教|分享|传授|派|支援|输出|转让|接待|带).{2,}`,
    // 我们有治沙的经验，愿意教大家 我们的河长制做法可以分享给兄弟县
    `${us}.{2,}(?:经验|技术|办法|做法|模式|团队|专家|本事|一套|成功|${wellDone}).{0,4}${next}?(?:愿意|可以|能|乐意).{0,4}(?:教|分享|提供|传|转让|推广|给|派|带)`,
    // 可以派技术员去教种茶，需要的说一声
    `(?:可以|能|愿意|乐意)(?:免费|无偿)?(?:提供|教|分享|传授|派).{2,}${next}(?:谁|哪家|有)?.{0,4}(?:需要|想学|想要|用得上)`,
    // 谁想学种草治沙，可以找我们 想学垃圾分类的找俺们
    `(?:谁|哪家|哪个区)?(?:家)?(?:想要?|要|需要)学?.{2,}?(?:${next}|的).{0,6}(?:找|联系|来)(?:${us})`,
    // 我们垃圾分类搞得不错，欢迎来看
    `${us}.{2,}(?:${wellDone}|经验|技术|做法|一套|成功).{0,4}${next}?欢迎.{0,6}(?:考察|学习|参观|交流|取经|来看|来学|看看)`,
  ),
  /^we (?:have|can offer|offer|can share)\b.{4,}\b(?:who needs|does anyone need|anyone interested|is anyone interested)\b/i,
]

/** Whoever asks what they can give, or whether they may, has a question: 我们可以提供复印件吗. */
const asksBack = /吗|什么|啥|哪些|哪种|哪几|是否|多少|几[个份次天年]|行不行|可不可以|能不能|怎么/

/** 建筑材料 is no paper, and 有办法 no regulation. */
const noPolicy = /(?:建筑|新型?|复合|环保|包装|保温)材料|(?:有|没|想|好|什么|啥|土)(?:好|什么|啥)?办法/g

/**
 * Words of policy: whoever says them wants to know what is required, not who has done it. A need can wait for a form; a
 * policy question that got a form for an answer is lost.
 */
const policy =
  /政策|规定|文件|办法|条例|通知|要点|纲要|要求|条件|标准|指标|申报|申请|验收|评估|审批|批复|材料|流程|程序|手续|截止|期限|什么时候|何时|报送|报告|报表|年报|填报|上报|创新调查|规划|填表|密码|账号|登录|(?:这个|填报|上报)系统|模板|补助|补贴|经费|资金支持|专项|立项|资格|依据|出处|第[一二三四五六七八九十百\d]+条|policy|polic|rule|regulation|requirement|deadline|document|subsid|appl(?:y|ication)|acceptance/i

/** Whether a sentence looks for somebody who has done a thing, or offers one; undefined for everything else. Pure. */
export function spokenWish(text: string): Spoken | undefined {
  const said = text.normalize('NFKC').trim()
  if (policy.test(said.replace(noPolicy, ''))) return undefined
  if (needs.some((it) => it.test(said))) return 'need'
  if (!offers.some((it) => it.test(said))) return undefined
  const asked = said.split(/[，,。；;]/)[0] ?? said
  return asksBack.test(asked) ? undefined : 'offer'
}
