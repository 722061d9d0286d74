import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../../src/core/local-date.ts'
import { operator } from '../../../support/duties.ts'
import { monday } from '../../../support/people.ts'
import { trainingPeople } from '../../../support/training-people.ts'

const id = 'climate-2014'
const day = 24 * 3_600_000
const asks = { action: 'trainings.ask', value: id }
const opens = (verb: string) => ({ action: `trainings.${verb}`, value: id })
const basics = {
  title: '应对气候变化能力建设培训班',
  kind: 'training',
  days: '2014-07-14 至 2014-07-15',
  place: '呼和浩特',
  hosts: '中国21世纪议程管理中心',
}
const people = { audience: '全部实验区', capacity: '3', open: '2014-07-07 09:00' }

/** Two people with a seat, of Yixing and of Guixi, and their organizers. */
async function filled(training = {}) {
  const house = await trainingPeople([training])
  const yx = await house.member('yx', '宜兴', { name: '张三' })
  const gx = await house.member('gx', '贵溪', { name: '阿卜杜·买买提' })
  await yx.pressesOf(asks)
  house.clock.at += 1
  await gx.pressesOf(asks)
  return { ...house, yx, gx, office: await house.member('boss', '办公室') }
}

describe('changing what people know of', () => {
  test('another day and place: each of them hears once what was and what is, and can still decline', async () => {
    const { office, waiting, store } = await filled()
    const moved = await office.submits(
      'trainings.basics',
      { ...basics, days: '2014-07-21 至 2014-07-22', place: '包头' },
      `${id}/1`,
    )
    expect(moved.text).toContain('告诉 2 位报名的人')
    expect(moved.text).toContain('地点：呼和浩特 → 包头')
    // The programme goes along.
    expect((await store.trainings.find(id))?.sessions.map((it) => it.day)).toEqual([
      '2014-07-21',
      '2014-07-22',
    ])
    const told = await waiting()
    expect(told.map((it) => it.to).sort()).toEqual(['gx', 'yx'])
    expect(told[0]?.text).toContain('2014-07-14 至 2014-07-15 → 2014-07-21 至 2014-07-22')
    expect(told[0]?.text).toContain('[不参加]')
  })

  test('two organizers at once: the second is told what the first made of it', async () => {
    const { office, member, store } = await filled()
    const deputy = await member('deputy', '办公室')
    await office.submits('trainings.basics', { ...basics, place: '包头' }, `${id}/1`)
    const late = await deputy.submits('trainings.basics', { ...basics, place: '赤峰' }, `${id}/1`)
    expect(late.text).toContain('别人先改了')
    expect(late.text).toContain('现在是「包头」，您写的是「赤峰」')
    expect((await store.trainings.find(id))?.place).toBe('包头')
  })

  test('fewer seats than people have is refused, and says who got theirs last', async () => {
    const { office, clock, yx, store } = await filled()
    clock.at += 60_000
    await yx.pressesOf(opens('give-up'))
    await yx.pressesOf(asks)
    const less = await office.submits('trainings.people', { ...people, capacity: '1' }, `${id}/1`)
    expect(less.text).toContain('还有 1 人已录取')
    expect(less.text).toContain('最后得到名额的是：张三')
    expect((await store.trainings.find(id))?.capacity).toBe(3)
  })

  test('nothing new tells nobody', async () => {
    const { office, waiting } = await filled()
    expect((await office.submits('trainings.basics', basics, `${id}/1`)).text).toContain('没有变化')
    expect(await waiting()).toEqual([])
  })

  test('cancelled: asked once, everybody hears, offers under way are not sent, old buttons say so', async () => {
    const { office, member, waiting, yx } = await filled({ capacity: 2 })
    const rg = await member('rg', '如皋')
    await rg.pressesOf(asks)
    await yx.pressesOf(opens('give-up'))
    expect((await waiting()).map((it) => it.text)[0]).toContain('有名额了，请确认')
    expect((await office.pressesOf(opens('cancel'))).text).toContain('确定取消')
    expect((await office.pressesOf(opens('cancel-sure'))).text).toContain('没有说明原因')
    await office.pressesOf(opens('cancel'))
    const reason = '讲课专家另有任务'
    expect((await office.submitsTo('确定取消', { reason })).text).toContain('告诉 2 位报名的人')
    const told = await waiting()
    expect(told.map((it) => `${it.to} ${it.text.split('\n')[0]}`).sort()).toEqual([
      'gx 取消了：应对气候变化能力建设培训班',
      'rg 不发：培训已取消',
      'rg 取消了：应对气候变化能力建设培训班',
    ])
    expect((await office.pressesOf(opens('cancel-sure'))).text).toContain('已经取消')
    expect((await rg.pressesOf(opens('accept'))).text).toContain('已经取消')
    expect(told.filter((it) => it.text.includes(`原因：${reason}`))).toHaveLength(2)
    expect((await rg.pressesOf(opens('details'))).text).toContain(`原因：${reason}`)
  })

  test('what is over is closed, and not changed any more', async () => {
    const { office, clock } = await filled()
    expect((await office.pressesOf(opens('close'))).text).toContain('还没有办完')
    clock.at = instantAt('2014-07-16', '09:00')
    expect(
      (await office.submits('trainings.basics', { ...basics, place: '包头' }, `${id}/1`)).text,
    ).toContain('已经办完，不能再改')
    expect((await office.pressesOf(opens('close'))).text).toContain('已结束')
    expect((await office.pressesOf(opens('close'))).text).toContain('已经结束了')
  })
})

