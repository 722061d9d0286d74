import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { madeSet } from './make.ts'

const here = import.meta.dirname
const made = madeSet(readFileSync(join(here, 'problems.txt'), 'utf8'))
const fiction = JSON.stringify({
  note: '虚构：由 make.ts 从 problems.txt 造出，没有一条是真实实验区说的 / invented by a program, no real zone said any of this',
})
const lines = (rows: readonly unknown[]) =>
  `${[fiction, ...rows.map((it) => JSON.stringify(it))].join('\n')}\n`

// Renew with `vitest run test/eval/matches/made.test.ts --update`; a renewed set is a new set: measure before tuning again.
test('the invented profiles, parties and grades are what the program makes', async () => {
  await expect(lines(made.profiles)).toMatchFileSnapshot(join(here, 'made-profiles.jsonl'))
  await expect(lines(made.parties)).toMatchFileSnapshot(join(here, 'made-parties.jsonl'))
  await expect(lines(made.judged)).toMatchFileSnapshot(join(here, 'made-grades.jsonl'))
})

test('every need has an offer that a broker would introduce, and the grades spread', () => {
  const best = made.judged.map((it) => Math.max(0, ...Object.values(it.grades)))
  expect(best.every((it) => it >= 1)).toBe(true)
  const all = made.judged.flatMap((it) => Object.values(it.grades))
  for (const grade of [1, 2, 3]) expect(all.filter((it) => it === grade).length).toBeGreaterThan(50)
})

test('no difficulty is on both sides of the split', () => {
  expect(made.judged.filter((it) => it.split === 'dev').length).toBe(40)
  const words = (split: string) => {
    const needs = new Set(made.judged.filter((it) => it.split === split).map((it) => it.need))
    return new Set(made.profiles.filter((it) => needs.has(it.id)).map((it) => it.title))
  }
  const [dev, held] = [words('dev'), words('held-out')]
  expect([...dev].filter((it) => held.has(it))).toEqual([])
})
