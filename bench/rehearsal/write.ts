import type { Instant, LocalDate } from '../../src/core/clock.ts'
import { dayAt, instantAt, weekdayOf } from '../../src/core/local-date.ts'
import type { ReminderAbout } from '../../src/skills/deadlines/rules/recipients.ts'
import type { ChangeAbout } from '../../src/skills/deadlines/telling/tell.ts'
import type { Day, Sent } from './play.ts'
import { office, outage } from './script.ts'

const head = `2014年5月至7月的演练
May to July 2014, rehearsed

真实的登记册、规则、数据库和任务，时钟由程序逐日拨动；除平台外没有替身。人物和他们哪天交的是虚构的：每个单位一人，只有太仓市没有人加入。
${outage.from} 至 ${outage.until} 机器人没有运行。每组只印一个例子；
每周一览每月只印一次。
The real register, rules, store and jobs under a clock that a program moves; only the platform is paper. The people, and who
files on which day, are invented: one person in each organization, none in 太仓市. The bot is away from ${outage.from} to
${outage.until}. Of each group one example is printed, of the weekly digests one a month.
`

/** Examples are taken from here where the group has one. */
const preferred = ['jiangsu-yixing', 'jiangsu-kunshan', 'province-江苏', 'office']

/** The days on which something went out or was done, as text. Pure. */
export function write(days: readonly Day[]): string {
  const told = days.filter((it) => it.sent.length > 0 || it.acts.length > 0)
  const total = days.reduce((sum, it) => sum + it.sent.length, 0)
  const texts = told.flatMap((day, at) => {
    const before = told[at - 1]
    const gap = before && before.date < outage.from && day.date > outage.until
    return [
      ...(gap ? [`== ${outage.from} 至 ${outage.until} 机器人停机一周 the bot is away ==\n`] : []),
      dayText(day),
    ]
  })
  return `${head}\n${texts.join('\n')}\n合计 in all: ${total} 条\n`
}

/** The reminders of each day and how many organizations they went to, as a Markdown table. Pure. */
export function overview(days: readonly Day[]): string {
  const rows = days.flatMap(({ date, sent }) => {
    const steps = new Map<string, Sent[]>()
    for (const it of sent) {
      const step = stepsIn(it).join(' ')
      if (step !== '') steps.set(step, [...(steps.get(step) ?? []), it])
    }
    return [...steps]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([step, its]) => {
        const to = (kind: keyof typeof readers) => its.filter((it) => it.organization.kind === kind).length
        return `| ${date} ${weekday(date)} | ${step} | ${to('zone')} | ${to('province')} | ${to('office')} |`
      })
  })
  return [
    '| 日期 Day | 提醒 Step | 实验区 zones | 省级部门 provinces | 办公室 office |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

const weekday = (date: LocalDate): string => `周${'一二三四五六日'[weekdayOf(date) - 1]}`

const verbs = {
  prepare: '正在准备',
  file: '已提交',
  confirm: '确认收到',
  receive: '已收到',
  request: '申请延期',
  extend: '延期',
  suspend: '暂缓',
} as const

function dayText({ date, acts, sent }: Day): string {
  const acted = instantAt(date, office)
  return [
    `== ${date} ${weekday(date)} ==`,
    ...groupsOf(sent.filter((it) => it.at < acted)),
    ...acts.map(
      ({ names, by, verb }) =>
        `${office} 【${verbs[verb]}】${names.join('、')}${by === undefined ? '' : `（由${by === 'office' ? '办公室' : '省级部门'}）`}`,
    ),
    ...groupsOf(sent.filter((it) => it.at >= acted)),
    '',
  ].join('\n')
}

/** What went out, by what it was and to whom, each with the words of one example. */
function groupsOf(sent: readonly Sent[]): readonly string[] {
  const groups = new Map<string, Sent[]>()
  for (const it of [...sent].sort(inOrder)) groups.set(groupOf(it), [...(groups.get(groupOf(it)) ?? []), it])
  return [...groups].flatMap(([group, its]) => {
    const example = preferred.flatMap((id) => its.find((it) => it.organization.id === id) ?? [])[0] ?? its[0]
    if (!example) return []
    const zones = new Set(its.flatMap(obligationsIn)).size
    const about = zones > 0 ? `，涉及 ${zones} 个实验区` : ''
    return [
      `${timeAt(example.at)} ${group}：发给 ${its.length} 个单位${about}。例：${example.organization.name}`,
      ...(isWeekly(example) ? [] : example.text.split('\n').map((it) => `      ${it}`)),
    ]
  })
}

/** By time; then what it is, and zones before those above them: deliveries at one time go out side by side. */
function inOrder(one: Sent, other: Sent): number {
  const keys = [one, other].map(
    (it) =>
      `${timeAt(it.at)} ${it.row.kind} ${ranks[it.organization.kind]} ${groupOf(it)} ${it.organization.id} ${it.row.key}`,
  )
  return keys[0] === keys[1] ? 0 : (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1
}

const ranks = { zone: 0, province: 1, office: 2, expert: 3 } as const
const readers = { zone: '实验区', province: '省级部门', office: '办公室', expert: '专家' } as const
const capacities = { owner: '', copy: '抄送', 'pass-on': '请代为转达' } as const

/** `提醒 T-30 → 实验区`: what one delivery is, and what its readers are. */
function groupOf({ row, organization }: Sent): string {
  const to = readers[organization.kind]
  if (row.kind === 'deadlines.reminder') {
    const { items } = row.about as ReminderAbout
    const as = [...new Set(items.map((it) => capacities[it.as]))].filter((it) => it !== '')
    return `提醒 ${stepsIn({ row }).join(' ')} → ${to}${as.length > 0 ? `（${as.join('、')}）` : ''}`
  }
  return row.kind === 'deadlines.digest' ? `每周一览 → ${to}` : `变化 → ${to}`
}

/** `T-14（补发）`: the steps of a reminder, none of anything else. */
function stepsIn({ row }: Pick<Sent, 'row'>): readonly string[] {
  if (row.kind !== 'deadlines.reminder') return []
  const { items } = row.about as ReminderAbout
  return [...new Set(items.map((it) => `${it.step}${it.late ? '（补发）' : ''}`))]
}

function obligationsIn({ row }: Sent): readonly string[] {
  if (row.kind === 'deadlines.reminder') return (row.about as ReminderAbout).items.map((it) => it.obligation)
  return row.kind === 'deadlines.change' ? [(row.about as ChangeAbout).obligation] : []
}

/** A digest is printed in the first week of a month; those of the other weeks look like it. */
const isWeekly = ({ row, at }: Sent): boolean => row.kind === 'deadlines.digest' && dayAt(at).slice(8) > '07'

/** `09:00` at the office. */
const timeAt = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
