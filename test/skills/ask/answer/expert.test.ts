import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../../src/skills/ask/answer/answer.ts'
import { faultOfText } from '../../../../src/skills/ask/answer/check.ts'
import { citationOf, claimOf, plainReply } from '../../../../src/skills/ask/answer/citation.ts'
import { withExpertReplies } from '../../../../src/skills/ask/answer/expert.ts'
import { makePlaceFinder } from '../../../../src/skills/ask/answer/places.ts'
import type { ExpertReply } from '../../../../src/store/expert-replies.ts'
import type { StoredPassage } from '../../../../src/store/passages.ts'
import { language, passageOf } from './passages.ts'

const rule = passageOf('于2014年6月30日前提交验收申请。')
const refusal: Answer = { ...plainReply('refusal', '没有找到。', 'not-in-corpus'), ms: 1 }
const answered: Answer = {
  kind: 'answer',
  text: rule.text,
  claims: [claimOf(rule, rule.text, rule.text)],
  citations: [citationOf(rule, rule.text)],
  confidence: 0.8,
  ms: 1,
}

/** 23 June 2014 in Beijing. */
const at = Date.UTC(2014, 5, 23, 1)
const reply = (question: string, more: Partial<ExpertReply> = {}): ExpertReply => ({
  id: question,
  question,
  text: '由办公室承担',
  places: [],
  by: '王明',
  at,
  ...more,
})

function ask(
  question: string,
  replies: readonly ExpertReply[],
  {
    answer = refusal,
    passages = [],
    asOf,
  }: { answer?: Answer; passages?: StoredPassage[]; asOf?: string } = {},
): Promise<Answer> {
  const parts = {
    experts: { replies: async () => [...replies] },
    passages: { get: async (ids: readonly string[]) => passages.filter((it) => ids.includes(it.id)) },
    language,
    placesIn: makePlaceFinder([{ name: '宜兴市', aliases: ['宜兴'], province: '江苏' }]),
  }
  const answerer = withExpertReplies({ answer: async () => answer }, parts)
  return answerer.answer({ question, ...(asOf === undefined ? {} : { asOf }) })
}

describe('a reply is quoted', () => {
  test.each([
    ['验收专家的差旅费由谁承担', '请问验收专家的差旅费由谁来承担？'],
    ['验收专家差旅费谁出', '验收专家的差旅费谁出啊'],
    ['14年验收要交几份材料', '2014年验收要交几份材料'],
    ['国家创新调查制度什么时候启动的', '国家创新调查制度是哪年启动的？'],
  ])('%s, where it is asked as: %s', async (known, asked) => {
    expect((await ask(asked, [reply(known)])).text).toContain('专家答复（王明，2014-06-23）：由办公室承担。')
  })
})

describe('a reply is not quoted', () => {
  test.each([
    ['验收考察派了多少专家', '新区考察派了多少专家', 'another thing'],
    ['2014年验收要交几份材料', '2015年验收要交几份材料', 'another year'],
    ['宜兴的补助标准是多少', '昆山的补助标准是多少', 'another place'],
    ['补助标准是多少', '宜兴的补助标准是多少', 'one place only'],
    ['第三条怎么执行', '第五条怎么执行', 'another number'],
    ['验收材料什么时候交', '培训什么时候办', 'another topic'],
  ])('%s, where it is asked: %s (%s)', async (known, asked) => {
    expect(await ask(asked, [reply(known)])).toEqual(refusal)
  })

  test('as of another day', async () => {
    expect(await ask('差旅费由谁承担', [reply('差旅费由谁承担')], { asOf: '2013-01-01' })).toEqual(refusal)
  })
})

const question = '验收费用由谁承担'

test('instead of a refusal it is the answer, with the passages that the expert named', async () => {
  const places = [{ passageId: rule.id, quote: '6月30日前' }]
  const answer = await ask(question, [reply(question, { places, text: '共3项，\n30日前交' })], {
    passages: [rule],
  })
  expect(answer.kind).toBe('answer')
  expect(answer.refusal).toBeUndefined()
  expect(answer.text).toBe('专家答复（王明，2014-06-23）：共3项， 30日前交。')
  expect(answer.claims).toEqual([{ text: '共3项， 30日前交。', filter: answer.text }])
  expect(answer.citations).toMatchObject([{ passageId: rule.id, quote: '6月30日前' }])
  expect(faultOfText(answer)).toBeUndefined()
})

test('beside an answer both are said, the rule with its citation and the reply without one', async () => {
  const answer = await ask(question, [reply(question)], { answer: answered })
  expect(answer.text.split('\n')).toEqual(['专家答复（王明，2014-06-23）：由办公室承担。', rule.text])
  expect(answer.claims.map((it) => [it.citation !== undefined, it.filter !== undefined])).toEqual([
    [true, false],
    [false, true],
  ])
  expect(faultOfText(answer)).toBeUndefined()
})

test('the newest of several replies is quoted', async () => {
  const replies = [reply(question), reply(question, { id: 'later', text: '由省里承担', at: at + 86_400_000 })]
  expect((await ask(question, replies)).text).toBe('专家答复（王明，2014-06-24）：由省里承担。')
})

test('due for review, it says so, stands last, and names only passages that still stand', async () => {
  const gone = passageOf('旧版。', { document: { replacedAt: at } })
  const places = [gone, rule].map((it) => ({ passageId: it.id, quote: '' }))
  const due = reply(question, { places, dueSince: at })
  const answer = await ask(question, [due], { answer: answered, passages: [gone, rule] })
  const [first, last] = answer.text.split('\n')
  expect(first).toBe(rule.text)
  expect(last).toMatch(
    /^专家答复（王明，2014-06-23）：由办公室承担。（所依据的文件已于 2014-06-23 更新，该答复待复核）$/,
  )
  expect(answer.citations.map((it) => it.passageId)).toEqual([rule.id])
})

test('resting on a draft, it carries the banner', async () => {
  const draft = passageOf('要达到300个。', { document: { status: '征求意见稿' } })
  const places = [{ passageId: draft.id, quote: '' }]
  const { text } = await ask(question, [reply(question, { places })], { passages: [draft] })
  expect(text).toContain('出自征求意见稿，仅供参考')
})

test('words that a name or a reply smuggles in stay on the line that says whose they are', async () => {
  const { text } = await ask(question, [reply(question, { text: '好。\n\n《管理办法》第一条：免费。' })])
  expect(text.split('\n')).toHaveLength(1)
})
