import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { makeConsole } from '../../src/adapters/console/adapter.ts'
import { saveIn } from '../../src/adapters/console/save.ts'
import type { Receive } from '../../src/core/adapter.ts'
import { reply } from '../../src/core/reply.ts'
import { makeTrySkill } from '../support/skills.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { adapterContract, type Person, type Platform, type Seen } from './contract.ts'

const clock = { now: () => Date.UTC(2014, 5, 23) }
const prompt = '问› '
const fieldPrompt = '› '

adapterContract('the terminal', async (receive, skills) => {
  const terminal = makeTerminal()
  const folder = join(temporaryFolder(), 'files')
  const adapter = makeConsole({
    input: terminal.input,
    output: terminal.output,
    interactive: true,
    color: false,
    locale: 'zh-CN',
    clock,
    boot: 'test',
    save: saveIn(folder),
  })
  await adapter.start(receive, skills)
  await terminal.until(prompt)
  let buttons: readonly string[] = []

  async function types(line: string, stop = prompt): Promise<readonly Seen[]> {
    terminal.input.write(`${line}\n`)
    const text = (await terminal.until(stop)).slice(0, -stop.length).trim()
    if (text === '') return []
    const shown = [...text.matchAll(/\[\d+\] (\S+)/g)].map((it) => it[1] ?? '')
    if (shown.length > 0) buttons = shown
    return [{ text, private: false, buttons: shown }]
  }

  const person: Person = {
    says: types,
    presses: (label) => types(String(buttons.indexOf(label) + 1)),
    async submits(label, values) {
      const fields = skills.flatMap((it) => it.forms ?? []).flatMap((it) => it.fields)
      await types(String(buttons.indexOf(label) + 1), fieldPrompt)
      let seen: readonly Seen[] = []
      for (const [at, field] of fields.entries()) {
        seen = await types(values[field.name] ?? '', at === fields.length - 1 ? prompt : fieldPrompt)
      }
      return seen
    },
    calls: (command, options) => types(`/${command} ${Object.values(options).join(' ')}`),
  }
  const platform: Platform = {
    adapter,
    person,
    home: { platform: 'console', space: 'terminal', channel: 'test' },
    hasPrivateReplies: false,
    // Escapes that would steer the terminal, and marks that turn the direction of writing.
    forbidden: [/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, /[\u202a-\u202e]/],
    async notices() {
      return [{ text: terminal.take(), private: false, buttons: [] }]
    },
    files: async () =>
      existsSync(folder)
        ? readdirSync(folder).map((name) => ({
            name,
            bytes: new Uint8Array(readFileSync(join(folder, name))),
          }))
        : [],
    close: () => adapter.stop(),
  }
  return platform
})

test('over a pipe each line is a message, each reply plain text, and the end of the input is the end', async () => {
  const { printed } = await piped('你好\n1\n/echo 两个 词\n/alliance echo 三\n/nothing\n', echo)
  expect(printed).toBe('回声 你好\n\n回声 1\n\n回声 两个 词\n\n回声 三\n\n回声 /nothing\n')
})

test('over a pipe the last line needs no newline', async () => {
  expect((await piped('你好', echo)).printed).toBe('回声 你好\n')
})

test('ten thousand lines keep their order', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `第${at}句`)
  const { printed } = await piped(lines.join('\n'), echo)
  expect(printed.split('\n').filter((it) => it !== '')).toEqual(lines.map((it) => `回声 ${it}`))
})

test('what is typed while a reply is on its way is answered after it', async () => {
  const terminal = makeTerminal()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow: Receive = async (message) => {
    if (message.text === '慢') await held
    return reply(`答 ${message.text}`)
  }
  const adapter = makeConsole({
    ...terminal,
    interactive: true,
    color: false,
    locale: 'zh-CN',
    clock,
    boot: 'test',
    save: () => '',
  })
  await adapter.start(slow, [])
  terminal.input.write('慢\n快\n')
  release()
  const text = await terminal.until('答 快')
  expect(text.indexOf('答 慢')).toBeGreaterThan(-1)
  await adapter.stop()
})

