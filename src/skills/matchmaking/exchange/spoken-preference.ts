import { parseChineseNumber } from '../../../core/numerals.ts'
import { us } from '../listing/spoken-words.ts'

/** What a clause wants of an exchange day. `unmeet`: no longer, or not at all. */
export type ClauseKind = 'meet' | 'unmeet' | 'avoid' | 'unavoid' | 'away' | 'here'

/** Rounds as they are said: by number, the last so many, from one on; or the day as a whole. */
export type SpokenRounds =
  | { readonly kind: 'these'; readonly numbers: readonly number[] }
  | { readonly kind: 'last'; readonly count: number }
  | { readonly kind: 'from'; readonly first: number }
  | { readonly kind: 'all' }

export interface Clause {
  readonly kind: ClauseKind
  readonly said: string
  /** Of `away` and `here`. */
  readonly rounds?: SpokenRounds
  /** Where the deed is named: whoever stands before it is who wishes, whoever stands after it whom they mean. */
  readonly at: number
  /** 我们, 本市: the speaker's own organization wishes. */
  readonly own: boolean
}

/** A sentence that tells wishes, or asks what one's day looks like. */
export type SpokenPreference = { readonly clauses: readonly Clause[] } | 'timetable'

const day = /交流日/
const ours = new RegExp(us)
const number = '[\\d一二两三四五六七八九十]+'
const list = `${number}(?:\\s*(?:[、,和与及]|到|至|[-–—~])\\s*第?${number})*`
const roundsSaid = new RegExp(
  `第\\s*(${list})\\s*轮?(?:[、,和与及]\\s*第\\s*(${list})\\s*)?轮?|(前|后|最后|头)\\s*(${number})?\\s*轮|首轮`,
)
const gone =
  '(?:都|就)?(?:不在|不来|来不了|到不了|去不了|赶不上|赶不到|缺席|请假|参加不了|不参加|不能(?:来|到|参加)|没法(?:来|到|参加)|没空|有(?:别的)?(?:事|会)|(?:要|得|就|先)(?:先)?走)'
const arrives = '(?:才|再)(?:能|可以)?(?:来|到|参加|赶到)|(?:开始|起)(?:才|再)?(?:能|可以)?(?:来|到|参加)'
const comes = '(?:(?:又|也|都|就)?(?:能|可以)(?:来|到|参加)|来得了|在场|在(?![一哪这那])了?)'
const no = '(?:千万|请|麻烦)?(?:别|不要|不用|不必|不想(?:要)?|不愿意?|不希望|不打算|请勿|避免)(?:再)?'
const meeting =
  '(?:安排|排(?!队)|见|碰面|碰头|坐|同桌|一桌|聊|谈|对接|配|分|放|编|凑|认识|交流(?!日)|会面|会会)'

const kinds: readonly (readonly [ClauseKind, RegExp])[] = [
  [
    'unavoid',
    /(?:不用|不必|无需|取消|去掉|撤(?:回|销|掉)).{0,6}(?:避开|回避|错开|不想?见|不见)|(?:又|也)?可以(?:再)?(?:安排|见|排|跟|和|与).{1,20}了[。!]*$/,
  ],
  [
    'unmeet',
    new RegExp(
      `(?:不用|不必|取消|撤(?:回|销|掉)).{0,6}${meeting}|不(?:想|要|用|必)(?:再)?见.{1,20}了[。!]*$`,
    ),
  ],
  ['avoid', new RegExp(`${no}.{0,12}?(?:${meeting}|和|跟|与|同)|(?:避开|回避|错开)|不(?:见|跟|和|与).{2,}`)],
  [
    'meet',
    new RegExp(
      `(?:想|希望|要|请|麻烦|最好|能不能|可不可以|能否|可否|可以|优先|给|帮).{0,12}?${meeting}|(?:安排|排)(?:一下)?(?:${us})?(?:和|跟|与|同|见)|^见`,
    ),
  ],
]

/** What asks, and what asks politely for something: 能不能安排我们见贵溪. */
const asks = /谁|哪|什么|啥|几[点时轮]|怎么|怎样|为什么|多少|有没有|是不是|[吗么呢嘛]\s*[?？]*$|[?？]$/
const politely = /能不能|可不可以|能否|可否|(?:行|好|可以)(?:吗|么|嘛|不)[?？]*$/
const asksForOwn = /(?:见|跟|和|与)(?:谁|哪)|日程|哪一?桌|几号桌|桌号|什么时候|哪一?天|几号/

/**
 * What a sentence wishes of an exchange day: 交流日我们想见贵溪，别安排我们和丰顺，第2、3轮我们不在. Names are told apart by whoever knows
 * them. Without the day's name only what is meant of nothing else is read: rounds, and who is not to sit with whom. Undefined
 * for everything else. Pure.
 */
