/** The invented difficulties that the test profiles come from. What stands here is never shown to the scorer. */
export interface Difficulty {
  readonly id: string
  /** The field that an exact person would choose, and those that another might. */
  readonly field: string
  readonly alsoFields: readonly string[]
  readonly settings: readonly string[]
  /** Whether a way of doing it depends on the place: climate and setting. */
  readonly bound: boolean
  /** What the solution of another difficulty is worth here, 1 or 2. */
  readonly near: ReadonlyMap<string, number>
  readonly asked: readonly string[]
  readonly given: readonly string[]
}

/** Reads problems.txt; its own head explains the lines. */
export function readDifficulties(text: string): readonly Difficulty[] {
  return text
    .split(/\n(?=[a-z])/)
    .filter((it) => /^[a-z]/.test(it))
    .map((block) => {
      const [head = '', ...lines] = block.split('\n')
      const [id = '', field = '', also = '', settings = '', bound] = head.split('|').map((it) => it.trim())
      const after = (mark: string) =>
        lines.filter((it) => it.startsWith(mark)).map((it) => it.slice(1).trim())
      const near = after('~')
        .flatMap((it) => it.split(','))
        .map((it) => it.trim().split(' '))
        .map(([other = '', worth]) => [other, Number(worth)] as const)
      return {
        id,
        field,
        alsoFields: also.split(' '),
        settings: settings.split(' '),
        bound: bound === 'place',
        near: new Map(near),
        asked: after('?'),
        given: after('!'),
      }
    })
}

/** What is true of an invented profile, whatever its owner wrote and ticked. */
export interface Truth {
  readonly difficulty: string
  readonly setting: string
  readonly climate: string
  /** 0 idea, 1 pilot, 2 proven; of a need the least that would help. */
  readonly stage: number
  /** The form that a need cannot do without; the forms that an offer has. */
  readonly forms: readonly string[]
}

/** Settings between which a broker would carry a way of doing things without a second thought. */
const akin: readonly (readonly string[])[] = [
  ['mountain', 'forest', 'mining'],
  ['plain', 'lake', 'coast', 'town'],
  ['arid', 'grass'],
  ['plateau', 'grass'],
  ['city', 'park'],
  ['town', 'mountain'],
]

/** What a broker would say of introducing them: 0 no, 1 perhaps, 2 yes, 3 at once. README.md tells the rule in words. */
export function gradeOf(need: Truth, offer: Truth, world: ReadonlyMap<string, Difficulty>): number {
  const same = need.difficulty === offer.difficulty
  const there = world.get(need.difficulty)
  const base = same ? 3 : (there?.near.get(offer.difficulty) ?? 0)
  if (base === 0) return 0
  const lands =
    need.setting === offer.setting ||
    akin.some((group) => group.includes(need.setting) && group.includes(offer.setting))
  const away = there?.bound === true && (!lands || need.climate !== offer.climate)
  const green = offer.stage < need.stage
  const lacking = need.forms.some((it) => !offer.forms.includes(it))
  const left = base - Number(away) - Number(green) - Number(lacking)
  return Math.max(left, same ? 1 : 0)
}
