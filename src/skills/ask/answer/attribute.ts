import { namesOf } from './content.ts'
import type { Part } from './question.ts'
import type { Language } from './terms.ts'

/** Where a question turns to asking. */
const turning =
  /多少|几(?!乎|经)|谁|哪(?:些|几|个|家|里|儿|年|月|天|位|份|一)?|(?:什么|啥)(?:时候)?|怎么样?|咋样?|如何|多[大高长久]|何时|为何/u

/** Words for the kind of thing that is asked for: a date, a number or a way answers without them. */
const kinds =
  /(?:数|号|时间|日期|年份|名[字称])$|^(?:批文|地[点方]|内容|情况|方[式面向]|数[字据]|例子|典型|大家|新?路子|套路|结果|原[文话]|背景|范围|重点|时?间?节点|题目)$/u

/** How far before that the word may end: 「院长是谁」, 「奖金一共多少」; and how far before the end: 「电话给一个」. */
const near = { asking: 4, end: 3 }

/**
 * What of its subject a question asks for by name, so that an answer must speak of it: 院长 in 「研究院院长是谁」, 电话 in
 * 「办公室电话」. Undefined where only a kind of thing is named (「哪几个环节」), which an answer need not repeat, and where
 * it is asked whether something is so. Pure.
 */
export function attributeOf(
  { text, aims }: Pick<Part, 'text' | 'aims'>,
  language: Language,
): string | undefined {
  const folded = text.toLowerCase()
  const places = namesOf(text, language)
    .map((word) => ({ word, start: folded.indexOf(word), end: folded.indexOf(word) + word.length }))
    .filter(({ word, start }) => start >= 0 && !kinds.test(word))
    .sort((a, b) => a.start - b.start)
  const turn = turning.exec(text)
  if (aims.has('yes-no')) {
    const has = /有(?:没有|无|没)?(?!关|些|的)(\p{Script=Han}{2,6}?)(?:吗|么|没有?|不|嘛|吧)?[？?]?$/u.exec(
      folded,
    )
    const last =
      has && places.findLast(({ start, end }) => start >= has.index && end >= folded.length - near.end)
    if (last) return last.word
  }
  if (!turn) {
    const last = aims.has('yes-no') ? undefined : places.at(-1)
    return last && text.length - last.end <= near.end ? last.word : undefined
  }
  const asked = turn.index + turn[0].length
  const kind = places.find(({ start }) => start >= asked && start <= asked + 2)
  if (kind && !/多少|几/u.test(turn[0])) return undefined
  const before = places.findLast(({ end }) => end <= turn.index)
  return before && turn.index - before.end <= near.asking ? before.word : kind?.word
}
