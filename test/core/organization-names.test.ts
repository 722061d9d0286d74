import { expect, test } from 'vitest'
import {
  organizationsNamed,
  organizationsSuggested,
  organizationTyped,
} from '../../src/core/organization-names.ts'

const all = [
  { id: 'office', kind: 'office', name: '国家可持续发展实验区办公室', alsoCalled: ['办公室'] },
  { id: 'province-江苏', kind: 'province', name: '江苏省科技主管部门', alsoCalled: ['江苏'] },
  { id: 'yixing', kind: 'zone', name: '江苏省无锡市宜兴市', alsoCalled: ['宜兴市'] },
  { id: 'jiangyin', kind: 'zone', name: '江苏省无锡市江阴市', alsoCalled: ['江阴市'] },
] as const

test.each([
  ['yixing', ['yixing']],
  ['江苏', ['province-江苏']],
  [' 宜兴市 ', ['yixing']],
  ['无锡', ['yixing', 'jiangyin']],
  ['江', []],
  ['', []],
])('%j means %j: a whole name before a part, and a part of two characters at least', (typed, ids) =>
  expect(organizationsNamed(all, typed).map((it) => it.id)).toEqual(ids),
)

test('a name that means nobody, or several, is told with what to do', () => {
  expect(() => organizationTyped(all, '火星', 'zh-CN')).toThrow('没有找到单位「火星」。')
  expect(() => organizationTyped(all, '无锡', 'zh-CN')).toThrow('江苏省无锡市宜兴市、江苏省无锡市江阴市')
})

test('while somebody types, every organization of which it is a part is shown', () => {
  expect(organizationsSuggested(all, '宜').map((it) => it.value)).toEqual(['yixing'])
  expect(organizationsSuggested(all, '')).toHaveLength(4)
})
