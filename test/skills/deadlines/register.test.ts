import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instantAt } from '../../../src/core/local-date.ts'
import { planSteps, upcomingSteps } from '../../../src/skills/deadlines/rules/due-steps.ts'
import { obligationsOf } from '../../../src/skills/deadlines/rules/rules.ts'
import { stepsUnder } from '../../../src/skills/deadlines/rules/steps.ts'
import { makeWorkdays } from '../../../src/skills/deadlines/rules/workdays.ts'
import { quoted } from '../../support/deadlines.ts'
import { april, data, kept, realWorld } from './world.ts'

const nothing = { settled: [], putOff: [] }
const stepsOf = stepsUnder(makeWorkdays())

async function acceptanceIn2014() {
  const { subjects, duties } = await realWorld()
  const live = duties.filter((it) => it.state === 'live')
  const cohort = subjects.flatMap((it) =>
    it.of === 'zones' && it.zone.cohort === '2014验收' ? [it.organization] : [],
  )
  return { subjects, live, cohort, made: obligationsOf(live, subjects, { now: april, ...nothing }) }
}

test('from April to July 2014 the 25 zones of 表1 get the ladder of the acceptance duty, and nobody gets anything else', async () => {
  const { live, cohort, made } = await acceptanceIn2014()
  const obligations = made.owed.map((it) => kept(it))
  const steps = upcomingSteps({ duties: live, obligations, stepsOf }, april, instantAt('2014-08-01', '00:00'))
  expect(cohort).toHaveLength(25)
  expect(new Set(steps.map((it) => it.duty.id))).toEqual(new Set(['acceptance']))
  const said = new Map<string, string[]>()
  for (const { obligation, step } of steps)
    said.set(obligation.organization, [
      ...(said.get(obligation.organization) ?? []),
      `${step.name} ${step.date}`,
    ])
  expect([...said.keys()].sort()).toEqual([...cohort].sort())
  for (const ladder of said.values())
    expect(ladder).toEqual([
      'T-60 2014-04-30',
      'T-30 2014-05-30',
      'T-14 2014-06-16',
      'T-7 2014-06-23',
      'T-3 2014-06-27',
      'T-1 2014-06-27',
      'T-0 2014-06-30',
      'T+1 2014-07-01',
      'T+7 2014-07-09',
      'T+14 2014-07-18',
    ])
  const replaced = steps.filter((it) => it.replacedBy !== undefined)
  expect(new Set(replaced.map((it) => `${it.step.name} by ${it.replacedBy}`))).toEqual(
    new Set(['T-3 by T-1']),
  )
})

test('zones whose year nobody knows are listed, those dissolved are not, and contradictions are kept with their words', async () => {
  const { subjects, made } = await acceptanceIn2014()
  const listed = made.unknown.map((it) => it.organization)
  expect(listed).toContain('shandong-huanghe-sanjiaozhou')
  expect(listed).not.toContain('tianjin-dagang')
  const none = new Set(['不再作为实验区', '申报待批复'])
  const zones = subjects.filter((it) => it.of === 'zones' && !none.has(it.zone.status ?? ''))
  expect(made.owed.length + made.unknown.length).toBe(zones.length)
  expect(made.contradictions).toMatchObject([
    {
      organization: 'guangdong-fengshun',
      sources: [
        { from: 'stated', due: 2014 },
        { from: 'register', due: 2013 },
      ],
    },
  ])
})

test('those who apply to become a zone owe nothing that zones owe, whatever date the office gives a draft', async () => {
  const { duties, subjects } = await realWorld()
  const applicants = subjects.flatMap((it) =>
    it.of === 'zones' && it.zone.cohort === '2014新申报' ? [it.organization] : [],
  )
  expect(applicants).toHaveLength(29)
  const dated = duties.map((it) => ({ ...it, rule: { kind: 'once', date: '2014-12-31' } as const }))
  const { owed } = obligationsOf(dated, subjects, { now: april, ...nothing })
  expect(new Set(owed.map((it) => it.duty)).size).toBe(duties.length)
  const owing = new Set(owed.map((it) => it.organization))
  expect(applicants.filter((it) => owing.has(it))).toEqual([])
})

test('the evaluation has its year and no day: 「在2014年内」 names none', async () => {
  const { duties, subjects } = await realWorld()
  const evaluation = duties.filter((it) => it.id === 'evaluation')
  expect(evaluation).toMatchObject([
    { rule: { kind: 'after', milestone: 'accepted', years: 2 }, state: 'draft' },
  ])
  expect(evaluation[0]?.rule).not.toHaveProperty('day')
  const settled = [{ zone: 'tianjin-dongli', milestone: 'accepted' as const, year: 2012, reason: '批复文件' }]
  const made = obligationsOf(evaluation, subjects, { now: april, settled, putOff: [] })
  expect(made.owed).toEqual([])
  expect(made.unknown.map((it) => it.organization)).toContain('hebei-wuan')
})

test('a year that the office settles counts before everything, and what was put off is owed a year later', async () => {
  const { live, subjects } = await acceptanceIn2014()
  const settled = [{ zone: 'tianjin-dongli', milestone: 'founded' as const, year: 2010, reason: '批复文件' }]
  const wuan = { duty: 'acceptance', organization: 'hebei-wuan', period: '2014', due: '2014-06-30' }
  const now = instantAt('2015-01-05', '09:00')
  const { owed } = obligationsOf(live, subjects, { now, settled, putOff: [wuan] })
  expect(owed).toContainEqual({ ...wuan, organization: 'tianjin-dongli', period: '2015', due: '2015-06-30' })
  expect(owed).toContainEqual(wuan)
  expect(owed).toContainEqual({ ...wuan, period: '2015', due: '2015-06-30' })
})

test('nothing that is still owed lapses by growing old', async () => {
  const { live, subjects } = await acceptanceIn2014()
  const duties = live.map((it) => ({ ...it, liveSince: april }))
  const later = instantAt('2019-03-01', '09:00')
  const { owed } = obligationsOf(duties, subjects, { now: later, ...nothing })
  expect(owed.filter((it) => it.period === '2014')).toHaveLength(25)
})

test('every quote of a duty stands word for word in its document, and no draft without a date reminds anybody', async () => {
  const { duties, subjects } = await realWorld()
  const bare = (text: string) => text.replace(/\s/g, '')
  for (const { source, rule, state } of duties) {
    const text = bare(readFileSync(join(data, 'policies', source?.file ?? ''), 'utf8'))
    expect(text).toContain(bare(source?.quote ?? '-'))
    if (rule.kind === 'after')
      for (const it of rule.stated ?? [])
        expect(text + bare(readFileSync(join(data, 'policies', it.file), 'utf8'))).toContain(bare(it.words))
    if (rule.kind === 'unset') expect(state).toBe('draft')
  }
  const obligations = obligationsOf(duties, subjects, { now: april, ...nothing }).owed.map((it) => kept(it))
  const now = instantAt('2014-07-01', '09:00')
  const ids = planSteps({ duties, obligations, stepsOf }, now, () => false).map((it) => it.duty.id)
  expect(new Set(ids)).toEqual(new Set(['acceptance']))
})

test('the duty that the tests talk about rests on the real sentence', () => {
  const bare = (text: string) => text.replace(/\s/g, '')
  const text = readFileSync(join(data, 'policies', quoted.source?.file ?? ''), 'utf8')
  expect(bare(text)).toContain(bare(quoted.source?.quote ?? '-'))
  expect(bare(text)).toContain(bare(quoted.source?.path ?? '-'))
})
