import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import type { Profile } from '../../../src/core/profile.ts'
import { drawNetwork } from '../../../src/skills/matchmaking/drawing/network.ts'
import { drawTileMap } from '../../../src/skills/matchmaking/drawing/tile-map.ts'
import { readTaxonomy } from '../../../src/skills/matchmaking/fitting/taxonomy.ts'

const taxonomy = readTaxonomy(
  readFileSync(join(import.meta.dirname, '../../../data/alliance/taxonomy.txt'), 'utf8'),
)

test('a name on the circle is as far from its neighbours as a line is high, for 3 and for 300', () => {
  for (const count of [3, 54, 300]) {
    const nodes = Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `实验区${at}` }))
    const places = [...drawNetwork(nodes, []).matchAll(/translate\(([\d.-]+) ([\d.-]+)\)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    )
    expect(places.length).toBe(count)
    for (const [at, [x, y]] of places.entries()) {
      const [nextX, nextY] = places[(at + 1) % count] ?? [0, 0]
      expect(Math.hypot(x - nextX, y - nextY)).toBeGreaterThan(15)
    }
  }
})

test('a name cannot break out of the picture', () => {
  const svg = drawNetwork([{ id: 'a', name: '</text><script>alert(1)</script>' }], [])
  expect(svg).not.toContain('<script')
  expect(JSON.stringify(parse(svg), (key, it) => (key === 'parentNode' ? undefined : it))).toContain(
    'alert(1)',
  )
})

test('two that met three times about one thing are one thicker line; about another thing, a second line', () => {
  const nodes = ['a', 'b'].map((id) => ({ id, name: id }))
  const meeting = { one: 'a', other: 'b', field: 'ecology' }
  const svg = drawNetwork(nodes, [
    meeting,
    { ...meeting, one: 'b', other: 'a' },
    meeting,
    { ...meeting, field: 'urban' },
  ])
  const widths = [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map((it) => Number(it[1]))
  expect(widths).toEqual([3.4, 1.2])
})

test('the map counts a profile in its owner’s province, under the top field; a project on both sides', () => {
  const profile = { owner: 'guixi', fields: ['metal'] } as unknown as Profile
  const partyOf = (id: string) => ({ id, name: id, province: '江西' })
  const svg = drawTileMap(
    [
      { ...profile, kind: 'offer' },
      { ...profile, kind: 'project' },
    ],
    partyOf,
    taxonomy,
  )
  expect(svg).toContain('供给 2 条，需求 1 条')
  expect(svg).toContain('台湾')
  expect(svg.match(/fill="#ffffff" stroke="#dddad2"/g)).toHaveLength(1)
})
