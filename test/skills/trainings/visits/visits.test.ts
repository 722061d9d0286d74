import { describe, expect, test } from 'vitest'
import type { Hosting } from '../../../../src/core/visit.ts'
import { happen, type VisitEvent } from '../../../../src/skills/trainings/visits/visit.ts'
import type { Talker } from '../../../support/conversation.ts'
import { type VisitPeople, visitPeople } from '../../../support/visit-people.ts'

const offered = {
  kind: 'shadowing',
  topic: '环科园污水厂运行',
  dates: '9月15日至17日\n2014-10-13 至 2014-10-15',
  people: '4',
  place: '宜兴环科园',
}
const wanted = { dates: '2014-09-15 至 2014-09-17', people: '3', note: '王工等三人，想看在线监测' }
const reason = '汛期抢险，抽不开人'

/** Yixing offers, and Rugao is a zone that may ask. */
async function house() {
  const people = await visitPeople()
  const host = await people.member('yx', '宜兴')
  const guest = await people.member('rg', '如皋')
  await host.submits('visits.offer', offered)
  /** Somebody asks for it, a minute after whatever was before. */
  const asks = async (by: Talker, values: Readonly<Record<string, string>> = wanted) => {
    people.clock.at += 60_000
    await by.says('想去宜兴跟岗')
    return by.submitsTo('申请', values)
  }
  return { ...people, host, guest, asks }
}

async function agreed() {
  const its = await house()
  await its.asks(its.guest)
  await its.host.says('我们的互访')
  await its.host.presses('同意 2014-09-15 至 2014-09-17')
  await its.guest.says('我们的互访')
  await its.guest.presses('确认这个日期')
  await its.told()
  return its
}

const firstLines = async ({ told }: Pick<VisitPeople, 'told'>) =>
  (await told()).map((it) => `${it.to}: ${it.text.split('\n')[0]}`)

