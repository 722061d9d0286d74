import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { madeSet } from './make.ts'
import { spoken, written } from './wordings.ts'

const here = import.meta.dirname
const read = (file: string) => readFileSync(join(here, file), 'utf8')
const fiction = (file: string) =>
  JSON.stringify({
    note: `虚构：由 make.ts 从 ${file} 造出，没有一条是真实实验区说的 / invented by a program, no real zone said any of this`,
  })

const sets = [
  { name: 'made', file: 'problems.txt', seed: 2014, wording: spoken },
  { name: 'made-2', file: 'problems-2.txt', seed: 11_25, wording: written },
  { name: 'made-3', file: 'problems-3.txt', seed: 11_26, wording: spoken },
].map((it) => ({ ...it, made: madeSet(read(it.file), it) }))

describe.each(sets)('the set $name', ({ name, file, made }) => {
  // Renew with `vitest run test/eval/matches/made.test.ts --update`; a renewed set is a new set: measure before tuning again.
  test('is what the program makes', async () => {
    const lines = (rows: readonly unknown[]) =>
      `${[fiction(file), ...rows.map((it) => JSON.stringify(it))].join('\n')}\n`
    await expect(lines(made.profiles)).toMatchFileSnapshot(join(here, `${name}-profiles.jsonl`))
    await expect(lines(made.parties)).toMatchFileSnapshot(join(here, `${name}-parties.jsonl`))
    await expect(lines(made.judged)).toMatchFileSnapshot(join(here, `${name}-grades.jsonl`))
  })

  test('has an offer for every need that a broker would introduce, and the grades spread', () => {
    const best = made.judged.map((it) => Math.max(0, ...Object.values(it.grades)))
    expect(best.every((it) => it >= 1)).toBe(true)
    const all = made.judged.flatMap((it) => Object.values(it.grades))
    for (const grade of [1, 2, 3]) expect(all.filter((it) => it === grade).length).toBeGreaterThan(50)
  })

  test('has no difficulty on both sides of the split', () => {
    expect(made.judged.filter((it) => it.split === 'dev').length).toBe(40)
    const words = (split: string) => {
      const needs = new Set(made.judged.filter((it) => it.split === split).map((it) => it.need))
      return new Set(made.profiles.filter((it) => needs.has(it.id)).map((it) => it.title))
    }
    const [dev, held] = [words('dev'), words('held-out')]
    expect([...dev].filter((it) => held.has(it))).toEqual([])
  })
})

test('each set is of other difficulties: no two share a title', () => {
  const titles = sets.flatMap((it) => [...new Set(it.made.profiles.map((one) => one.title))])
  expect(titles.filter((it, at) => titles.indexOf(it) !== at)).toEqual([])
})
