import { describe, expect, test } from 'vitest'
import { trainingPeople } from '../../../support/training-people.ts'

const day = 24 * 3_600_000
const asked = [
  { name: 'diet', label: '饮食', kind: 'choice', required: true, choices: ['不限', '清真', '素食'] },
  { name: 'phone', label: '手机', kind: 'line', required: true },
] as const

describe('registering', () => {
  test('a card, a press, a seat, and a file for the calendar', async () => {
    const { member } = await trainingPeople()
    const person = await member('yx', '宜兴')
    expect((await person.calls('trainings')).text).toMatchInlineSnapshot(`
      "近期的培训和交流（1）
      应对气候变化能力建设培训班
      时间：2014-07-14 至 2014-07-15　09:00
      地点：呼和浩特
      主办：中国21世纪议程管理中心
      名额：已录取 0/3
      报名截止：2014-07-07 09:00
      [报名] [不参加] [加入日历] [详情]
      [我的培训] [参加过的]"
    `)
    const heard = await person.presses('报名')
    expect(heard.private).toBe(true)
    expect(heard.text).toMatchInlineSnapshot(`
      "已录取：应对气候变化能力建设培训班
      日期：2014-07-14 至 2014-07-15
      开始：2014-07-14 09:00
      地点：呼和浩特
      来不了请尽早点「不参加」，名额会给候补的人。
      [不参加] [请同事代替] [加入日历] [详情]
      [应对气候变化能力建设培训班.ics]"
    `)
  })

  test('the same press again says that it is so already', async () => {
    const { member, store } = await trainingPeople()
    const person = await member('yx', '宜兴')
    await person.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    const again = await person.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    expect(again.text).toContain('您已录取，不用再报名')
    expect(await store.registrations.list()).toHaveLength(1)
    expect(await store.registrations.history('climate-2014')).toHaveLength(1)
  })

  test('two people press at once for one seat: one has it, the other waits', async () => {
    const { member, store } = await trainingPeople([{ capacity: 1 }])
    const people = [await member('yx', '宜兴'), await member('rg', '如皋')]
    const heard = await Promise.all(
      people.map((it) => it.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })),
    )
    expect(heard.map((it) => it.text.split('：')[0]).sort()).toEqual(['已录取', '已排队'])
    expect((await store.registrations.list({ states: ['seated'] })).length).toBe(1)
  })

  test('a seat is given up after a question; the next is offered it and has it by pressing 接受', async () => {
    const { member, waiting, store } = await trainingPeople([{ capacity: 1 }])
    const first = await member('yx', '宜兴')
    const second = await member('rg', '如皋')
    await first.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    expect(
      (await second.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })).text,
    ).toMatchInlineSnapshot(`
      "已排队：应对气候变化能力建设培训班，候补第 1 位
      有名额空出来会按顺序通知您，不用再报名。
      [不参加] [请同事代替] [加入日历] [详情]"
    `)
    expect((await first.says('我去不了了')).text).toMatchInlineSnapshot(
      `
      "确定放弃名额？应对气候变化能力建设培训班
      放弃后名额马上给候补的人，再想参加要重新排队。也可以请同事代替。
      [确定放弃] [保留名额] [请同事代替]"
    `,
    )
    expect((await first.presses('确定放弃')).text).toMatchInlineSnapshot(`
      "您已退出：应对气候变化能力建设培训班。名额会按顺序给候补的人。
      [再报名] [加入日历] [详情]"
    `)
    const told = await waiting()
    expect(told.map((it) => it.to)).toEqual(['rg'])
    expect(told[0]?.text).toContain('有名额了，请确认')
    expect((await second.pressesOf({ action: 'trainings.accept', value: 'climate-2014' })).text).toContain(
      '已录取',
    )
    expect((await store.registrations.list()).map((it) => it.state).sort()).toEqual(['declined', 'seated'])
  })

  test('an offered seat is taken by saying so: it is held for hours, and lost by a sentence that is not understood', async () => {
    const { member, clock } = await trainingPeople([{ capacity: 1 }])
    const first = await member('yx', '宜兴')
    const second = await member('rg', '如皋')
    await first.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    await second.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    clock.at += 60_000
    await first.says('我去不了了')
    await first.presses('确定放弃')
    expect((await second.says('好的 我去')).text).toContain('已录取：应对气候变化能力建设培训班')
  })

  test('保留名额 changes nothing', async () => {
    const { member, store } = await trainingPeople()
    const person = await member('yx', '宜兴')
    await person.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    await person.presses('不参加')
    expect((await person.presses('保留名额')).text).toContain('没有变动')
    expect((await store.registrations.list()).map((it) => it.state)).toEqual(['seated'])
  })

  test('an offer that is given up goes on at once, without a question', async () => {
    const { member, waiting } = await trainingPeople([{ capacity: 1 }])
    const people = [await member('yx', '宜兴'), await member('rg', '如皋'), await member('gx', '贵溪')]
    for (const it of people) await it.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    await people[0]?.pressesOf({ action: 'trainings.give-up', value: 'climate-2014' })
    await people[1]?.pressesOf({ action: 'trainings.decline', value: 'climate-2014' })
    expect((await waiting()).filter((it) => it.text.includes('有名额了')).map((it) => it.to)).toEqual(['gx'])
  })

  test('whoever says 不参加 without a seat is noted, and can change their mind', async () => {
    const { member } = await trainingPeople()
    const person = await member('yx', '宜兴')
    expect((await person.pressesOf({ action: 'trainings.decline', value: 'climate-2014' })).text).toContain(
      '记下了',
    )
    expect((await person.presses('再报名')).text).toContain('已录取')
  })
})

