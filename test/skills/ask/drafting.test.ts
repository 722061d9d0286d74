import { describe, expect, test } from 'vitest'
import { monday } from '../../support/people.ts'
import { printedOf } from '../../support/printed.ts'
import { numberOf, scriptedModel } from '../../support/scripted-model.ts'
import { askHouse } from './house.ts'

describe('the draft of an expert’s reply', () => {
  const question = '验收材料什么时候交'

  test('is the clause and its source, in a form that the expert changes and sends', async () => {
    const house = await askHouse()
    const guest = house.guest('li')
    await guest.says(question)
    await guest.presses('转人工')
    const expert = await house.member('wang', '专家')
    expect((await expert.calls('queue')).text).toContain(question)
    const drafted = await expert.presses('起草')
    expect(drafted.private).toBe(true)
    expect(drafted.text).toContain('【草稿】')
    expect(drafted.text).toContain('2014年6月30日前')
    // Nothing is kept until the expert sends it.
    expect(await house.store.questions.replies()).toEqual([])
    const open = drafted.buttons.find((it) => it.label === '修改后答复')
    const form = await house.formOf('ask.reply-drafted', open?.value ?? '')
    const initial = Object.fromEntries(form?.fields.map((it) => [it.name, it.initial ?? '']) ?? [])
    expect(initial.text).toContain('2014年6月30日前')
    await expert.submitsTo('修改后答复', initial)
    const [kept] = await house.store.questions.replies()
    expect(kept).toMatchObject({ question, by: 'wang' })
    expect(kept?.places.length).toBeGreaterThan(0)
  })

  test('comes as a Word file, too: question, reply, sources word for word, gaps, marked on every page', async () => {
    const house = await askHouse()
    const guest = house.guest('li')
    await guest.says(question)
    await guest.presses('转人工')
    const expert = await house.member('wang', '专家')
    await expert.calls('queue')
    const { files, private: alone } = await expert.presses('起草')
    expect(alone).toBe(true)
    expect(files[0]?.name).toBe('答复：验收材料什么时候交（草稿）.docx')
    expect(await printedOf(files[0])).toMatch(
      /【草稿】[\s\S]*一、所问[\s\S]*验收材料什么时候交[\s\S]*二、答复[\s\S]*2014年6月30日前[\s\S]*三、依据[\s\S]*《国家可持续发展实验区2014年度工作要点》[\s\S]*「[\s\S]*6月30日前[\s\S]*」[\s\S]*【待填】答复单位/u,
    )
  })

  test('where the documents say nothing, is empty and says so', async () => {
    const house = await askHouse()
    await house.guest('li').says('验收专家的差旅费由谁承担')
    const expert = await house.member('wang', '专家')
    await expert.calls('queue')
    const { text, files } = await expert.presses('起草')
    expect(text).toContain('文件里没有找到依据，答复请您来写')
    expect(await printedOf(files[0])).toMatch(/【待填】答复[\s\S]*最接近的原文（不是依据）/u)
  })

  test('is no lie of a model: what fails the check is not in it', async () => {
    const model = await scriptedModel()
    model.says((seen) => ({
      sentences: [
        {
          text: '各有关实验区须在2014年9月30日前提交验收申请等有关材料。',
          passage: numberOf(seen, '于2014年6月30日前'),
        },
      ],
    }))
    const house = await askHouse(model.llm)
    const guest = house.guest('li')
    await guest.says(question)
    await guest.presses('转人工')
    const expert = await house.member('wang', '专家')
    await expert.calls('queue')
    const { text } = await expert.presses('起草')
    expect(text).toContain('6月30日')
    expect(text).not.toContain('9月30日')
  })

  test('is not for those who may not reply', async () => {
    const house = await askHouse()
    const guest = house.guest('li')
    await guest.says(question)
    const id = (await house.store.questions.openOf('slack/T1/li'))[0]?.id ?? 'x'
    expect((await guest.pressesOf({ action: 'ask.draft', value: id })).text).toContain('不能答复待答问题')
  })
})