export function spokenPreference(text: string): SpokenPreference | undefined {
  const said = text.normalize('NFKC').trim()
  if (said.length > MOST) return undefined
  const named = day.test(said)
  if (asks.test(said) && !politely.test(said)) return named && asksForOwn.test(said) ? 'timetable' : undefined
  const clauses = said
    // A comma within 第2,3轮 ends nothing.
    .replace(/(?<=第[\d一二三四五六七八九十、,和]{1,12}),(?=[\d一二三四五六七八九十]+\s*轮)/g, '、')
    .split(/[,。;!\n]|但是?|不过|另外|还有|顺便/)
    .map((it) => it.replace(politely, (found) => (/[吗么嘛不]/.test(found.at(-1) ?? '') ? '' : found)).trim())
    .flatMap((it): readonly Clause[] => {
      const read = clauseOf(it, named)
      return read ? [read] : []
    })
  return clauses.length === 0 || !(named || clauses.every(isPlain)) ? undefined : { clauses }
}

/** Beyond so many characters it is a story, and no wish. */
const MOST = 120

function clauseOf(said: string, named: boolean): Clause | undefined {
  const own = ours.test(said.replace(day, ''))
  const found = roundsSaid.exec(said)
  if (found) {
    const rounds = roundsIn(found)
    const rest = said.slice(found.index + found[0].length)
    const then = /^\s*(?:以后|之后|往后|后|起)/.test(rest)
    if (!rounds) return undefined
    const clause = { said, own, at: found.index }
    const first = rounds.kind === 'these' ? rounds.numbers[0] : undefined
    if (first !== undefined && new RegExp(`^\\s*(?:以后|之后|左右)?(?:${us})?(?:${arrives})`).test(rest))
      return { ...clause, kind: 'away', rounds: { kind: 'these', numbers: upTo(first - 1) } }
    if (new RegExp(gone).test(said)) {
      const from = /^\s*(?:以后|之后|往后|后)/.test(rest) ? 1 : 0
      return {
        ...clause,
        kind: 'away',
        rounds: then && first !== undefined ? { kind: 'from', first: first + from } : rounds,
      }
    }
    return new RegExp(comes).test(rest) ? { ...clause, kind: 'here', rounds } : undefined
  }
  for (const [kind, sign] of kinds) {
    const at = sign.exec(said)
    if (at) return { kind, said, own, at: at.index }
  }
  if (!named) return undefined
  const whole = { said, own, rounds: { kind: 'all' } } as const
  const isGone = new RegExp(gone).exec(said)
  if (isGone) return { ...whole, kind: 'away', at: isGone.index }
  const isHere = new RegExp(comes).exec(said)
  return isHere ? { ...whole, kind: 'here', at: isHere.index } : undefined
}

/** Without the day's name: rounds, and who is not to be put beside whom. */
function isPlain({ kind, said, own }: Clause): boolean {
  if (/评审|验收|培训|考试|报名|申报|面试|投票|答辩|房|车|酒店|食宿/.test(said)) return false
  if (kind === 'away' || kind === 'here') return own
  return own && /安排|排|一桌|见/.test(said) && (kind !== 'meet' || /^.{0,6}想.{0,2}见|一桌/.test(said))
}

function roundsIn([all, one, more, edge, count]: RegExpExecArray): SpokenRounds | undefined {
  if (all === '首轮') return { kind: 'these', numbers: [1] }
  if (edge !== undefined) {
    const many = count === undefined ? 1 : numberIn(count)
    if (many === undefined) return undefined
    return edge === '前' || edge === '头'
      ? { kind: 'these', numbers: upTo(many) }
      : { kind: 'last', count: many }
  }
  const numbers = [one, more].flatMap((it) => (it === undefined ? [] : numbersIn(it)))
  return numbers.length === 0 || numbers.some((it) => it < 1)
    ? undefined
    : { kind: 'these', numbers: inOrder(numbers) }
}

/** 2、3 · 2到4 · 二和三 */
export function numbersIn(said: string): readonly number[] {
  return said.split(/[、,，和与及\s]+/).flatMap((part) => {
    const [from, to = from] = part.split(/到|至|[-–—~]/).map((it) => numberIn(it.replace(/[第轮\s]/g, '')))
    if (from === undefined || to === undefined || to < from || to > 99) return []
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

/** Each once, ascending. */
export function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function numberIn(said: string): number | undefined {
  return /^\d+$/.test(said) ? Number(said) : parseChineseNumber(said)
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last) }, (_, at) => at + 1)
}
