import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/store/index.ts'
import { childProgram } from '../../support/child-program.ts'
import { readable } from '../../support/slack/blocks.ts'
import type { BotParts } from '../../support/slack/bot.ts'
import { trySlack } from '../../support/slack/try-slack.ts'
import { BOT_USER } from '../../support/slack/workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('killed between the acknowledgement and the answer, it answers after the restart, once', async () => {
  const { slack, run, owed } = await world()
  const first = await run({ answers: false })
  const { ts, taken } = await slack.says('U1', 'C1', `<@${BOT_USER}> 验收材料什么时候交？`)
  for (const it of await taken) expect(it.acknowledged).toBe(true)
  await first.line('working on 验收材料什么时候交？')
  await first.kill()
  expect(slack.said('C1')).toEqual([])

  const second = await run({ answers: true })
  await slack.until(() => slack.said('C1').length === 1, 'the owed answer')
  await (await slack.says('U1', 'D0U1', '还在吗')).taken
  await slack.until(() => slack.said('D0U1').length === 1, 'the next answer')
  expect(slack.said('C1')).toMatchObject([{ thread_ts: ts }])
  expect(readable(slack.said('C1')[0]?.blocks)).toBe('回声 验收材料什么时候交？')
  await second.line('settled 验收材料什么时候交？')
  await second.line('settled 还在吗')
  await second.kill()
  expect(await owed()).toBe(0)
})

test('killed after Slack took the answer and before it was noted, it does not answer again', async () => {
  const { slack, run, owed } = await world()
  const first = await run({ answers: true })
  slack.fails('chat.postMessage', { kind: 'silence', after: true })
  await (await slack.says('U1', 'C1', `<@${BOT_USER}> 问`)).taken
  await slack.until(() => slack.said('C1').length === 1, 'the answer')
  await first.kill()
  expect(await owed()).toBe(1)

  const second = await run({ answers: true })
  await second.line('working on 问')
  await (await slack.says('U1', 'D0U1', '还在吗')).taken
  await slack.until(() => slack.said('D0U1').length === 1, 'the next answer')
  await slack.until(() => slack.said('C1')[0]?.edits === 1, 'the answer made right')
  expect(slack.said('C1')).toHaveLength(1)
  await second.kill()
})

test('what waited for more than ten minutes gets a short apology in its thread', async () => {
  const { slack, run } = await world()
  const first = await run({ answers: false })
  const { ts, taken } = await slack.says('U1', 'C1', `<@${BOT_USER}> 验收材料什么时候交？`)
  await taken
  await first.line('working on 验收材料什么时候交？')
  await first.kill()
  const second = await run({ answers: true, ahead: 11 * 60_000 })
  await slack.until(() => slack.said('C1').length === 1, 'an apology')
  expect(slack.said('C1')).toMatchObject([{ thread_ts: ts }])
  expect(readable(slack.said('C1')[0]?.blocks)).toContain('再问一次')
  await second.kill()
})

async function world() {
  const { slack } = await trySlack('socket')
  const database = join(temporaryFolder(), 'alliance.db')
  const children = new Set<ChildProcess>()
  onTestFinished(async () => {
    for (const child of children) child.kill('SIGKILL')
    await slack.close()
  })

  /** Starts the bot in a process of its own; resolves when it listens. */
  async function run(given: Pick<BotParts, 'answers'> & Partial<BotParts>) {
    const parts: BotParts = { apiUrl: slack.apiUrl, database, ahead: 0, ...given }
    const child = spawn(
      process.execPath,
      [await childProgram('test/support/slack/bot.ts'), JSON.stringify(parts)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    children.add(child)
    const told: string[] = []
    const waiting = new Map<string, () => void>()
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line)
      waiting.get(line)?.()
    })
    const line = (text: string) =>
      told.includes(text) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(text, resolve))
    await line('ready')
    return {
      line,
      async kill() {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      },
    }
  }

  return {
    slack,
    run,
    async owed() {
      const store = await openStore(database)
      const messages = await store.inbox.owed('slack')
      await store.close()
      return messages.length
    },
  }
}
