import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/errors.ts'
import { plainText } from '../../../src/core/plain-text.ts'
import { makeZoneCommands, type ZoneCommands } from '../../../src/skills/zones/commands.ts'
import { loadZones, seedZones } from '../../../src/skills/zones/load-register.ts'
import { freshStore, registerFolder } from './house.ts'

let house: Awaited<ReturnType<typeof freshStore>>
let commands: ZoneCommands

beforeEach(async () => {
  house = await freshStore()
  commands = makeZoneCommands(house.store.zones)
})
afterEach(() => house.close())

const csv = (...lines: string[]) => ({ name: 'zones.csv', bytes: new TextEncoder().encode(lines.join('\n')) })

async function complaint(promise: Promise<unknown>): Promise<string> {
  const thrown = await promise.then(
    () => undefined,
    (it: unknown) => it,
  )
  if (!(thrown instanceof Problem)) throw new Error(`expected a Problem, got ${String(thrown)}`)
  return `${thrown.message}\n${thrown.remedy}`
}

describe('importing a file', () => {
  it('takes Chinese or English headers, fills in what follows from the name, and knows each cell by its row', async () => {
    await commands.importZones(csv('名称,省份,创建年份', '江苏省徐州市沛县,江苏省,2010'))
    const { data } = await commands.showZone('沛县')
    expect(data.zone).toEqual({
      id: 'jiangsu-pei',
      name: '江苏省徐州市沛县',
      short: '沛县',
      aliases: [],
      province: '江苏',
      region: '东部',
      founded: 2010,
    })
    expect(data.sources).toContainEqual({
      zone: 'jiangsu-pei',
      field: 'founded',
      value: '2010',
      file: 'zones.csv 第2行',
      words: '2010',
    })
  })

  it('reads an .xlsx file like a .csv file', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名单')
    sheet.addRows([['名称', '省份', '创建年份'], ['青海省海北藏族自治州', '青海', 2012], []])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const { data } = await commands.importZones({ name: '名单.xlsx', bytes })
    expect(data.added).toEqual(['青海省海北藏族自治州'])
    expect((await commands.listZones({ founded: 2012 })).data).toHaveLength(1)
  })

  it('reads what Chinese Excel saves as .csv (GB18030)', async () => {
    // 名称,省份 / 北京市延庆区,北京
    const hex = 'c3fbb3c62ccaa1b7dd0ab1b1bea9cad0d1d3c7ecc7f82cb1b1bea90a'
    await commands.importZones({ name: 'excel.csv', bytes: Buffer.from(hex, 'hex') })
    expect((await commands.showZone('延庆')).data.zone.province).toBe('北京')
  })

  it('names every bad row at once and imports nothing', async () => {
    const said = await complaint(
      commands.importZones(
        csv(
          '名称,省份,创建年份,类型,地区',
          '江苏省徐州市沛县,江苏,,,',
          '江酥省南京市,江酥,,,',
          '江苏省徐州市沛县,江苏,,,',
          '浙江省杭州市,江苏,,,',
          ',福建,,,',
          '福建省厦门市,福建,去年,大城市,西部',
        ),
      ),
    )
    for (const words of [
      '第3行：未知省份“江酥”（是否江苏？）',
      '第4行：与第2行重复',
      '第5行：名称属浙江，省份却写江苏',
    ]) {
      expect(said).toContain(words)
    }
    for (const words of ['第6行：没有名称', '第7行：福建属东部，地区却写西部', '类型只能是', '“去年”']) {
      expect(said).toContain(words)
    }
    expect((await commands.listZones()).data).toEqual([])
  })

  it.each([
    ['no province column', csv('名称,类型', '江苏省徐州市沛县,县域型'), /缺少列：省份/],
    ['only a header', csv('名称,省份'), /只有表头/],
    ['an empty file', csv(''), /是空文件/],
    [
      'a picture named .csv',
      { name: 'a.csv', bytes: Buffer.from('89504e470d0a1a0a0000000d', 'hex') },
      /不是完好的 \.csv/,
    ],
    ['half an .xlsx', { name: 'a.xlsx', bytes: Buffer.from('504b0304aaaa', 'hex') }, /不是完好的 \.xlsx/],
    ['a huge file', { name: 'a.csv', bytes: new Uint8Array(6 * 1024 * 1024) }, /超过 5 MB/],
  ])('refuses %s with a remedy', async (_, file, words) => {
    expect(await complaint(commands.importZones(file))).toMatch(words)
  })

  it('finds the zone again by its name, so that a row without an id changes it and adds no second one', async () => {
    await seedZones(registerFolder, house.store.zones)
    const { data } = await commands.importZones(csv('name,province,status', '江苏省无锡市宜兴市,江苏,已批复'))
    expect(data.changed).toEqual(['江苏省无锡市宜兴市'])
    expect((await commands.showZone('宜兴')).data.zone.id).toBe('jiangsu-yixing')
  })

  it('tells of columns that it does not use', async () => {
    const { data, reply } = await commands.importZones(csv('名称,省份,备注', '江苏省徐州市沛县,江苏,新'), {
      dryRun: true,
    })
    expect(data.ignoredColumns).toEqual(['备注'])
    expect(plainText(reply)).toContain('只检查，未导入：将新增 1 个')
    expect((await commands.listZones()).data).toEqual([])
  })
})

describe('the register of a new installation', () => {
  it('is put in once and keeps what the office corrected since', async () => {
    expect(await seedZones(registerFolder, house.store.zones)).toBe(59)
    await commands.importZones(csv('name,province,status', '江苏省无锡市宜兴市,江苏,已批复'))
    expect(await seedZones(registerFolder, house.store.zones)).toBe(0)
    expect((await commands.showZone('宜兴')).data.zone.status).toBe('已批复')
  })

  it('can be imported by the command as well', async () => {
    const records = await loadZones(registerFolder)
    expect((await house.store.zones.import(records, { dryRun: true })).added).toHaveLength(59)
  })
})

describe('showing', () => {
  beforeEach(async () => {
    await seedZones(registerFolder, house.store.zones)
  })

  it('shows both founding years of 丰顺 with the words of each', async () => {
    const said = plainText((await commands.showZone('丰顺')).reply)
    expect(said).toContain('创建年份：2008；2009（与 2008 矛盾：2014年建区满五年）')
    expect(said).toContain('丰顺县于 2008 年建立国家级实验区')
    expect(said).toContain('类型：文件未写')
  })

  it('says that the list is not that of all 157 zones', async () => {
    const { data, reply } = await commands.listZones({ province: '江苏', cohort: '2014验收' })
    expect(data).toHaveLength(6)
    expect(plainText(reply)).toContain('共 6 个（省份=江苏，名单=2014验收）')
    expect(plainText(reply)).toContain('不是157个国家级实验区的完整名单')
  })

  it('names the candidates of an ambiguous name, and what to do about an unknown one', async () => {
    expect(await complaint(commands.showZone('江苏省苏州'))).toContain('江苏省苏州市昆山市')
    expect(await complaint(commands.showZone('敦煌'))).toContain('登记册里没有“敦煌”')
  })
})
