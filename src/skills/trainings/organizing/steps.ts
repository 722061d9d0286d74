import { audienceText } from '../../../core/audience-text.ts'
import type { Locale } from '../../../core/locale.ts'
import { readAudience } from '../../../core/read-audience.ts'
import type { Form, FormField } from '../../../core/reply.ts'
import type { TrainingKind } from '../../../core/training.ts'
import type { TrainingDraft } from '../training-draft.ts'
import { words } from '../words.ts'
import { actions, type Step } from './faces.ts'
import { present } from './outline.ts'
import type { Surroundings } from './parts.ts'
import { daysText, openText, readDays, readOpen } from './typed/days.ts'
import { placeText } from './typed/place.ts'
import { inOrder, movedWith, programmeText, readProgramme } from './typed/programme.ts'
import { materialsText, questionsText, readMaterials, readQuestions } from './typed/questions.ts'
import { quotasText, readQuotas, readSeats } from './typed/seats.ts'
import { organizingWords } from './words.ts'

/** What a step makes of a draft: what could be read, and a sentence for each thing that could not. */
export interface StepRead {
  readonly draft: TrainingDraft
  readonly faults: readonly string[]
}

type Given = Readonly<Record<string, string>>

/** A field that shows more than this would be cut off by the narrowest platform, and what was cut would be lost. */
const mostShown = 2_900
/** Characters of one field that are read; platforms allow fewer, a command line more. */
const mostTyped = 20_000

/** The form of a step, filled with what is there. Its words are in both languages: see core/skill.ts. Pure. */
export function stepForm(step: Step, draft: TrainingDraft, around: Surroundings): Form {
  const { title, fields } = shapes[step]
  return { name: actions[step], title, submit: '保存 Save', fields: fields(draft, around) }
}

/** The draft with what was typed into a step: a field that is left empty is emptied. Pure. */
export function readStep(
  step: Step,
  draft: TrainingDraft,
  given: Given,
  around: Surroundings,
  locale: Locale,
): StepRead {
  const say = organizingWords[locale].faults
  const long = Object.entries(given).filter(([, typed]) => [...typed].length > mostTyped)
  if (long.length > 0) return { draft, faults: long.map(([, it]) => say.tooLong([...it].length, mostTyped)) }
  return shapes[step].read(draft, given, around, locale)
}

interface Shape {
  readonly title: string
  fields(draft: TrainingDraft, around: Surroundings): readonly FormField[]
  read(draft: TrainingDraft, given: Given, around: Surroundings, locale: Locale): StepRead
}

const kinds = Object.entries(words['zh-CN'].kinds) as [TrainingKind, string][]

