import { describe, expect, test } from 'vitest'
import { type AskHouse, askHouse } from './house.ts'

const question = '验收专家的差旅费由谁承担'
const source = '2014-work-points.txt 「提交验收申请等有关材料」'
const learnedIn = ({ store }: AskHouse) => store.learned.active()
const auditOf = async ({ store }: AskHouse, action: string) => store.audit.list({ action, most: 10 })

describe('有用', () => {
  test('of guests teaches nothing, however many they are', async () => {
    const house = await askHouse()
    for (const id of ['g1', 'g2', 'g3']) {
      const guest = house.guest(id)
      await guest.says('验收材料什么时候交')
      expect((await guest.presses('有用')).text).toBe('谢谢，已记下。')
    }
    expect(await learnedIn(house)).toEqual([])
  })

  test('of an expert teaches at once, with an entry in the audit, and the passage is found by these words', async () => {
    const house = await askHouse()
    const expert = await house.member('wang', '专家')
    await expert.says('验收材料什么时候交')
    expect((await expert.presses('有用')).text).toContain('以后有人这样问，会先看这一条')
    const [learned, ...others] = await learnedIn(house)
    expect(others).toEqual([])
    expect(learned).toMatchObject({ question: '验收材料什么时候交', source: 'expert' })
    const [entry] = await auditOf(house, 'question.teach')
    expect(entry).toMatchObject({
      name: 'wang',
      at: house.clock.at,
      where: { platform: 'slack', space: 'T1', channel: 'D-wang' },
      after: { question: '验收材料什么时候交', source: 'expert' },
    })
    const again = await house.guest('next').says('验收材料啥时候交')
    expect(again.text).toContain('2014年6月30日前')
  })

  test('of two members teaches where they are of different organizations, and not before', async () => {
    const house = await askHouse()
    const channel = { from: { channel: 'C1', thread: '1' }, addressed: 'mention' } as const
    const [li, zhao, sun] = [
      await house.member('li', '张家港市'),
      await house.member('zhao', '张家港市'),
      await house.member('sun', '昆山市'),
    ].map((it) => it.at(channel))
    const asked = await li?.says('验收材料什么时候交')
    const id = asked?.buttons[0]?.value ?? ''
    for (const member of [li, zhao, li]) {
      await member?.pressesOf({ action: 'ask.helpful', value: id })
      expect(await learnedIn(house)).toEqual([])
    }
    await sun?.pressesOf({ action: 'ask.helpful', value: id })
    expect(await learnedIn(house)).toMatchObject([{ source: 'members' }])
  })
})

describe('不对 and 转人工', () => {
  test('open the question; who changes their mind settles it again; nothing is unlearned by them', async () => {
    const house = await askHouse()
    const expert = await house.member('wang', '专家')
    const heard = await expert.says('验收材料什么时候交')
    const id = heard.buttons[0]?.value ?? ''
    await expert.presses('有用')
    const guest = house.guest('g')
    expect((await guest.pressesOf({ action: 'ask.wrong', value: id })).text).toContain('待核实')
    expect(await house.store.questions.open()).toMatchObject([{ id }])
    expect(await learnedIn(house)).toHaveLength(1)
    await guest.pressesOf({ action: 'ask.helpful', value: id })
    expect(await house.store.questions.open()).toEqual([])
    expect((await guest.pressesOf({ action: 'ask.expert', value: id })).text).toContain('已转给')
    expect(await house.store.questions.open()).toHaveLength(1)
  })

  test('of a question that is gone say so', async () => {
    const house = await askHouse()
    const guest = house.guest('g')
    for (const verb of ['helpful', 'more', 'constructor', ''])
      expect((await guest.pressesOf({ action: `ask.${verb}`, value: 'nothing' })).text).toContain('已经不在')
  })
})

