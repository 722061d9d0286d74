import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, makeLexicon } from '../../../src/skills/zones/lexicon.ts'
import { loadRegister, loadZones } from '../../../src/skills/zones/load-register.ts'
import { provinceOf } from '../../../src/skills/zones/provinces.ts'
import { tokenize, tokenizeRepaired } from '../../../src/skills/zones/tokens.ts'
import { registerFolder } from './house.ts'

const data = loadRegister(registerFolder)
const zones = (await loadZones(registerFolder)).map((it) => it.zone)
const lexicon = makeLexicon(data.vocabulary, zones, data.tables)
const meanings = (question: string) =>
  tokenizeRepaired(question, lexicon)
    .tokens.filter((it) => it.slot !== 'noise')
    .map((it) => `${it.slot}:${it.value}`)

describe('a question, taken apart', () => {
  it('keeps every character, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        expect(
          tokenize(question, lexicon)
            .map((it) => it.text)
            .join(''),
        ).toBe(fold(question))
      }),
    )
  })

  it('prefers longer words: 海南州 is a zone in 青海, 海南 a province', () => {
    expect(meanings('海南州')).toEqual(['zone:qinghai-hainan-zhou'])
    expect(meanings('海南')).toEqual(['province:海南'])
  })

  it('reads numerals in any script and width', () => {
    expect(meanings('第十三个议题')).toEqual(meanings('第１３个议题'))
    expect(meanings('表三')).toEqual(['table:表3'])
    expect(meanings('14年度')).toEqual(meanings('2014年'))
  })

  it('repairs homophones toward its own words only', () => {
    expect(meanings('龙严实验曲')).toEqual(['zone:fujian-longyan', 'subject:zones'])
    expect(meanings('新审报')).toEqual(['list:applied'])
    expect(meanings('天气预报')).toContain('rest:天气预报')
  })

  it('does not look for typos in an essay', () => {
    expect(tokenizeRepaired('龙严'.repeat(40), lexicon).repaired).toBe(false)
  })
})

it.each(['内蒙', '内蒙古自治区', ' 内蒙古 '])('knows the province %j', (name) => {
  expect(provinceOf(name)?.short).toBe('内蒙古')
})
