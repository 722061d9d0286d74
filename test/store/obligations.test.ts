import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { acceptance, operator, owed, withDuties } from '../support/duties.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const yixing = 'acceptance/jiangsu-yixing/2014'
const zone = { who: 'M1', at: operator.at + 1, where: { platform: 'slack', space: 'T1', channel: 'C1' } }
const later = { ...operator, at: operator.at + 60_000 }
const opened = async () => withDuties(await temporaryStore())

describe('what the rules make', () => {
  test('arises once, however often they are looked at', async () => {
    const { obligations } = await opened()
    const wanted = [owed('jiangsu-yixing'), owed('jiangxi-guixi')]
    expect(await obligations.reconcile({ duties: ['acceptance'], owed: wanted }, later)).toEqual({
      arisen: 0,
      moved: 0,
      lapsed: 0,
    })
    expect(await obligations.list()).toMatchObject([
      { id: yixing, due: '2014-06-30', state: 'open', since: operator.at, changedAt: operator.at },
      { id: 'acceptance/jiangxi-guixi/2014' },
    ])
  })

  test('moves with the rule while it is unfinished; what was filed stays as it was', async () => {
    const { obligations } = await opened()
    await obligations.change(yixing, { verb: 'file' }, ['open'], zone)
    const wanted = [owed('jiangsu-yixing', '2014-07-15'), owed('jiangxi-guixi', '2014-07-15')]
    expect(await obligations.reconcile({ duties: ['acceptance'], owed: wanted }, later)).toMatchObject({
      moved: 1,
    })
    expect(await obligations.find(yixing)).toMatchObject({ due: '2014-06-30', state: 'filed' })
    expect(await obligations.find('acceptance/jiangxi-guixi/2014')).toMatchObject({
      due: '2014-07-15',
      since: later.at,
      changedAt: later.at,
    })
  })

  test('keeps an extension until the rule gives more time than that', async () => {
    const { obligations } = await opened()
    const longer = { verb: 'extend', until: '2014-07-31', reason: '洪水' } as const
    await obligations.change(yixing, longer, ['open'], zone)
    const rule = async (due: string) => {
      const wanted = [owed('jiangsu-yixing', due), owed('jiangxi-guixi', due)]
      await obligations.reconcile({ duties: ['acceptance'], owed: wanted }, later)
      return obligations.find(yixing)
    }
    expect(await rule('2014-06-30')).toMatchObject({ due: '2014-07-31', originally: '2014-06-30' })
    expect(await rule('2014-07-10')).toMatchObject({ due: '2014-07-31', originally: '2014-07-10' })
    const moved = await rule('2014-08-31')
    expect(moved).toMatchObject({ due: '2014-08-31', reason: '洪水' })
    expect(moved).not.toHaveProperty('originally')
  })

  test('lapses when no rule makes it any more, and arises again when one does', async () => {
    const { obligations } = await opened()
    const wanted = [owed('jiangxi-guixi')]
    expect(await obligations.reconcile({ duties: ['acceptance'], owed: wanted }, later)).toMatchObject({
      lapsed: 1,
    })
    expect(await obligations.find(yixing)).toMatchObject({ state: 'waived', lapsed: true })
    const again = { ...later, at: later.at + 1 }
    const both = [...wanted, owed('jiangsu-yixing')]
    expect(await obligations.reconcile({ duties: ['acceptance'], owed: both }, again)).toMatchObject({
      arisen: 1,
      lapsed: 0,
    })
    const back = await obligations.find(yixing)
    expect(back).toMatchObject({ state: 'open', since: again.at })
    expect(back).not.toHaveProperty('lapsed')
    expect((await obligations.history(yixing)).map((it) => it.verb)).toEqual(['arise', 'lapse', 'arise'])
  })

  test('is not given back to those whom the office has let off', async () => {
    const { obligations } = await opened()
    await obligations.change(yixing, { verb: 'waive', reason: '已撤销' }, ['open'], operator)
    const wanted = [owed('jiangsu-yixing'), owed('jiangxi-guixi')]
    expect(await obligations.reconcile({ duties: ['acceptance'], owed: wanted }, later)).toMatchObject({
      arisen: 0,
    })
    expect(await obligations.find(yixing)).toMatchObject({ state: 'waived', reason: '已撤销' })
  })

  test('leaves the obligations of other duties alone', async () => {
    const store = await opened()
    await store.duties.keep([{ ...acceptance, id: 'survey' }], operator)
    const survey = { ...owed('jiangsu-rugao'), duty: 'survey' }
    expect(await store.obligations.reconcile({ duties: ['survey'], owed: [survey] }, later)).toMatchObject({
      arisen: 1,
      lapsed: 0,
    })
    expect(await store.obligations.list({ duty: 'acceptance', states: ['open'] })).toHaveLength(2)
  })
})