describe('a visit is arranged by two zones with their buttons', () => {
  test('a zone offers what there is to see', async () => {
    const { member } = await visitPeople()
    const host = await member('yx', '宜兴')
    await host.says('我们可以接待跟岗')
    expect((await host.submitsTo('我们来接待', offered)).text).toMatchInlineSnapshot(`
      "已发布跟岗接待：环科园污水厂运行
      有单位申请，我马上告诉您。
      可接待：2014-09-15 至 2014-09-17；2014-10-13 至 2014-10-15
      人数：同一天最多 4 人
      地点：宜兴环科园
      [撤回接待]"
    `)
  })

  test('another asks for it; the host is told at once, with the days as buttons', async () => {
    const { guest, told } = await house()
    expect((await guest.says('想去宜兴跟岗')).text).toMatchInlineSnapshot(`
      "无锡市宜兴市 · 跟岗：环科园污水厂运行
      可接待：2014-09-15 至 2014-09-17；2014-10-13 至 2014-10-15
      人数：同一天最多 4 人
      地点：宜兴环科园
      [申请]"
    `)
    expect((await guest.submitsTo('申请', wanted)).text).toMatchInlineSnapshot(`
      "已转给无锡市宜兴市
      对方同意或另提日期，我马上告诉您；您确认后才算约定。
      [改申请] [撤回申请]"
    `)
    expect(await told()).toMatchInlineSnapshot(`
      [
        {
          "text": "南通市如皋市申请来贵单位跟岗
      内容：环科园污水厂运行
      想来的日期：2014-09-15 至 2014-09-17
      人数：3 人
      地点：宜兴环科园
      「王工等三人，想看在线监测」
      —— 南通市如皋市
      同意其中一个日期，或换个日期；不方便就婉拒并说明原因。
      [同意 2014-09-15 至 2014-09-17] [换个日期] [婉拒]",
          "to": "yx",
        },
      ]
    `)
  })

  test('the host agrees to days, the guest confirms: both have it, the guest as a file as well', async () => {
    const { host, guest, told, asks } = await house()
    await asks(guest)
    await told()
    await host.says('我们的互访')
    expect((await host.presses('同意 2014-09-15 至 2014-09-17')).text).toContain('名额先留着')
    expect(await told()).toMatchInlineSnapshot(`
      [
        {
          "text": "无锡市宜兴市答复了跟岗申请，请确认日期
      内容：环科园污水厂运行
      日期：2014-09-15 至 2014-09-17
      人数：3 人
      地点：宜兴环科园
      确认后才算约定，名额先为贵单位留着。日期不合适，可以改申请。
      [确认这个日期] [改申请] [撤回申请]",
          "to": "rg",
        },
      ]
    `)
    await guest.says('我们的互访')
    expect((await guest.presses('确认这个日期')).text).toMatchInlineSnapshot(`
      "约好了：无锡市宜兴市，2014-09-15 至 2014-09-17
      已写入双方的订阅日历；前一周、前一天各提醒一次。来不了请尽早取消，并说明原因。
      [加入日历] [取消约定]
      [跟岗 南通市如皋市-无锡市宜兴市.ics]"
    `)
    expect(await firstLines({ told })).toEqual(['yx: 南通市如皋市确认了跟岗，已约定'])
  })

  test('the host names other days, and the guest confirms those', async () => {
    const { host, guest, told, asks } = await house()
    await asks(guest)
    await host.says('我们的互访')
    await told()
    expect((await host.submitsTo('换个日期', { dates: '9月22日至23日' })).text).toContain(
      '2014-09-22 至 2014-09-23',
    )
    expect((await told()).at(-1)?.text).toContain('日期：2014-09-22 至 2014-09-23')
    await guest.says('我们的互访')
    expect((await guest.presses('确认这个日期')).text).toContain('约好了')
  })

  test('a button for days that the host has changed since says yes to nothing', async () => {
    const { host, guest, asks } = await house()
    await asks(guest)
    await host.says('我们的互访')
    await host.presses('同意 2014-09-15 至 2014-09-17')
    const old = (await guest.says('我们的互访')).buttons.find((it) => it.label === '确认这个日期')
    await host.says('我们的互访')
    await host.submitsTo('换个日期', { dates: '9月22日至23日' })
    const heard = await guest.pressesOf({ action: old?.action ?? '', value: old?.value ?? '' })
    expect(heard.text).toContain('对方已答复，等我们确认')
    expect(heard.text).not.toContain('约好了')
  })

  test('the guest asks for other days in the same request', async () => {
    const { guest, store, told, asks } = await house()
    await asks(guest)
    await asks(guest, { others: '9月20日', people: '2' })
    const [hosting] = await store.visits.list()
    expect(hosting?.visits).toMatchObject([
      { state: 'asked', people: 2, wanted: [{ from: '2014-09-20', to: '2014-09-20' }] },
    ])
    expect((await told()).map((it) => it.text.split('\n')[0])).toEqual([
      '不发：后来又有了变化',
      '南通市如皋市申请来贵单位跟岗',
    ])
  })

  test('colleagues of both sides hear what stands in their calendar', async () => {
    const { member, host, guest, told, asks } = await house()
    await member('yx2', '宜兴')
    await member('rg2', '如皋')
    await asks(guest)
    await host.says('我们的互访')
    await host.presses('同意 2014-09-15 至 2014-09-17')
    await told()
    await guest.says('我们的互访')
    await guest.presses('确认这个日期')
    expect((await firstLines({ told })).sort()).toEqual([
      'rg2: 同事已和无锡市宜兴市约定跟岗',
      'yx2: 南通市如皋市确认了跟岗，已约定',
      'yx: 南通市如皋市确认了跟岗，已约定',
    ])
  })
})

