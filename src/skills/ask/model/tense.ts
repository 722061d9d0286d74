import { isRelated } from './turns.ts'

/** Documents that say what is to be done: what stands in them without a word of time has not been done yet. */
const plans = /要点|规划|纲要|计划|思路|方案|通知|意见|条例|办法|规定/u
const accounts = /报告|总结|大事记|简讯|纪要/u

export const isPlan = (title: string): boolean => plans.test(title) && !accounts.test(title)

/** What has been done, or is so. */
const done = /了(?!解)|已(?:经|[于被由在])|曾|取得|累计|以来|正在|共(?:有|计)/u
/** 将 of the future, and not that of 「将其分为」. */
const future =
  /将(?:会|于|在|对|按|由|继续|进一步|及时|总结|组织|开展|暂缓|作为|突出|精炼|简化|强化|完善|加强|举办|发布|适时)/u
/** What is still to come, or still owed. */
const ahead = new RegExp(
  `${future.source}|拟(?!定)|待(?!遇)|(?<!主|重|需|摘|纪|纲|简|首|必)要(?!求|点|素|闻)|须(?!知)|应(?!用|对|急|变|届)|需要?|争取|力争|计划(?=于|在)|亟`,
  'u',
)
/** What a sentence may say of the same. */
const stillAhead = /将|会(?!议|同|商)|要(?!求|点|素)|拟|待|等|计划|准备|须|应|尚|未/u

/** 开展了, 开展过; not 为了, 超过. */
const completed = /(\p{Script=Han}{2})(?:了(?!解)|(?<![超通经不度])过(?![程去于渡半]))/gu
/** A description that becomes a duty. */
const duty = /需要|亟?需(?!求)|(?<!主|重|需|摘|纪|纲|简|首|必|只)要(?!求|点|素|闻)/u

/**
 * Whether a sentence tells as done, or as a duty, what its source tells otherwise: 「简化了程序」 where the source will
 * simplify them, 「需要更加注重」 where it only describes. Gives what is wrong.
 * @param said clauses of the sentence, bare
 * @param source clauses of the words quoted, bare
 * @param planning whether the document says what is to be done
 */
export function toldInAnotherTense(
  said: readonly string[],
  source: readonly string[],
  planning: boolean,
): string | undefined {
  const all = source.join('。')
  for (const clause of said) {
    const kin = source.flatMap((its, at) => (isRelated(clause, its) ? [at] : []))
    for (const [told, deed = ''] of clause.matchAll(completed)) {
      if (/[为除]了/u.test(told) || all.includes(told)) continue
      const holders = kin.filter((at) => source[at]?.includes(deed))
      if ((holders.length > 0 ? holders : kin).some((at) => isAhead(source, at, planning)))
        return `「${told}」 is not said to have been done`
    }
    if (duty.test(clause) && kin.length > 0 && !kin.some((at) => isAhead(source, at, planning)))
      return `「${duty.exec(clause)?.[0]}」 is no duty there`
    const announced = kin.find((at) => future.test(source[at] ?? ''))
    if (announced !== undefined && !stillAhead.test(said.join('')))
      return 'tells as done what is only planned'
    const awaited = awaitedIn(clause, all)
    if (awaited !== undefined) return `「${awaited}」 is still waited for`
  }
  return passedInstead(said, all)
}

/** Whether a clause, or what it continues, is still to come. */
function isAhead(source: readonly string[], at: number, planning: boolean): boolean {
  for (let before = at; before >= 0; before--) {
    const clause = source[before] ?? ''
    if (ahead.test(clause)) return true
    if (done.test(clause)) return false
  }
  return planning
}

/** 「待科技部批复」 became 「科技部批复」. */
function awaitedIn(clause: string, source: string): string | undefined {
  if (stillAhead.test(clause)) return undefined
  for (const [, awaited = ''] of source.matchAll(/待(?!遇)(\p{Script=Han}{4,6})/gu))
    if (clause.includes(awaited.slice(0, 5)) || clause.includes(awaited.slice(-4))) return awaited
  return undefined
}

/** 通过 in the sense of 经, by way of somebody: 「通过省级科技主管部门提交」. */
const byWayOf = /^\p{Script=Han}{2,14}(?:提交|报送|上报|递交|申请|推荐|转报)/u

/** 「经过了考察」 and 「完成验收」 became 「通过了考察」 and 「通过验收」: whoever went through something has not passed it yet. */
function passedInstead(said: readonly string[], source: string): string | undefined {
  for (const clause of said) {
    for (const { index } of clause.matchAll(/通过(?!率)/gu)) {
      const rest = clause.slice(index + 2).replace(/^了/u, '')
      if (source.includes(`通过${rest.slice(0, 2)}`) || source.includes(`通过了${rest.slice(0, 2)}`)) continue
      const way = source.includes(`经${rest.slice(0, 2)}`) && byWayOf.test(rest)
      if (!way) return `「通过${rest.slice(0, 4)}」 is not said`
    }
  }
  return undefined
}
