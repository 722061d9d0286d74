import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Claim } from '../../../../src/skills/ask/answer/answer.ts'
import { checkClaims, faultOfText } from '../../../../src/skills/ask/answer/check.ts'
import { citationOf, claimOf } from '../../../../src/skills/ask/answer/citation.ts'
import { makePlaceFinder } from '../../../../src/skills/ask/answer/places.ts'
import { understand } from '../../../../src/skills/ask/answer/question.ts'
import type { StoredPassage } from '../../../../src/store/passages.ts'
import { passageOf } from './passages.ts'

const zone = (name: string, province: string) => ({ name, aliases: [name], province })
const placesIn = makePlaceFinder([zone('宜兴', '江苏'), zone('宁海', '浙江'), zone('龙岩', '福建')])

const report = {
  name: '2014-annual-report.txt',
  title: '2014年度国家可持续发展实验区工作报告',
  appliesTo: '2014',
}
const dated = passageOf('各有关实验区须于2014年6月30日前，经省级科技主管部门提交验收申请。', {
  document: { appliesTo: '2014', number: '国科办社[2014]19号' },
})
const ruled = passageOf('第三条 申报单位应当提交规划，不得弄虚作假。', { kind: 'article', article: '第三条' })
const ofYixing = passageOf('2005年以来，累计关停501家化工企业。', {
  path: ['三、实验区地方实践探索', '1. 江苏省宜兴市'],
  document: report,
})
const ofXinjiang = passageOf('支持可持续发展实验区集成实施一批科技示范项目。', {
  document: { title: '2015年自治区科技工作思路和要点', issuer: '新疆科技主管部门', appliesTo: '2015' },
})
const draft = passageOf('有条件的省份要设立实验区建设专项资金。', {
  document: { title: '规划纲要', status: '征求意见稿' },
})
const repealed = passageOf('实验区每两年报告一次。', { document: { title: '旧办法', status: '废止' } })
const stored = [dated, ruled, ofYixing, ofXinjiang, draft, repealed]

/** Why a claim is dropped, or undefined where it holds. */
function faultOf(claim: Claim, question = '验收申请什么时候交'): string | undefined {
  const passages = new Map(stored.map((it) => [it.id, it]))
  const { claims, dropped } = checkClaims([claim], understand(question), { passages, placesIn })
  expect(claims.length + dropped.length).toBe(1)
  return dropped[0]?.reason
}

const claimed = (passage: StoredPassage, text: string, quote = passage.text) => claimOf(passage, text, quote)
const cited = (passage: StoredPassage, changed: Partial<NonNullable<Claim['citation']>>): Claim => ({
  text: passage.text,
  citation: { ...citationOf(passage, passage.text), ...changed },
})

describe('a claim holds', () => {
  test.each([
    ['a whole sentence', claimed(dated, dated.text)],
    ['a clause of it', claimed(dated, '须于2014年6月30日前')],
    ['other words with the same figures', claimed(dated, '截止到2014年6月30日')],
    [
      'white space aside',
      claimed(dated, '须于 2014 年 6 月 30 日前', '各有关实验区须于 2014 年 6 月 30 日前'),
    ],
    ['an article under its number', claimed(ruled, ruled.text)],
  ])('%s', (_name, claim) => {
    expect(faultOf(claim)).toBeUndefined()
  })

  test.each([
    [ofYixing, '宜兴关停了多少家'],
    [ofYixing, '江苏关停了多少家'],
    [ofXinjiang, '新疆2015年支持实验区什么'],
    [dated, '江苏怎么交验收申请'],
    [dated, '2014年几号截止'],
  ])('the place and the year of the question: %#', (passage, question) => {
    expect(faultOf(claimed(passage, passage.text), question)).toBeUndefined()
  })
})

describe('a claim is dropped with its reason', () => {
  test.each([
    ['a false quote', claimed(dated, '按时提交', '按时提交'), /quote does not stand/],
    ['a wrong year', claimed(dated, '须于2015年6月30日前'), /figure 2015/],
    ['a wrong number', claimed(dated, '须于2014年6月20日前'), /figure 20/],
    ['day and month changed round', claimed(dated, '2014年30月6日'), /30月/],
    ['an invented article in its words', claimed(ruled, '第五条要求提交规划，不得弄虚作假'), /figure 五/],
    ['a softer rule', claimed(ruled, '申报单位可以提交规划，不得弄虚作假'), /「可以」/],
    ['a prohibition left out', claimed(ruled, '申报单位应当提交规划，弄虚作假'), /leaves out 「不得」/],
    ['an invented document number', claimed(dated, '见国科发社字[2007]112号'), /2007|112/],
    ['the wrong document', cited(dated, { title: '工作报告' }), /not the document/],
    ['a status better than it is', cited(draft, { status: '现行' }), /not the document/],
    ['a document number of its own', cited(dated, { number: '国科办社[2014]20号' }), /document number/],
    ['an invented article number', cited(ruled, { article: '第四条' }), /not the article/],
    ['an article where there is none', cited(dated, { article: '第三条' }), /not the article/],
    ['a passage that was changed', cited(dated, { passage: `${dated.text}补充` }), /not what is stored/],
    ['a passage that is not stored', cited(dated, { passageId: '0' }), /not stored/],
    ['neither words nor a filter', { text: '一共3个' }, /neither/],
  ])('%s', (_name, claim, reason) => {
    expect(faultOf(claim)).toMatch(reason)
  })

  test.each([
    ['another year', dated, '2016年验收申请什么时候交', /year/],
    ["another zone's figure", ofYixing, '宁海关停了多少家', /place/],
    ["another province's own plan", ofXinjiang, '江苏2015年支持哪些项目', /place/],
    ["a province's arrangements that nobody wrote down", dated, '甘肃2014年怎么安排援助', /place/],
  ])('%s', (_name, passage, question, reason) => {
    expect(faultOf(claimed(passage, passage.text), question)).toMatch(reason)
  })
})