describe('what comes to nothing', () => {
  test('the host declines with a reason, and the guest can ask again', async () => {
    const { host, guest, told, asks } = await house()
    await asks(guest)
    await told()
    await host.says('我们的互访')
    expect((await host.submitsTo('婉拒', { reason })).text).toBe('已婉拒，并把原因告诉了南通市如皋市。')
    const [heard] = await told()
    expect(heard).toMatchObject({ to: 'rg' })
    expect(heard?.text).toContain('无锡市宜兴市这次不能接待跟岗')
    expect(heard?.text).toContain(reason)
    expect((await asks(guest)).text).toContain('已转给无锡市宜兴市')
  })

  test('the guest takes the request back, without having to say why', async () => {
    const { guest, told, asks } = await house()
    await asks(guest)
    await told()
    await guest.says('我们的互访')
    expect((await guest.presses('撤回申请')).text).toContain('已撤回申请')
    expect(await firstLines({ told })).toEqual(['yx: 南通市如皋市撤回了跟岗申请'])
  })

  test('what was agreed is called off by either side, with a reason', async () => {
    const its = await agreed()
    await its.guest.says('我们的互访')
    expect((await its.guest.submitsTo('取消约定', { reason })).text).toContain('已取消约定')
    const [heard] = await its.told()
    expect(heard).toMatchObject({ to: 'yx' })
    expect(heard?.text).toContain(`原因：${reason}`)
  })

  test('a press without the form asks for the reason and changes nothing', async () => {
    const { host, store, guest } = await agreed()
    const [hosting] = await store.visits.list()
    const heard = await host.pressesOf({ action: 'visits.end', value: hosting?.visits[0]?.id ?? '' })
    expect(heard.buttons[0]?.opens).toBe('visits.end')
    expect((await guest.says('我们的互访')).text).toContain('进展：已约定')
  })

  test('a withdrawn offer tells those who asked; what was agreed stays', async () => {
    const its = await agreed()
    const other = await its.member('gx', '贵溪')
    await other.says('想去宜兴跟岗')
    await other.submitsTo('申请', { others: '9月20日', people: '1' })
    await its.told()
    await its.host.says('我们的互访')
    expect((await its.host.submitsTo('撤回接待', { reason })).text).toMatchInlineSnapshot(`
      "已撤回接待，并告诉了申请过的 1 家。
      已约定的 1 次不受影响；要取消请在「我们的互访」里逐个取消，并说明原因。"
    `)
    const heard = await its.told()
    expect(heard.map((it) => it.to)).toEqual(['gx'])
    expect(heard[0]?.text).toMatchInlineSnapshot(`
      "无锡市宜兴市撤回了跟岗接待
      内容：环科园污水厂运行
      想来的日期：2014-09-20
      人数：1 人
      地点：宜兴环科园
      原因：汛期抢险，抽不开人
      可以看看别的区：发送「有哪些互访」。"
    `)
    expect((await its.guest.says('我们的互访')).text).toContain('进展：已约定')
    expect((await its.guest.calls('visits')).text).toContain('现在没有实验区发布接待')
  })
})

