import { beforeEach, describe, expect, test } from 'vitest'
import type { Introduction, MatchOutcome } from '../../../src/core/introduction.ts'
import { pastOf } from '../../../src/skills/matchmaking/suggesting/past.ts'
import type { Talker } from '../../support/conversation.ts'
import { buttonOf, type MatchPeople, matchPeople } from '../../support/matches.ts'

const day = 86_400_000

describe('what came of an introduction teaches the next suggestion', () => {
  let house: MatchPeople
  let yixing: Talker

  beforeEach(async () => {
    house = await matchPeople()
    yixing = await house.member('wang', 'jiangsu-yixing')
    const guixi = await house.member('li', 'jiangxi-guixi')
    await yixing.says('我们想治重金属污染的土壤，有没有做过的？')
    await yixing.presses('发布')
    await yixing.presses('找伙伴')
    await yixing.presses('想认识')
    await guixi.pressesOf(buttonOf(await house.heard('D-li'), '愿意认识'))
    await house.beat()
    house.clock.at += 15 * day
  })

  async function ended(given: Readonly<Record<string, string>>): Promise<string> {
    const { opens = '', value } = buttonOf(await house.heard('D-wang'), '有结果了')
    return (await yixing.submits(opens, given, value)).text
  }
  const suggested = async () => (await yixing.calls('match', { profile: 'id1' })).text

  test('what failed for a reason of the two is not suggested again, to neither side', async () => {
    expect(await ended({ kind: 'nothing', why: 'conditions', note: '我们的土是酸性的' })).toContain(
      '没有结果',
    )
    expect(await suggested()).not.toContain('贵溪市')
    const guixi = house.person('li')
    expect((await guixi.calls('match', { profile: 'guixi-soil' })).text).not.toContain('宜兴市')
  })

  test('what failed for want of time is suggested again, with what it failed for and when', async () => {
    await ended({ kind: 'nothing', why: 'time' })
    expect(await suggested()).toMatch(/贵溪市[\s\S]*你们 2014-07-\d\d 谈过，当时没有成：没有时间、人手/)
  })

  test('something that came of an offer speaks for it, without a name of who it was', async () => {
    await ended({ kind: 'memorandum' })
    const rugao = await house.member('zhao', 'jiangsu-rugao')
    await rugao.says('我们想治重金属污染的农田，有没有做过的？')
    await rugao.presses('发布')
    const { text } = await rugao.presses('找伙伴')
    expect(text).toMatch(/贵溪市：重金属[\s\S]*已经有过 1 次结果/)
    const [its = ''] = text.split('———')
    expect(its).not.toContain('宜兴市')
  })

  test('nothing without a reason is asked for one, and the office sees why, by reason', async () => {
    expect(await ended({ kind: 'nothing' })).toContain('请选一个原因')
    expect(await ended({ kind: 'nothing', why: 'other' })).toContain('请写一句为什么')
    await ended({ kind: 'nothing', why: 'terms', note: '设备太贵' })
    const office = await house.member('boss', 'office')
    const { text } = await office.calls('match', { view: 'figures' })
    expect(text).toContain('费用、权益谈不拢：1 件；设备太贵')
  })
})

describe('the record of an offer', () => {
  const ended = (offer: string, outcome: Pick<MatchOutcome, 'kind' | 'why'>, at = 0): Introduction => ({
    id: `${offer}${at}`,
    need: `n${at}`,
    offer,
    from: 'a',
    to: 'b',
    state: 'concluded',
    since: at,
    askedAt: at,
    consents: [],
    outcome: { ...outcome, by: 'a', at },
    revision: 1,
  })

  test('falls with what failed for good, not with want of time; nobody is judged untried', () => {
    const past = pastOf([
      ended('good', { kind: 'project' }),
      ended('poor', { kind: 'nothing', why: 'terms' }, 1),
      ended('poor', { kind: 'nothing', why: 'conditions' }, 2),
      ended('busy', { kind: 'nothing', why: 'time' }, 3),
    ])
    expect(past.record('good')).toBe(1)
    expect(past.record('poor')).toBeCloseTo(1 / 3)
    expect(past.record('busy')).toBeUndefined()
    expect(past.record('never tried')).toBeUndefined()
    expect(past.failed('n1', 'poor')).toBe(true)
    expect(past.failed('n3', 'busy')).toBe(false)
    expect(past.again('n3', 'busy')).toMatchObject({ why: 'time' })
  })
})
