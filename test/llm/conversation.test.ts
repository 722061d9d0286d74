import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Message } from '../../src/core/message.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { Button } from '../../src/core/reply.ts'
import { type AskHouse, askHouse } from '../skills/ask/house.ts'
import type { Heard } from '../support/conversation.ts'
import { monday } from '../support/people.ts'
import { numberOf, type Seen, scriptedModel } from '../support/scripted-model.ts'

const question = '验收材料啥时候交？'
/** The documents answer it, with little in common. */
const weak = '干得好有没有奖'
const rule = '各有关实验区须在2014年6月30日前，经省级科技主管部门提交验收申请等有关材料。'
const ofRule = (seen: Seen) => numberOf(seen, '于2014年6月30日前')
const says = (text: string) => (seen: Seen) => ({ sentences: [{ text, passage: ofRule(seen) }] })

/** What a person sees, version by version. */
async function versions(house: AskHouse, text: string): Promise<string[]> {
  const message: Message = {
    id: `m-${text}`,
    from: { platform: 'slack', space: 'T1', channel: 'D1' },
    author: { id: 'U1', name: 'U1' },
    at: monday,
    addressed: 'direct',
    text,
  }
  const outcome = await house.receive(message)
  if (!outcome || !(Symbol.asyncIterator in outcome)) throw new Error('the reply does not grow')
  const shown: string[] = []
  for await (const it of outcome) shown.push(plainText(it))
  return shown
}

/** Timers run some hundred times as fast, and say how much of their time has passed. */
function fastClock() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const step = 500
  let passed = 0
  const ticking = setInterval(() => {
    passed += step
    void vi.advanceTimersByTimeAsync(step)
  }, 5)
  onTestFinished(() => {
    clearInterval(ticking)
    vi.useRealTimers()
  })
  return { passed: () => passed }
}

function buttonOf({ buttons }: Heard, label: string): Button {
  const button = buttons.find((it) => it.label === label)
  if (!button) throw new Error(`no button ${label}`)
  return button
}

const traceOf = async (house: AskHouse) => (await house.store.modelTraces.latest(1))[0]

