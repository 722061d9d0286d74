import { bare, bigramsOf } from './plain.ts'

/** A figure with what it is said of. */
interface Pair {
  readonly member: string
  readonly figure: string
}

const number = /\d+(?:\.\d+)?[%‰]?/gu

/**
 * 「县域型77个、城区型51个，分别占49%、32%」 says 32% of the second. Gives a figure that the sentence says of another.
 * @param said plain: with its commas
 * @param source plain
 */
export function pairedOtherwise(said: string, source: string): string | undefined {
  const its = pairsIn(source)
  if (its.length === 0) return undefined
  const marks = its.map(({ member }) => {
    const others = its.filter((it) => it.member !== member).map((it) => it.member)
    return bigramsOf(bare(member)).filter((pair) => !others.some((other) => bare(other).includes(pair)))
  })
  const listed = pairsIn(said)
  for (const [at, { figure }] of its.entries()) {
    if (its.filter((it) => it.figure === figure).length > 1) continue
    const own = listed.find((it) => it.figure === figure)
    const words = own ? own.member : wordsOf(said, figure)
    if (words === undefined) continue
    const nearest = nearestOf(marks, words)
    if (nearest !== undefined && nearest !== at) return figure
  }
  return undefined
}

/** Pairs the last names with the figures that follow 分别, one by one. */
function pairsIn(text: string): readonly Pair[] {
  for (const { index } of text.matchAll(/分别/gu)) {
    const figures = /^分别[^\d。；]{0,6}((?:\d[^。；]*)+)/u.exec(text.slice(index))?.[1]?.match(number) ?? []
    const before = text.slice(0, index).replace(/[,，]$/u, '')
    const members = before
      .slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
      .split(/[、,，和与及]/u)
    if (figures.length < 2 || members.length < figures.length) continue
    return figures.map((figure, at) => ({
      figure,
      member: members[members.length - figures.length + at] ?? '',
    }))
  }
  return []
}

/** What stands before a figure, or after it: 「占49%的是县域型」. */
function wordsOf(said: string, figure: string): string | undefined {
  const found = [...said.matchAll(number)].find(([it]) => it === figure)
  if (found === undefined) return undefined
  const after = /^的(?:是|为|有)?([^，。；、]*)/u.exec(said.slice(found.index + figure.length))?.[1]
  return after ?? said.slice(0, found.index)
}

/** The member that is named last. */
function nearestOf(marks: readonly (readonly string[])[], text: string): number | undefined {
  const even = bare(text)
  const last = marks.map((pairs) => Math.max(-1, ...pairs.map((pair) => even.lastIndexOf(pair))))
  const nearest = Math.max(...last)
  return nearest < 0 ? undefined : last.indexOf(nearest)
}
