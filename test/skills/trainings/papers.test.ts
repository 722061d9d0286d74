import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../src/printing/line-breaking.ts'
import { printBadges } from '../../../src/skills/trainings/papers/badges.ts'
import {
  certificateNumber,
  certifiedBy,
  printCertificates,
} from '../../../src/skills/trainings/papers/certificate.ts'
import { halfDaysOf } from '../../../src/skills/trainings/papers/half-days.ts'
import { printSignInSheet } from '../../../src/skills/trainings/papers/sign-in.ts'
import { fontsOf, pagesOf, poppler } from '../../support/office-tools.ts'
import { entry, morning, training } from './invented.ts'

const made = { at: morning }
const withoutSpaces = (text: string) => text.replace(/\s/g, '')
const onPaper = test.skipIf(!poppler)
const name = (what: string) => (poppler ? what : `${what} (skipped: apt-get install poppler-utils)`)

/** Rare characters, long names of 少数民族, and a foreign one. */
const difficult = [
  '王垚',
  '李㛃',
  '𠮷田清',
  '阿卜杜热依木·买买提',
  '阿卜杜热合曼·吾甫尔江·阿卜杜拉艾合麦提江·图尔荪',
  'John Alexander Smith-Wellington',
]
const came = { attendedAt: morning }

describe('name badges', () => {
  onPaper(name('have every name whole, in embedded fonts'), async () => {
    const { bytes, unprintable } = await printBadges(
      training(),
      difficult.map((it) => entry(it)),
      made,
      'zh-CN',
    )
    const text = withoutSpaces(pagesOf(bytes).join(''))
    for (const it of difficult.filter((it) => it.length < 12)) expect(text).toContain(it)
    // Those that take two lines beside another badge come line by line.
    for (const part of [
      '阿卜杜热合曼·吾甫尔江·',
      '阿卜杜拉艾合麦提江·图尔荪',
      'JohnAlexander',
      'Smith-Wellington',
    ])
      expect(text).toContain(part)
    expect(unprintable).toEqual([])
    expect(fontsOf(bytes).every((it) => it.embedded)).toBe(true)
    expect(bytes.length).toBeLessThan(300_000)
  })

  onPaper(name('are for those who are seated, ten a sheet'), async () => {
    const people = Array.from({ length: 21 }, (_, at) => entry(`张${at}`))
    const { bytes } = await printBadges(
      training(),
      [...people, entry('候补者', { state: 'waiting' })],
      made,
      'zh-CN',
    )
    const pages = pagesOf(bytes)
    expect(pages).toHaveLength(3)
    expect(pages.join('')).not.toContain('候补者')
  })

  onPaper(name('put the province before the organization, and nothing else between'), async () => {
    const { bytes, unprintable } = await printBadges(
      training(),
      [entry('王垚', { province: '江苏' })],
      made,
      'zh-CN',
    )
    expect(unprintable).toEqual([])
    expect(withoutSpaces(pagesOf(bytes).join(''))).toContain('江苏江苏省无锡市宜兴市')
  })

  test('tell by name what no font can print', async () => {
    const { unprintable } = await printBadges(training(), [entry('王🦄'), entry('李四')], made, 'zh-CN')
    expect(unprintable).toEqual([{ text: '王🦄', characters: ['🦄'] }])
  })

  test('are the same bytes for the same people at the same instant', async () => {
    const once = await printBadges(training(), [entry('王垚')], made, 'zh-CN')
    const again = await printBadges(training(), [entry('王垚')], made, 'zh-CN')
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0)
  })
})