describe('an answer in a model’s words', () => {
  test('says it in one sentence with the number of its source, the quote below, and the year', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const { text, buttons } = await house.guest('li').says(question)
    expect(text).toContain('经省级科技主管部门提交验收申请等有关材料①。')
    expect(text).toMatch(/「[^」]*须按《管理办法》要求，于2014年6月30日前[^」]*」/u)
    expect(text).toContain('①《国家可持续发展实验区2014年度工作要点》')
    expect(text).toContain('由大模型组织语言')
    expect(buttons.map((it) => it.label)).toContain('转人工')
  })

  test('stands at once in the documents’ words, grows sentence by sentence, and ends checked', async () => {
    const model = await scriptedModel()
    model.says((seen) => ({
      sentences: [
        { text: rule, passage: ofRule(seen) },
        { text: '逾期一律不予受理。', passage: ofRule(seen) },
        { text: '实验区办公室将组织对建设满5年的实验区开展验收工作。', passage: ofRule(seen) },
      ],
    }))
    const house = await askHouse(model.llm)
    const shown = await versions(house, question)
    expect(shown[0]).toContain('2014年6月30日前')
    expect(shown[0]).toContain('正在组织语言')
    expect(shown[1]).toContain('①')
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.at(-1)).toContain('建设满5年')
    expect(shown.at(-1)).not.toContain('正在组织语言')
    for (const it of shown) expect(it).not.toContain('逾期')
  })

  test('a lie is not said, and the trace tells why', async () => {
    const model = await scriptedModel()
    model.says(says('各有关实验区须在2014年9月30日前，经省级科技主管部门提交验收申请等有关材料。'))
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says(question)
    expect(text).not.toContain('9月30日')
    expect(text).toContain('6月30日前')
    expect(text).not.toContain('由大模型')
    const trace = await traceOf(house)
    expect(trace).toMatchObject({ outcome: 'extractive', reason: '1 of 1 sentences fell' })
    expect(trace?.checks[0]?.fault).toContain('9月')
  })

  test.each([
    ['a passage that was not offered', 99],
    ['no passage', []],
    ['every passage', [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('a lie that names %s is a lie', async (_what, passage) => {
    const model = await scriptedModel()
    model.says({ sentences: [{ text: '各有关实验区可以不提交验收申请等有关材料。', passage }] })
    const house = await askHouse(model.llm)
    expect((await house.guest('li').says(question)).text).not.toContain('可以不提交')
  })

  test('a true sentence that names too many passages is cited from the one that carries it', async () => {
    const model = await scriptedModel()
    model.says({ sentences: [{ text: rule, passage: [8, 7, 6, 5, 4, 3, 2, 1] }] })
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says(question)
    expect(text).toContain('①《国家可持续发展实验区2014年度工作要点》')
    expect(text).not.toContain('②')
  })

  test.each([
    ['nothing', { sentences: [] }],
    ['another shape', { answer: '6月30日前' }],
    ['no JSON', '好的，我来回答。'],
    ['an endless text', { sentences: [{ text: '实验区'.repeat(200), passage: 1 }] }],
  ])('a model that answers %s leaves the documents’ words', async (_what, said) => {
    const model = await scriptedModel()
    model.says(said)
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says(question)
    expect(text).toContain('2014年6月30日前')
    expect(text).not.toContain('由大模型')
  })

  test('where the model is away, the documents’ words come with a small note', async () => {
    const model = await scriptedModel()
    model.fails(401)
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says(question)
    expect(text).toContain('2014年6月30日前')
    expect(text).toContain('大模型暂时用不上')
    expect(await traceOf(house)).toMatchObject({ outcome: 'extractive', reason: 'refused' })
  })

  test('what was counted out of the register is not worded anew', async () => {
    const model = await scriptedModel()
    model.says({ sentences: [{ text: '共7个。', passage: 1 }] })
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says('2014年江苏有哪些实验区通过验收')
    expect(text).toContain('6个')
    expect(model.seen).toHaveLength(0)
  })

  test.each([
    ['idle', '各有关实验区须按《管理办法》要求，认真做好各项验收准备工作。'],
    ['about something else', '实验区办公室将组织对建设满5年的实验区开展验收工作。'],
  ])(
    'a true sentence that is %s does not take the place of the date that was asked for',
    async (_what, said) => {
      const model = await scriptedModel()
      model.says(says(said))
      const house = await askHouse(model.llm)
      const { text } = await house.guest('li').says(question)
      expect(text).toContain('2014年6月30日前')
      expect(text).not.toContain('由大模型')
      expect(await traceOf(house)).toMatchObject({ outcome: 'extractive' })
    },
  )

  test('where two things are asked and one gets no sentence, both are answered in the documents’ words', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says('验收材料啥时候交？现在国家级实验区有多少个？')
    expect(text).toContain('6月30日前')
    expect(text).toContain('157')
    expect(text).not.toContain('由大模型')
  })

  test('a sentence about 2014 does not answer a question about 2016', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says('2016年的验收材料什么时候交？')
    expect(text).not.toContain('①')
  })

  test('a draft is named as such', async () => {
    const model = await scriptedModel()
    model.says((seen) => ({
      sentences: [
        {
          text: '有条件的省份要设立实验区建设专项资金。',
          passage: numberOf(seen, '有条件的省份要设立实验区建设专项资金'),
        },
      ],
    }))
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says('规划纲要对省里设立实验区建设专项资金有什么要求')
    expect(text).toContain('①')
    expect(text).toContain('征求意见稿')
  })

  test('an unclear question is asked back, in the documents’ words', async () => {
    const model = await scriptedModel()
    const outline = (head: string) => /outline="([^"]*)"/u.exec(head)?.[1]
    model.says(({ passages: [first, ...others] }) => {
      const other = others.find((it) => outline(it.head) !== outline(first?.head ?? ''))
      return { sentences: [], unclear: [first?.id, other?.id] }
    })
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says('2016年的验收材料什么时候交？')
    expect(text).toContain('您问的是哪一个')
    expect(await traceOf(house)).toMatchObject({ outcome: 'asked-back' })
  })

  test('a weak answer gives way to the question which of two is meant', async () => {
    const model = await scriptedModel()
    const outline = (head: string) => /outline="([^"]*)"/u.exec(head)?.[1]
    model.says(({ passages: [first, ...others] }) => {
      const other = others.find((it) => outline(it.head) !== outline(first?.head ?? ''))
      return { sentences: [], unclear: [first?.id, other?.id] }
    })
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says(weak)
    expect(text).toContain('您问的是哪一个')
  })

  test('a follow-up is asked whole', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const li = house.guest('li')
    await li.says(question)
    house.clock.at += 60_000
    await li.says('那要经过谁提交呢？')
    expect(model.seen.at(-1)?.question).toContain('验收材料')
    expect(model.seen.at(-1)?.question).toContain('经过谁')
    expect(await traceOf(house)).toMatchObject({
      question: '那要经过谁提交呢？',
      rewritten: expect.stringContaining('验收材料'),
    })
  })
})