describe('what people do about it', () => {
  test('happens once, however often the button is pressed', async () => {
    const { obligations, audit } = await opened()
    expect(await obligations.change(yixing, { verb: 'file' }, ['open', 'preparing'], zone)).toMatchObject({
      changed: true,
      obligation: { state: 'filed', changedAt: zone.at },
    })
    expect(await obligations.change(yixing, { verb: 'file' }, ['open', 'preparing'], zone)).toMatchObject({
      changed: false,
      obligation: { state: 'filed' },
    })
    expect(await obligations.history(yixing)).toHaveLength(2)
    expect(await audit.list({ action: 'obligation.file', most: 9 })).toMatchObject([
      { who: 'M1', organization: 'jiangsu-yixing', before: { state: 'open' }, after: { state: 'filed' } },
    ])
  })

  test('two who press at the same time do one thing', async () => {
    const { obligations } = await opened()
    const press = () => obligations.change(yixing, { verb: 'confirm' }, ['open', 'filed'], zone)
    const pressed = await Promise.all([press(), press(), press()])
    expect(pressed.filter((it) => it?.changed)).toHaveLength(1)
  })

  test('leaves a history with who, when, in which chat, and why', async () => {
    const { obligations } = await opened()
    await obligations.change(yixing, { verb: 'file' }, ['open'], zone)
    await obligations.change(yixing, { verb: 'send-back', reason: '缺少盖章' }, ['filed'], later)
    expect(await obligations.history(yixing)).toEqual([
      { obligation: yixing, verb: 'arise', after: { state: 'open', due: '2014-06-30' }, stamp: operator },
      {
        obligation: yixing,
        verb: 'file',
        before: { state: 'open', due: '2014-06-30' },
        after: { state: 'filed', due: '2014-06-30' },
        stamp: zone,
      },
      {
        obligation: yixing,
        verb: 'send-back',
        before: { state: 'filed', due: '2014-06-30' },
        after: { state: 'preparing', due: '2014-06-30' },
        reason: '缺少盖章',
        stamp: later,
      },
    ])
  })

  test('begins its ladder anew where it gets another date or is opened again, and not where work goes on', async () => {
    const { obligations } = await opened()
    const prepared = await obligations.change(yixing, { verb: 'prepare' }, ['open'], later)
    expect(prepared?.obligation.since).toBe(operator.at)
    const extension = { verb: 'extend', until: '2014-07-15', reason: '材料待补' } as const
    const extended = await obligations.change(yixing, extension, ['preparing'], later)
    expect(extended?.obligation.since).toBe(later.at)
  })

  test('is unknown where there is no such obligation', async () => {
    const { obligations } = await opened()
    expect(await obligations.change('nobody', { verb: 'file' }, ['open'], zone)).toBeUndefined()
  })
})

test('the database itself refuses to change, delete or replace an entry of the history', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const store = await withDuties(await openStore(file))
  await store.close()
  const sqlite = new Database(file)
  for (const statement of [
    "UPDATE obligation_events SET who = 'somebody'",
    'DELETE FROM obligation_events',
    'REPLACE INTO obligation_events SELECT * FROM obligation_events',
  ])
    expect(() => sqlite.exec(statement)).toThrow('append-only')
  sqlite.close()
})

test('a command beside the running bot waits for its turn instead of failing', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const [bot, command] = [await withDuties(await openStore(file)), await openStore(file)]
  const both = [owed('jiangsu-yixing'), owed('jiangxi-guixi')]
  const rounds = Array.from({ length: 40 }, (_, n) => [
    bot.obligations.reconcile({ duties: ['acceptance'], owed: n % 2 ? both : both.slice(1) }, later),
    command.obligations.change(yixing, { verb: n % 2 ? 'reopen' : 'prepare' }, ['open', 'preparing'], zone),
  ])
  await expect(Promise.all(rounds.flat())).resolves.toHaveLength(80)
  await bot.close()
  await command.close()
})