describe('the sign-in sheet', () => {
  onPaper(name('is by province in the official order, its header and number on each page'), async () => {
    const people = [
      ...Array.from({ length: 20 }, (_, at) => entry(`新疆人${at}`, { province: '新疆' })),
      entry('天津人', { province: '天津' }),
      entry('𠮷田清', { province: '内蒙古' }),
    ]
    const { bytes } = await printSignInSheet(training(), people, made, 'zh-CN')
    const pages = pagesOf(bytes).map(withoutSpaces)
    expect(pages).toHaveLength(2)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('序号')
      expect(page).toContain('10/15')
      expect(page).toContain('10/16')
      expect(page).toContain(`第${at + 1}页，共2页`)
    }
    expect(pages[0]).toMatch(/1天津人.*2𠮷田清.*3新疆人0/)
    expect(pages[1]).toContain('新疆人19')
  })

  onPaper(name('of three weeks abroad has a set of pages for each three days'), async () => {
    const { bytes } = await printSignInSheet(
      training({ starts: '2014-11-27', ends: '2014-12-17', sessions: [] }),
      [entry('王垚')],
      made,
      'zh-CN',
    )
    expect(pagesOf(bytes)).toHaveLength(7)
  })

  test('asks for a signature each half day on which there is something', () => {
    const said = halfDaysOf(training()).map(({ day, half }) => `${day} ${half}`)
    expect(said).toEqual(['2014-10-15 morning', '2014-10-15 afternoon', '2014-10-16 morning'])
  })

  test('has an evening where a session goes over midnight', () => {
    const sessions = [{ day: '2014-10-15', from: '22:00', until: '01:00', topic: '观星' }]
    expect(halfDaysOf(training({ sessions }))).toEqual([{ day: '2014-10-15', half: 'evening' }])
  })
})

describe('the certificate', () => {
  const key = 'a key of the house'
  const certificate = (who: string) => {
    const person = entry(who, came)
    return { entry: person, number: certificateNumber(training(), person.registration, key) }
  }

  onPaper(
    name('names person, training, days, place, hosts and number, one page each, below 300 kB'),
    async () => {
      const certificates = difficult.map(certificate)
      const { bytes } = await printCertificates(training(), certificates, made, 'zh-CN')
      const pages = pagesOf(bytes).map(withoutSpaces)
      expect(pages).toHaveLength(difficult.length)
      for (const [at, page] of pages.entries()) {
        expect(page).toContain(withoutSpaces(`${difficult[at]}同志`))
        expect(page).toContain('2014年10月15日至16日')
        expect(page).toContain('呼和浩特市')
        expect(page).toContain('中国21世纪议程管理中心')
        expect(page).toContain(certificates[at]?.number)
      }
      expect(fontsOf(bytes).every((it) => it.embedded)).toBe(true)
      expect(bytes.length).toBeLessThan(300_000)
    },
  )

  test('is not made for somebody who was not in the room, and says who', async () => {
    const absent = { entry: entry('王垚'), number: '2014-00000-00000' }
    await expect(printCertificates(training(), [absent], made, 'zh-CN')).rejects.toThrow('王垚 没有到场记录')
  })

  test('is not made with a name that no font can print, and says which character', async () => {
    await expect(
      printCertificates(training(), [certificate('李四'), certificate('王🦄')], made, 'zh-CN'),
    ).rejects.toThrow(/王🦄.*（🦄）/)
  })

  test('can be looked up by its number, however it was typed, and by no other', () => {
    const people = ['王垚', '李㛃'].map((it) => entry(it, came).registration)
    const number = certificate('李㛃').number
    expect(number).toMatch(/^2014-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    const typed = ` ${number.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')} `
    expect(certifiedBy(typed, training(), people, key)?.name).toBe('李㛃')
    expect(certifiedBy(number, training(), people, 'another key')).toBeUndefined()
    expect(certifiedBy('2014-', training(), people, key)).toBeUndefined()
  })
})

describe('lines', () => {
  const one = (text: string) => [...text].length
  test.each([
    ['阿卜杜热依木·买买提', 7, ['阿卜杜热依木·', '买买提']],
    ['阿卜杜热依木·买买提', 8, ['阿卜杜热依木·', '买买提']],
    ['来自华北组，的代表', 5, ['来自华北', '组，的代表']],
    ['Smith-Wellington', 4, ['Smith-Wellington']],
    ['John Smith 王', 6, ['John', 'Smith', '王']],
    ['', 4, ['']],
  ])('%s in %i is %j', (text, width, lines) => {
    expect(linesOf(text, width, one)).toEqual(lines)
  })
})
