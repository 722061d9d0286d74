import type { Instant } from '../../../core/clock.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { Choice, Form, FormField } from '../../../core/reply.ts'
import type { Command } from '../../../core/skill.ts'
import type { VisitKind, VisitOffer } from '../../../core/visit.ts'
import { marks } from '../faces.ts'

/** Buttons of this skill, `skill.verb`; forms bear the name of their button. */
export const actions = {
  open: 'visits.open',
  ours: 'visits.ours',
  agreed: 'visits.agreed',
  figures: 'visits.figures',
  /** Those that carry an offer. */
  offer: 'visits.offer',
  ask: 'visits.ask',
  withdraw: 'visits.withdraw',
  /** Those that carry a visit; `answer` and `agree` with days, see `buttonValue`. */
  answer: 'visits.answer',
  otherDays: 'visits.other-days',
  agree: 'visits.agree',
  end: 'visits.end',
  report: 'visits.report',
  calendar: 'visits.calendar',
} as const

const kinds: readonly (Choice & { readonly value: VisitKind })[] = [
  { label: '互访 Visit', value: 'visit' },
  { label: '跟岗 Shadowing', value: 'shadowing' },
]

/** In both languages: a platform wants a form before anybody knows who reads it. */
export const forms = {
  offer: {
    name: actions.offer,
    title: '接待互访、跟岗 Offer a visit',
    submit: '发布 Offer',
    fields: [
      { name: 'kind', label: '方式 Kind', kind: 'choice', required: true, choices: kinds },
      { name: 'topic', label: '能看什么、学什么 Topic', kind: 'line', required: true },
      {
        name: 'dates',
        label: '可接待的日期，每行一段 Dates',
        kind: 'paragraph',
        required: true,
        placeholder: '9月15日至17日\n2015-03-10 至 2015-03-20',
      },
      { name: 'people', label: '同一天最多接待几人 People a day', kind: 'line', required: true },
      { name: 'place', label: '地点 Place', kind: 'line' },
    ],
  },
  otherDays: {
    name: actions.otherDays,
    title: '换个日期 Other days',
    submit: '发给对方 Send',
    fields: [
      {
        name: 'dates',
        label: '可以接待的日期 Days',
        kind: 'line',
        required: true,
        placeholder: '9月22日至24日',
      },
    ],
  },
  end: {
    name: actions.end,
    title: '说明原因 Reason',
    submit: '确定 Send',
    fields: [{ name: 'reason', label: '原因，对方会看到 Reason', kind: 'paragraph', required: true }],
  },
  withdraw: {
    name: actions.withdraw,
    title: '撤回接待 Withdraw the offer',
    submit: '撤回 Withdraw',
    fields: [{ name: 'reason', label: '原因，申请过的单位会看到 Reason', kind: 'paragraph', required: true }],
  },
  report: {
    name: actions.report,
    title: '成效和反馈 Outcome',
    submit: '提交 Send',
    fields: [
      { name: 'people', label: '实际来了几人 People who came', kind: 'line', required: true },
      { name: 'mark', label: '总体 Overall', kind: 'choice', required: true, choices: marks },
      { name: 'outcome', label: '有什么收获、后续打算 Outcome', kind: 'paragraph', required: true },
    ],
  },
} as const satisfies Readonly<Record<string, Form>>

export const noteField = {
  name: 'note',
  label: '谁去、想看什么 Who comes, and what for',
  kind: 'paragraph',
} as const satisfies FormField

/** Platforms show at most 25 choices. */
const mostChoices = 20

/** The form in which a zone asks for an offer: the days that are still ahead to choose from, or others. Pure. */
export function askForm({ dates, topic }: VisitOffer, now: Instant): Form {
  const today = dayAt(now)
  const ahead = dates.filter((it) => it.from >= today).slice(0, mostChoices)
  const choices = ahead.map(({ from, to }) => ({
    label: from === to ? from : `${from} — ${to}`,
    value: from === to ? from : `${from} 至 ${to}`,
  }))
  return {
    name: actions.ask,
    title: `申请：${[...topic].slice(0, 20).join('')}`,
    submit: '发给对方 Send',
    fields: [
      ...(choices.length > 0
        ? [{ name: 'dates', label: '日期 Days', kind: 'choice', choices } as const]
        : []),
      {
        name: 'others',
        label: '也可以的其他日期 Other days',
        kind: 'line',
        placeholder: '9月22日至24日',
        required: choices.length === 0,
      },
      { name: 'people', label: '去几人 People', kind: 'line', required: true },
      noteField,
    ],
  }
}

/** What `/alliance visits` shows. */
export const views = ['open', 'ours', 'agreed', 'figures'] as const

export const commands: readonly Command[] = [
  {
    name: 'visits',
    summary: '互访、跟岗：谁可以接待，我们申请的和接待的，全年统计',
    options: [
      {
        name: 'view',
        summary: '看哪一些',
        choices: [
          { label: '可以申请的', value: 'open' },
          { label: '我们的', value: 'ours' },
          { label: '各区已约定的（办公室）', value: 'agreed' },
          { label: '全年统计', value: 'figures' },
        ] satisfies readonly { label: string; value: (typeof views)[number] }[],
      },
      { name: 'year', summary: '统计哪一年，如 2014' },
    ],
  },
]
