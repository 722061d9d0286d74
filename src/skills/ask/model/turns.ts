import { deeds } from './actors.ts'
import { bigramsOf, sharedBigrams } from './plain.ts'

/** What must, may or must not be done. Said in the sentence exactly as in its source. */
const modals =
  /不得|不应|不能|不可|不准|禁止|严禁|应当|应该|应予|应(?!用|对|急|变|届|邀)|必须|务必|须(?!知)|可以|可(?!持续|靠|行|能|见|观|再生|复制|推广|量|视|供)|允许|鼓励|原则上|有权|无权|暂缓|不再|不予|免于|取消|停止|强制|自愿/gu

/** 不 and its kin, where they deny. */
const denials =
  /不(?!断|仅|但|同|少|过|平|协|可持续|久|论|管|良|动产|锈)|未(?!来)|没有|没|无(?!锡|线|论|害|人|公|形|偿|障|限|缝)|非(?!常|遗|物质|洲|公有)|勿|拒绝|禁止|严禁|除外/gu

/** Whom a statement is about: all of them only where the source says so. */
const scope =
  /所有|全部|全体|任何|一切|一律|凡是|每(?=年|月|季|个|次|省|县|市|区)|唯一|首次|已经|已(?!有)|均/gu

/** What narrows a statement: whoever leaves it out says more than the source does. */
const narrowing =
  /少数|部分|重大(?!事件)|有条件|突出(?=贡献)|个别|大多数|多数|原则上|一般|仅|只(?!要)|至少|至多|最多|最少|暂|试点|拟(?!定)|计划(?=于|在)|争取|力争|初步|可能|不完全统计|近(?=\d)|约(?=\d)|左右|以上|以下|以内|超过|不足|不低于|不少于|不高于|高于|低于/gu

/** A condition stands before what it is for. */
const condition = /^(?:如|若|对|凡|除|经|因|当|只有|未)|(?:的|后|时|外|前提下|情况下|条件下)$/u

/** What stands after a date or figure and turns it into a limit. */
const limits: readonly (readonly [string, RegExp])[] = [
  ['before', /^(?:之前|以前|前)/u],
  ['after', /^(?:之后|以后|后|起)/u],
  ['above', /^(?:以上|多|余)/u],
  ['below', /^(?:以下|以内)/u],
]
/** Words that say 「before」 in front of the date. */
const beforehand = /截止|截至|最迟|最晚|不晚于|不迟于/u

/** Of two clauses one speaks of the other where they share that many pairs of characters, and such a part of the shorter. */
const related = { pairs: 2, share: 0.3 }

/**
 * Whether a sentence keeps what its source makes of things: duties, permissions, denials, restrictions, conditions and
 * limits. Gives the first word that was changed, added or left out.
 * @param said clauses of the sentence, bare
 * @param source clauses of the words quoted, bare
 */
export function turned(said: readonly string[], source: readonly string[]): string | undefined {
  const all = source.join('。')
  for (const clause of said) {
    const kin = source.filter((it) => isRelated(clause, it))
    const near = kin.join('。')
    const added = wordsOf(modals, clause).find(
      (it) => !near.includes(it) || !wordsOf(modals, near).includes(it),
    )
    if (added !== undefined) return `「${added}」 is not said of this`
    const wide = wordsOf(scope, clause).find((it) => !near.includes(it))
    if (wide !== undefined) return `「${wide}」 is not said of this`
    const denied = denialsOf(clause).find((it) => !all.includes(it))
    if (denied !== undefined) return `「${denied}」 is not said`
    for (const its of kin) {
      const lost = leftOut(clause, its, said)
      if (lost !== undefined) return `leaves out 「${lost}」`
      const whom = widened(its, said.join(''))
      if (whom !== undefined) return `leaves out 「${whom}」`
    }
    const limit = limitLost(clause, near, said.join('。'))
    if (limit !== undefined) return `changes the limit at ${limit}`
    const done = doneInstead(clause, all)
    if (done !== undefined) return `「${done}」 is not said to have been done`
    const another = doneToAnother(clause, source)
    if (another !== undefined) return `「${another}」 is not said of this`
    const dated = datedOtherwise(clause, all)
    if (dated !== undefined) return `「${dated}」 has another date`
    const unconditional = conditionLost(clause, source, said)
    if (unconditional !== undefined) return `leaves out the condition 「${unconditional}」`
  }
  return undefined
}

export function isRelated(one: string, other: string): boolean {
  const pairs = sharedBigrams(one, other)
  const shorter = Math.max(1, Math.min(one.length, other.length) - 1)
  return pairs >= related.pairs ? pairs / shorter >= related.share : one.length <= 3 && other.includes(one)
}

const wordsOf = (pattern: RegExp, text: string): readonly string[] => text.match(pattern) ?? []

/** A denial with what it denies: 未通过, 不超过. */
function denialsOf(clause: string): string[] {
  return [...clause.matchAll(denials)].map(({ index, 0: word }) =>
    clause.slice(index, index + word.length + 1),
  )
}