describe('the roster', () => {
  test('organizers see all of it, a province its own, a zone its own, guests and others nothing', async () => {
    const { office, member, person, yx } = await filled()
    const seen = async (who: typeof office) => (await who.calls('roster', { training: '气候变化' })).text
    expect(await seen(office)).toMatchInlineSnapshot(`
      "应对气候变化能力建设培训班：名单（2）
      # | 姓名 | 单位 | 状态 | 签到
      1 | 张三 | 江苏省无锡市宜兴市 | 已录取 | 
      2 | 阿卜杜·买买提 | 江西省鹰潭市贵溪市 | 已录取 | 
      [名单.xlsx]"
    `)
    expect(await seen(await member('js', '江苏'))).not.toContain('买买提')
    expect(await seen(yx)).not.toContain('买买提')
    expect(await seen(await member('rg', '如皋'))).toContain('还没有人报名')
    expect(await seen(person('nobody'))).toContain('不能查看培训名单')
  })

  test('keeps where somebody was when they registered, and says where they are now', async () => {
    const { office, yx, codeFor } = await filled()
    await yx.says('退出联盟')
    await yx.presses('确定退出')
    await yx.calls('join', { code: await codeFor('如皋') })
    const { text } = await office.calls('roster', { training: id })
    expect(text).toContain('张三 | 江苏省无锡市宜兴市')
    expect(text).toContain('张三报名时在江苏省无锡市宜兴市，已经离开')
  })

  test('of 90 people has pages', async () => {
    const { office, store } = await filled({ capacity: 100 })
    const { seat } = await import('../../../../src/skills/trainings/plan.ts')
    const { ask, seatRules } = await import('../../../support/trainings.ts')
    for (let at = 0; at < 88; at += 1)
      await store.registrations.act(id, (hall) => seat(hall, ask(`m${at}`), seatRules(monday)), operator)
    expect((await office.calls('roster', { training: id })).text).toContain('第 1 页，共 3 页')
    expect((await office.presses('下一页')).text).toContain('第 2 页，共 3 页')
    const last = await office.presses('下一页')
    expect(last.buttons.map((it) => it.label)).toEqual(['上一页', '名单.xlsx'])
  })
})