describe('days and places', () => {
  test('places are held from the answer on, and are never given twice', async () => {
    const { host, guest, member, asks } = await house()
    const other = await member('gx', '贵溪')
    await asks(guest)
    await asks(other, { ...wanted, people: '2' })
    const first = await host.says('我们的互访')
    const [one, two] = first.buttons.filter((it) => it.action === 'visits.answer')
    expect((await host.pressesOf(one ?? { action: '', value: '' })).text).toContain('已答复')
    expect((await host.pressesOf(two ?? { action: '', value: '' })).text).toContain('那几天只接待得了 1 人')
  })

  test('whoever has something else on those days is told so, and may all the same', async () => {
    const its = await agreed()
    await its.guest.submits('visits.offer', { ...offered, kind: 'visit', topic: '花木产业' })
    const heard = await its.member('gx', '贵溪')
    await heard.says('想去如皋互访')
    await heard.submitsTo('申请', { others: '9月16日', people: '1' })
    const [told] = await its.told()
    await its.guest.says('我们的互访')
    expect(told?.to).toBe('rg')
    expect((await its.guest.presses('同意 2014-09-16')).text).toMatchInlineSnapshot(`
      "已答复鹰潭市贵溪市：2014-09-16
      名额先留着，等对方确认。
      请留意，那几天贵单位还有：
      · 2014-09-15 至 2014-09-17　去无锡市宜兴市跟岗
      不影响约定；人手安排得开就行。
      [换个日期] [婉拒]"
    `)
  })

  test.each([
    [{ others: '9月31日' }, '没有这一天'],
    [{ others: '9月17日至15日' }, '结束早于开始'],
    [{ others: '2014-06-01' }, '已经过去了'],
    [{ others: '下周' }, '看不懂'],
    [{ others: '9月1日至2014-12-31' }, '超过三个月'],
    [{}, '没有选日期'],
    [{ others: '9月20日', people: '0' }, '人数「0」不对'],
    [{ others: '9月20日', people: '许多' }, '人数「许多」不对'],
    [{ others: '9月20日', people: '9' }, '只接待得了 4 人'],
  ])('%j is refused in words', async (values, words) => {
    const { guest, store, asks } = await house()
    expect((await asks(guest, { people: '3', ...values })).text).toContain(words)
    expect((await store.visits.list())[0]?.visits).toEqual([])
  })

  test('whoever has more visits than cards sees the rest in a table, and can still withdraw the offer', async () => {
    const { host, store, parts } = await house()
    const offer = (await store.visits.list())[0]?.offer.id ?? ''
    const days = { from: '2014-09-15', to: '2014-09-15' }
    const move = { who: 'x', at: parts.clock.now() }
    for (const id of ['1', '2', '3', '4', '5'])
      await store.visits.act(
        offer,
        (it) => {
          const asked = { kind: 'ask', by: 'jiangsu-rugao', id, wanted: [days], people: 1 } as const
          const now = { at: move.at + Number(id), today: '2014-06-23' }
          const first = happen(it, asked, now)
          const report = { mark: 5, people: 1, outcome: '好' }
          const then = (so: Hosting, event: VisitEvent) => happen(so, event, { ...now, today: '2014-09-15' })
          const answered = then(first, { kind: 'answer', by: 'jiangsu-yixing', visit: id, days })
          const agreed = then(answered, { kind: 'agree', by: 'jiangsu-rugao', visit: id, days })
          const held = then(agreed, { kind: 'report', by: 'jiangsu-rugao', visit: id, report })
          return { ...held, changes: [first, answered, agreed, held].flatMap((step) => step.changes) }
        },
        move,
      )
    const heard = await host.says('我们的互访')
    expect(heard.text).toContain('还有 2 个：')
    expect(heard.buttons.map((it) => it.label)).toContain('撤回接待')
  })

  test('nobody visits themselves, guests are told how to join, and others arrange nothing', async () => {
    const { host, person, member, store } = await house()
    const offer = (await store.visits.list())[0]?.offer.id ?? ''
    expect((await host.submits('visits.ask', wanted, offer)).text).toContain('贵单位自己发布')
    expect((await person('g').says('想去宜兴跟岗')).text).toContain('您现在是访客')
    const province = await member('js', '江苏省科技厅')
    expect((await province.calls('visits')).text).not.toContain('[申请]')
    expect((await province.submits('visits.ask', wanted, offer)).text).not.toContain('已转给')
    const third = await member('gx', '贵溪')
    expect((await third.pressesOf({ action: 'visits.agree', value: 'nobody' })).text).toContain('没有找到')
  })

  test('a zone that offers nothing, one that nobody knows', async () => {
    const { guest } = await house()
    expect((await guest.says('想去贵溪跟岗')).text).toContain('贵溪市现在没有发布接待')
    expect((await guest.says('想去火星跟岗')).text).toContain('没有找到实验区「火星」')
  })
})

