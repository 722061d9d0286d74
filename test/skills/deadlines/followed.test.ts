import { expect, test } from 'vitest'
import { readFollowed } from '../../../src/skills/deadlines/saying/read-followed.ts'

test.each([
  ['催一下', { verb: 'nudge' }],
  ['催一下没交的', { verb: 'nudge' }],
  ['提醒一下各区', { verb: 'nudge' }],
  ['帮我催一下昆山', { verb: 'nudge', named: '昆山' }],
  ['汇总', { verb: 'board' }],
  ['汇总一下我省的情况', { verb: 'board' }],
  ['现在什么进度', { verb: 'board' }],
  ['进度怎么样', { verb: 'board' }],
  ['看一览', { verb: 'board' }],
  ['哪些区还没人加入', { verb: 'unreachable' }],
  ['导出', { verb: 'export' }],
  ['导出一个excel', { verb: 'export' }],
  ['给我导出excel', { verb: 'export' }],
  ['宜兴交了没有', { verb: 'zone', named: '宜兴' }],
  ['昆山的验收材料交了吗', { verb: 'zone', named: '昆山' }],
  ['昆山什么进度', { verb: 'zone', named: '昆山' }],
])('%s', (text, followed) => {
  expect(readFollowed(text)).toEqual(followed)
})

test.each([
  '提醒我',
  '将乐县报了没',
  '望城区申报了吗',
  '我们交了吗',
  '材料交了没有',
  '验收进度怎么样',
  '哪些区没有人口数据',
  '昆山怎么样',
  '统计报表怎么填',
  '催熟技术有哪些',
  '报送情况怎么写进年报',
  '宜兴做了什么',
])('%s is none', (text) => {
  expect(readFollowed(text)).toBeUndefined()
})