describe('people moved by name', () => {
  test('a province names its people together and in order; a name that nobody bears is told, and nobody is named', async () => {
    const { member, store, waiting } = await trainingPeople([{ nomination: 'province', capacity: 1 }])
    await member('yx', '宜兴', { name: '张三' })
    await member('rg', '如皋', { name: '李四' })
    await member('gx', '贵溪', { name: '王五' })
    const province = await member('js', '江苏')
    const wrong = await province.calls('nominate', { training: id, names: '李四、王五、赵六' })
    expect(wrong.text).toContain('贵省的成员里没有王五、赵六')
    expect(await store.registrations.list()).toEqual([])
    expect(
      (await province.calls('nominate', { training: id, names: '李四、张三' })).text,
    ).toMatchInlineSnapshot(`
      "已推荐：应对气候变化能力建设培训班
      姓名 | 单位 | 现在
      李四 | 江苏省南通市如皋市 | 已录取
      张三 | 江苏省无锡市宜兴市 | 候补第 1 位"
    `)
    expect((await waiting()).map((it) => `${it.to} ${it.text.split('\n')[0]}`).sort()).toEqual([
      'rg 已录取：应对气候变化能力建设培训班',
      'yx 候补第 1 位：应对气候变化能力建设培训班',
    ])
    const zone = await member('yx2', '宜兴')
    expect((await zone.calls('nominate', { training: id, names: '张三' })).text).toContain('不能推荐人员')
  })

  test('two of one name are told apart by where they are', async () => {
    const { member } = await trainingPeople()
    await member('yx', '宜兴', { name: '张三' })
    await member('rg', '如皋', { name: '张三' })
    const province = await member('js', '江苏')
    expect((await province.calls('nominate', { training: id, names: '张三' })).text).toContain('同名的有几位')
    expect((await province.calls('nominate', { training: id, names: '张三（宜兴）' })).text).toContain(
      '已录取',
    )
  })

  test('taken out with a reason: the seat goes to the next, who is asked; the reason is kept', async () => {
    const { office, member, store, waiting } = await filled({ capacity: 2 })
    await (await member('rg', '如皋')).pressesOf(asks)
    const none = await office.submits('trainings.withdraw', { names: '张三' }, id)
    expect(none.text).toContain('没有写理由')
    const out = await office.submits('trainings.withdraw', { names: '张三', reason: '出差' }, id)
    expect(out.text).toContain('名额已给候补的 1 人')
    expect((await waiting()).map((it) => it.to).sort()).toEqual(['rg', 'yx'])
    const history = await store.registrations.history(id)
    expect(history.at(-2)).toMatchObject({ verb: 'withdrawn', stamp: { reason: '出差' } })
  })

  test('whoever came without registering is given a seat that is there, then marked', async () => {
    const { office, member, clock, store } = await filled({ capacity: 3 })
    await member('rg', '如皋', { name: '李四' })
    await member('rg2', '如皋', { name: '王五' })
    clock.at = instantAt('2014-07-14', '09:30')
    const marked = await office.submits('trainings.came', { names: '李四' }, id)
    expect(marked.text).toContain('名单上没有李四')
    const seated = await office.submits('trainings.seat', { names: '李四、王五', reason: '现场报名' }, id)
    expect(seated.text).toContain('没有空的名额，没有录取：王五')
    expect((await office.submits('trainings.came', { names: '李四、张三' }, id)).text).toContain('补签 2 人')
    const came = (await store.registrations.list()).filter((it) => it.attendedAt !== undefined)
    expect(came.map((it) => it.name).sort()).toEqual(['张三', '李四'])
  })

  test('seats set aside are released', async () => {
    const { office, member } = await trainingPeople([
      { capacity: 1, quotas: [{ of: 'province', who: '江西', seats: 1 }] },
    ]).then(async (house) => ({ ...house, office: await house.member('boss', '办公室') }))
    const yx = await member('yx', '宜兴')
    expect((await yx.pressesOf(asks)).text).toContain('候补第 1 位')
    expect((await office.pressesOf(opens('release'))).text).toContain('候补的 1 人得到名额')
    expect((await office.pressesOf(opens('release'))).text).toContain('已经放开了')
  })
})

