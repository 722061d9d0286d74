import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import pc from 'picocolors'
import type { Adapter, Receipt, Receive } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import type { Address, Message } from '../../core/message.ts'
import { plainText } from '../../core/plain-text.ts'
import type { Attachment, Button, Form, Reply } from '../../core/reply.ts'
import { formOf, lastVersion, type Skill } from '../../core/skill.ts'
import { fillForm } from './form.ts'
import { parseLine } from './parse.ts'
import { harmless, render } from './render.ts'
import { words } from './words.ts'

export interface ConsoleParts {
  readonly input: Readable
  readonly output: Writable
  /** A person sits there: welcome, prompt, buttons by number, forms field by field. Else one message a line. */
  readonly interactive: boolean
  readonly color: boolean
  readonly locale: Locale
  readonly clock: Clock
  /** Tells this run's messages from those of every other run. */
  readonly boot: string
  /** Keeps a file that comes with a reply. @returns where it is */
  readonly save: (file: Attachment) => string
}

export interface Console extends Adapter {
  /** Resolves when the input has ended and everything said has its answer. */
  readonly finished: Promise<void>
}

/** The only place that a terminal has. */
export const terminal: Address = { platform: 'console', space: 'terminal', channel: 'terminal' }

/** The chat in a terminal, or over a pipe. Lines are answered one after the other, in their order. */
export function makeConsole(parts: ConsoleParts): Console {
  const { input, output, interactive, locale } = parts
  const say = words[locale]
  const colors = pc.createColors(parts.color)
  const posted = new Map<string, Receipt>()
  let lines: Interface | undefined
  let shown: readonly Button[] = []
  let count = 0
  let end: () => void = () => {}
  let fail: (thrown: unknown) => void = () => {}
  const finished = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })

  const print = (text: string) => output.write(`${text}\n`)

  function draw(reply: Reply): void {
    const saved = (reply.files ?? []).map((it) => say.saved(parts.save(it))).join('\n')
    const after = saved === '' ? '' : `\n${saved}`
    if (!interactive) {
      // A blank line tells one reply from the next.
      print(`${count > 1 ? '\n' : ''}${harmless(plainText({ blocks: reply.blocks }))}${after}`)
      return
    }
    const drawn = render(reply, { color: parts.color })
    if (drawn.buttons.length > 0) shown = drawn.buttons
    print(`${drawn.text}${after}\n`)
  }

  function messageOf(content: Pick<Message, 'text' | 'press' | 'form' | 'command'>): Message {
    count += 1
    return {
      id: `${parts.boot}-${count}`,
      from: { platform: 'console', space: 'terminal', channel: parts.boot },
      author: { id: 'operator', name: 'operator', locale },
      at: parts.clock.now(),
      addressed: 'direct',
      ...content,
    }
  }

  async function tell(receive: Receive, content: Parameters<typeof messageOf>[0]): Promise<void> {
    if (interactive && parts.color) output.write(colors.dim(say.thinking))
    // A terminal does not redraw.
    const reply = await lastVersion(await receive(messageOf(content)))
    if (interactive && parts.color) output.write('\r\u001b[K')
    if (reply) draw(reply)
  }

  async function converse(receive: Receive, skills: readonly Skill[], reader: Reader): Promise<void> {
    if (interactive) welcome(skills)
    for (;;) {
      const typed = await reader.next(colors.bold(colors.cyan(say.prompt)))
      if (typed === undefined) break
      if (interactive && typed.trim() === '') continue
      if (!interactive) {
        // Only a person at a screen presses what stands on it; over a pipe a number is what it says.
        const line = parseLine(typed, skills, [])
        await tell(receive, line.kind === 'message' ? line.content : { text: typed })
        continue
      }
      const line = parseLine(typed, skills, shown)
      if (line.kind === 'message') await tell(receive, line.content)
      else if (line.kind === 'no-button') print(say.noSuchButton(line.number, shown.length))
      else if (line.kind === 'no-command') print(say.noSuchCommand(line.name))
      else if (line.kind === 'no-choice') print(say.noChoice(line.value, line.choices))
      else if (line.kind === 'no-option') print(say.missingOption(line.command, line.option))
      else await openForm(receive, await formOf(skills, line.form, line.value), line.value, reader)
    }
    if (interactive) print(say.goodbye)
  }

  async function openForm(
    receive: Receive,
    form: Form | undefined,
    value: string,
    reader: Reader,
  ): Promise<void> {
    if (!form) return
    const values = await fillForm(form, (prompt) => reader.next(prompt), print, locale)
    if (!values) print(say.formDropped)
    else await tell(receive, { text: form.title, form: { name: form.name, values, value } })
  }

  function welcome(skills: readonly Skill[]): void {
    const examples = skills.flatMap((it) => it.examples.slice(0, 2)).slice(0, 4)
    print(
      [
        colors.bold(colors.green(say.welcome)),
        say.intro,
        ...examples.map((it) => `  · ${it}`),
        colors.dim(say.hint),
        '',
      ].join('\n'),
    )
  }

  return {
    platform: 'console',
    finished,

    async start(receive, skills) {
      lines = createInterface({
        input,
        output: interactive ? output : undefined,
        terminal: interactive && parts.color,
      })
      lines.on('SIGINT', () => lines?.close())
      converse(receive, skills, readerOf(lines, interactive)).then(end, fail)
    },

    directly: () => terminal,

    async send(_to, reply, key) {
      const before = posted.get(key)
      if (before) return before
      draw(reply)
      const receipt = { messageId: key, at: parts.clock.now() }
      posted.set(key, receipt)
      return receipt
    },

    async stop() {
      lines?.close()
      await finished
    },
  }
}

interface Reader {
  /** The next line, or undefined at the end of the input. */
  next(prompt: string): Promise<string | undefined>
}

function readerOf(lines: Interface, interactive: boolean): Reader {
  // Asked for at once: lines that arrive before the first `next` would else be lost.
  const queue = lines[Symbol.asyncIterator]()
  return {
    async next(prompt) {
      if (interactive) {
        lines.setPrompt(prompt)
        lines.prompt()
      }
      const { done, value } = await queue.next()
      return done ? undefined : value
    },
  }
}