const shapes: Readonly<Record<Step, Shape>> = {
  basics: {
    title: '1 基本情况 Basics',
    fields: ({ title, kind, starts, ends, place, link, hosts }) => [
      line('title', '名称 Title', '应对气候变化能力建设培训班', title),
      {
        name: 'kind',
        label: '类别 Kind',
        kind: 'choice',
        initial: kind ?? 'training',
        choices: kinds.map(([value, label]) => ({ value, label })),
      },
      line('days', '日期 Days', '2014-10-15 至 2014-10-16', daysText(starts, ends)),
      line('place', '地点，线上的写网址 Place or link', '呼和浩特；https://…', placeText(place, link)),
      line('hosts', '主办、承办 Hosts', '中国21世纪议程管理中心、内蒙古科技厅', hosts?.join('、')),
    ],
    read(draft, given, { year }, locale) {
      const say = organizingWords[locale].faults
      const days = given.days === undefined ? undefined : readDays(given.days, year)
      const kind = kinds.find(([value, label]) => given.kind === value || given.kind === label)?.[0]
      const parts = listed(given.place, /[；;\n]/u)
      const link = parts.find((it) => /^https?:\/\//iu.test(it))
      const place = parts.filter((it) => it !== link).join('；')
      const faults = [
        ...(days && 'fault' in days ? [say.day(days.at, days.fault)] : []),
        ...(given.kind !== undefined && kind === undefined ? [say.kind(given.kind)] : []),
      ]
      const read = days && 'starts' in days ? days : undefined
      const sessions = read && movedWith(draft, read.starts, read.ends)
      return {
        draft: merged(draft, {
          title: given.title,
          kind: kind ?? draft.kind,
          starts: days ? (read?.starts ?? draft.starts) : undefined,
          ends: days ? (read?.ends ?? draft.ends) : undefined,
          place: place === '' ? undefined : place,
          link,
          hosts: listed(given.hosts, /[、，,；;\n]/u),
          ...(sessions ? { sessions } : {}),
        }),
        faults,
      }
    },
  },

  people: {
    title: '2 对象和名额 People',
    fields: ({ audience, capacity, quotas = [], nomination, registration }, { nameOf }) => [
      line(
        'audience',
        '面向谁 For whom',
        '省级部门和实验区 华北；或：东部 县域型；或：宜兴市、贵溪市',
        audience && audienceText(audience, 'zh-CN', nameOf),
      ),
      line('capacity', '名额 Seats', '70', capacity === undefined ? undefined : String(capacity)),
      text('quotas', '预留的名额 Quotas', '江苏 3；浙江 2；宜兴市 1', quotasText(quotas, nameOf)),
      {
        name: 'nomination',
        label: '怎样报名 How to register',
        kind: 'choice',
        initial: nomination ?? 'open',
        choices: [
          { value: 'open', label: '自己报名 Everybody themselves' },
          { value: 'province', label: '由省级部门推荐 Named by provinces' },
        ],
      },
      line(
        'open',
        '报名时间，只写一个是截止 Registration',
        '2014-09-15 至 2014-10-08 17:00',
        openText(registration),
      ),
    ],
    read(draft, given, around, locale) {
      const say = organizingWords[locale].faults
      const faults: string[] = []
      const audience =
        given.audience === undefined ? undefined : readAudience(given.audience, around.register)
      if (audience && audience.unknown.length > 0) faults.push(say.audience(audience.unknown))
      const capacity = given.capacity === undefined ? undefined : readSeats(given.capacity)
      if (given.capacity !== undefined && capacity === undefined) faults.push(say.seats(given.capacity))
      const quotas = readQuotas(given.quotas ?? '', around.register)
      if (quotas.unknown.length > 0) faults.push(say.quotas(quotas.unknown))
      if (quotas.several.length > 0) faults.push(say.quotasSeveral(quotas.several))
      const open = given.open === undefined ? undefined : readOpen(given.open, around.year)
      if (open && 'fault' in open) faults.push(say.day(open.at, open.fault))
      return {
        draft: merged(draft, {
          audience: audience && (audience.unknown.length > 0 ? draft.audience : audience.audience),
          capacity,
          quotas: quotas.quotas,
          nomination: given.nomination === 'province' ? 'province' : 'open',
          registration: open && ('fault' in open ? draft.registration : open),
        }),
        faults,
      }
    },
  },

  programme: {
    title: '3 日程 Programme',
    fields: ({ sessions = [] }) => {
      const shown = programmeText(sessions)
      const fits = shown.length <= mostShown
      return [
        text(
          'sessions',
          '一节一行 One session a line',
          '10月15日 09:00-10:30 碳核算 李老师 @一号厅',
          fits ? shown : undefined,
        ),
        {
          name: 'how',
          label: '已有的日程 What is there',
          kind: 'choice',
          initial: fits ? 'replace' : 'append',
          choices: [
            { value: 'replace', label: '换成上面的 Replace it' },
            { value: 'append', label: '保留，接着加 Add to it' },
          ],
        },
      ]
    },
    read(draft, given, { year }, locale) {
      const say = organizingWords[locale].faults
      const { starts, ends } = draft
      const one = starts !== undefined && starts === ends ? starts : undefined
      const read = readProgramme(
        given.sessions ?? '',
        starts === undefined ? year : Number(starts.slice(0, 4)),
        one,
      )
      const kept = given.how === 'append' ? (draft.sessions ?? []) : []
      return {
        draft: merged(draft, { sessions: inOrder([...kept, ...read.sessions]) }),
        faults: read.faults.map((it) => say.session(it.line, it.at, it.fault)),
      }
    },
  },

  extras: {
    title: '4 问题和材料 Extras',
    fields: ({ questions = [], materials = [], about, holdHours }) => [
      text(
        'questions',
        '报名时问什么，一行一个 Questions',
        '饮食：普通/清真*\n护照姓名*',
        questionsText(questions),
      ),
      text('materials', '材料，一行一个 Materials', '讲义 https://… 会前', materialsText(materials)),
      text('about', '说明 About', '面向实验区负责人，交通食宿自理', about),
      line(
        'hold',
        '空出的名额保留几个工作小时 Hold',
        '4',
        holdHours === undefined ? undefined : String(holdHours),
      ),
    ],
    read(draft, given, _around, locale) {
      const say = organizingWords[locale].faults
      const materials = readMaterials(given.materials ?? '')
      const hold = given.hold === undefined ? undefined : Number(given.hold.normalize('NFKC'))
      return {
        draft: merged(draft, {
          questions: readQuestions(given.questions ?? '', draft.questions ?? []),
          materials: materials.materials,
          about: given.about,
          holdHours: hold !== undefined && Number.isNaN(hold) ? draft.holdHours : hold,
        }),
        faults: [
          ...(materials.unknown.length > 0 ? [say.materials(materials.unknown)] : []),
          ...(hold !== undefined && Number.isNaN(hold) ? [say.hold(given.hold ?? '')] : []),
        ],
      }
    },
  },
}

function merged(draft: TrainingDraft, cells: { [K in keyof TrainingDraft]?: TrainingDraft[K] | undefined }) {
  return present({ ...draft, ...cells }) as TrainingDraft
}

function listed(typed: string | undefined, between: RegExp): readonly string[] {
  return (typed ?? '')
    .split(between)
    .map((it) => it.trim())
    .filter((it) => it !== '')
}

function line(name: string, label: string, placeholder: string, initial: string | undefined): FormField {
  return { name, label, kind: 'line', placeholder, ...given(initial) }
}

function text(name: string, label: string, placeholder: string, initial: string | undefined): FormField {
  return { name, label, kind: 'paragraph', placeholder, ...given(initial) }
}

const given = (initial: string | undefined) => (initial === undefined || initial === '' ? {} : { initial })