describe('signing in', () => {
  const firstMorning = instantAt('2014-07-14', '08:50')

  test('by the code that is shown, once; a new one ends the old one', async () => {
    const { office, yx, clock, gx } = await filled()
    expect((await office.pressesOf(opens('code'))).text).toContain('今天不是')
    clock.at = firstMorning
    const shown = await office.pressesOf(opens('code'))
    const code = /签到码 (\d{4})/.exec(shown.text)?.[1] ?? ''
    expect((await yx.says(`签到 ${code}`)).text).toContain('已签到')
    expect((await yx.says(`签到${code}`)).text).toContain('已经签到过了')
    await office.presses('换一个')
    clock.at += 3 * 60_000
    expect((await gx.says(`签到 ${code}`)).text).toContain('签到码不对')
    expect((await office.calls('roster', { training: id })).text).toContain('2014-07-14 08:50')
  })

  test('five wrong ones within an hour are enough; an hour later it goes on', async () => {
    const { office, yx, clock } = await filled()
    clock.at = firstMorning
    const shown = await office.pressesOf(opens('code'))
    const code = /签到码 (\d{4})/.exec(shown.text)?.[1] ?? ''
    const wrong = code === '0000' ? '0001' : '0000'
    for (let left = 4; left >= 1; left -= 1)
      expect((await yx.says(`签到 ${wrong}`)).text).toContain(`还可以试 ${left} 次`)
    expect((await yx.says(`签到 ${wrong}`)).text).toContain('已经错了五次')
    expect((await yx.says(`签到 ${code}`)).text).toContain('错的次数太多了，2014-07-14 09:50 以后再试')
    clock.at += 3_600_000
    expect((await yx.says(`签到 ${code}`)).text).toContain('已签到')
  })

  test('without a seat the code is of no use', async () => {
    const { office, member, clock } = await filled()
    const rg = await member('rg', '如皋')
    clock.at = firstMorning
    const shown = await office.pressesOf(opens('code'))
    const code = /签到码 (\d{4})/.exec(shown.text)?.[1] ?? ''
    expect((await rg.says(`签到 ${code}`)).text).toContain('您没有「应对气候变化能力建设培训班」的名额')
  })
})

describe('who may not', () => {
  test.each(['outline', 'preview', 'cancel', 'cancel-sure', 'close', 'release', 'code', 'drop'])(
    '%s by another province is refused with a sentence',
    async (verb) => {
      const { member, store } = await filled()
      const province = await member('jx', '江西')
      expect((await province.pressesOf(opens(verb))).text).toMatch(/权限限于本单位/)
      expect((await store.trainings.find(id))?.revision).toBe(1)
    },
  )

  test('a button of a training that never was says so', async () => {
    const { office } = await filled()
    const { text } = await office.pressesOf({ action: 'trainings.cancel', value: 'gone' })
    expect(text).toContain('没有这个培训')
  })

  test('registration that is late, early, or of what is past is refused by name', async () => {
    const { member, clock } = await trainingPeople([
      { registration: { from: monday + day, until: monday + 2 * day } },
    ])
    const yx = await member('yx', '宜兴')
    const js = await member('js', '江苏')
    expect((await yx.pressesOf(asks)).text).toContain('还没有开始报名')
    expect((await js.calls('nominate', { training: id, names: 'yx' })).text).toContain('还没有开始报名')
    clock.at += 3 * day
    expect((await yx.pressesOf(asks)).text).toContain('已于 2014-06-25 09:00 截止')
    expect((await js.calls('nominate', { training: id, names: 'yx' })).text).toContain('截止')
    clock.at = instantAt('2014-07-20', '09:00')
    expect((await js.calls('nominate', { training: id, names: 'yx' })).text).toContain('已经开始')
  })
})