describe('what leaves the machine', () => {
  test('no telephone or identity number, no name, no organization', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const zhang = await house.member('zhang-san', '张家港市')
    await zhang.says('我电话13812345678，身份证320582198001011234，验收材料啥时候交？')
    const sent = JSON.stringify(model.seen)
    expect(sent).toContain('［手机号］')
    for (const secret of ['13812345678', '320582198001011234', 'zhang-san', '张家港市科'])
      expect(sent).not.toContain(secret)
    expect(JSON.stringify(await traceOf(house))).not.toContain('13812345678')
  })

  test('nothing where no model is configured: the reply is one, and no trace is kept', async () => {
    const house = await askHouse()
    const { text } = await house.guest('li').says(question)
    expect(text).toContain('2014年6月30日前')
    expect(await traceOf(house)).toBeUndefined()
  })
})

describe('the same question again', () => {
  test('is not paid for twice, until the corpus changes', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const first = await house.guest('li').says(question)
    const second = await house.guest('wang').says(question)
    expect(second.text).toBe(first.text)
    expect(model.seen).toHaveLength(1)
    await house.ingest('new.txt', '关于实验区验收的补充通知\n\n第一条 验收材料一式三份。\n')
    await house.guest('zhao').says(question)
    expect(model.seen).toHaveLength(2)
  })

  test('asked by twenty at one moment, is put to the model once, and all hear the same', async () => {
    const model = await scriptedModel()
    model.says(says(rule), { latency: 50 })
    const house = await askHouse(model.llm)
    const heard = await Promise.all(
      Array.from({ length: 20 }, (_, at) => house.guest(`asks-${at}`).says(question)),
    )
    expect(model.seen).toHaveLength(1)
    for (const { text } of heard) expect(text).toBe(heard[0]?.text)
    expect(heard[0]?.text).toContain('①')
  })

  test('asked at one moment of a model that is away, is tried once for all', async () => {
    const model = await scriptedModel()
    model.fails(401)
    const house = await askHouse(model.llm)
    const heard = await Promise.all(['li', 'wang', 'zhao'].map((it) => house.guest(it).says(question)))
    for (const { text } of heard) expect(text).toContain('大模型暂时用不上')
    const traces = await house.store.modelTraces.latest(9)
    expect(traces.map((it) => it.outcome).sort()).toEqual(['again', 'again', 'extractive'])
  })

  test('is put to the model for the others where one’s own budget is used up', async () => {
    const model = await scriptedModel({ budget: { memberTokens: 8_000, allTokens: 10_000_000 } })
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const li = house.guest('li')
    const spend = { tokens: 7_999, money: 0 }
    const limits = { memberTokens: 8_000, allTokens: 10_000_000 }
    expect(
      await house.store.modelSpending.reserve({ day: '2014-06-23', payer: 'slack/T1/li' }, spend, limits),
    ).toBe(true)
    const [first, second] = await Promise.all([li.says(question), house.guest('wang').says(question)])
    expect(first.text).not.toContain('①')
    expect(second.text).toContain('①')
  })

  test('a failure is not remembered', async () => {
    const model = await scriptedModel()
    model.fails(401)
    const house = await askHouse(model.llm)
    await house.guest('li').says(question)
    model.says(says(rule))
    expect((await house.guest('li').says(question)).text).toContain('①')
  })
})

