import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { interpolateFString, parseFString } from '@langchain/core/prompts'
import { messageOf, Problem } from '../core/errors.ts'
import type { Prompt } from '../core/llm.ts'

/**
 * A prompt out of its Markdown file: front matter with `version` and `placeholders`, then `# system` and `# user`. A
 * placeholder is {name}; a brace that is meant as such is written twice.
 * @throws Problem where the file is not what a prompt must be: better at the start than before the first answer
 */
export function loadPrompt(file: string): Prompt {
  try {
    return promptOf(basename(file, '.md'), readFileSync(file, 'utf8'))
  } catch (thrown) {
    throw new Problem(
      `提示词文件 ${file} 有误：${messageOf(thrown)}`,
      '请对照 docs/llm.md 改正，或恢复原文件；LLM=off 可以先停用大模型。',
      { cause: thrown },
    )
  }
}

/** The same from its text. Throws errors that say what is wrong. */
export function promptOf(name: string, text: string): Prompt {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
  const version = /^version: *(\d+)$/mu.exec(front)?.[1]
  if (version === undefined) throw new Error('no version in the front matter')
  const declared = (/^placeholders: *(.*)$/mu.exec(front)?.[1] ?? '').split(/, */u).filter(Boolean)
  const [, system, user] = /^# system\n([\s\S]*?)\n# user\n([\s\S]*)$/u.exec(body.trimStart()) ?? []
  if (system === undefined || user === undefined) throw new Error('needs a part # system and a part # user')
  const used = new Set(
    parseFString(`${system}${user}`).flatMap((it) => (it.type === 'variable' ? [it.name] : [])),
  )
  const stray = [...used].find((it) => !declared.includes(it)) ?? declared.find((it) => !used.has(it))
  if (stray !== undefined) throw new Error(`{${stray}} is declared or used, but not both`)
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return {
    edition: `${name}@${version}-${mark}`,
    render(values) {
      const unknown = Object.keys(values).find((it) => !used.has(it))
      if (unknown !== undefined) throw new Error(`{${unknown}} is no placeholder of ${name}`)
      const filled = (part: string) => interpolateFString(part.trim(), { ...values })
      return [
        { role: 'system', content: filled(system) },
        { role: 'user', content: filled(user) },
      ]
    },
  }
}
