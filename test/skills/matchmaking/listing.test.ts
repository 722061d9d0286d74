import { beforeEach, describe, expect, test } from 'vitest'
import { instantAt } from '../../../src/core/local-date.ts'
import type { Talker } from '../../support/conversation.ts'
import { buttonOf, type MatchPeople, matchPeople } from '../../support/matches.ts'
import { printedOf } from '../../support/printed.ts'

const day = 86_400_000
const soil = '我们有 3000 亩农田重金属超标，想找改良和种植的办法'

let house: MatchPeople
let yixing: Talker
let guixi: Talker

beforeEach(async () => {
  house = await matchPeople()
  yixing = await house.member('wang', 'jiangsu-yixing')
  guixi = await house.member('li', 'jiangxi-guixi')
})

const write = (who: Talker, values: Readonly<Record<string, string>>, kind = 'need') =>
  who.submits('matchmaking.write', values, kind)

describe('writing', () => {
  test('two forms make a need; what is not filled in is read out of the words', async () => {
    const draft = await write(yixing, { title: '治农田重金属', what: soil, setting: '矿区' })
    expect(draft.text).toContain('领域：重金属污染治理')
    expect(draft.text).toContain('矿区')
    const more = await yixing.submitsTo('补充', {
      open: 'visits helps',
      shown: '本省',
      until: '2014年12月31日',
    })
    expect(more.text).toContain('愿接待考察、对口支援')
    expect(more.text).toContain('本省')
    expect(more.text).toContain('2014-12-31')
    expect((await yixing.presses('发布')).text).toContain('需求已发布')
  })

  test('a draft is had as a Word file to pass round: what was said, and what is missing; by its owner alone', async () => {
    const { buttons } = await write(yixing, { title: '治农田重金属', what: soil })
    const { files, private: alone, text } = await yixing.presses('存成 Word')
    expect(alone).toBe(true)
    expect(text).toContain('只给贵单位看')
    expect(files[0]?.name).toBe('治农田重金属（草稿）.docx')
    expect(await printedOf(files[0])).toMatch(
      /【草稿】[\s\S]*治农田重金属[\s\S]*宜兴市[\s\S]*3000 亩农田重金属超标[\s\S]*重金属污染治理[\s\S]*【待填】联系人/u,
    )
    const press = buttonOf({ buttons }, '存成 Word')
    expect((await guixi.pressesOf(press)).files).toEqual([])
    expect((await house.store.profiles.find('id1'))?.state).toBe('draft')
  })

  test('what cannot be understood is named, field by field, and nothing is changed', async () => {
    await write(yixing, { what: soil })
    const told = await yixing.submitsTo('补充', { shown: '宜兴市、不存在市', until: '明年春天' })
    expect(told.text).toContain('给谁看「不存在市」')
    expect(told.text).toContain('有效到「明年春天」')
    expect((await house.store.profiles.find('id1'))?.visibility).toBe('alliance')
  })

  test('a word is too little, a report too much, a twin one too many', async () => {
    await write(yixing, { what: '土壤' })
    expect((await yixing.presses('发布')).text).toContain('至少再写 4 个字')
    const report = await write(yixing, { what: soil.repeat(800) })
    expect(report.text).toContain('没有人会在聊天里读完')
    expect(report.text.length).toBeLessThan(600)
    expect((await yixing.presses('发布')).text).toContain('还不能发布')
    await write(yixing, { what: soil })
    await yixing.presses('发布')
    await write(yixing, { what: soil })
    expect((await yixing.presses('发布')).text).toContain('一模一样')
    // Another zone may well have the same need.
    await write(guixi, { what: soil })
    expect((await guixi.presses('发布')).text).toContain('需求已发布')
  })

  test('telephone and ID numbers are warned about, and only go out without', async () => {
    const what = `${soil}，联系人老王 13812345678，身份证 32028219700101123X`
    const draft = await write(yixing, { what })
    expect(draft.text).toContain('里面有电话、身份证号或邮箱')
    expect(draft.buttons.map((it) => it.label)).toEqual(['去掉号码后发布', '修改', '不发了'])
    expect((await yixing.pressesOf({ action: 'matchmaking.publish', value: 'id1' })).text).toContain(
      '还不能发布',
    )
    expect((await house.store.profiles.find('id1'))?.state).toBe('draft')
    await yixing.pressesOf({ action: 'matchmaking.tidy', value: 'id1' })
    const published = await house.store.profiles.find('id1')
    expect(published?.state).toBe('published')
    expect(published?.what).toContain('［手机号］')
    expect(published?.what).not.toMatch(/138|320282/)
  })

  test('a guest who says what they would like is answered as anybody with a question', async () => {
    const guest = house.person('nobody')
    expect((await guest.says('我们想治重金属污染的土壤，有没有做过的？')).text).toMatch(/^问：我们想治/)
    expect((await guest.calls('needs')).text).toContain('还没有加入')
    expect((await guest.submits('matchmaking.write', { what: soil }, 'need')).text).toContain('还没有加入')
    expect(await house.store.profiles.list({ states: ['draft'] })).toEqual([])
  })
})

