import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { organizationsOf } from '../../src/skills/members/organizations.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { monday, provinces, zones } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const stamp = { who: 'operator', at: monday }
const slack = (user: string) => ({ platform: 'slack', space: 'T1', user })
const channel = { platform: 'slack', space: 'T1', channel: 'C1' }
const everything = organizationsOf(provinces, zones)

describe('organizations', () => {
  test('come from the register: one office, the experts, the provinces, every zone', async () => {
    await opened(async (store) => {
      expect(await store.organizations.keep(everything, stamp)).toEqual({ added: 7, changed: 0 })
      expect((await store.organizations.all()).map((it) => it.id)).toEqual([
        'office',
        'province-江苏',
        'province-江西',
        'jiangsu-rugao',
        'jiangsu-yixing',
        'jiangxi-guixi',
        'experts',
      ])
    })
  })

  test('kept again change nothing; a new name is taken over, and the audit has both', async () => {
    await opened(async (store) => {
      await store.organizations.keep(everything, stamp)
      expect(await store.organizations.keep(everything, stamp)).toEqual({ added: 0, changed: 0 })
      const renamed = everything.map((it) =>
        it.id === 'jiangsu-yixing' ? { ...it, name: '江苏省宜兴市' } : it,
      )
      expect(await store.organizations.keep(renamed, stamp)).toEqual({ added: 0, changed: 1 })
      expect(await store.organizations.find('jiangsu-yixing')).toMatchObject({
        name: '江苏省宜兴市',
        zone: 'jiangsu-yixing',
      })
      expect(await store.audit.list({ action: 'organization.change', most: 9 })).toMatchObject([
        {
          subject: 'jiangsu-yixing',
          before: { name: '江苏省无锡市宜兴市' },
          after: { name: '江苏省宜兴市' },
        },
      ])
    })
  })

  test('a second office, a zone without its register entry, a province twice are refused by the database', async () => {
    await opened(async (store) => {
      await store.organizations.keep(everything, stamp)
      const bad = [
        { id: 'office-2', kind: 'office', name: '第二办公室', alsoCalled: [] },
        { id: 'z', kind: 'zone', name: '无名', province: '江苏', alsoCalled: [] },
        { id: 'p', kind: 'province', name: '江苏厅', province: '江苏', alsoCalled: [] },
      ] as const
      for (const it of bad)
        await expect(store.organizations.keep([it], stamp)).rejects.toThrow('constraint failed')
      expect(await store.organizations.all()).toHaveLength(7)
    })
  })
})

describe('after a restart', () => {
  test('members, languages, codes, tries and channels are as they were', async () => {
    const file = await opened(async (store) => {
      await store.organizations.keep(everything, stamp)
      const organization = await store.organizations.find('jiangsu-yixing')
      await store.members.addAll(
        [{ id: 'M1', name: '张三', organization: 'jiangsu-yixing', identity: slack('U1') }],
        stamp,
      )
      await store.members.speak(slack('U1'), 'en', stamp)
      await store.members.speak(slack('U2'), 'en', stamp)
      await store.invitations.create(invitation('a'.repeat(64)), stamp)
      for (let tried = 0; tried < 5; tried += 1) await tries(store, 'U3', 'b'.repeat(64))
      if (organization) await store.bindings.bind({ channel, organization, answers: 'every' }, stamp)
    })
    await opened(async (store) => {
      expect(await store.members.whoIs(slack('U1'))).toEqual({
        locale: 'en',
        member: { id: 'M1', name: '张三' },
        organization: {
          id: 'jiangsu-yixing',
          kind: 'zone',
          name: '江苏省无锡市宜兴市',
          province: '江苏',
          zone: 'jiangsu-yixing',
        },
      })
      expect(await store.members.whoIs(slack('U2'))).toEqual({ locale: 'en' })
      expect(await store.members.whoIs(slack('U4'))).toBeUndefined()
      expect(await tries(store, 'U3', 'a'.repeat(64))).toEqual({ kind: 'locked', until: monday + 3_600_000 })
      expect(await tries(store, 'U4', 'a'.repeat(64))).toMatchObject({ kind: 'joined' })
      expect(await store.bindings.find(channel)).toMatchObject({
        organization: { id: 'jiangsu-yixing' },
        answers: 'every',
      })
    }, file)
  })

  test('whoever left is known no more, their account is forgotten, what they did still bears their name', async () => {
    await opened(async (store) => {
      await store.organizations.keep(everything, stamp)
      await store.members.addAll(
        [{ id: 'M1', name: '张三', organization: 'office', identity: slack('U1') }],
        stamp,
      )
      await store.bindings.bind({ channel, purpose: 'alliance', answers: 'mention' }, { ...stamp, who: 'M1' })
      expect(await store.members.leave('M1', 'member.leave', { ...stamp, who: 'M1' })).toBe(true)
      expect(await store.members.leave('M1', 'member.leave', { ...stamp, who: 'M1' })).toBe(false)
      expect(await store.members.whoIs(slack('U1'))).toBeUndefined()
      expect(await store.members.find('M1')).toBeUndefined()
      expect(await store.audit.list({ who: 'M1', most: 9 })).toMatchObject([
        { action: 'member.leave', name: '张三' },
        { action: 'channel.bind', name: '张三', after: { purpose: 'alliance', answers: 'mention' } },
      ])
    })
  })
})

