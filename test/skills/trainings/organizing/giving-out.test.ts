import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../../src/core/local-date.ts'
import type { Attachment } from '../../../../src/core/reply.ts'
import { makeOrganizingCommands } from '../../../../src/skills/trainings/organizing/commands.ts'
import { zones } from '../../../support/people.ts'
import { trainingPeople } from '../../../support/training-people.ts'

const id = 'climate-2014'

/** Two people with a seat, one of them with a formula for a name and seen in the room; a third waits. */
async function over() {
  const house = await trainingPeople([{ capacity: 2 }])
  const names = { yx: '=cmd|张三', gx: '阿卜杜·买买提', rg: '李四' }
  for (const [who, where] of [
    ['yx', '宜兴'],
    ['gx', '贵溪'],
    ['rg', '如皋'],
  ] as const)
    await (await house.member(who, where, { name: names[who] })).pressesOf({
      action: 'trainings.ask',
      value: id,
    })
  const office = await house.member('boss', '办公室')
  house.clock.at = instantAt('2014-07-16', '09:00')
  await office.submits('trainings.came', { names: names.gx }, id)
  await office.pressesOf({ action: 'trainings.close', value: id })
  return { ...house, office }
}

async function cellsOf(file: Attachment | undefined): Promise<readonly string[]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load((file?.bytes ?? new Uint8Array()).slice().buffer as ArrayBuffer)
  const cells: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push(cell.text))
    })
  return cells
}

const isPdf = ({ bytes }: Attachment) => Buffer.from(bytes.slice(0, 5)).toString() === '%PDF-'

describe('papers in the chat', () => {
  test('the list holds everybody and no formula; a province has its own people in it alone', async () => {
    const { office, member } = await over()
    const list = { action: 'trainings.file', value: `${id}/roster` }
    const all = await cellsOf((await office.pressesOf(list)).files[0])
    expect(all.some((it) => it.startsWith('='))).toBe(false)
    expect(all).toEqual(expect.arrayContaining(['阿卜杜·买买提', '李四']))
    const province = await member('js', '江苏')
    const own = await cellsOf((await province.pressesOf(list)).files[0])
    expect(own).toContain('李四')
    expect(own).not.toContain('阿卜杜·买买提')
    const refused = await province.pressesOf({ action: 'trainings.file', value: `${id}/badges` })
    expect(refused.text).toContain('权限限于本单位')
  })

  test('the summary counts the people to whom it was announced, once each, and nobody whom it did not reach', async () => {
    const { office, parts, clock } = await over()
    const item = (key: string, recipient: string) => ({
      key,
      kind: 'trainings.announced',
      about: { training: id, organization: 'jiangsu-yixing', recipient },
      to: { platform: 'slack', space: 'S', channel: key },
      locale: 'zh-CN' as const,
      dueAt: clock.at,
      whenUnprovable: 'repeat' as const,
    })
    const { outbox } = parts
    await outbox.add([item('1', 'A'), item('2', 'A'), item('3', 'B'), item('4', 'C')], clock.at)
    const claimed = await outbox.claim(clock.at, 'boot', 100, ['slack'])
    for (const { key } of claimed.filter((it) => '123'.includes(it.key)))
      await outbox.sent(key, { messageId: key, at: clock.at })
    const { files } = await office.pressesOf({ action: 'trainings.file', value: `${id}/summary` })
    const markdown = new TextDecoder().decode(files.find((it) => it.name.endsWith('.md'))?.bytes)
    expect(markdown).toMatch(/通知人数\D+2\D/u)
  })

  test.each([
    ['在册', { national: '1', provincial: '0' }],
    ['省级', { national: '0', provincial: '1' }],
    ['申报待批复', { national: '0', provincial: '0' }],
  ])('the summary counts a zone of the status %s by its rank', async (status, { national, provincial }) => {
    const { office, store } = await over()
    const guixi = zones.filter((it) => it.id === 'jiangxi-guixi')
    await store.zones.import(guixi.map((it) => ({ zone: { ...it, status }, sources: [] })))
    const { files } = await office.pressesOf({ action: 'trainings.file', value: `${id}/summary` })
    const markdown = new TextDecoder().decode(files.find((it) => it.name.endsWith('.md'))?.bytes)
    const [header = [], , row = []] = markdown
      .split('\n')
      .filter((it) => it.startsWith('|'))
      .map((it) => it.split('|').map((cell) => cell.trim()))
    expect(row[header.indexOf('到场国家级实验区')]).toBe(national)
    expect(row[header.indexOf('到场省级实验区')]).toBe(provincial)
  })

  test('badges, sign-in sheet and summary are made; certificates for those alone who came, and known by their number', async () => {
    const { office, parts } = await over()
    const made: Attachment[] = []
    for (const kind of ['badges', 'sign-in', 'summary', 'certificates'])
      made.push(...(await office.pressesOf({ action: 'trainings.file', value: `${id}/${kind}` })).files)
    expect(made.map((it) => it.name)).toEqual([
      '胸卡 应对气候变化能力建设培训班.pdf',
      '签到表 应对气候变化能力建设培训班.pdf',
      '总结 应对气候变化能力建设培训班.pdf',
      '总结 应对气候变化能力建设培训班.md',
      '证书 应对气候变化能力建设培训班.pdf',
    ])
    expect(made.filter((it) => it.name.endsWith('.pdf')).every(isPdf)).toBe(true)

    const { certificateNumber } = await import('../../../../src/skills/trainings/papers/certificate.ts')
    const hall = await parts.registrations.hall(id)
    const numbers = await Promise.all(
      ['阿卜杜·买买提', '李四'].map(async (name) => {
        const own = hall?.registrations.find((it) => it.name === name)
        if (!hall || !own) throw new Error(`${name} is not on the roster`)
        return certificateNumber(hall.training, own, await parts.secrets.of('certificates'))
      }),
    )
    const [came = '', absent = ''] = numbers
    const commands = makeOrganizingCommands({ ...parts, locale: 'zh-CN' })
    expect((await office.calls('check-certificate', { number: came.toLowerCase() })).text).toContain(
      '证书属实：阿卜杜·买买提参加了',
    )
    await expect(commands.certificate(absent)).rejects.toThrow('没有编号为')
  })

  test('nobody came: no certificate', async () => {
    const { member, clock } = await trainingPeople()
    const office = await member('boss', '办公室')
    clock.at = instantAt('2014-07-16', '09:00')
    await office.pressesOf({ action: 'trainings.close', value: id })
    const { text } = await office.pressesOf({ action: 'trainings.file', value: `${id}/certificates` })
    expect(text).toContain('还没有人签到')
  })
})

describe('a notice', () => {
  test('becomes a draft of the office that is completed in the chat', async () => {
    const { member, parts, clock } = await trainingPeople([])
    const { read } = makeOrganizingCommands({ ...parts, locale: 'zh-CN' })
    const printed = [
      '虚构：关于举办低碳试点培训班的通知',
      '一、时间：2014年10月15日至16日',
      '二、地点：呼和浩特',
      '主办单位：中国21世纪议程管理中心',
      '请于2014年9月30日前报名。',
    ].join('\n')
    const { id: kept = '', draft } = await read(printed, true)
    expect(draft).toMatchObject({ starts: '2014-10-15', ends: '2014-10-16' })
    const office = await member('boss', '办公室')
    const shown = await office.pressesOf({ action: 'trainings.outline', value: kept })
    expect(shown.text).toContain('2014-10-15 至 2014-10-16')
    expect(shown.text).toContain('没有写总名额')
    expect((await parts.trainingDrafts.find(kept))?.changedAt).toBe(clock.now())
  })
})
