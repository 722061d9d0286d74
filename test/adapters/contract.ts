import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Adapter, DeliveryError, type Receive } from '../../src/core/adapter.ts'
import { guest } from '../../src/core/caller.ts'
import { silentLog } from '../../src/core/log.ts'
import { reply, withFiles } from '../../src/core/reply.ts'
import { makeRouter } from '../../src/core/router.ts'
import type { Skill } from '../../src/core/skill.ts'
import { makeTrySkill, paper } from '../support/skills.ts'
import { temporaryStore } from '../support/store.ts'

/** A reply as a person sees it on the platform. */
export interface Seen {
  readonly text: string
  /** Only the person who asked sees it. */
  readonly private: boolean
  readonly buttons: readonly string[]
}

/** A person on the platform, in front of the real adapter. Each platform's test writes one. */
export interface Person {
  /** Writes to the bot and waits until the bot has nothing more to say about it. Gives what became visible. */
  says(text: string): Promise<readonly Seen[]>
  /** Presses a button that is visible. */
  presses(label: string): Promise<readonly Seen[]>
  /** Presses a button that opens a form, fills it (by field name) and sends it. */
  submits(label: string, values: Readonly<Record<string, string>>): Promise<readonly Seen[]>
  /** Writes and hands a file over. Left out where the platform takes none. */
  hands?(text: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<readonly Seen[]>
  calls(command: string, options: Readonly<Record<string, string>>): Promise<readonly Seen[]>
}

export interface Platform {
  readonly adapter: Adapter
  readonly person: Person
  /** Where a notice to this person would go. */
  readonly home: Parameters<Adapter['send']>[0]
  /** The last event once more, as the platform does when it doubts that it arrived. Left out where it never does. */
  redelivers?(): Promise<readonly Seen[]>
  /** What is visible of a notice. */
  notices(): Promise<readonly Seen[]>
  /** The files that became visible so far. */
  files(): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>
  /** True where one person's reply can be hidden from others. */
  readonly hasPrivateReplies: boolean
  /** What text must never contain on this platform after drawing, e.g. a live mention. */
  readonly forbidden: readonly RegExp[]
  close(): Promise<void>
}

/** Starts the adapter against its platform (or a faithful counterpart) with this house behind it. */
export type OpenPlatform = (receive: Receive, skills: readonly Skill[]) => Promise<Platform>

const refusal = Promise.reject(new DeliveryError('takes no files', { permanent: true }))
refusal.catch(() => {})

/** What every adapter does alike; each platform's test file calls this once. */
export function adapterContract(name: string, open: OpenPlatform): void {
  describe(`${name} keeps the adapter contract`, () => {
    let platform: Platform
    let skill: ReturnType<typeof makeTrySkill>

    beforeEach(async () => {
      const store = await temporaryStore()
      skill = makeTrySkill()
      const receive = makeRouter({
        skills: [skill],
        inbox: store.inbox,
        callers: { callerOf: async () => guest() },
        attention: { wants: async () => false },
        limit: { waitFor: () => 0 },
        log: silentLog,
        reference: () => 'ref-1',
      })
      platform = await open(receive, [skill])
    })

    afterEach(async () => {
      await platform.close()
    })

    const textOf = (seen: readonly Seen[]) => seen.map((it) => it.text).join('\n')

    test('a message gets its reply', async () => {
      expect(textOf(await platform.person.says('你好'))).toContain('回声 你好')
    })

    test('replies come in the order of the messages', async () => {
      await platform.person.says('一')
      await platform.person.says('二')
      expect(skill.heard).toEqual(['一', '二'])
    })

    test('a redelivered event is worked on and answered once', async () => {
      await platform.person.says('你好')
      if (!platform.redelivers) return
      expect(await platform.redelivers()).toEqual([])
      expect(skill.heard).toEqual(['你好'])
    })

    test('a private reply is seen by the asker alone', async () => {
      const [seen] = await platform.person.says('悄悄话')
      expect(seen?.text).toContain('只给你看')
      expect(seen?.private).toBe(platform.hasPrivateReplies)
    })

    test('a button comes back as a press with its value', async () => {
      const [seen] = await platform.person.says('按钮')
      expect(seen?.buttons).toEqual(['有用', '登记'])
      expect(textOf(await platform.person.presses('有用'))).toContain('按了 7')
      expect(skill.heard).toEqual(['按钮', 'try.helpful'])
    })

    test('a form opens from its button and comes back with its values', async () => {
      await platform.person.says('按钮')
      const seen = await platform.person.submits('登记', {
        what: '环境医院',
        field: 'ecology',
        until: '2014-06-30',
      })
      expect(textOf(seen)).toContain('环境医院')
      expect(textOf(seen)).toContain('ecology')
      expect(textOf(seen)).toContain('2014-06-30')
      expect(textOf(seen)).toContain('来自 8')
      expect(skill.heard).toEqual(['按钮', 'try.offer'])
    })

    test('a command comes with its options', async () => {
      expect(textOf(await platform.person.calls('echo', { words: '两个 词' }))).toContain('回声 两个 词')
    })

    test('text means nothing to the platform, and none of its words is lost', async () => {
      const seen = textOf(await platform.person.says('攻击'))
      for (const pattern of platform.forbidden) expect(seen).not.toMatch(pattern)
      for (const word of ['everyone', 'bold', 'code', 'script', 'red', 'right to left'])
        expect(seen).toContain(word)
    })

    test('of a reply that gets better, the best one stands at the end', async () => {
      const seen = await platform.person.says('越来越好')
      expect(seen.at(-1)?.text).toContain('定稿')
    })

    test('a file arrives whole, under its name, beside its words', async () => {
      expect(textOf(await platform.person.says('文件'))).toContain('给您')
      expect(await platform.files()).toEqual([{ name: paper.name, bytes: paper.bytes }])
    })

    test('a file arrives with a notice as well, once', async () => {
      const notice = withFiles(reply('您的证书'), paper)
      await platform.adapter.send(platform.home, notice, 'notice:file')
      await platform.adapter.send(platform.home, notice, 'notice:file')
      expect(await platform.files()).toHaveLength(1)
    })

    test('a file that somebody hands over comes whole', async () => {
      const { adapter, person } = platform
      if (!person.hands) return expect(adapter.fetch).toBeUndefined()
      expect(textOf(await person.hands('看看', paper))).toContain('回声 看看')
      const [file] = skill.files
      expect(file).toMatchObject({ name: paper.name, size: paper.bytes.byteLength })
      expect(file && (await adapter.fetch?.(file))).toEqual(paper.bytes)
    })

    test('a file that the platform does not keep is not fetched', async () => {
      const elsewhere = { name: '密码.txt', size: 1, at: 'http://169.254.169.254/latest/meta-data' }
      await expect(platform.adapter.fetch?.(elsewhere) ?? refusal).rejects.toMatchObject({ permanent: true })
    })

    test('a defect is a sentence with a reference number, never its inside', async () => {
      const seen = textOf(await platform.person.says('坏了'))
      expect(seen).toContain('ref-1')
      expect(seen).not.toContain('SQLITE')
    })

    test('silence is nothing at all', async () => {
      expect(await platform.person.says('沉默')).toEqual([])
    })

    test('a notice is posted once for each key', async () => {
      const notice = {
        blocks: [{ kind: 'text', text: [{ kind: 'plain', text: '材料 7 天后到期' }] }],
      } as const
      const first = await platform.adapter.send(platform.home, notice, 'notice:1')
      const again = await platform.adapter.send(platform.home, notice, 'notice:1')
      expect(again.messageId).toBe(first.messageId)
      expect((await platform.notices()).filter((it) => it.text.includes('材料 7 天后到期'))).toHaveLength(1)
    })
  })
}
