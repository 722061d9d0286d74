import type { Form, Party, Profile, Stage } from '../../../src/core/profile.ts'
import type { Wording } from './wordings.ts'
import { type Difficulty, gradeOf, readDifficulties, type Truth } from './world.ts'

/** One need with what a broker would say of each offer; offers that are not named are worth 0. */
export interface Judged {
  readonly need: string
  readonly split: 'dev' | 'held-out'
  readonly grades: Readonly<Record<string, number>>
}

export interface MadeAs {
  readonly seed: number
  /** Begins every id. */
  readonly name: string
  readonly wording: Wording
}

interface Made {
  readonly profile: Profile
  readonly party: Party
  readonly truth: Truth
}

export interface MadeSet {
  readonly profiles: readonly Profile[]
  readonly parties: readonly Party[]
  readonly judged: readonly Judged[]
}

const NEEDS = 80
const OFFERS = 120

/**
 * 200 invented profiles and what a broker would say of them. The same text and seed give the same set.
 * Every second difficulty, with all its needs, is held out, so that no word of a held-out need was seen while tuning.
 */
export function madeSet(problems: string, { seed, name, wording }: MadeAs): MadeSet {
  const dice = diceOf(seed)
  const difficulties = dice.shuffled(readDifficulties(problems))
  const world = new Map(difficulties.map((it) => [it.id, it]))
  const around = (at: number) => difficulties[at % difficulties.length] as Difficulty
  const needs = range(NEEDS).map((at) => make('need', at, around(at), dice, { name, wording }))
  const offers = range(OFFERS).map((at) => make('offer', at, around(at), dice, { name, wording }))
  const heldOut = new Set(difficulties.filter((_, at) => at % 2 === 1).map((it) => it.id))
  return {
    profiles: [...needs, ...offers].map((it) => it.profile),
    parties: [...needs, ...offers].map((it) => it.party),
    judged: needs.map(({ profile, truth }) => ({
      need: profile.id,
      split: heldOut.has(truth.difficulty) ? 'held-out' : 'dev',
      grades: Object.fromEntries(
        offers
          .map((it) => [it.profile.id, gradeOf(truth, it.truth, world)] as const)
          .filter(([, grade]) => grade > 0),
      ),
    })),
  }
}

const stageNames: readonly Stage[] = ['idea', 'pilot', 'proven']
const formNames: readonly Form[] = ['technique', 'equipment', 'practice', 'training', 'funds']

function make(
  kind: 'need' | 'offer',
  at: number,
  difficulty: Difficulty,
  dice: Dice,
  { name, wording }: Omit<MadeAs, 'seed'>,
): Made {
  const climate = dice.one(wording.climates)
  const truth: Truth = {
    difficulty: difficulty.id,
    setting: dice.one(difficulty.settings),
    climate: climate.name,
    stage: kind === 'need' ? dice.one([0, 1, 1, 2]) : dice.one([0, 1, 2, 2]),
    forms:
      kind === 'need'
        ? dice.chance(0.6)
          ? [dice.one(formNames)]
          : []
        : dice.shuffled(formNames).slice(0, dice.one([1, 2, 3])),
  }
  const words = kind === 'need' ? wording.need : wording.offer
  const [title = '', second = ''] = dice.shuffled(kind === 'need' ? difficulty.asked : difficulty.given)
  const more = [
    ...(dice.chance(0.7) ? [second] : []),
    ...(dice.chance(0.6) ? [dice.one(wording.settings[truth.setting] ?? [''])] : []),
    ...(dice.chance(0.5) ? [dice.one(words.stage[truth.stage] ?? [''])] : []),
    ...truth.forms.filter(() => dice.chance(0.6)).map((it) => dice.one(words.form[it as Form])),
  ]
  const id = `${name}-${kind}-${String(at + 1).padStart(3, '0')}`
  const owner = `${name}-zone-${kind === 'need' ? at + 1 : NEEDS + at + 1}`
  const ticked = dice.chance(0.1) ? [] : [field(difficulty, dice)]
  return {
    truth,
    party: {
      id: owner,
      name: `虚构${kind === 'need' ? '需求' : '供给'}县${at + 1}`,
      province: dice.one(climate.provinces),
      climate: climate.name,
    },
    profile: {
      id,
      kind,
      owner,
      title,
      what: [title, ...(more.length > 0 ? [dice.shuffled(more).join('，')] : [])]
        .map((it) => `${it}。`)
        .join(''),
      fields: ticked,
      settings: dice.chance(0.6) ? [truth.setting] : [],
      stage: stageNames[dice.chance(0.1) ? dice.one([0, 1, 2]) : truth.stage] as Stage,
      forms: dice.chance(0.75) ? (truth.forms as readonly Form[]) : [],
      visits: kind === 'offer' && truth.forms.includes('practice'),
      helps: false,
      visibility: 'alliance',
      state: 'published',
      confirmed: `2015-0${dice.one([1, 2, 3, 4, 5, 6])}-15`,
      revision: 1,
    },
  }
}

/** People tick the exact field in three of five cases, and otherwise one nearby. */
function field({ field: exact, alsoFields }: Difficulty, dice: Dice): string {
  return dice.chance(0.6) ? exact : dice.one(alsoFields)
}

interface Dice {
  chance(share: number): boolean
  one<T>(of: readonly T[]): T
  shuffled<T>(of: readonly T[]): T[]
}

/** Mulberry32: small, and the same on every machine. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    chance: (share) => next() < share,
    one: (of) => of[Math.floor(next() * of.length)] as (typeof of)[number],
    shuffled(of) {
      const all = [...of]
      for (let at = all.length - 1; at > 0; at--) {
        const other = Math.floor(next() * (at + 1))
        ;[all[at], all[other]] = [all[other] as never, all[at] as never]
      }
      return all
    },
  }
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at)
}
