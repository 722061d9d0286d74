import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { childProgram } from '../../support/child-program.ts'
import type { BotParts } from '../../support/discord/bot.ts'
import { openCounterpart } from '../../support/discord/counterpart.ts'
import { makePeople } from '../../support/discord/people.ts'
import { readable } from '../../support/discord/read.ts'
import { ids } from '../../support/discord/world.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('killed between acknowledgement and answer, it answers after the restart, each once and where it belongs', async () => {
  const { world, people, run } = await stage()
  const first = await run({ answers: false })
  const asked = people.mention('验收材料什么时候交？')
  const called = people.call('ask', { question: '丰顺验收了吗？' })
  await first.line('working on 验收材料什么时候交？')
  await world.until(() => called.thinking)
  await first.kill()
  expect(world.inChannel(asked)).toEqual([])

  const second = await run({ answers: true })
  await second.line('settled 验收材料什么时候交？')
  await second.line('settled /ask 丰顺验收了吗？')
  expect(world.inChannel(asked).map(readable)).toEqual(['回声 验收材料什么时候交？\n有用'])
  // The interaction died with the process; what was asked by command is still for one person alone.
  expect(world.inChannel(ids.direct).map(readable)).toEqual(['回声 /ask 丰顺验收了吗？\n有用'])
})

async function stage() {
  const counterpart = await openCounterpart()
  const { world } = counterpart
  const database = join(temporaryFolder(), 'alliance.db')
  const children = new Set<ChildProcess>()
  onTestFinished(async () => {
    for (const child of children) child.kill('SIGKILL')
    await counterpart.close()
  })

  /** Starts the bot in a process of its own; resolves when it listens. */
  async function run(given: Pick<BotParts, 'answers'>) {
    const parts: BotParts = {
      apiUrl: counterpart.apiUrl,
      token: counterpart.token,
      database,
      now: world.now(),
      ...given,
    }
    const child = spawn(
      process.execPath,
      [await childProgram('test/support/discord/bot.ts'), JSON.stringify(parts)],
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

  return { counterpart, world, people: makePeople(counterpart), run }
}
