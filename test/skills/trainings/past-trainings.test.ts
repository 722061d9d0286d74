import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPastTrainings } from '../../../src/skills/trainings/past-trainings.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const data = join(import.meta.dirname, '../../../data')
const files = readdirSync(join(data, 'trainings')).map((it) => join(data, 'trainings', it))
const squeezed = (text: string) => text.replace(/\s+/gu, '')

describe('the trainings that were held', () => {
  const held = readPastTrainings(files)

  test('are those that the documents tell of, the earliest first', () => {
    expect(held.map((it) => [it.id, it.starts, it.ends, it.told.people])).toEqual([
      ['development-seminar-2014', '2014-09', '2014-09', undefined],
      ['climate-north-2014', '2014-10-15', '2014-10-16', 70],
      ['low-carbon-uk-2014', '2014-11-27', '2014-12-17', 17],
    ])
  })

  test.each(held)('$id: every quote stands verbatim in its document, line ends aside', ({ sources }) => {
    for (const { file, quote } of sources)
      expect(squeezed(readFileSync(join(data, 'policies', file), 'utf8'))).toContain(squeezed(quote))
  })

  test.each(held)('$id: every cell stands in one of its quotes', (training) => {
    const quotes = training.sources.map((it) => squeezed(it.quote)).join('\n')
    const {
      title,
      hosts,
      organizers = [],
      provinces = [],
      topics,
      lecturersOf = [],
      place = '',
      told,
    } = training
    const places = place.split(/[（）、]/).filter((it) => it !== '')
    for (const cell of [title, ...hosts, ...organizers, ...provinces, ...topics, ...lecturersOf, ...places])
      expect(quotes).toContain(squeezed(cell))
    for (const figure of Object.values(told))
      if (figure !== true) expect(quotes).toMatch(new RegExp(`(?<!\\d)${figure}(?!\\d)`))
    for (const day of [training.starts, training.ends])
      expect(quotes).toContain(`${Number(day.slice(5, 7))}月`)
  })
})

test('a file that is wrong is named with its cells, and none is taken', () => {
  const bad = join(temporaryFolder(), 'bad.json')
  const good = JSON.parse(readFileSync(files[0] ?? '', 'utf8'))
  writeFileSync(
    bad,
    JSON.stringify({ ...good, starts: '2014-02-30', ends: '2014-13-01', seats: 70, sources: [] }),
  )
  expect(() => readPastTrainings([...files, bad])).toThrow(/bad\.json starts\n.*bad\.json ends\n/)
})