describe('what a training asks', () => {
  test('comes as a form with its own words; the answers stand in the card', async () => {
    const { member } = await trainingPeople([{ questions: asked }])
    const person = await member('yx', '宜兴')
    await person.calls('trainings')
    const heard = await person.submitsTo('报名', { diet: '清真', phone: '13800000000' })
    expect(heard.text).toContain('已录取')
    expect((await person.says('我的培训')).text).toContain('饮食：清真；手机：13800000000')
  })

  test('an old card without a form shows the form first', async () => {
    const { member, store } = await trainingPeople([{ questions: asked }])
    const person = await member('yx', '宜兴')
    const heard = await person.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    expect(heard.buttons[0]).toMatchObject({ label: '报名', opens: 'trainings.answers' })
    expect(await store.registrations.list()).toEqual([])
  })

  test('everything that is wrong is told at once, and nobody is registered', async () => {
    const { member, store } = await trainingPeople([{ questions: asked }])
    const person = await member('yx', '宜兴')
    const heard = await person.submits('trainings.answers', { diet: '随便' }, 'climate-2014')
    expect(heard.text).toMatchInlineSnapshot(
      `"填写的内容有问题，没有报上：「饮食」请从不限、清真、素食里选；「手机」没有填。 请再点「报名」改好。"`,
    )
    expect(await store.registrations.list()).toEqual([])
  })

  test('more than five questions come in parts: the seat first, the rest after it', async () => {
    const questions = Array.from({ length: 7 }, (_, at) => ({
      name: `q${at}`,
      label: `问题${at}`,
      kind: 'line' as const,
      required: true,
    }))
    const { member, store } = await trainingPeople([{ questions }])
    const person = await member('yx', '宜兴')
    const values = (from: number, to: number) =>
      Object.fromEntries(questions.slice(from, to).map((it) => [it.name, 'x']))
    const first = await person.submits('trainings.answers', values(0, 5), 'climate-2014')
    expect(first.text).toContain('已录取')
    expect(first.text).toContain('还差 2 项')
    const second = await person.submitsTo('继续填写（还有 2 项）', values(5, 7))
    expect(second.text).toContain('已更新您填写的内容')
    expect(Object.keys((await store.registrations.list())[0]?.answers ?? {})).toHaveLength(7)
  })
})

describe('a colleague instead', () => {
  test('is chosen by a button, keeps the place, and hears of it', async () => {
    const { member, waiting, store } = await trainingPeople()
    const first = await member('yx', '宜兴')
    await member('yx2', '宜兴')
    await member('rg', '如皋')
    await first.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    const whom = await first.presses('请同事代替')
    expect(whom.buttons.map((it) => it.label)).toEqual(['yx2'])
    expect((await first.presses('yx2')).text).toContain('已由yx2接替您')
    expect((await store.registrations.list({ states: ['seated'] })).map((it) => it.name)).toEqual(['yx2'])
    expect((await waiting()).map((it) => [it.to, it.text.split('\n')[0]])).toEqual([
      ['yx2', '同事把位置让给了您：应对气候变化能力建设培训班'],
    ])
  })

  test('nobody there: colleagues have to join first', async () => {
    const { member } = await trainingPeople()
    const person = await member('yx', '宜兴')
    await person.pressesOf({ action: 'trainings.ask', value: 'climate-2014' })
    expect((await person.presses('请同事代替')).text).toContain('没有其他成员')
  })
})