describe('the queue', () => {
  test('shows everybody what concerns them: staff their own, a province its zones, experts and office all', async () => {
    const house = await askHouse()
    const li = await house.member('li', '张家港市')
    await li.says('张家港的补助标准是多少元')
    await (await house.member('sun', '毕节')).says('毕节的补助标准是多少元')
    await house.guest('g').says('外地人的补助标准是多少元')
    const seenBy = async (id: string, organization: string) => {
      const { text, buttons } = await (await house.member(id, organization)).calls('queue')
      return {
        asked: ['张家港', '毕节', '外地人'].filter((it) => text.includes(it)),
        may: buttons.length > 0,
      }
    }
    expect(await seenBy('li2', '张家港市')).toEqual({ asked: ['张家港'], may: false })
    expect(await seenBy('qian', '江苏省科技')).toEqual({ asked: ['张家港'], may: false })
    expect(await seenBy('sun2', '昆山市')).toEqual({ asked: [], may: false })
    expect(await seenBy('wang', '专家')).toEqual({ asked: ['张家港', '毕节', '外地人'], may: true })
    const { text } = await house.operator().calls('queue')
    expect(text).toContain('待答复的问题（3）')
    expect((await house.guest('g2').calls('queue')).text).toContain('不能查看待答问题')
    const expert = house.guest('wang')
    expect((await expert.calls('queue')).private).toBe(true)
  })

  test('shows a follow-up with what it leans on, and what the bot said that was called wrong', async () => {
    const house = await askHouse()
    const guest = house.guest('g')
    await guest.says('宜兴关停了多少家化工企业')
    await guest.presses('不对')
    await guest.says('那丰顺呢')
    await guest.presses('转人工')
    const { text } = await house.operator().calls('queue')
    expect(text).toContain('那丰顺呢（接着问：宜兴关停了多少家化工企业）')
    expect(text).toMatch(/机器人当时的回答：.*501家/)
  })
})

describe('文件里没写', () => {
  const asked = '实地考察时要给专家备啥礼品'

  test('takes the question out of the queue, and whoever asks it again is told that the documents do not say', async () => {
    const house = await askHouse()
    await openQuestion(house, asked)
    const expert = await house.member('wang', '专家')
    await expert.calls('queue')
    const { text } = await expert.presses('文件里没写')
    expect(text).toContain('现有文件没有写明')
    expect((await expert.calls('queue')).text).toBe('没有待答复的问题。')
    expect(await house.store.unanswerable.active()).toMatchObject([{ question: asked, source: 'expert' }])
    const { at, ...entry } = (await auditOf(house, 'queue.unanswerable'))[0] ?? {}
    expect(entry).toMatchObject({ name: 'wang', after: { question: asked } })
    expect(at).toBe(house.clock.at)
    const answer = await house.answerer.answer({ question: '实地考察时要给专家备啥礼品？' })
    expect(answer.kind).toBe('refusal')
  })

  test('taken back, the question waits again', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, asked)
    const expert = await house.member('wang', '专家')
    await expert.calls('queue')
    await expert.presses('文件里没写')
    expect((await expert.presses('撤回')).text).toContain('回到待答复的队列')
    expect(await house.store.questions.open()).toMatchObject([{ id }])
    expect(await house.store.unanswerable.active()).toEqual([])
    expect((await expert.pressesOf({ action: 'ask.reopen', value: id })).text).toContain('已经撤回')
  })

  test('is said by experts and the office only, and once', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, asked)
    const press = { action: 'ask.unanswerable', value: id }
    const staff = await house.member('li', '张家港市')
    expect((await staff.pressesOf(press)).text).toContain('不能答复待答问题')
    const expert = await house.member('wang', '专家')
    expect((await expert.pressesOf({ ...press, value: 'unknown' })).text).toContain('没有找到')
    await expert.pressesOf(press)
    expect((await expert.pressesOf(press)).text).toContain('已标为文件里没写')
    expect(await house.store.unanswerable.active()).toHaveLength(1)
  })

  test('says nothing of documents that come later', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, '验收材料要装订成几册')
    const expert = await house.member('wang', '专家')
    await expert.pressesOf({ action: 'ask.unanswerable', value: id })
    house.clock.at += 86_400_000
    await house.ingest('虚构-装订通知.txt', '虚构：装订通知\n\n一、装订\n验收材料装订成三册，左侧胶装。\n')
    const { kind, text } = await house.answerer.answer({ question: '验收材料要装订成几册' })
    expect([kind, text]).toEqual(['answer', expect.stringContaining('装订成三册')])
  })
})