describe('the audit', () => {
  test('cannot be changed, deleted or replaced, not even by hand in the database', async () => {
    const file = await opened(async (store) => {
      await store.audit.record(
        { action: 'zone.change', subject: 'jiangsu-yixing', before: 2008, after: 2009 },
        stamp,
      )
    })
    const raw = new Database(file)
    const refused = 'the audit is append-only'
    expect(() => raw.exec("UPDATE audit SET who = 'nobody'")).toThrow(refused)
    expect(() => raw.exec('DELETE FROM audit')).toThrow(refused)
    const row = "(id, at, who, action, subject) VALUES (1, 0, 'x', 'x', 'x')"
    expect(() => raw.exec(`INSERT OR REPLACE INTO audit ${row}`)).toThrow(refused)
    expect(() => raw.exec(`INSERT INTO audit ${row} ON CONFLICT DO UPDATE SET who = 'x'`)).toThrow(refused)
    raw.close()
    await opened(async (store) => {
      expect(await store.audit.list({ most: 9 })).toEqual([
        {
          id: 1,
          at: monday,
          who: 'operator',
          action: 'zone.change',
          subject: 'jiangsu-yixing',
          before: 2008,
          after: 2009,
        },
      ])
    }, file)
  })

  test('is filtered by time, action, person and organization, newest first', async () => {
    await opened(async (store) => {
      for (const [at, who, action, organization] of [
        [1, 'a', 'zone.change', 'x'],
        [2, 'b', 'member.join', 'x'],
        [3, 'a', 'member.leave', 'y'],
      ] as const)
        await store.audit.record({ action, subject: 's', organization }, { at, who })
      const ids = async (filter: object) =>
        (await store.audit.list({ most: 9, ...filter })).map((it) => it.at)
      expect(await ids({})).toEqual([3, 2, 1])
      expect(await ids({ most: 1 })).toEqual([3])
      expect(await ids({ since: 2, until: 3 })).toEqual([2])
      expect(await ids({ action: 'member.' })).toEqual([3, 2])
      expect(await ids({ action: 'member_' })).toEqual([])
      expect(await ids({ who: 'a' })).toEqual([3, 1])
      expect(await ids({ organizations: ['x'] })).toEqual([2, 1])
      expect(await ids({ organizations: [] })).toEqual([])
    })
  })

  test('is written with the change or not at all', async () => {
    await opened(async (store) => {
      await store.organizations.keep(everything, stamp)
      const before = await store.audit.list({ most: 99 })
      const twice = [invitation('a'.repeat(64)), { ...invitation('a'.repeat(64)), id: 'I2' }]
      await store.invitations.create(twice[0] ?? invitation(''), stamp)
      await expect(store.invitations.create(twice[1] ?? invitation(''), stamp)).rejects.toThrow('UNIQUE')
      expect(await store.audit.list({ most: 99 })).toHaveLength(before.length + 1)
    })
  })
})

describe('two copies on one store', () => {
  test('a code of one use lets one person in, whichever copy they ask', async () => {
    const file = await opened(async (store) => {
      await store.organizations.keep(everything, stamp)
      await store.invitations.create(invitation('a'.repeat(64)), stamp)
    })
    const copies = await Promise.all([openStore(file), openStore(file)])
    // One after the other: inside one process the copy that waits for the lock would keep the other from letting go.
    const kinds: string[] = []
    for (const [at, user] of ['U1', 'U2', 'U3', 'U4'].entries())
      kinds.push((await tries(copies[at % 2] ?? copies[0], user, 'a'.repeat(64))).kind)
    expect(kinds).toEqual(['joined', 'refused', 'refused', 'refused'])
    for (const copy of copies) await copy.close()
  })
})

const invitation = (codeHash: string) => ({
  id: 'I1',
  codeHash,
  to: { organization: 'jiangsu-yixing' },
  uses: 1,
  expiresAt: monday + 86_400_000,
})

const tries = (store: Store, user: string, codeHash: string) =>
  store.invitations.redeem({ codeHash, identity: slack(user), as: { id: `M-${user}`, name: user } }, stamp)

/** Opens a store, lets it be worked with, and closes it. @returns its file, to be opened again */
async function opened(work: (store: Store) => Promise<void>, file = join(temporaryFolder(), 'alliance.db')) {
  const store = await openStore(file)
  try {
    await work(store)
  } finally {
    await store.close()
  }
  return file
}