describe('refused, in words', () => {
  const press = { action: 'trainings.ask', value: 'climate-2014' }

  test.each([
    [
      'too early',
      { registration: { from: Date.UTC(2014, 5, 30, 1), until: Date.UTC(2014, 6, 7, 1) } },
      '还没有开始报名，2014-06-30 09:00 开始',
    ],
    ['closed', { registration: { until: Date.UTC(2014, 5, 20, 1) } }, '的报名已于 2014-06-20 09:00 截止'],
    ['cancelled', { state: 'cancelled' as const }, '已经取消'],
    ['held', { state: 'held' as const }, '已经办完了'],
    ['by the province', { nomination: 'province' as const }, '由省级部门推荐'],
    ['for others', { audience: { of: 'zones' as const, provinces: ['江西'] } }, '不面向贵单位'],
  ])('%s', async (_, training, told) => {
    const { member, store } = await trainingPeople([training])
    const heard = await (await member('yx', '宜兴')).pressesOf(press)
    expect(heard.text).toContain(told)
    expect(heard.private).toBe(true)
    expect(await store.registrations.list()).toEqual([])
  })

  test('somebody of another province, by the buttons of a card that was handed on', async () => {
    const { member, store } = await trainingPeople([{ audience: { of: 'zones', provinces: ['江西'] } }])
    const yx = await member('yx', '宜兴')
    for (const verb of ['ask', 'decline', 'details', 'calendar']) {
      const heard = await yx.pressesOf({ ...press, action: `trainings.${verb}` })
      expect(heard.text).toContain('不面向贵单位')
      expect(heard.files).toEqual([])
    }
    expect(await store.registrations.list()).toEqual([])
  })

  test('a guest is told how to join', async () => {
    const { person } = await trainingPeople()
    expect((await person('g').pressesOf(press)).text).toContain('邀请码')
    expect((await person('g').says('最近有什么培训')).text).toContain('邀请码')
  })

  test('the office organizes and does not register', async () => {
    const { member } = await trainingPeople()
    expect((await (await member('of', '办公室')).pressesOf(press)).text).toContain('实验区办公室')
  })

  test('a card of a month ago whose training is over', async () => {
    const { member, clock } = await trainingPeople()
    const person = await member('yx', '宜兴')
    clock.at += 30 * day
    expect((await person.pressesOf(press)).text).toContain('已经开始')
  })

  test('a training that is gone, and a button that nobody knows', async () => {
    const { member } = await trainingPeople([])
    const person = await member('yx', '宜兴')
    expect((await person.pressesOf(press)).text).toContain('没有这个培训')
    expect((await person.pressesOf({ action: 'trainings.of-old', value: 'x' })).text).toBe('')
  })
})

describe('in plain words', () => {
  const other = { id: 'towns-2014', title: '低碳城镇培训班', place: '宜兴' }

  test('「我要报名」 with two open: each can be pressed', async () => {
    const { member } = await trainingPeople([{}, other])
    const person = await member('yx', '宜兴')
    const heard = await person.says('我要报名')
    expect(heard.buttons.map((it) => `${it.label} ${it.value}`)).toEqual([
      '报名 climate-2014',
      '报名 towns-2014',
    ])
  })

  test('「报名呼和浩特的培训」 is a seat at once; 「我去不了低碳城镇培训班」 means the other', async () => {
    const { member, store } = await trainingPeople([{}, other])
    const person = await member('yx', '宜兴')
    expect((await person.says('报名呼和浩特的培训')).text).toContain('已录取：应对气候变化')
    await person.says('我要报名低碳城镇培训班')
    expect((await person.says('我去不了低碳城镇培训班')).text).toContain('确定放弃名额？低碳城镇培训班')
    expect(await store.registrations.list({ states: ['seated'] })).toHaveLength(2)
  })

  test('what nobody has heard of is told so', async () => {
    const { member } = await trainingPeople()
    expect((await (await member('yx', '宜兴')).says('报名火星的培训')).text).toContain('没有找到「火星」')
  })
})

describe('what an organizer and those who come say on a phone', () => {
  test('an organizer begins a training and finds who comes by saying so; others see what there is to join', async () => {
    const { member } = await trainingPeople()
    const office = await member('boss', '办公室')
    expect((await office.says('新建培训')).buttons.map((it) => it.label)).toEqual(['新建培训'])
    expect((await office.says('谁报名了')).buttons.map((it) => it.label)).toContain(
      '应对气候变化能力建设培训班',
    )
    expect((await (await member('yx', '宜兴')).says('谁报名了')).text).toContain('应对气候变化能力建设培训班')
  })

  test('「签到」 without the code asks for it; 「我去不了了」 without a seat shows what is coming', async () => {
    const { member } = await trainingPeople()
    const staff = await member('yx', '宜兴')
    expect((await staff.says('签到')).buttons.map((it) => it.label)).toEqual(['签到'])
    expect((await staff.says('我去不了了')).buttons.map((it) => it.label)).toEqual(['近期的培训'])
  })

  test('「我去不了了，让小王替我」 leads to sending a colleague', async () => {
    const { member } = await trainingPeople()
    const staff = await member('yx', '宜兴')
    await staff.says('报名应对气候变化的培训')
    expect((await staff.says('我去不了了，让小王替我')).buttons.map((it) => it.label)).toContain('请同事代替')
  })
})
