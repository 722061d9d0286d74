import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readVocabulary } from '../../../src/skills/zones/lexicon.ts'
import { loadRegister, loadZones } from '../../../src/skills/zones/load-register.ts'
import { provinces } from '../../../src/skills/zones/provinces.ts'
import { readRegisterData } from '../../../src/skills/zones/register-data.ts'
import { documentTexts, registerFolder, unspaced } from './house.ts'

const data = loadRegister(registerFolder)
const texts = documentTexts()
const stands = (words: string, file: string) => texts.get(file)?.includes(unspaced(words)) ?? false

describe('the register of a new installation', () => {
  it('proves every cell of every zone with words that stand in the documents', async () => {
    for (const { zone, sources } of await loadZones(registerFolder)) {
      for (const source of sources)
        expect(stands(source.words, source.file), `${zone.id} ${source.field}`).toBe(true)
      const cells = Object.entries(zone).filter(([field, value]) => field !== 'id' && value !== undefined)
      for (const [field, value] of cells) {
        if (Array.isArray(value) && value.length === 0) continue
        expect(
          sources.some((it) => it.field === field),
          `${zone.id} ${field}`,
        ).toBe(true)
      }
    }
  })

  it('holds the 25 accepted, the 29 applying, the 3 dissolved zones and the 2 named in the survey', async () => {
    const zones = (await loadZones(registerFolder)).map((it) => it.zone)
    const count = (cohort: string) => zones.filter((it) => it.cohort === cohort).length
    expect(['2014验收', '2014新申报', '撤出', '文中提及'].map(count)).toEqual([25, 29, 3, 2])
  })

  it('has the zones of 表1 and 表2 and no others in its two lists', async () => {
    const zones = (await loadZones(registerFolder)).map((it) => it.zone)
    for (const [label, cohort] of [['表1', '2014验收'] as const, ['表2', '2014新申报'] as const]) {
      const table = data.tables.find((it) => it.label === label)
      const names = table?.rows.map((row) => row[table.header.indexOf(table.main)])
      expect(names).toEqual(zones.filter((it) => it.cohort === cohort).map((it) => it.name))
    }
  })

  it('keeps the contradiction of 丰顺: 2008, and full five years in 2014', async () => {
    const records = await loadZones(registerFolder)
    const founded = records
      .find((it) => it.zone.short === '丰顺县')
      ?.sources.filter((it) => it.field === 'founded')
    expect(founded?.map((it) => it.value)).toEqual(['2008', expect.stringContaining('2014年建区满五年')])
  })

  it('states a founding year only where a document does', async () => {
    const known = (await loadZones(registerFolder)).filter((it) => it.zone.founded !== undefined)
    expect(known.map((it) => [it.zone.short, it.zone.founded])).toEqual([
      ['贵溪市', 2009],
      ['龙岩市', 2009],
      ['丰顺县', 2008],
    ])
  })

  it('groups the provinces 11, 8 and 12, and so reproduces the 9, 10 and 10 of the report', async () => {
    const size = (region: string) => provinces.filter((it) => it.region === region).length
    expect(['东部', '中部', '西部'].map(size)).toEqual([11, 8, 12])
    const applied = (await loadZones(registerFolder)).filter((it) => it.zone.cohort === '2014新申报')
    for (const region of ['东部', '中部', '西部']) {
      const stated = data.figures.find((it) => it.measure === 'applied' && it.facet === `region=${region}`)
      expect(applied.filter((it) => it.zone.region === region)).toHaveLength(stated?.value ?? 0)
    }
  })
})

describe('figures, tables and chronicle', () => {
  it('take every figure, with its number, from words of a document', () => {
    for (const figure of data.figures) {
      expect(stands(figure.words, figure.file), figure.words).toBe(true)
      // The dissolved zones are named, not numbered: three names are the figure.
      if (figure.measure === 'left') expect(figure.words.split('、')).toHaveLength(figure.value)
      else expect(figure.words.replace('四', '4')).toContain(String(figure.value))
    }
  })

  it('hold the tables verbatim, merged cells filled in', () => {
    for (const table of data.tables) {
      expect(stands(table.caption, table.document)).toBe(true)
      for (const row of table.rows) {
        expect(row).toHaveLength(table.header.length)
        const words = row.filter((_, at) => !['栏', '行', '序号'].includes(table.header[at] ?? ''))
        for (const cell of words) {
          expect(cell).not.toBe('')
          expect(stands(cell, table.document), cell).toBe(true)
        }
      }
    }
    expect(data.tables.map((it) => it.rows.length)).toEqual([25, 29, 13, 16, 7, 4, 8, 7])
  })

  it('hold the fourteen entries of the chronicle with the month in which each begins', () => {
    expect(data.chronicle.map((it) => it.n)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1))
    for (const it of data.chronicle) {
      expect(stands(it.words, '2014-annual-report.txt')).toBe(true)
      const [year, month] = it.from.split('-')
      expect(unspaced(it.words).startsWith(`${year}年${Number(month)}`)).toBe(true)
      expect(it.to >= it.from).toBe(true)
    }
  })
})

describe('a register file that somebody edited', () => {
  const edited = (file: string, text: string) => (name: string) =>
    name === file ? text : readFileSync(join(registerFolder, name), 'utf8')

  it('is refused by name where a column is missing', () => {
    expect(() => readRegisterData(edited('figures.csv', 'measure,value\nnational,157\n'))).toThrow(
      /figures\.csv 缺少列：facet/,
    )
  })

  it('is refused by line where a kind of word is unknown', () => {
    expect(() => readVocabulary('# 说明\nnoise noise 的\nnosie noise 了')).toThrow(/第3行“nosie”/)
  })

  it('teaches a new way of asking', () => {
    const lines = readVocabulary('op count 有多老多')
    expect(lines).toEqual([{ slot: 'op', value: 'count', words: ['有多老多'] }])
  })

  it('is well formed: every row has as many cells as its header', () => {
    for (const name of ['zones.csv', 'zone-sources.csv', 'figures.csv', 'chronicle.csv', 'tables.csv']) {
      expect(() => parse(readFileSync(join(registerFolder, name), 'utf8'))).not.toThrow()
    }
  })
})
