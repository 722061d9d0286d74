import type { Instant } from '../../src/core/clock.ts'
import { minuteOf } from '../../src/skills/trainings/telling/draw.ts'
import { words } from '../../src/skills/trainings/words.ts'
import type { Moment } from './play.ts'

const say = words['zh-CN']
const states = ['seated', 'offered', 'waiting', 'lapsed', 'declined'] as const

/** The timeline, and below it each thing that was said, once in full. */
export function write(moments: readonly Moment[]): string {
  const lines = moments.flatMap(({ at, acts, sent, seats }) => [
    ...acts.map((it) => `${timeOf(at)}  ${it}`),
    ...sent.map(({ line, count }) => `${timeOf(at)}    → ${count} 人收到：${line}`),
    ...standing(seats).map((it) => `${timeOf(at)}    ${it}`),
  ])
  const texts = new Map(moments.flatMap((it) => it.sent.map(({ line, text }) => [line, text] as const)))
  return [
    '一次培训的演练：90 人、60 个名额，从通知到反馈。人物和安排均为虚构；由 npm run rehearsal:trainings 生成。',
    '',
    ...lines,
    '',
    '—— 每种消息的全文（各一例）——',
    ...[...texts.values()].flatMap((it) => ['', it]),
    '',
  ].join('\n')
}

/** 已录取 57，候补 33; nothing before anybody registered. */
function standing(seats: Moment['seats']): readonly string[] {
  const counts = states
    .filter((it) => seats[it] !== undefined)
    .map((it) => `${say.seatStates[it]} ${seats[it]}`)
  return counts.length === 0 ? [] : [counts.join('，')]
}

const timeOf = (at: Instant) => minuteOf(at)
