import { describe, expect, test } from 'vitest'
import {
  betweenNames,
  betweenYears,
  changeWithin,
  differenceOf,
  figureNear,
} from '../../../../src/skills/ask/answer/difference.ts'

const told = (it: ReturnType<typeof changeWithin>) =>
  it && [it.from.printed, it.to.printed, `${it.printed}${it.unit}`]

describe('the change that a sentence tells', () => {
  test.each<[string, string[] | undefined]>([
    ['比重由 73.1% 增加到 76.2%', ['73.1', '76.2', '3.1个百分点']],
    ['从51个增加到116个', ['51', '116', '65个']],
    ['由 0.5% 提高至 1.25%', ['0.5', '1.25', '0.75个百分点']],
    ['数量从2006年的51个发展到2010年底的116个', ['51', '116', '65个']],
    ['从2010年到2014年共增加41个', undefined],
    ['从51个发展到2010年', undefined],
    ['由17人增加到25个', undefined],
    ['由实验区办公室组织到各地', undefined],
    ['共有157个实验区', undefined],
  ])('%s: %j', (quote, expected) => {
    expect(told(changeWithin(quote))).toEqual(expected)
  })
})

describe('the figures of two names', () => {
  const quote = '其中县域型77个、城区型51个、地级市型23个、乡镇型6个'

  test('give their difference, whichever is greater', () => {
    expect(told(betweenNames(quote, ['县域型', '城区型'], '个'))).toEqual(['77', '51', '26个'])
    expect(told(betweenNames(quote, ['乡镇型', '地级市型'], undefined))).toEqual(['6', '23', '17个'])
  })

  test('have the unit that is asked, where the clause has several', () => {
    const regions = '东部地区11省区市创建实验区76个，西部地区12省区市创建实验区26个'
    expect(told(betweenNames(regions, ['东部', '西部'], '个'))).toEqual(['76', '26', '50个'])
    expect(told(betweenNames(regions, ['东部', '西部'], undefined))).toEqual(['76', '26', '50个'])
  })

  test.each(['海岛型', '(.*', '县域型'])('are needed both, and two of them: %s', (other) => {
    expect(betweenNames(quote, ['县域型', other], '个')?.to.printed ?? 'none').not.toBe('77')
  })
})

describe('the figure nearest to what is asked', () => {
  test.each<[string, string | undefined, string[], string | undefined]>([
    ['培训17人，考察125人次，验收25个', '个', ['验收'], '25'],
    ['东部76个，中部55个，西部26个', '个', ['中部'], '55'],
    ['截至2014年底共157个', '个', [], '157'],
    ['2014年', undefined, [], undefined],
    ['共16家', '个', [], '16'],
    ['没有数字', '个', [], undefined],
  ])('%s (%s, %j): %s', (quote, unit, words, printed) => {
    expect(figureNear(quote, unit, words)?.printed).toBe(printed)
  })
})

test('a difference has no more decimals than its figures', () => {
  const operand = (printed: string) => ({ value: Number(printed), printed, quote: '' })
  expect(differenceOf(operand('0.1'), operand('0.3'), '').printed).toBe('0.2')
  expect(differenceOf(operand('48.4'), operand('35.05'), '%')).toMatchObject({
    printed: '13.35',
    unit: '个百分点',
  })
})

describe('the figures of two years', () => {
  test('give their difference, each from the words that name its year', () => {
    const quotes = ['数量从2006年的51个发展到2010年底的116个', '截至 2014 年底，国家级实验区数量为 157 个']
    expect(told(betweenYears(quotes, [2006, 2014], '个'))).toEqual(['51', '157', '106个'])
    expect(told(betweenYears(quotes, [2006, 2010], '个'))).toEqual(['51', '116', '65个'])
    expect(betweenYears(quotes, [2006, 2016], '个')).toBeUndefined()
  })

  test('are not those of something else that was done in that year', () => {
    const quotes = ['数量发展到2010年底的116个', '2014年对25个实验区进行了实地考察']
    expect(betweenYears(quotes, [2010, 2014], '个')).toBeUndefined()
  })
})
