import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRegister, seedZones } from '../../../src/skills/zones/load-register.ts'
import { makeRegister, type Register, type RegisterAnswer } from '../../../src/skills/zones/register.ts'
import { askableTable } from '../../../src/skills/zones/register-data.ts'
import { type Conversation, conversations } from './conversations.ts'
import { documentTexts, freshStore, registerFolder, unspaced } from './house.ts'

let house: Awaited<ReturnType<typeof freshStore>>
let register: Register

beforeAll(async () => {
  house = await freshStore()
  await seedZones(registerFolder, house.store.zones)
  register = makeRegister({ zones: () => house.store.zones.snapshot(), data: loadRegister(registerFolder) })
})
afterAll(() => house.close())

async function hear({ ask, before = [] }: Conversation): Promise<RegisterAnswer | undefined> {
  const history = before.flatMap((content) => [
    { role: 'user' as const, content },
    { role: 'assistant' as const, content: '……' },
  ])
  return register.answer(ask, history)
}

const titleOf = (it: Conversation) => [...(it.before ?? []), it.ask].join(' → ')
const answered = conversations.filter((it) => !it.passes)

describe('a register question in plain words', () => {
  it.each(answered.map((it) => [titleOf(it), it] as const))('answers %s', async (_, conversation) => {
    const answer = await hear(conversation)
    expect(answer).toBeDefined()
    for (const words of conversation.says ?? []) expect(answer?.text).toContain(words)
    for (const words of conversation.never ?? []) expect(answer?.text).not.toContain(words)
    expect(answer?.refusal).toBe(conversation.refuses ? 'not-in-corpus' : undefined)
  })

  it.each(conversations.filter((it) => it.passes).map((it) => [titleOf(it), it] as const))(
    'leaves %s to search',
    async (_, conversation) => expect(await hear(conversation)).toBeUndefined(),
  )
})

describe('every register answer', () => {
  it('quotes the documents word for word', async () => {
    const texts = documentTexts()
    for (const conversation of answered) {
      const answer = await hear(conversation)
      const sources = [...(answer?.sources ?? []), ...(answer?.claims.map((it) => it.source) ?? [])]
      expect(sources.length).toBeGreaterThan(0)
      for (const source of sources.filter((it) => it !== undefined)) {
        expect(texts.get(source.document), titleOf(conversation)).toContain(unspaced(source.quote))
      }
    }
  })

  it('names the filter that made it', async () => {
    const answer = await register.answer('江苏有几个验收的')
    expect(answer?.filter).toBe('2014年度验收名单，省份=江苏')
    expect(answer?.claims[0]?.filter).toBe(answer?.filter)
  })

  it('is short enough for a chat', async () => {
    const lengths = await Promise.all(answered.map(async (it) => (await hear(it))?.text.length ?? 0))
    const sorted = lengths.sort((one, other) => one - other)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
  })
})

it('knows a place without 市 when it is told what a place is', async () => {
  const parts = { zones: () => house.store.zones.snapshot(), data: loadRegister(registerFolder) }
  const knowing = makeRegister({ ...parts, isPlace: (word) => word === '深圳' })
  expect((await knowing.answer('深圳有没有新申报'))?.text).toContain('不在')
  expect(await register.answer('深圳有没有新申报')).toBeUndefined()
})

it('counts a zone that was imported a moment ago', async () => {
  const own = await freshStore()
  await seedZones(registerFolder, own.store.zones)
  const live = makeRegister({ zones: () => own.store.zones.snapshot(), data: loadRegister(registerFolder) })
  expect((await live.answer('江苏有几个验收的'))?.text).toContain('6个')
  const [yixing] = await own.store.zones.list({ province: '江苏' })
  if (!yixing) throw new Error('the register has no zone of 江苏')
  const zone = { ...yixing, id: 'jiangsu-new', name: '江苏省徐州市沛县', short: '沛县', aliases: [] }
  await own.store.zones.import([{ zone, sources: [] }])
  const answer = await live.answer('江苏有几个验收的')
  expect(answer?.text).toContain('7个')
  expect(answer?.text).toContain('沛县')
  await own.close()
})

it('answers from a table of any other document', async () => {
  const table = askableTable('补贴办法.txt', {
    caption: '表7 培训名额分配表',
    header: ['省份', '名额', '备注'],
    rows: [
      ['江苏', '3', '含宜兴'],
      ['青海', '2', '西部倾斜'],
    ],
  })
  const tables = [table]
  const parts = { zones: () => house.store.zones.snapshot(), data: loadRegister(registerFolder) }
  const wider = makeRegister({ ...parts, tables: async () => tables })
  expect((await wider.answer('表7第2个'))?.text).toContain('西部倾斜')
  expect((await wider.answer('表7有几个名额'))?.sources[0]?.document).toBe('补贴办法.txt')
})

it('never throws and never quotes what is not there, whatever is typed', async () => {
  const texts = documentTexts()
  const words = [
    '验收',
    '新申报',
    '江苏',
    '几个',
    '哪些',
    '表4',
    '第',
    '5',
    '指标',
    '有没有',
    '？',
    '"*',
    '大事记',
    '𠮷',
    '\u0000',
  ]
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words)).map((it) => it.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (question) => {
      const answer = await register.answer(question)
      for (const source of answer?.sources ?? []) {
        expect(texts.get(source.document)).toContain(unspaced(source.quote))
      }
    }),
    { numRuns: 200 },
  )
})
