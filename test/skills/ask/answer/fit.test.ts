import { expect, test } from 'vitest'
import { fitOf, hasUnit } from '../../../../src/skills/ask/answer/fit.ts'
import { aimsOf, type Part, understand } from '../../../../src/skills/ask/answer/question.ts'

function partOf(question: string): Part {
  const [part] = understand(question).parts
  if (!part) throw new Error(question)
  return part
}

test.each([
  ['去了几个人', '一行17人赴英国', '赴英国培训考察'],
  ['什么时候交', '于2014年6月30日前提交', '经科技主管部门提交'],
  ['哪个部门主办', '由科技部社会发展科技司主办', '内容很丰富'],
  ['都有哪些任务', '包括研发、推广和示范', '任务完成'],
  ['文号是多少', '国科办社[2014]19号', '已经印发'],
  ['为什么暂停', '由于整改不力', '暂停验收'],
])('%s: a sentence that can hold it fits better', (question, holds, holdsNot) => {
  expect(fitOf(partOf(question), holds)).toBeGreaterThan(fitOf(partOf(question), holdsNot))
})

test('a figure with the unit asked for fits better than any figure', () => {
  const part = partOf('去了多少人')
  expect(fitOf(part, '共17人')).toBeGreaterThan(fitOf(part, '共20天'))
  expect(fitOf(part, '共20天')).toBeGreaterThan(fitOf(part, '人不多'))
})

test.each([
  ['17余人', '人', true],
  ['125名', '人', true],
  ['25个', '家', true],
  ['0.2个百分点', '个点', true],
  ['17天', '人', false],
  ['几个人', '人', false],
])('%s counts %s: %s', (text, unit, counts) => {
  expect(hasUnit(text, unit)).toBe(counts)
})

test.each([
  ['验收材料几号交', 'date'],
  ['哪天前报上来', 'date'],
  ['统计报表一共几张', 'number'],
  ['覆盖率多少', 'number'],
  ['谁带队的', 'who'],
  ['在哪举办', 'where'],
  ['有哪些做法', 'list'],
  ['快递扶不扶', 'yes-no'],
  ['不会摘牌吧', 'yes-no'],
  ['咋申请', 'how'],
  ['为啥被约谈', 'why'],
  ['管理办法的文号', 'document-number'],
  ['龙岩建设主题', 'fact'],
] as const)('%s asks for %s', (question, aim) => {
  expect(aimsOf(question).has(aim)).toBe(true)
})

test.each(['过去几年效果好', '几乎没有', '未经批准', '几套班子都参加'])('%s asks for no number', (text) => {
  expect(aimsOf(text).has('number')).toBe(false)
})
