import type { AttachedFile } from '../../src/core/message.ts'
import { heading, paragraph, privately, type Reply, reply, withFiles } from '../../src/core/reply.ts'
import { isMine, type Outcome, type Skill } from '../../src/core/skill.ts'

/** Text that tries to mean something to a platform: mentions, markup, escapes that steer a terminal. */
export const hostile =
  '@everyone <!channel> <@U1> *bold* `code` <script> &amp; \u001b[31mred\u001b[0m \u0007 \u202eright to left'

/** A file with a name and bytes that only survive where nothing reads them as text. */
export const paper = {
  name: '证书 阿卜杜·买买提.pdf',
  type: 'application/pdf',
  bytes: Uint8Array.from({ length: 256 }, (_, at) => at),
}

export interface TrySkill extends Skill {
  readonly heard: readonly string[]
  readonly files: readonly AttachedFile[]
}

/**
 * A skill for trying adapters: each text, button, form and command has one answer that is easy to recognize.
 * It counts what reaches it, so that a test can tell 'answered once' from 'worked once'.
 */
export function makeTrySkill(): TrySkill {
  const heard: string[] = []
  const files: AttachedFile[] = []
  const skill: TrySkill = {
    name: 'try',
    summary: '试一试',
    examples: ['回声 你好'],
    heard,
    files,
    commands: [
      {
        name: 'echo',
        summary: '原样说回来',
        options: [{ name: 'words', summary: '要说的话', required: true }],
      },
    ],
    forms: [
      {
        name: 'try.offer',
        title: '登记供给',
        submit: '提交',
        fields: [
          { name: 'what', label: '供给内容', kind: 'line', required: true },
          {
            name: 'field',
            label: '领域',
            kind: 'choice',
            choices: [
              { label: '生态环境', value: 'ecology' },
              { label: '公共安全', value: 'safety' },
            ],
          },
          { name: 'until', label: '截止日期', kind: 'date' },
        ],
      },
    ],
    match: (message) => (isMine(skill, message) || message.text !== '' ? 0.5 : 0),
    async handle(message): Promise<Outcome> {
      files.push(...(message.files ?? []))
      heard.push(message.press?.action ?? message.form?.name ?? message.command?.name ?? message.text)
      if (message.press) return reply(`按了 ${message.press.value}`)
      if (message.form)
        return reply(`收到 ${JSON.stringify(message.form.values)} 来自 ${message.form.value ?? ''}`)
      if (message.command) return reply(`回声 ${message.command.options.words ?? ''}`)
      return said(message.text)
    },
  }
  return skill
}

function said(text: string): Outcome {
  switch (text) {
    case '按钮':
      return reply('选一个', {
        kind: 'buttons',
        buttons: [
          { label: '有用', action: 'try.helpful', value: '7' },
          { label: '登记', action: 'try.open', value: '8', opens: 'try.offer' },
        ],
      })
    case '悄悄话':
      return privately(reply('只给你看'))
    case '攻击':
      return reply(heading(hostile), hostile, {
        kind: 'quote',
        text: hostile,
        source: hostile,
        banner: hostile,
      })
    case '越来越好':
      return betterAndBetter()
    case '文件':
      return withFiles(reply('给您'), paper)
    case '坏了':
      throw new Error('SQLITE_CORRUPT: secret internals')
    case '沉默':
      return undefined
    default:
      return reply(`回声 ${text}`)
  }
}

async function* betterAndBetter(): AsyncIterable<Reply> {
  yield reply('初稿')
  yield reply(paragraph('定稿'))
}
