import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../src/core/plain-text.ts'
import { makeVisitCommands } from '../../../../src/skills/trainings/visits/commands.ts'
import { visitPeople } from '../../../support/visit-people.ts'

const offered = { kind: 'shadowing', topic: '环科园污水厂运行', dates: '9月15日至17日', people: '4' }
const wanted = { dates: '2014-09-15 至 2014-09-17', people: '3' }
const reason = '汛期，全省暂停接待'

/** Rugao comes to see Yixing; nobody of the office has anything to do with it yet. */
async function house() {
  const people = await visitPeople()
  const host = await people.member('yx', '宜兴')
  const guest = await people.member('rg', '如皋')
  const office = await people.member('of', '办公室')
  await host.submits('visits.offer', offered)
  const asks = async () => {
    people.clock.at += 60_000
    await guest.says('想去宜兴跟岗')
    return guest.submitsTo('申请', wanted)
  }
  const agree = async () => {
    await asks()
    await host.says('我们的互访')
    await host.presses('同意 2014-09-15 至 2014-09-17')
    await guest.says('我们的互访')
    await guest.presses('确认这个日期')
    await people.told()
  }
  return { ...people, host, guest, office, asks, agree }
}

describe('what the office does about visits of zones', () => {
  test('it calls off what was agreed, and both sides read who did it and why', async () => {
    const { office, agree, told, store } = await house()
    await agree()
    expect((await office.calls('visits', { view: 'agreed' })).text).toMatchInlineSnapshot(`
      "各区已约定的互访、跟岗（1）
      跟岗：南通市如皋市 → 无锡市宜兴市
      环科园污水厂运行
      进展：已约定
      日期：2014-09-15 至 2014-09-17
      人数：3 人
      [取消约定]
      [可以申请的] [全年统计]"
    `)
    expect((await office.submitsTo('取消约定', { reason })).text).toBe(
      '已取消约定，并把原因告诉了无锡市宜兴市和南通市如皋市。',
    )
    const said = await told()
    expect(said.map((it) => `${it.to}: ${it.text.split('\n')[0]}`).sort()).toEqual([
      'rg: 实验区办公室取消了和无锡市宜兴市的跟岗',
      'yx: 实验区办公室取消了和南通市如皋市的跟岗',
    ])
    for (const it of said) expect(it.text).toContain(reason)
    const visit = (await store.visits.list())[0]?.visits[0]
    expect(visit).toMatchObject({ state: 'called-off', ended: { reason } })
    expect((await office.calls('visits', { view: 'agreed' })).text).toContain('现在没有已约定的')
  })

  test('it withdraws an offer; its host and whoever asked are told, though nobody else asked', async () => {
    const { office, told, asks } = await house()
    await asks()
    await told()
    await office.calls('visits', { view: 'open' })
    expect((await office.submitsTo('撤回接待', { reason })).text).toContain('已撤回接待')
    expect((await told()).map((it) => `${it.to}: ${it.text}`).sort()).toMatchInlineSnapshot(`
      [
        "rg: 实验区办公室撤回了无锡市宜兴市的跟岗接待
      内容：环科园污水厂运行
      想来的日期：2014-09-15 至 2014-09-17
      人数：3 人
      原因：汛期，全省暂停接待
      可以看看别的区：发送「有哪些互访」。",
        "yx: 实验区办公室撤回了贵单位的跟岗接待
      内容：环科园污水厂运行
      原因：汛期，全省暂停接待
      有疑问请联系实验区办公室；情况变了可以重新发布。",
      ]
    `)
  })

  test('not without a reason, and not in place of a host who has yet to answer', async () => {
    const { office, asks, agree, store } = await house()
    await asks()
    const visit = (await store.visits.list())[0]?.visits[0]?.id
    expect((await office.submits('visits.end', { reason }, visit)).text).toContain('不能这样改')
    await agree()
    expect((await office.submits('visits.end', { reason: ' ' }, visit)).text).toContain('没有说明原因')
    expect((await store.visits.list())[0]?.visits[0]?.state).toBe('agreed')
  })

  test('it neither offers nor agrees for a zone', async () => {
    const { office, asks, store } = await house()
    await asks()
    const visit = (await store.visits.list())[0]?.visits[0]?.id
    expect((await office.submits('visits.offer', offered)).text).toContain('不能')
    expect((await office.submits('visits.agree', {}, visit)).text).toContain('不能')
  })

  test('a province sees neither its list nor its buttons', async () => {
    const { member, agree, store } = await house()
    await agree()
    const province = await member('js', '江苏')
    expect((await province.calls('visits', { view: 'agreed' })).text).toContain('不能')
    const visit = (await store.visits.list())[0]?.visits[0]?.id
    expect((await province.submits('visits.end', { reason }, visit)).text).toContain('不能')
  })
})

describe('an agreed visit of which nobody tells the outcome', () => {
  const day = 86_400_000

  test('keeps its guest from asking again for a month, and no longer', async () => {
    const { clock, agree, guest, store } = await house()
    await agree()
    const offer = (await store.visits.list())[0]?.offer.id
    const asksAgain = () =>
      guest.submits('visits.ask', { others: '2014-12-01 至 2014-12-03', people: '2' }, offer)
    clock.at = Date.UTC(2014, 8, 17, 2) + 30 * day
    expect((await asksAgain()).text).toContain('已约定')
    clock.at += day
    expect((await asksAgain()).text).toContain('已转给无锡市宜兴市')
    expect((await store.visits.list())[0]?.visits.map((it) => it.state)).toEqual(['agreed', 'asked'])
  })
})

describe('at the command line', () => {
  test('the office reads what is offered and how far each visit is', async () => {
    const { agree, parts } = await house()
    await agree()
    const { reply, hostings } = await makeVisitCommands({ ...parts, locale: 'zh-CN' }).list()
    expect(hostings).toHaveLength(1)
    expect(plainText(reply).replaceAll(/[0-9a-f-]{36}/g, 'ID')).toMatchInlineSnapshot(`
      "可以申请的互访、跟岗（1）
      编号 | 接待 | 方式 | 内容 | 可接待
      ID | 无锡市宜兴市 | 跟岗 | 环科园污水厂运行 | 2014-09-15 至 2014-09-17
      申请过的（1）
      编号 | 接待 | 日期 | 来访 | 方式 | 进展（接待方）
      ID | 无锡市宜兴市 | 2014-09-15 至 2014-09-17 | 南通市如皋市 | 跟岗 | 已约定"
    `)
  })
})
