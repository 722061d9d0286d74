import { deeds } from './actors.ts'

/** Patterns of one clause, bare, and what says the same: the words stay, grammar alone moves them. */
const turnsOfPhrase: readonly (readonly [from: RegExp, to: string])[] = [
  // 「对各实验区的特色进行了简要概述」, 「简要概述了各实验区的特色」
  [/^(.*?)对(.{2,})(?:进行|开展)了?(.{2,})$/u, '$1$3了$2'],
  // 「办公室组织完成了对25个实验区的评审」, 「25个实验区的评审由办公室组织完成」
  [/^(.*完成)了?(.{4,})$/u, '$2$1'],
  // 「围绕绿色崛起和屏障建设两大主题」, 「两大主题是绿色崛起和屏障建设」
  [/^(?:围绕|按照|包括|包含|涵盖)?(.{4,}?)等?(\d+(?:大|个|类|项|种)\p{Script=Han}{2,4})$/u, '$2$1'],
]

/** 其 where it stands for somebody: not 其中, 其他. */
const pronoun = /(?<![尤极])其(?![中他它余次实间])/u

/**
 * A sentence of a document as it may be said without another word: each of the readings is bare.
 * @param clauses of the sentence, bare
 * @param topic whom the sentence speaks of first, and 其 means
 */
export function saidOtherwise(clauses: readonly string[], topic: string | undefined): readonly string[] {
  const readings = clauses.flatMap((clause, at) => {
    const before = clauses.slice(0, at).join('')
    // What is moved ends its reading: nothing that comes later is taken for a part of it.
    const moved = turnsOfPhrase
      .filter(([from]) => from.test(clause))
      .map(([from, to]) => before + clause.replace(from, to))
    if (topic === undefined || !pronoun.test(clause)) return moved
    return [...moved, clauses.with(at, clause.replace(pronoun, topic)).join('')]
  })
  return [clauses.join(''), ...readings]
}

/** Who, and that it is a duty or a plan: 「实验区专家委员会应」 in front of a list of what. */
const headOfList = /^([\p{Script=Han}]{2,14}?(?:应当|应|要|须|必须|将))(?=\p{Script=Han})/u
/** What continues such a list says what is done, and not who does it. */
const continues = new RegExp(
  `^(?:积极|认真|主动|切实|进一步|深入)?(?:${deeds.join('|')}|参与|开展|总结|做好)`,
  'u',
)

interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * What a list says of the one who stands in front of it: 「委员会应研究；参与验收；」 also says 「委员会应参与验收」. Each begins
 * where the list does, so that a quote shows of whom it is said.
 */
export function membersOfLists(pieces: readonly Piece[]): readonly Piece[] {
  const members: Piece[] = []
  let list: { readonly head: string; readonly start: number } | undefined
  for (const [at, { text, start, end }] of pieces.entries()) {
    if (at === 0 || !/[；;]\s*$/u.test(pieces[at - 1]?.text ?? '')) list = undefined
    if (list && continues.test(text)) members.push({ text: list.head + text, start: list.start, end })
    else {
      const head = headOfList.exec(text)?.[1]
      list = head === undefined ? undefined : { head, start }
    }
  }
  return members
}