/** A denial, restriction or permission of the source whose object the sentence repeats without it. */
function leftOut(clause: string, source: string, said: readonly string[]): string | undefined {
  for (const pattern of [denials, narrowing, modals]) {
    for (const { index, 0: word } of source.matchAll(pattern)) {
      // A duty that is told as a plan is no lie; a permission, a ban or a restriction that is left out is one.
      if (pattern === modals && /^(?:应|须|必须|务必)/u.test(word)) continue
      if (said.some((it) => it.includes(word))) continue
      const object = source.slice(index + word.length, index + word.length + objectLength)
      const subject = source.slice(Math.max(0, index - objectLength), index)
      const repeats = (part: string) => part.length >= 2 && bigramsOf(part).some((it) => clause.includes(it))
      if (repeats(object) || (object.length < 2 && repeats(subject))) return word
    }
  }
  return undefined
}

const objectLength = 5

/** 「6月30日前」 is not 「6月30日」. */
function limitLost(clause: string, source: string, said: string): string | undefined {
  const kindsAfter = (text: string, figure: string) => {
    const kinds = new Set<string>()
    for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
      if (/\d/u.test(text.charAt(at - 1))) continue
      const rest = text.slice(at + figure.length)
      kinds.add(limits.find(([, pattern]) => pattern.test(rest))?.[0] ?? 'none')
    }
    return kinds
  }
  for (const [figure] of clause.matchAll(
    /\d+(?:\.\d+)?(?:[万亿]?(?:年|月|日|个|家|人|项|次|天|元|%|月底))?(?!\d|月|日)/gu,
  )) {
    const there = kindsAfter(source, figure)
    if (there.size === 0) continue
    for (const kind of kindsAfter(clause, figure)) {
      if (there.has(kind)) continue
      if (kind === 'none' && there.has('before') && beforehand.test(said)) continue
      return figure
    }
  }
  return undefined
}

/** What holds under a condition must be said with it, where it decides something. */
function conditionLost(
  clause: string,
  source: readonly string[],
  said: readonly string[],
): string | undefined {
  for (const [at, its] of source.entries()) {
    const before = source[at - 1]?.replace(articleNumber, '')
    if (before === undefined || !condition.test(before) || !decides(its) || !isRelated(clause, its)) continue
    if (sharedBigrams(before, said.join('')) < (before.length - 1) * conditionKept) return before
  }
  return undefined
}

/** It stands before the first condition of an article and is none of it: 「第2条发现明火的」. */
const articleNumber = /^第\d+条(?:之\d+)?/u

/** How much of a condition must be repeated. */
const conditionKept = 0.7

/** 「会议确定的指标」 became 「代表确定了指标」: a remark beside is now said to have been done. */
function doneInstead(clause: string, source: string): string | undefined {
  for (const [all, deed = ''] of clause.matchAll(/(\p{Script=Han}{2})了/gu))
    if (source.includes(`${deed}的`) && !source.includes(all)) return all
  return undefined
}

/** 「报告…将其分为四类」 became 「报告分为四类」, 「完成了报告」 became 「指标完成」: what it is done to is left out, or another. */
function doneToAnother(clause: string, source: readonly string[]): string | undefined {
  for (const its of source) {
    const [, divided] = /[将把]其(\p{Script=Han}{2})/u.exec(its) ?? []
    if (
      divided !== undefined &&
      clause.includes(divided) &&
      !new RegExp(`[将把被].+${divided}`, 'u').test(clause)
    )
      return divided
  }
  if (!clause.endsWith('完成')) return undefined
  const finished = source.flatMap((its) => (its.includes('完成') ? [its.slice(its.indexOf('完成') + 2)] : []))
  const isSaid = (what: string) =>
    what === '' || sharedBigrams(what, clause) >= (what.length - 1) * related.share
  return finished.length > 0 && !finished.some(isSaid) ? '完成' : undefined
}

/** 「已经完成，将在2015年发布」 became 「2015年完成」: what stands only before a date was not done on it. */
function datedOtherwise(clause: string, source: string): string | undefined {
  for (const [, date = '', deed = ''] of clause.matchAll(datedDeed))
    if (source.includes(date) && source.includes(deed) && source.lastIndexOf(deed) < source.indexOf(date))
      return deed
  return undefined
}

const datedDeed = new RegExp(`(\\d{4}年(?:\\d+月)?(?:\\d+日)?)底?(${deeds.join('|')}|完成)`, 'gu')

/** 「对通过考核的县市给予支持」 became 「对县市给予支持」: whom a measure is for. */
function widened(source: string, said: string): string | undefined {
  const [, whom, , measure] = /对(.{6,})的(.{1,8}?)(给予|予以|将|实行)/u.exec(source) ?? []
  if (whom === undefined || measure === undefined || !said.includes(measure)) return undefined
  return sharedBigrams(whom, said) < (whom.length - 1) * conditionKept ? whom : undefined
}

const decides = (clause: string) => /暂缓|不再|不得|不予|取消|可以|必须|应当|免于|须/u.test(clause)
