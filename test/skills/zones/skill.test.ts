import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, guest } from '../../../src/core/caller.ts'
import { Problem } from '../../../src/core/errors.ts'
import type { Message } from '../../../src/core/message.ts'
import { plainText } from '../../../src/core/plain-text.ts'
import type { Block, Reply } from '../../../src/core/reply.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { seedZones } from '../../../src/skills/zones/load-register.ts'
import { zonesSkill } from '../../../src/skills/zones/skill.ts'
import { freshStore, registerFolder } from './house.ts'

let house: Awaited<ReturnType<typeof freshStore>>
let skill: Skill

beforeAll(async () => {
  house = await freshStore()
  await seedZones(registerFolder, house.store.zones)
  skill = zonesSkill({ zones: house.store.zones })
})
afterAll(() => house.close())

function message(part: Partial<Message>): Message {
  return {
    id: 'm1',
    from: { platform: 'test', space: 's', channel: 'c' },
    author: { id: 'u', name: '王工' },
    text: '',
    at: 0,
    addressed: 'direct',
    ...part,
  }
}

async function reply(part: Partial<Message>, caller: Caller = guest()): Promise<Reply> {
  const outcome = await skill.handle(message(part), caller)
  if (!outcome || Symbol.asyncIterator in outcome) throw new Error('expected one reply')
  return outcome
}

const command = (name: string, options: Record<string, string> = {}) => ({ command: { name, options } })
const block = <K extends Block['kind']>(it: Reply, kind: K) =>
  it.blocks.find((block): block is Extract<Block, { kind: K }> => block.kind === kind)

describe('the zones command', () => {
  it('lists the zones of a province by its colloquial name', async () => {
    const said = await reply(command('zones', { province: '内蒙', cohort: '新申报' }))
    expect(block(said, 'table')?.rows.map(([name]) => name)).toEqual(['牙克石市', '红山区', '包头市'])
  })

  it('pages through the whole register with a button, each zone once', async () => {
    const seen: (string | undefined)[] = []
    let said = await reply(command('zones'))
    for (let pages = 0; pages < 5; pages += 1) {
      seen.push(...(block(said, 'table')?.rows.map((row) => row[0]) ?? []))
      const next = block(said, 'buttons')?.buttons[0]
      if (!next) break
      expect(next.value.length).toBeLessThanOrEqual(60)
      said = await reply({ press: { action: next.action, value: next.value } })
    }
    expect(new Set(seen).size).toBe(59)
    expect(seen).toHaveLength(59)
  })

  it('says so where no zone fits, and refuses a province that does not exist', async () => {
    expect(plainText(await reply(command('zones', { founded: '1999' })))).toContain('没有符合条件')
    await expect(reply(command('zones', { province: '江酥' }))).rejects.toThrow(Problem)
    await expect(reply(command('zones', { founded: '去年' }))).rejects.toThrow(/不是年份/)
  })

  it('speaks English to those who do', async () => {
    const said = plainText(await reply(command('zones', { province: '青海' }), guest('en')))
    expect(said).toContain('2 zones')
    expect(said).toContain('海西州')
  })
})

describe('the zone command', () => {
  it('shows one zone with the words that prove its cells', async () => {
    const said = plainText(await reply(command('zone', { name: '龙岩' })))
    expect(said).toContain('创建年份：2009')
    expect(said).toContain('「2009年龙岩市获批国家可持续发展实验区以来」')
    expect(said).toContain('出自 2014-annual-report.txt')
  })

  it('offers the zones that a name could mean, and a button shows the one chosen', async () => {
    const choice = block(await reply(command('zone', { name: '江苏省苏州' })), 'buttons')?.buttons
    expect(choice?.map((it) => it.label)).toContain('昆山市')
    const kunshan = choice?.find((it) => it.label === '昆山市')
    const said = await reply({ press: { action: 'zones.show', value: kunshan?.value ?? '' } })
    expect(plainText(said)).toContain('江苏省苏州市昆山市')
  })

  it('suggests zones while a name is typed', async () => {
    const option = skill.commands?.find((it) => it.name === 'zone')?.options?.[0]
    expect(await option?.suggest?.('毕节')).toEqual([{ label: '贵州省毕节地区', value: 'guizhou-bijie' }])
    expect((await option?.suggest?.(''))?.length).toBeLessThanOrEqual(25)
  })
})

describe('plain words', () => {
  it.each(['宜兴档案', '查宜兴的档案', '宜兴实验区的登记信息？'])('%s shows the zone', async (text) => {
    expect(skill.match(message({ text }))).toBeGreaterThan(0)
    expect(plainText(await reply({ text }))).toContain('江苏省无锡市宜兴市')
  })

  it.each(['实验区登记册', '查看实验区列表'])('%s shows the register', async (text) => {
    expect(skill.match(message({ text }))).toBeGreaterThan(0)
    expect(block(await reply({ text }), 'table')?.rows).toHaveLength(20)
  })

  it.each(['验收材料什么时候交', '江苏有几个验收的', '', '档案'])('leaves %j to the other skills', (text) => {
    expect(skill.match(message({ text }))).toBe(0)
  })

  it('is not disturbed by buttons and commands of others', () => {
    expect(skill.match(message({ press: { action: 'ask.helpful', value: '1' } }))).toBe(0)
    expect(skill.match(message({ text: '宜兴档案', ...command('help') }))).toBe(0)
  })
})