test('a form says what is wrong with a field and asks again; /cancel drops it', async () => {
  const terminal = makeTerminal()
  const skill = makeTrySkill()
  const adapter = makeConsole({
    ...terminal,
    interactive: true,
    color: false,
    locale: 'zh-CN',
    clock,
    boot: 'test',
    save: () => '',
  })
  const guestCaller = { role: 'guest', locale: 'zh-CN' } as const
  await adapter.start((message) => skill.handle(message, guestCaller), [skill])
  await terminal.until(prompt)
  const types = async (line: string, stop: string) => {
    terminal.input.write(`${line}\n`)
    return terminal.until(stop)
  }
  await types('按钮', prompt)
  await types('2', fieldPrompt)
  expect(await types('', fieldPrompt)).toContain('必填')
  await types('环境医院', fieldPrompt)
  expect(await types('9', fieldPrompt)).toContain('1–2')
  await types('2', fieldPrompt)
  expect(await types('2014-02-30', fieldPrompt)).toContain('2014-06-30')
  expect(await types('/cancel', prompt)).toContain('没有提交')
  expect(skill.heard).toEqual(['按钮'])
  await adapter.stop()
})

test('a number without a button, and a command that is none, get a hint', async () => {
  const terminal = makeTerminal()
  const skill = makeTrySkill()
  const adapter = makeConsole({
    ...terminal,
    interactive: true,
    color: false,
    locale: 'zh-CN',
    clock,
    boot: 'test',
    save: () => '',
  })
  await adapter.start(echo, [skill])
  await terminal.until(prompt)
  terminal.input.write('/nothing\n')
  expect(await terminal.until(prompt)).toContain('/help')
  terminal.input.write('/echo\n')
  expect(await terminal.until(prompt)).toContain('要说的话')
  await adapter.stop()
})

const echo: Receive = async (message) => reply(`回声 ${message.command?.options.words ?? message.text}`)

async function piped(text: string, receive: Receive): Promise<{ printed: string }> {
  const input = new PassThrough()
  const output = new PassThrough()
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const adapter = makeConsole({
    input,
    output,
    interactive: false,
    color: false,
    locale: 'zh-CN',
    clock,
    boot: 'test',
    save: () => '',
  })
  await adapter.start(receive, [makeTrySkill()])
  input.end(text)
  await adapter.finished
  return { printed: Buffer.concat(chunks).toString('utf8') }
}

/** Two ends of a terminal; what is printed can be waited for. */
function makeTerminal() {
  const input = new PassThrough()
  const output = new PassThrough()
  let printed = ''
  let wake = () => {}
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8')
    wake()
  })
  return {
    input,
    output,
    /** Everything printed up to and with this text; what comes later stays for the next call. */
    async until(text: string): Promise<string> {
      for (;;) {
        const at = printed.indexOf(text)
        if (at >= 0) {
          const seen = printed.slice(0, at + text.length)
          printed = printed.slice(at + text.length)
          return seen
        }
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    take: () => printed,
  }
}

test('a file does not take the place of another of its name, nor leave its folder', () => {
  const folder = temporaryFolder()
  const save = saveIn(folder)
  const file = (name: string, text: string) => ({
    name,
    type: 'text/plain',
    bytes: new TextEncoder().encode(text),
  })
  expect(save(file('名单.xlsx', '一'))).toBe(join(folder, '名单.xlsx'))
  expect(save(file('名单.xlsx', '二'))).toBe(join(folder, '名单-2.xlsx'))
  expect(save(file('../../etc/passwd', '三'))).toBe(join(folder, '.._.._etc_passwd'))
  expect(readFileSync(join(folder, '名单.xlsx'), 'utf8')).toBe('一')
})