describe('what was answered before', () => {
  test('in the same conversation is not paid for again, where the question stands by itself', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const li = house.guest('li')
    const first = await li.says(question)
    house.clock.at += 60_000
    const second = await li.says(question)
    expect(second.text).toBe(first.text)
    expect(model.seen).toHaveLength(1)
  })

  test('is told to the model where a question goes on with it, and to no other', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const li = house.guest('li')
    await li.says('新区申报由谁受理')
    house.clock.at += 60_000
    await li.says(question)
    expect(model.seen.at(-1)?.user).toContain('<earlier>\n\n</earlier>')
    house.clock.at += 60_000
    await li.says('那要经过谁提交呢？')
    expect(model.seen.at(-1)?.user).toContain('问：验收材料')
  })

  test('and was found wanting is not asked again for a while', async () => {
    const model = await scriptedModel()
    model.says(says('各有关实验区须在2014年9月30日前提交验收申请。'))
    const house = await askHouse(model.llm)
    await house.guest('li').says(question)
    await house.guest('wang').says(question)
    expect(model.seen).toHaveLength(1)
    house.clock.at += 20 * 60_000
    await house.guest('zhao').says(question)
    expect(model.seen).toHaveLength(2)
  })

  test('and is called wrong by somebody is given to nobody again', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    await house.guest('li').says(question)
    const heard = await house.guest('wang').says(question)
    expect(model.seen).toHaveLength(1)
    await (await house.member('zhang', '张家港市')).pressesOf(buttonOf(heard, '不对'))
    await house.guest('zhao').says(question)
    expect(model.seen).toHaveLength(2)
  })

  test('has a trace of its own that names the first', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    await house.guest('li').says(question)
    house.clock.at += 1_000
    await house.guest('wang').says(question)
    const [again, first] = await house.store.modelTraces.latest(2)
    expect(first).toMatchObject({ outcome: 'worded' })
    expect(again).toMatchObject({ outcome: 'again', first: first?.id, usage: { input: 0, output: 0 } })
  })

  test('names its trace to the office, and to nobody else', async () => {
    const model = await scriptedModel()
    model.says(says(rule))
    const house = await askHouse(model.llm)
    const heard = await house.guest('li').says(question)
    const id = (await traceOf(house))?.id ?? 'none'
    const office = await house.member('boss', '实验区办公室')
    const staff = await house.member('zhang', '张家港市')
    expect((await office.pressesOf(buttonOf(heard, '展开原文'))).text).toContain(`alliance trace ${id}`)
    expect((await staff.pressesOf(buttonOf(heard, '展开原文'))).text).not.toContain('alliance trace')
    await staff.pressesOf(buttonOf(heard, '不对'))
    expect((await office.calls('queue')).text).toContain(`alliance trace ${id}`)
  })
})

describe('a model that is away', () => {
  const refused = '2016年的验收材料什么时候交？'

  test('is named under a refusal, too', async () => {
    const model = await scriptedModel()
    model.fails(401)
    const house = await askHouse(model.llm)
    const { text } = await house.guest('li').says(refused)
    expect(text).toContain('大模型暂时用不上（接口没有接受请求，请告诉管理员）')
    expect(text).toContain('只按字词查过原文')
  })

  test.each([
    [429, '接口现在太忙'],
    [503, '接口现在连不上'],
  ])('with what stands in its way: %i', async (status, told) => {
    const model = await scriptedModel()
    model.fails(status, { retryAfter: 60 })
    const house = await askHouse(model.llm)
    expect((await house.guest('li').says(question)).text).toContain(told)
  })

  test('because the day is paid for, until tomorrow', async () => {
    const model = await scriptedModel({ budget: { memberTokens: 10, allTokens: 10 } })
    model.says(says(rule))
    const house = await askHouse(model.llm)
    expect((await house.guest('li').says(question)).text).toContain('今天的用量已经用完，明天恢复')
  })

  test('costs whoever asks twenty seconds, all calls together', async () => {
    const model = await scriptedModel()
    model.says({ sentences: [] }, { latency: 60_000 })
    const house = await askHouse(model.llm)
    const clock = fastClock()
    const { text } = await house.guest('li').says('2016年验收材料还有几天截止，谁没交')
    expect(text).toContain('没有在规定时间内答完')
    expect(clock.passed()).toBeGreaterThan(15_000)
    expect(clock.passed()).toBeLessThan(21_000)
  })
})

describe('a second model as judge', () => {
  const judging = (verdict: unknown) => (seen: Seen) =>
    seen.system.includes('unsupported') ? (verdict as object) : says(rule)(seen)

  test('drops what it finds unsupported', async () => {
    const model = await scriptedModel({ judge: true })
    model.says(judging({ unsupported: [1] }))
    const house = await askHouse(model.llm)
    expect((await house.guest('li').says(question)).text).not.toContain('①')
    expect((await traceOf(house))?.checks[0]?.fault).toBe('judged unsupported')
  })

  test('one that answers nonsense judges nothing', async () => {
    const model = await scriptedModel({ judge: true })
    model.says(judging('hm'))
    const house = await askHouse(model.llm)
    expect((await house.guest('li').says(question)).text).toContain('①')
  })
})