describe('a conversation in short', () => {
  test('without a model, is what was asked and answered, one by one, with whose it is', async () => {
    const house = await askHouse()
    const li = house.guest('li')
    expect((await li.says('总结一下上面的讨论')).text).toContain('还没有可以概括的')
    await li.says('验收材料什么时候交')
    house.clock.at += 60_000
    const { text, private: alone } = await li.says('总结一下上面的讨论')
    expect(alone).toBe(true)
    expect(text).toContain('【草稿】')
    expect(text).toMatch(/验收材料什么时候交（您，2014-06-23 \d\d:\d\d）/u)
    expect(text).toMatch(/6月30日前.*（机器人，/u)
  })

  test('with a model, each sentence is carried by the message that it names, or is not there', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    model.says({ sentences: [] })
    const li = house.guest('li')
    await li.says('验收材料什么时候交')
    house.clock.at += 60_000
    model.says({
      sentences: [
        { text: '各有关实验区须于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料。', passage: 2 },
        { text: '各有关实验区须于2014年9月30日前提交验收申请等有关材料。', passage: 2 },
        { text: '验收已取消。', passage: 1 },
      ],
    })
    const { text } = await li.says('帮我概括一下这段对话')
    expect(text).toContain('提交验收申请等有关材料。（机器人')
    expect(text).not.toContain('9月30日')
    expect(text).not.toContain('取消')
    expect(text).toContain('由大模型概括')
  })

  test('of a model that is away or lies throughout, is the list', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    model.fails(401)
    const li = house.guest('li')
    await li.says('验收材料什么时候交')
    house.clock.at += 60_000
    expect((await li.says('总结一下')).text).toContain('逐条列出')
  })
})

describe('a thread of people in short', () => {
  const said = (id: string, text: string, at: number) => ({ author: { id, name: id }, text, at: monday + at })
  const talk = [
    said('U1', '宜兴的验收材料6月20日已经报到省里了。', 0),
    said('U2', '我们如皋还缺一份工作总结报告，电话13812345678。', 60_000),
    said('U1', '总结一下', 120_000),
  ]

  test('is read on the platform when somebody in it asks, and each sentence bears its speaker', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm, async () => talk)
    model.says({
      sentences: [
        { text: '宜兴的验收材料6月20日已经报到省里。', passage: 1 },
        { text: '宜兴的验收材料6月30日已经报到省里。', passage: 1 },
        { text: '如皋缺一份工作总结报告。', passage: 1 },
      ],
    })
    const thread = { from: { channel: 'C1', thread: '1' }, addressed: 'mention' } as const
    const { text, private: alone } = await house.guest('U1', thread).says('总结一下')
    expect(alone).toBe(true)
    expect(text).toContain('这个消息列的概括（2 条消息）')
    expect(text).toContain('宜兴的验收材料6月20日已经报到省里。（@U1，2014-06-23 09:00）')
    expect(text).not.toContain('6月30日')
    // The second sentence named the wrong speaker.
    expect(text).not.toContain('如皋')
    expect(JSON.stringify(model.seen)).not.toContain('13812345678')
    expect(await house.store.questions.open()).toEqual([])
  })

  test('without a model, is the messages with their speakers', async () => {
    const house = await askHouse(undefined, async () => talk)
    const thread = { from: { channel: 'C1', thread: '1' }, addressed: 'mention' } as const
    const { text } = await house.guest('U1', thread).says('总结一下')
    expect(text).toContain('我们如皋还缺一份工作总结报告')
    expect(text).toContain('逐条列出')
  })
})

describe('a wish in plain words', () => {
  test('is begun in the asker’s own words, as a form; nothing is kept, and nothing that was not said', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    const about = '矿渣堆里渗出来的黑水'
    const wish = (it: string) => ({
      lookups: [{ name: 'write-wish', arguments: { kind: 'need', about: it } }],
    })
    model.says((seen) => (seen.system.includes('查询：') ? wish(about) : { sentences: [] }))
    const staff = await house.member('gx', '贵溪市')
    const heard = await staff.says(`${about}愁死人了，日子没法过`)
    expect(heard.text).toContain(`【草稿】需求：${about}`)
    expect(await house.store.profiles.list()).toEqual([])
    const form = await house.formOf('matchmaking.write-said', heard.buttons[0]?.value ?? '')
    expect(form?.fields[0]).toMatchObject({ name: 'title', initial: about })
    const preview = await staff.submitsTo('改一改', { title: about, what: `${about}，求治理办法` })
    expect(preview.text).toContain(about)
    expect((await house.store.profiles.list()).map((it) => it.state)).toEqual(['draft'])
    model.says((seen) => (seen.system.includes('查询：') ? wish('先付五万元保证金') : { sentences: [] }))
    expect((await staff.says(`${about}到底谁会弄，愁`)).text).not.toContain('保证金')
  })
})
