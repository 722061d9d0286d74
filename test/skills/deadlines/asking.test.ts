import { describe, expect, test } from 'vitest'
import { readAsked } from '../../../src/skills/deadlines/asking/read-asked.ts'
import { provinces } from '../../../src/skills/zones/provinces.ts'
import { deadlinePeople } from '../../support/deadlines.ts'

const isProvince = (word: string) => provinces.some((it) => it.short === word)
const read = (text: string) => readAsked(text, isProvince)

describe('a sentence about who owes what', () => {
  test.each([
    ['浙江还有哪些区没验收，离截止还有几天', { provinces: ['浙江'], duty: '验收', state: 'unfiled' }],
    ['谁还没交年报？', { duty: '年报', state: 'unfiled' }],
    [
      '江苏、浙江哪些实验区还没提交验收申请',
      { provinces: ['江苏', '浙江'], duty: '验收申请', state: 'unfiled' },
    ],
    ['黑龙江省哪些区逾期了', { provinces: ['黑龙江'], state: 'overdue' }],
    ['西部30天内要截止的有哪些', { region: '西部', within: 30, state: 'unfiled' }],
    ['全国十五天之内截止的还有几家没交', { within: 15, state: 'unfiled' }],
    ['江苏交了几家', { provinces: ['江苏'], state: 'filed' }],
    ['我省还有几家没交', { state: 'unfiled' }],
    ['浙江省 还没交的', { provinces: ['浙江'], state: 'unfiled' }],
    ['目前有哪些单位已经提交验收材料了', { duty: '验收材料', state: 'filed' }],
  ])('%s', (text, asked) => {
    expect(read(text)).toEqual(asked)
  })

  test.each([
    '验收材料什么时候交',
    '2014年江苏有哪些实验区通过验收',
    '哪些省没有验收的',
    '哪些情况下暂缓验收',
    '没有通过验收的实验区怎么处理',
    '浙江有哪些实验区',
    '四川报了哪几个',
    '西藏有没有报的',
    '验收要交哪些材料',
    '我们还有什么没交',
    '截止日期呢',
    '有没有人做过湿地修复',
  ])('%s is none', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('who owes what, as the asker may see it', () => {
  const question = '江苏还有哪些区没验收，离截止还有几天'

  test('the province sees its zones with the days left, the filter, and those that have filed', async () => {
    const { member } = await deadlinePeople()
    const province = await member('js', '江苏')
    const all = await province.says(question)
    expect(all.text).toContain('还没提交验收申请：2 项')
    expect(all.text).toContain('无锡市宜兴市 | 验收申请 | 2014-06-30 | 还有 7 天 | 未开始')
    expect(all.text).toContain('省份=江苏；事项=验收申请；状态=未提交')
    expect(all.text).toContain('天数按 2014-06-23 计')
    expect(all.private).toBe(true)
    const staff = await member('yx', '宜兴')
    await staff.pressesOf({ action: 'deadlines.file', value: 'acceptance/jiangsu-yixing/2014' })
    const later = await province.says('哪些区还没交验收申请')
    expect(later.text).not.toContain('宜兴')
    expect(later.text).toContain('另有 1 项已提交')
    expect((await province.says('哪些区已经提交验收申请')).text).toContain('无锡市宜兴市')
  })

  test('what is overdue is told by date, and the office sees every province', async () => {
    const { member, clock } = await deadlinePeople()
    const office = await member('boss', '办公室')
    expect((await office.says('哪些区逾期了')).text).toContain('没有逾期')
    clock.at += 10 * 24 * 3_600_000
    const { text } = await office.says('哪些区逾期了')
    expect(text).toContain('贵溪')
    expect(text).toContain('已逾期 3 天')
  })

  test('a zone sees itself alone and is told so; whoever may see nothing is answered from the documents', async () => {
    const { member, person } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    const { text } = await staff.says(question)
    expect(text).toContain('宜兴')
    expect(text).not.toContain('如皋')
    expect(text).toContain('只列您有权查看的单位')
    expect((await staff.says('江西哪些区没验收')).text).toBe('问：江西哪些区没验收')
    expect((await person('nobody').says(question)).text).toBe(`问：${question}`)
  })

  test('a duty that does not bind is a question of the documents', async () => {
    const { member } = await deadlinePeople()
    expect((await (await member('js', '江苏')).says('谁还没交年报')).text).toBe('问：谁还没交年报')
  })
})