test('what is published stays fit to be seen: an edit that puts a number in takes it back to a draft', async () => {
  await write(yixing, { what: soil })
  await yixing.presses('发布')
  const edited = await yixing.submitsTo('修改', { what: `${soil}，电话 0510-87654321` })
  expect(edited.text).toContain('里面有电话')
  expect((await house.store.profiles.find('id1'))?.state).toBe('draft')
})

test('the phrase that asks around is no content, and what is of no field is not published before it has one', async () => {
  const draft = await yixing.says('我们想治鱼，有没有做过的？')
  expect(draft.text).toContain('内容太短')
  expect(draft.text).toContain('没有看出是哪个领域')
  expect((await yixing.presses('发布')).text).toContain('还不能发布')
  const longer = await yixing.submits(
    'matchmaking.write',
    { what: '我们想治一种长不大的怪鱼，有没有做过的？' },
    'id1',
  )
  expect(longer.text).not.toContain('内容太短')
  expect((await yixing.presses('发布')).text).toContain('没有看出是哪个领域')
  await yixing.submits('matchmaking.write', { field: '渔业水产' }, 'id1')
  expect((await yixing.pressesOf({ action: 'matchmaking.publish', value: 'id1' })).text).toContain(
    '需求已发布',
  )
  // Four characters that name their field are a need.
  await yixing.says('我们想治盐碱地，有做过的吗？')
  expect((await yixing.presses('发布')).text).toContain('需求已发布')
})

test('of more than five one’s own, the rest are a button further on', async () => {
  // Three are told of in the documents.
  for (const at of [1, 2, 3]) {
    await write(yixing, { title: `第 ${at} 块地`, what: `${soil}，第 ${at} 块` })
    await yixing.presses('发布')
  }
  const first = await yixing.calls('match', {})
  expect(first.buttons.map((it) => it.label).at(-1)).toBe('后面还有 1 条')
  const rest = await yixing.presses('后面还有 1 条')
  expect(rest.buttons).toHaveLength(1)
  expect(first.buttons.map((it) => it.label)).not.toContain(rest.buttons[0]?.label)
})

test('whoever has requests to answer sees on each button whose it is', async () => {
  await write(yixing, { title: '治农田重金属', what: soil })
  await yixing.presses('发布')
  await yixing.pressesOf({ action: 'matchmaking.meet', value: 'id1/guixi-soil' })
  const { buttons } = await guixi.calls('match', { view: 'introductions' })
  expect(buttons.map((it) => it.label)).toEqual([
    '愿意认识：江苏省无锡市宜兴市',
    '这次不方便：江苏省无锡市宜兴市',
  ])
})

