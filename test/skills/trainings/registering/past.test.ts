import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../../src/core/local-date.ts'
import { operator } from '../../../support/duties.ts'
import { trainingPeople } from '../../../support/training-people.ts'

const press = (verb: string) => ({ action: `trainings.${verb}`, value: 'climate-2014' })

/** Somebody with a seat, on the day after the training. */
async function whenOver() {
  const people = await trainingPeople()
  const person = await people.member('yx', '宜兴')
  await person.pressesOf(press('ask'))
  const [own] = await people.store.registrations.list()
  people.clock.at = instantAt('2014-07-16', '10:00')
  return { ...people, person, member: own?.member ?? '' }
}

describe('when it is over', () => {
  test('whoever signed in takes their certificate, and nobody else', async () => {
    const { person, store, member, clock } = await whenOver()
    expect((await person.pressesOf(press('certificate'))).text).toContain('没有查到您的签到')
    await store.registrations.attend('climate-2014', member, { ...operator, at: clock.at })
    expect((await person.says('我参加过哪些培训')).text).toContain('已参加')
    const heard = await person.presses('证书')
    expect(heard.text).toMatch(/编号 2014-[0-9A-Z]{5}-[0-9A-Z]{5}/)
    expect(heard.text).toContain('.pdf]')
  })

  test('feedback is kept, the last one counts', async () => {
    const { person, store } = await whenOver()
    await person.calls('trainings', { view: 'past' })
    await person.submitsTo('填写反馈', { overall: '4' })
    expect((await person.submits('trainings.feedback', { overall: '5' }, 'climate-2014')).text).toContain(
      '谢谢',
    )
    expect((await store.registrations.feedback('climate-2014')).map((it) => it.answers)).toEqual([
      { overall: '5' },
    ])
  })

  test('feedback is for those who had a seat', async () => {
    const { member } = await trainingPeople()
    const other = await member('rg', '如皋')
    expect((await other.submits('trainings.feedback', { overall: '1' }, 'climate-2014')).text).toContain(
      '请参加过的人填写',
    )
  })
})
