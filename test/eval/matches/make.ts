import type { Form, Party, Profile, Stage } from '../../../src/core/profile.ts'
import { type Difficulty, gradeOf, readDifficulties, type Truth } from './world.ts'

/** One need with what a broker would say of each offer; offers that are not named are worth 0. */
export interface Judged {
  readonly need: string
  readonly split: 'dev' | 'held-out'
  readonly grades: Readonly<Record<string, number>>
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
export function madeSet(problems: string, seed = 2014): MadeSet {
  const dice = diceOf(seed)
  const difficulties = dice.shuffled(readDifficulties(problems))
  const world = new Map(difficulties.map((it) => [it.id, it]))
  const around = (at: number) => difficulties[at % difficulties.length] as Difficulty
  const needs = range(NEEDS).map((at) => make('need', at, around(at), dice))
  const offers = range(OFFERS).map((at) => make('offer', at, around(at), dice))
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
const stageWords = [
  ['还只是想法', '刚有个初步方案'],
  ['正在两个点上试', '小范围试过一季'],
  ['用了好几年，很稳定', '已经推开了'],
]
const leastWords = [
  ['新点子也欢迎', '愿意一起摸索'],
  ['最好有人试过', '希望至少有个试点'],
  ['要现成管用的', '不想当小白鼠'],
]
const formNames: readonly Form[] = ['technique', 'equipment', 'practice', 'training', 'funds']
const wanted: Readonly<Record<Form, readonly string[]>> = {
  technique: ['求一套技术路子', '想引进办法'],
  equipment: ['缺家伙什', '想找合用的机器'],
  practice: ['想去现场看看人家怎么干的', '想学管理上的经验'],
  training: ['没有懂行的人', '想请人来教'],
  funds: ['手头没钱', '想找人一起投'],
}
const had: Readonly<Record<Form, readonly string[]>> = {
  technique: ['可转让技术', '技术可授权使用'],
  equipment: ['设备可租可售', '整机供货'],
  practice: ['欢迎来现场看', '制度文件可以全给'],
  training: ['可派人带教', '每年办两期班'],
  funds: ['可合作投资', '带资金进来'],
}
const settingWords: Readonly<Record<string, readonly string[]>> = {
  mining: ['我们是挖矿起家的', '周围都是矿'],
  mountain: ['这里山高路窄', '山沟沟里'],
  plain: ['一马平川的产粮地方', '种粮大县'],
  coast: ['靠海', '出门就是滩涂'],
  lake: ['四面是水', '湖边上'],
  forest: ['抬头就是林子', '林场职工多'],
  grass: ['放牧的地方', '草场连片'],
  arid: ['一年下不了几场雨', '戈壁边上'],
  plateau: ['海拔三千多米', '冬天零下三十度'],
  city: ['人挤人的老市区', '街面上'],
  town: ['乡下小镇', '几十个村'],
  park: ['开发区里', '厂子集中'],
}

function make(kind: 'need' | 'offer', at: number, difficulty: Difficulty, dice: Dice): Made {
  const climate = dice.one(climates)
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
  const words = kind === 'need' ? { stage: leastWords, form: wanted } : { stage: stageWords, form: had }
  const [title = '', second = ''] = dice.shuffled(kind === 'need' ? difficulty.asked : difficulty.given)
  const more = [
    ...(dice.chance(0.7) ? [second] : []),
    ...(dice.chance(0.6) ? [dice.one(settingWords[truth.setting] ?? [''])] : []),
    ...(dice.chance(0.5) ? [dice.one(words.stage[truth.stage] ?? [''])] : []),
    ...truth.forms.filter(() => dice.chance(0.6)).map((it) => dice.one(words.form[it as Form])),
  ]
  const id = `made-${kind}-${String(at + 1).padStart(3, '0')}`
  const owner = `made-zone-${kind === 'need' ? at + 1 : NEEDS + at + 1}`
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

const climates = [
  { name: '暖温带半湿润', provinces: ['河北', '河南', '山东', '陕西'] },
  { name: '亚热带湿润', provinces: ['江苏', '江西', '湖南', '贵州'] },
  { name: '温带干旱', provinces: ['内蒙古', '甘肃', '宁夏', '新疆'] },
]

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
