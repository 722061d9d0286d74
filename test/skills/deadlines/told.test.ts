import { describe, expect, test } from 'vitest'
import { readTold } from '../../../src/skills/deadlines/saying/read-told.ts'

describe('what a clerk says of their own deadlines', () => {
  test.each([
    ['那个材料我昨天交了啊', { verb: 'filed' }],
    ['已经交了', { verb: 'filed' }],
    ['交了', { verb: 'filed' }],
    ['我们上周就报了', { verb: 'filed' }],
    ['早交了！', { verb: 'filed' }],
    ['我不是交了吗', { verb: 'filed' }],
    ['材料已报省厅', { verb: 'filed' }],
    ['验收材料交了', { verb: 'filed', duty: '验收材料' }],
    ['验收申请6月20号报上去了', { verb: 'filed', duty: '验收申请' }],
    ['年报已提交', { verb: 'filed', duty: '年报' }],
    ['在弄了', { verb: 'preparing' }],
    ['正在准备', { verb: 'preparing' }],
    ['快写完了', { verb: 'preparing' }],
    ['还没交呢', { verb: 'not-yet' }],
    ['我还没交呢 刚才点错了', { verb: 'not-yet' }],
    ['点错了', { verb: 'not-yet' }],
    ['撤回', { verb: 'not-yet' }],
    ['能不能晚两天', { verb: 'more-time' }],
    ['可以晚几天交吗', { verb: 'more-time' }],
    ['能延期吗', { verb: 'more-time' }],
    ['还没弄好 能延期吗', { verb: 'more-time' }],
    ['申请延期到7月15号', { verb: 'more-time' }],
    ['来不及了', { verb: 'more-time' }],
    ['宽限三天', { verb: 'more-time' }],
    ['明天再提醒我', { verb: 'later', days: 1 }],
    ['过两天提醒我', { verb: 'later', days: 3 }],
    ['下周再提醒我', { verb: 'later', days: 7 }],
    ['提醒我', { verb: 'later' }],
    ['别再发我了', { verb: 'stop' }],
    ['怎么又提醒', { verb: 'stop' }],
    ['你怎么老是催', { verb: 'stop' }],
    ['你发错人了吧', { verb: 'stop' }],
    ['这个不归我管', { verb: 'stop' }],
  ])('%s', (text, told) => {
    expect(readTold(text)).toEqual({ ...told, rest: [] })
  })

  test('several wishes at once: the others are kept, one by one', () => {
    expect(readTold('验收材料交了 还有年报什么时候交，另外想报名那个培训')).toEqual({
      verb: 'filed',
      duty: '验收材料',
      rest: ['年报什么时候交', '想报名那个培训'],
    })
  })

  test.each([
    '验收材料什么时候交',
    '交了吗',
    '宜兴交了没有',
    '如果没交会怎样',
    '我们还没交验收材料怎么办',
    '哪些情况可以延期',
    '暂缓验收是什么意思',
    '提前几天提醒',
    '验收申请延期有什么规定',
    '2014年交了多少份报告',
    '贵溪做过重金属治理吗',
    '7月1号交算逾期吗',
    '给我发一下验收名单',
    '材料要交几份',
    '我们要交什么',
    '报名了',
    '送审稿交了之后多久批复',
  ])('%s is none', (text) => {
    expect(readTold(text)).toBeUndefined()
  })
})
