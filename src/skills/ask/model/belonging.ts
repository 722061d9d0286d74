import { bare, sharedBigrams } from './plain.ts'

/** A figure, a name or a verb in a text, with the words around it. */
export interface Mention {
  /** What must not change: 30日, 157个, 40.39%, 实验区办公室. */
  readonly key: string
  /** Only what is of one kind is taken for one another: figures of one unit, names, verbs. */
  readonly kind: string
  /** Where it begins in the text. */
  readonly at: number
  /** Bare characters right before and right after. */
  readonly before: string
  readonly after: string
}

/** Characters that are looked at on either side. */
const near = 6
/** By how much another mention must fit better: a chance pair decides nothing. */
const clearly = 2

const units =
  '个百分点|人次|年度|周年|小时|分钟|平方公里|平方米|公里|公顷|年|月|日|号|个|家|人|名|项|次|条|届|期|类|种|省|市|县|区|天|位|批|场|份|元|亩|吨|倍|级|章|节|款|户|处|所|大|方面'
const figure = new RegExp(`(\\d+(?:\\.\\d+)?)((?:万亿|亿|万|千|百)?多?余?)(%|‰|${units})?`, 'gu')

/** The figures of a plain text. */
export function figuresIn(text: string): Mention[] {
  return (
    [...text.matchAll(figure)]
      // The digits of a name (PM2.5, G20) are no figure.
      .filter(({ index }) => !/[A-Za-z]/u.test(text.charAt(index - 1)))
      .map(({ 0: all, 1: number = '', 2: magnitude = '', 3: unit = '', index }) => {
        const folded = unit === '年度' ? '年' : unit
        // A year and a number of years are two kinds.
        const kind = /^(?:19|20)\d{2}$/u.test(number) ? '#year' : `#${folded}`
        return mention(text, index, all.length, `${number}${magnitude}${folded}`, kind)
      })
  )
}

/** Names by their first character, the longest first. */
export type Names = ReadonlyMap<string, readonly { readonly name: string; readonly kind: string }[]>

export function namesOf(kinds: Readonly<Record<string, readonly string[]>>): Names {
  const byFirst = new Map<string, { name: string; kind: string }[]>()
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names) {
      const list = byFirst.get(name.charAt(0)) ?? []
      list.push({ name, kind })
      byFirst.set(name.charAt(0), list)
    }
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.name.length - one.name.length)
  return byFirst
}

/** The names of a plain text, the longest where several begin at one place. */
export function namesIn(text: string, names: Names): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < text.length; at++) {
    const its = names.get(text.charAt(at))?.find(({ name }) => text.startsWith(name, at))
    if (its === undefined) continue
    found.push(mention(text, at, its.name.length, its.name, its.kind))
    at += its.name.length - 1
  }
  return found
}

function mention(text: string, at: number, length: number, key: string, kind: string): Mention {
  return {
    key,
    kind,
    at,
    before: bare(text.slice(Math.max(0, at - near * 2), at)).slice(-near),
    after: bare(text.slice(at + length, at + length + near * 2)).slice(0, near),
  }
}

/**
 * What a sentence says with a figure, name or verb that its source says with another: 「16个二级指标」 where the source has
 * 「8个二级指标和16个三级指标」. Gives the first such mention, or one that the source does not have.
 * @param elsewhere whether something that the source does not have may be named all the same
 */
export function misplaced(
  said: readonly Mention[],
  source: readonly Mention[],
  elsewhere: (key: string) => boolean,
): string | undefined {
  for (const it of said) {
    const own = source.filter((other) => isSame(it, other))
    if (own.length === 0) {
      if (elsewhere(it.key)) continue
      return it.key
    }
    // The first of a list, with the others left out, stands before other words than there.
    if (it.after.startsWith('等')) continue
    const fit = Math.max(...own.map((other) => fitOf(it, other)))
    const others = source.filter((other) => other.kind === it.kind && !isSame(it, other))
    if (others.some((other) => fitOf(it, other) >= fit + clearly)) return it.key
  }
  return undefined
}

/**
 * What a sentence says in one breath must stand in one sentence of its source: gives the first two mentions that do not.
 * 「中部地区」 and 「76个」, where another region has 76.
 */
export function apart(
  said: readonly Mention[],
  pieces: readonly (readonly Mention[])[],
): readonly [string, string] | undefined {
  const holding = said.map((it) => pieces.filter((piece) => piece.some((other) => isSame(it, other))))
  for (const [at, one] of said.entries()) {
    for (const [later, other] of said.entries()) {
      const [its = [], others = []] = [holding[at], holding[later]]
      if (later <= at || its.length === 0 || others.length === 0) continue
      if (!its.some((piece) => others.includes(piece))) return [one.key, other.key]
    }
  }
  return undefined
}

/**
 * A figure that is said of the name before it must not stand, in its source, before that name and after another one:
 * 「国家级实验区157个（其中先进示范区13个）」 is not 「先进示范区157个」. Gives the name.
 */
export function crossed(said: readonly Mention[], source: readonly Mention[]): string | undefined {
  const isName = ({ kind }: Mention) => kind === 'name'
  const nameBefore = (all: readonly Mention[], at: number) =>
    all.filter((it) => isName(it) && it.at < at).sort((one, other) => other.at - one.at)[0]
  for (const figure of said.filter((it) => it.kind.startsWith('#'))) {
    const name = nameBefore(said, figure.at)
    if (name === undefined) continue
    const there = source.filter((it) => isSame(it, figure))
    const before = there.some((it) => source.some((other) => other.key === name.key && other.at < it.at))
    const after = there.some((it) => source.some((other) => other.key === name.key && other.at > it.at))
    if (after && !before && there.every((it) => nameBefore(source, it.at) !== undefined)) return name.key
  }
  return undefined
}

/** 157 and 157个 are one figure; 157个 and 157家 are not. */
function isSame(one: Mention, other: Mention): boolean {
  if (one.key === other.key) return true
  if (!one.kind.startsWith('#') || !other.kind.startsWith('#')) return false
  const unitless = /^\d+(?:\.\d+)?$/u.test(one.key) || /^\d+(?:\.\d+)?$/u.test(other.key)
  return unitless && numberOf(one.key) === numberOf(other.key)
}

const numberOf = (key: string) => /^\d+(?:\.\d+)?(?:万亿|亿|万|千|百)?/u.exec(key)?.[0]

function fitOf(one: Mention, other: Mention): number {
  return (
    sharedBigrams(one.before, other.before) + sharedBigrams(one.after, other.after) + touching(one, other)
  )
}

/** The characters that touch it count as a pair: 「8个二级指标」 is nearer to 「二」 than to 「三」. */
function touching(one: Mention, other: Mention): number {
  const after = one.after !== '' && one.after.charAt(0) === other.after.charAt(0) ? 1 : 0
  const before = one.before !== '' && one.before.at(-1) === other.before.at(-1) ? 1 : 0
  return after + before
}