describe('time passes', () => {
  test('a week and a day before, both are reminded; twice asked says it once', async () => {
    const its = await agreed()
    its.clock.at = Date.UTC(2014, 8, 8, 2)
    await its.beat()
    await its.beat()
    expect((await firstLines(its)).sort()).toEqual([
      'rg: 快到了：和无锡市宜兴市的跟岗',
      'yx: 快到了：和南通市如皋市的跟岗',
    ])
    its.clock.at = Date.UTC(2014, 8, 14, 2)
    await its.beat()
    expect((await firstLines(its)).sort()).toEqual([
      'rg: 明天：和无锡市宜兴市的跟岗',
      'yx: 明天：和南通市如皋市的跟岗',
    ])
  })

  test('whoever owes an answer is reminded after three working days, once', async () => {
    const its = await house()
    await its.asks(its.guest)
    await its.told()
    await its.beat()
    expect(await its.told()).toEqual([])
    its.clock.at += 3 * 86_400_000 + 3_600_000
    await its.beat()
    its.clock.at += 3 * 86_400_000
    await its.beat()
    expect(await firstLines(its)).toEqual(['yx: 南通市如皋市还在等贵单位答复：跟岗'])
  })

  test('a reminder of what was called off meanwhile is not sent', async () => {
    const its = await agreed()
    its.clock.at = Date.UTC(2014, 8, 8, 2)
    await its.beat()
    await its.guest.says('我们的互访')
    await its.guest.submitsTo('取消约定', { reason })
    expect((await firstLines(its)).filter((it) => !it.includes('取消了'))).toEqual([
      expect.stringContaining('不发：后来又有了变化'),
      expect.stringContaining('不发：后来又有了变化'),
    ])
  })

  test('nobody tells of a visit before it began', async () => {
    const its = await agreed()
    const visit = (await its.store.visits.list())[0]?.visits[0]?.id
    const report = { people: '3', mark: '5', outcome: '很好' }
    expect((await its.guest.submits('visits.report', report, visit)).text).toContain('还不能填写成效')
  })

  test('afterwards both tell what came of it; the other side and the annual report have it', async () => {
    const its = await agreed()
    its.clock.at = Date.UTC(2014, 8, 18, 2)
    await its.beat()
    expect((await firstLines(its)).sort()).toEqual([
      'rg: 和无锡市宜兴市的跟岗怎么样？',
      'yx: 和南通市如皋市的跟岗怎么样？',
    ])
    await its.guest.says('我们的互访')
    await its.guest.submitsTo('填写成效', { people: '3', mark: '5', outcome: '学会了在线监测的排班' })
    expect(await its.told()).toMatchInlineSnapshot(`
      [
        {
          "text": "南通市如皋市填写了跟岗的成效
      「学会了在线监测的排班」
      —— 来访方：来了 3 人，总体 5/5
      也请贵单位填写：一分钟，写入年度报告。
      [填写成效]",
          "to": "yx",
        },
      ]
    `)
    await its.host.says('我们的互访')
    await its.host.submitsTo('填写成效', { people: '2', mark: '4', outcome: '约定明年回访' })
    const office = await its.member('of', '办公室')
    expect((await office.calls('visits', { view: 'figures' })).text).toMatchInlineSnapshot(`
      "2014 年互访、跟岗
      发布接待：1 个，来自 1 个区
      申请：1
      成行：1
      人次：2
      参与的区：接待 1 个，来访 1 个
      跨省：0
      约定后取消：0
      平均评分：4.5/5
      日期 | 接待 | 来访 | 方式 | 人数 | 收获
      2014-09-15 至 2014-09-17 | 无锡市宜兴市 | 南通市如皋市 | 跟岗 | 2 | 约定明年回访；学会了在线监测的排班"
    `)
    expect((await office.calls('visits', { view: 'figures', year: '2013' })).text).toContain('还没有成行')
    expect((await office.calls('visits', { view: 'figures', year: '去年' })).text).toContain('不是年份')
  })
})