describe('who sees what', () => {
  test('a profile that is not theirs is refused in the words for one that does not exist', async () => {
    await write(yixing, { what: soil })
    await yixing.submitsTo('补充', { shown: '如皋市' })
    await yixing.presses('发布')
    const presses = ['publish', 'archive', 'renew'].map((verb) => `matchmaking.${verb}`)
    for (const action of presses) {
      const real = await guixi.pressesOf({ action, value: 'id1' })
      expect(real.text).toBe((await guixi.pressesOf({ action, value: 'invented' })).text)
      expect(real.text).toContain('没有找到这条资料')
    }
    expect((await guixi.calls('match', { profile: 'id1' })).text).toContain('没有找到这条资料')
    const meet = { action: 'matchmaking.meet', value: 'id1/guixi-soil' }
    expect((await guixi.pressesOf(meet)).text).toContain('没有找到这条资料')
    expect((await guixi.calls('needs')).text).not.toContain('3000 亩')
    const rugao = await house.member('zhao', 'jiangsu-rugao')
    expect((await rugao.calls('needs')).text).toContain('3000 亩')
  })

  test('another zone’s profile is read in full, with the document that tells of it', async () => {
    await write(yixing, { what: soil })
    await yixing.presses('发布')
    const partners = await yixing.presses('找伙伴')
    expect(partners.text).toMatch(/出处：.+ 三、/)
    const whole = await yixing.presses('看全文')
    expect(whole.text).toContain('供给：')
    expect(whole.text).toContain('能源草')
    expect(whole.text).toMatch(/三、5/)
    expect(whole.private).toBe(true)
    expect((await yixing.calls('match', { profile: 'guixi-soil' })).text).toBe(whole.text)
    expect((await guixi.pressesOf({ action: 'matchmaking.whole', value: 'id1' })).text).toContain('3000 亩')
    // A draft is its owner's alone, and as good as not there.
    await write(yixing, { what: `${soil}，另一片` })
    const draft = await guixi.pressesOf({ action: 'matchmaking.whole', value: 'id2' })
    expect(draft.text).toBe((await guixi.pressesOf({ action: 'matchmaking.whole', value: 'invented' })).text)
  })

  test('what is for the province is seen there, drafts by nobody else', async () => {
    const rugao = await house.member('zhao', 'jiangsu-rugao')
    await write(yixing, { what: soil })
    expect((await yixing.calls('needs')).text).toContain('（草稿）')
    expect((await rugao.calls('needs')).text).not.toContain('3000 亩')
    await yixing.pressesOf({ action: 'matchmaking.publish', value: 'id1' })
    await yixing.submits('matchmaking.more', { shown: '本省' }, 'id1')
    expect((await rugao.calls('needs')).text).toContain('3000 亩')
    expect((await guixi.calls('needs')).text).not.toContain('3000 亩')
  })

  test('whoever sits at the terminal is the office, and sees and writes as it does', async () => {
    const operator = house.person('root', { from: { platform: 'console', space: 'terminal' } })
    expect((await operator.calls('offers')).text).toContain('环境医院')
    expect((await operator.says('我们想治重金属污染的土壤，有没有做过的？')).text).toContain('需求草稿')
    // Consent is a person's, and nobody in particular sits there.
    const meet = { action: 'matchmaking.meet', value: 'id1/guixi-soil' }
    expect((await operator.pressesOf(meet)).text).toContain('终端代表办公室')
  })

  test('lists are narrowed by field and by organization', async () => {
    const soils = await yixing.calls('offers', { about: '土壤修复' })
    expect(soils.text).toContain('贵溪')
    expect(soils.text).not.toContain('科技金融')
    const ours = await yixing.calls('offers', { organization: '宜兴市' })
    expect(ours.text).toContain('环境医院')
    expect(ours.text).not.toContain('贵溪')
  })
})