describe("an expert's reply", () => {
  test('closes the question and is quoted with name and day to whoever asks it again, never as the rule', async () => {
    const house = await askHouse()
    expect((await house.guest('g').says(question)).text).not.toContain('专家答复')
    await house
      .guest('g')
      .presses('转人工')
      .catch(() => {})
    const expert = await house.member('王明', '专家')
    await expert.calls('queue')
    const kept = await expert.submitsTo('答复', {
      text: '由实验区办公室承担，\n不收地方费用，共3项。',
      cites: source,
    })
    expect(kept.text).toContain('已记下您的答复')
    expect((await expert.calls('queue')).text).toBe('没有待答复的问题。')

    const asker = house.guest('next')
    const { text } = await asker.says('请问验收专家的差旅费由谁来承担？')
    expect(text).toMatch(/^专家答复（王明，2014-06-23）：由实验区办公室承担， 不收地方费用，共3项。/)
    const asked = (await house.store.questions.recent('slack/T1/D-next/', 0, 1))[0]
    const answer = JSON.parse(asked?.answer ?? '{}')
    expect(answer.kind).toBe('answer')
    expect(answer.claims.at(-1)).toMatchObject({
      filter: expect.stringMatching(/^专家答复（王明，2014-06-23）：由/),
    })
    expect(answer.claims.at(-1).citation).toBeUndefined()
    expect(answer.citations.some((it: { quote: string }) => it.quote.includes('提交验收申请'))).toBe(true)

    for (const other of [
      '验收专家的住宿费由谁承担',
      '2013年验收专家的差旅费由谁承担',
      '宜兴验收专家的差旅费由谁承担',
    ])
      expect((await house.guest(`other-${other}`).says(other)).text).not.toContain('专家答复')
    const [entry] = await auditOf(house, 'queue.reply')
    expect(entry).toMatchObject({ name: '王明', after: { question } })
    expect(JSON.stringify(entry?.after)).not.toContain('王明')
  })

  test('stands beside what the documents say', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, '验收材料什么时候交')
    const expert = await house.member('wang', '专家')
    await expert.submits('ask-reply', { text: '先交省里。' }, id)
    const { text } = await house.guest('next').says('验收材料什么时候交')
    expect(text).toContain('专家答复（wang，2014-06-23）：先交省里。')
    expect(text).toContain('2014年6月30日前')
  })

  test('to a follow-up answers only who asks it after the same question', async () => {
    const house = await askHouse()
    const guest = house.guest('g')
    await guest.says('宜兴关停了多少家化工企业')
    const followUp = await guest.says('那丰顺呢')
    const expert = await house.member('wang', '专家')
    await expert.submits('ask-reply', { text: '丰顺没有统计。' }, followUp.buttons[0]?.value)
    const same = house.guest('same')
    await same.says('宜兴关停了多少家化工企业')
    expect((await same.says('那丰顺呢')).text).toContain('丰顺没有统计')
    const other = house.guest('other')
    await other.says('丽水有几个乡镇')
    expect((await other.says('那丰顺呢')).text).not.toContain('丰顺没有统计')
  })

  test('is refused, and nothing is kept, where something is wrong with it', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, question)
    const expert = await house.member('wang', '专家')
    const staff = await house.member('li', '张家港市')
    const tell = async (values: Record<string, string>, to: string | undefined = id, by = expert) =>
      (await by.submits('ask-reply', values, to)).text
    expect(await tell({ text: '可以。' }, 'unknown')).toContain('没有找到要答复的问题')
    expect(await tell({ text: ' \n ' })).toContain('答复是空的')
    expect(await tell({ text: '很'.repeat(1001) })).toContain('最多 1000 个字')
    expect(await tell({ text: '可以。', cites: '不存在的文件 第三条' })).toContain(
      '没有找到出处「不存在的文件 第三条」',
    )
    expect(await tell({ text: '可以。' }, id, staff)).toContain('不能答复待答问题')
    expect(await house.store.questions.replies()).toEqual([])
    expect(await learnedIn(house)).toEqual([])
    expect(await house.store.questions.open()).toMatchObject([{ id }])

    expect(await tell({ text: '可以。' })).toContain('已记下')
    expect(await tell({ text: '不可以。' })).toContain('已经有了专家答复')
    expect(await house.store.questions.replies()).toMatchObject([{ text: '可以。' }])
  })

  test('is kept without the numbers of persons, and says so', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, question)
    const { text } = await house.operator().submits('ask-reply', { text: '请打13812345678。' }, id)
    expect(text).toContain('没有保存')
    expect(await house.store.questions.replies()).toMatchObject([
      { text: '请打［手机号］。', by: '国家可持续发展实验区办公室' },
    ])
  })

  test('taken back is quoted no more, takes back what it taught, and opens the question again', async () => {
    const house = await askHouse()
    const id = await openQuestion(house, question)
    const expert = await house.member('wang', '专家')
    await expert.submits('ask-reply', { text: '由办公室承担。', cites: source }, id)
    expect(await learnedIn(house)).toMatchObject([{ question, source: 'expert' }])
    const colleague = await house.member('zhou', '专家')
    const list = await colleague.calls('replies')
    expect(list.text).toContain('由办公室承担')
    expect(list.buttons).toEqual([])
    await expert.calls('replies')
    expect((await expert.presses('撤回')).text).toContain('已撤回')
    expect(await learnedIn(house)).toEqual([])
    expect(await house.store.questions.open()).toMatchObject([{ id }])
    expect((await house.guest('next').says(question)).text).not.toContain('由办公室承担')
    expect((await auditOf(house, 'queue.withdraw'))[0]).toMatchObject({
      name: 'wang',
      before: { text: '由办公室承担。' },
    })
  })

  test('falls due for review when its document has a new version, until somebody replies again', async () => {
    const house = await askHouse()
    const name = '虚构-差旅通知.txt'
    const words = (payer: string) => `虚构：差旅通知\n\n一、考察费用\n实地考察的食宿由${payer}安排。\n`
    await house.ingest(name, words('办公室'))
    const id = await openQuestion(house, question)
    const expert = await house.member('wang', '专家')
    const cites = `${name} 「实地考察的食宿由办公室安排」`
    await expert.submits('ask-reply', { text: '由办公室承担。', cites }, id)
    expect((await house.guest('a').says(question)).text).not.toContain('待复核')

    house.clock.at += 86_400_000
    await house.ingest(name, words('省级科技主管部门'))
    const { text } = await house.guest('b').says(question)
    expect(text).toContain('专家答复（wang，2014-06-23）：由办公室承担。')
    expect(text).toContain('所依据的文件已于 2014-06-24 更新，该答复待复核')
    expect(text).not.toContain('「实地考察的食宿由办公室安排')

    const queue = await expert.calls('queue')
    expect(queue.text).toContain('待复核的专家答复（1）')
    const again = `${name} 「实地考察的食宿由省级科技主管部门安排」`
    await expert.submitsTo('重新答复', { text: '由省里承担。', cites: again })
    expect((await expert.calls('queue')).text).not.toContain('待复核')
    const now = await house.guest('c').says(question)
    expect(now.text).toContain('专家答复（wang，2014-06-24）：由省里承担。')
    expect(now.text).not.toContain('由办公室承担')
  })
})

/** Asks as a guest and hands the question to a person. Gives its id. */
async function openQuestion(house: AskHouse, asked: string): Promise<string> {
  const guest = house.guest('asker')
  const { buttons } = await guest.says(asked)
  await guest.presses('转人工')
  return buttons[0]?.value ?? ''
}
