import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trainingPeople } from '../../../support/training-people.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/trainings')
const handed = (name: string) => {
  const at = join(fixtures, name)
  return { name, at, size: statSync(at).size }
}
const notice = handed('虚构-气候培训通知.docx')

test('a notice that an organizer hands over becomes a draft of theirs, every field with its words', async () => {
  const { member, store } = await trainingPeople([])
  const office = await member('boss', '办公室')
  const heard = await office.says('把这个读成培训草稿', notice)
  expect(heard.text).toContain('已把「虚构-气候培训通知.docx」读成草稿')
  expect(heard.private).toBe(true)
  expect(heard.buttons.map((it) => it.label)).toEqual(
    expect.arrayContaining(['1 基本情况', '预览', '删除草稿']),
  )
  expect(await store.trainingDrafts.list()).toMatchObject([{ organizer: 'office', revision: 1 }])
  // The same draft as everybody else's: it can be gone on with at once.
  expect((await office.presses('预览')).text).not.toContain('没有这个培训')
})

test('its name alone says enough, where nothing is written beside it', async () => {
  const { member, store } = await trainingPeople([])
  await (await member('boss', '办公室')).says('', notice)
  expect(await store.trainingDrafts.list()).toHaveLength(1)
})

test('of a file with neither words nor a telling name, it asks what to do', async () => {
  const { member } = await trainingPeople([])
  const office = await member('boss', '办公室')
  expect((await office.says('', { ...notice, name: '扫描件.pdf' })).text).toContain(
    '收到了文件，没有收到文字',
  )
})

test.each([
  ['two at once', [notice, notice], '一次只能读一个文件'],
  ['one that is too large', [{ ...notice, size: 30_000_000 }], '太大'],
])('%s: said by name, and nothing is kept', async (_name, files, told) => {
  const { member, store } = await trainingPeople([])
  const office = await member('boss', '办公室')
  expect((await office.says('培训通知', ...files)).text).toContain(told)
  expect(await store.trainingDrafts.list()).toEqual([])
})

test('whoever may not organize hears so, and nothing is read', async () => {
  const { member, store } = await trainingPeople([])
  const zone = await member('yx', '宜兴')
  expect((await zone.says('培训通知', notice)).text).toContain('不能组织培训')
  expect(await store.trainingDrafts.list()).toEqual([])
})