describe('what is told unasked', () => {
  /** 24 June 2014, 10:00: a workday. */
  const morning = instantAt('2014-06-24', '10:00')

  test('a new need is told, once, in the morning, to those whose offers fit', async () => {
    await write(yixing, { what: soil })
    await yixing.presses('发布')
    house.clock.at = instantAt('2014-06-24', '08:30')
    await house.beat()
    expect(house.slack.posted).toEqual([])
    house.clock.at = morning
    const told = await house.heard('D-li')
    expect(told.text).toContain('有新的需求或供给和贵单位合得上')
    expect(told.text).toContain('宜兴市')
    house.clock.at += day
    await house.beat()
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toHaveLength(1)
    expect((await guixi.pressesOf(buttonOf(told, '想认识'))).text).toContain('已去问')
  })

  test('once a day and in the morning, however much is new: what comes later, the next workday', async () => {
    const heard = () => house.slack.posted.filter((it) => it.channel === 'D-li').length
    const publish = async (what: string) => {
      await write(yixing, { what })
      await yixing.presses('发布')
      await house.beat()
    }
    house.clock.at = morning
    await publish(soil)
    expect(heard()).toBe(1)
    house.clock.at += 60_000
    await publish(`${soil}，尤其是稻田`)
    expect(heard()).toBe(1)
    house.clock.at = instantAt('2014-06-25', '14:00')
    await house.beat()
    expect(heard()).toBe(1)
    house.clock.at = instantAt('2014-06-26', '09:00')
    await house.beat()
    expect(heard()).toBe(2)
  })

  test('of many new ones at once, when the partners of all have been found', async () => {
    house.clock.at = morning
    const [mine] = await house.store.profiles.list({ owner: 'jiangxi-guixi' })
    if (!mine) throw new Error('no row')
    const many = Array.from({ length: 45 }, (_, at) => ({
      ...mine,
      id: `many-${at}`,
      kind: 'need' as const,
      owner: 'jiangsu-yixing',
      title: `${mine.title} ${at}`,
    }))
    await house.store.profiles.addAll(many, 'import', { who: 'operator', at: house.clock.now() })
    for (let beat = 1; beat <= 4; beat++) {
      await house.beat()
      house.clock.at += 60_000
    }
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toHaveLength(1)
    expect(await house.store.profiles.untold()).toEqual([])
  })

  test('not those who do not want to hear of it, nor those who blocked each other', async () => {
    await guixi.pressesOf({ action: 'matchmaking.digest', value: 'off' })
    await write(yixing, { what: soil })
    await yixing.presses('发布')
    house.clock.at = morning
    await house.beat()
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toEqual([])
    await guixi.pressesOf({ action: 'matchmaking.digest', value: 'on' })
    await guixi.submits('matchmaking.block-list', { organization: '宜兴市' })
    await write(yixing, { what: `${soil}，尤其是稻田` })
    await yixing.presses('发布')
    house.clock.at += day
    await house.beat()
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toEqual([])
  })

  test('later to those who want quiet up to a day', async () => {
    expect((await guixi.submits('matchmaking.quiet', { until: '2014-06-01' })).text).toContain('已经过了')
    await guixi.submits('matchmaking.quiet', { until: '2014-06-30' })
    await write(yixing, { what: soil })
    await yixing.presses('发布')
    house.clock.at = morning
    await house.beat()
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toEqual([])
    house.clock.at = instantAt('2014-07-01', '09:01')
    expect((await house.heard('D-li')).text).toContain('合得上')
  })

  test('what ends is asked about, renewed for a year or archived', async () => {
    await write(yixing, { what: soil })
    await yixing.submitsTo('补充', { until: '2014-07-31' })
    await yixing.presses('发布')
    house.clock.at = instantAt('2014-07-17', '09:00')
    const asked = await house.heard('D-wang')
    expect(asked.text).toContain('有效到 2014-07-31')
    expect((await yixing.pressesOf(buttonOf(asked, '还需要，续一年'))).text).toContain('2015-07-17')
    house.clock.at = instantAt('2015-07-20', '09:00')
    expect((await house.heard('D-wang')).text).toContain('2015-07-17 到期，已归档')
    expect((await house.store.profiles.find('id1'))?.state).toBe('archived')
    expect((await guixi.calls('needs')).text).not.toContain('3000 亩')
  })
})

describe('what a document tells', () => {
  const until = '2015-06-01'
  const told = async () => {
    const [it] = await house.store.profiles.list({ owner: 'jiangxi-guixi', kinds: ['offer'] })
    if (!it) throw new Error('the documents tell nothing of 贵溪')
    const dated = { ...it, id: 'told', title: '粉煤灰制砖', validUntil: until }
    await house.store.profiles.addAll([dated], 'seed', { who: 'seed', at: house.clock.at })
  }

  test('does not vanish where nobody has confirmed it: it stays listed with its year, and its owner is asked', async () => {
    await told()
    house.clock.at = instantAt('2015-07-20', '09:00')
    expect((await house.heard('D-li')).text).toMatch(/「粉煤灰制砖」（截至 2014 年），还没有人确认过/)
    const listed = (await yixing.calls('offers', { organization: '贵溪' })).text
    expect(listed).toMatch(/粉煤灰制砖.*2014 年文件里说的，还没有人确认/)
    await guixi.pressesOf({ action: 'matchmaking.renew', value: 'told' })
    expect((await yixing.calls('match', { profile: 'told' })).text).toMatch(/有效到.*2016-07-20/)
    house.clock.at = instantAt('2016-07-25', '09:00')
    await house.beat()
    expect((await house.store.profiles.find('told'))?.state).toBe('archived')
  })
})

describe('suggestions put aside', () => {
  test('for good, or for a month', async () => {
    await write(yixing, { what: soil })
    await yixing.presses('发布')
    expect((await yixing.calls('match', { profile: 'id1' })).text).toContain('贵溪市')
    const guixis = (await house.store.profiles.list({ owner: 'jiangxi-guixi' })).map((it) => it.id)
    for (const id of guixis) await yixing.pressesOf({ action: 'matchmaking.later', value: `id1/${id}` })
    expect((await yixing.calls('match', { profile: 'id1' })).text).not.toContain('贵溪市：')
    house.clock.at += 31 * day
    expect((await yixing.calls('match', { profile: 'id1' })).text).toContain('贵溪市：')
    for (const id of guixis) await yixing.pressesOf({ action: 'matchmaking.unfit', value: `id1/${id}` })
    house.clock.at += 100 * day
    expect((await yixing.calls('match', { profile: 'id1' })).text).not.toContain('贵溪市：')
  })
})