describe('any words', () => {
  const letters = fc.constantFrom(...'实验区验收申报年月日个家项，。0123456789')
  const texts = fc
    .array(letters, { minLength: 6, maxLength: 60 })
    .map((it) => it.join(''))
    .filter((text) => /\d/u.test(text) && /\p{Script=Han}/u.test(text))

  test('verbatim from their passage hold, with right facts', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const passage = passageOf(text)
        const start = from % text.length
        const quote = text.slice(start, start + 1 + (length % text.length))
        const check = { passages: new Map([[passage.id, passage]]), placesIn }
        expect(checkClaims([claimOf(passage, quote, quote)], understand('问一下'), check).dropped).toEqual([])
      }),
    )
  })

  test('with one digit changed do not', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, which, by) => {
        const passage = passageOf(text)
        const digits = [...text.matchAll(/\d/gu)]
        const at = digits[which % digits.length]?.index ?? 0
        const changed = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1)
        const check = { passages: new Map([[passage.id, passage]]), placesIn }
        const { claims } = checkClaims([claimOf(passage, changed, changed)], understand('问一下'), check)
        expect(claims).toEqual([])
      }),
    )
  })
})

describe('the whole answer', () => {
  const answer = (text: string, claims: readonly Claim[]): Pick<Answer, 'text' | 'claims' | 'citations'> => ({
    text,
    claims,
    citations: claims.flatMap((it) => it.citation ?? []),
  })
  const fromDraft = claimed(draft, draft.text)
  const fromRepealed = claimed(repealed, repealed.text)

  test('says of a draft and of a repealed text what they are', () => {
    expect(faultOfText(answer(draft.text, [fromDraft]))).toMatch(/banner/)
    expect(faultOfText(answer(`（征求意见稿）${draft.text}`, [fromDraft]))).toBeUndefined()
    expect(faultOfText(answer(repealed.text, [fromRepealed]))).toMatch(/banner/)
    expect(faultOfText(answer(`（已废止）${repealed.text}`, [fromRepealed]))).toBeUndefined()
  })

  test('has no figure that nothing carries', () => {
    const claim = claimed(ofYixing, ofYixing.text)
    expect(faultOfText(answer(`2014年度，宜兴：${ofYixing.text}`, [claim]))).toBeUndefined()
    expect(faultOfText(answer(`${ofYixing.text}共计502家。`, [claim]))).toMatch(/502/)
  })

  const counts = passageOf('2013年验收16个，2014年验收25个。', { document: report })
  const both = claimed(counts, counts.text)
  test.each([
    ['25 − 16 = 9', '相差9个', undefined],
    ['16 − 25 = 9', '相差9个', undefined],
    ['25 − 16 = 8', '相差8个', /come out/],
    ['26 − 16 = 10', '相差10个', /stands in no quote/],
  ])('works a difference out again: %s', (filter, text, reason) => {
    const fault = faultOfText(answer(`${counts.text}${text}`, [both, { text, filter }]))
    if (reason === undefined) expect(fault).toBeUndefined()
    else expect(fault).toMatch(reason)
  })

  test.each([
    ['共3个：红山区、包头市、牙克石市（2014年度名单，省份=内蒙古）', '2014年度名单，省份=内蒙古', undefined],
    ['湖南2个（石峰区、望城区）、湖北1个（罗田县）', '2014年度名单', undefined],
    ['湖南2个（石峰区、望城区）、湖北7个（罗田县）', '2014年度名单', 'figure 7 is carried by no claim'],
    ['共4个：红山区、包头市、牙克石市（2014年度名单，省份=内蒙古）', '2014年度名单，省份=内蒙古', /figure 4/],
    ['没有，0个（2014年度名单，省份=四川）', '2014年度名单，省份=四川', undefined],
    ['2013年度16个，2014年度25个，相差9个', '验收，年份=2013、2014', undefined],
    ['2013年度16个，2014年度25个，相差8个', '验收，年份=2013、2014', /figure 8/],
    ['验收共25个；上年共16个；合计41个', '2014年度名单', undefined],
    ['验收共25个；上年共16个；合计42个', '2014年度名单', /figure 42/],
    ['红山区在第2行第1列（2014年度名单）', '2014年度名单', undefined],
    ['全国共157个', '国家级实验区', /figure 157/],
  ])('of the register has only figures of its filter, its proofs or its rows: %s', (text, filter, reason) => {
    const { citation } = both
    const fault = faultOfText({ text, claims: [{ text, filter }], citations: citation ? [citation] : [] })
    if (reason === undefined) expect(fault).toBeUndefined()
    else expect(fault).toMatch(reason)
  })
})
