import type { Instant } from '../../src/core/clock.ts'
import { daysBetween, weekdayOf } from '../../src/core/local-date.ts'
import type { ReminderAbout } from '../../src/skills/deadlines/recipients.ts'
import type { ChangeAbout } from '../../src/skills/deadlines/tell.ts'
import type { Day, Sent } from './play.ts'
import { outage } from './script.ts'

const head = `2014年5月至7月的演练
May to July 2014, rehearsed

真实的登记册、规则、数据库和任务，时钟由程序逐日拨动；除平台外没有替身。人物和他们哪天交的是虚构的：每个单位一人，只有太仓市没有人加入。
${outage.from} 至 ${outage.until} 机器人没有运行。每组只印一个例子。
The real register, rules, store and jobs under a clock that a program moves; only the platform is paper. The people, and who
files on which day, are invented: one person in each organization, none in 太仓市. The bot is away from ${outage.from} to
${outage.until}. Of each group one example is printed.
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
    return [...(gap ? [`== ${outage.from} 至 ${outage.until} 机器人停机一周 the bot is away ==\n`] : []), dayText(day)]
  })
  return `${head}\n${texts.join('\n')}\n合计 in all: ${total} 条\n`
}

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
  const lines = [`== ${date} 周${'一二三四五六日'[weekdayOf(date) - 1]} ==`]
  const groups = Map.groupBy(sent, groupOf)
  for (const [group, its] of groups) {
    const [first] = its
    const example =
      preferred.flatMap((id) => its.find((it) => it.organization.id === id) ?? []).at(0) ?? first
    if (!example) continue
    const zones = new Set(its.flatMap(zonesOf))
    lines.push(
      `${timeOf(example.at)} ${group} · 涉及 ${zones.size} 个实验区 · 发给 ${its.length} 人`,
      `      例：${example.organization.name}`,
      ...example.text.split('\n').map((it) => `      | ${it}`),
    )
  }
  for (const { verb, names, by } of acts) {
    const whose = names.join('、')
    lines.push(`14:00 ${by === undefined ? '' : `${by === 'office' ? '办公室' : '省级部门'}代办：`}${whose} → ${verbs[verb]}`)
  }
  return `${lines.join('\n')}\n`
}
