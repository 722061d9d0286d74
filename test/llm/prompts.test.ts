import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPrompt, promptOf } from '../../src/llm/prompts.ts'
import { root } from './corpus.ts'

const folder = join(root, 'prompts')
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answer: { question: '什么时候交？', earlier: '', passages: '<passage id="1">{原文}</passage>' },
  'read-english': { question: 'When is it due?', earlier: '' },
  plan: { question: '浙江还有哪些区没验收？', earlier: '', lookups: '- deadlines：截止日期' },
  summary: { messages: '<message id="1">验收材料什么时候交</message>' },
  rerank: { question: '什么时候交？', passages: '<passage id="1">{原文}</passage>' },
  rewrite: { question: '那个啥时候交来着', earlier: '问：验收' },
  judge: { pairs: '1. 句子' },
}

describe('the prompts of the house', () => {
  test.each(readdirSync(folder).map((file) => file.replace('.md', '')))('%s is filled in whole', (name) => {
    const prompt = loadPrompt(join(folder, `${name}.md`))
    const [system, user] = prompt.render(values[name] ?? {})
    expect(prompt.edition).toMatch(new RegExp(`^${name}@\\d+-[0-9a-f]{8}$`))
    for (const value of Object.values(values[name] ?? {}))
      expect(`${system?.content}${user?.content}`).toContain(value)
    expect(system?.content).toContain('JSON')
    expect(system?.content).toMatch(/\{"\w+":/)
  })

  test('a value is data: braces in it are no placeholders', () => {
    const prompt = promptOf('p', '---\nversion: 1\nplaceholders: a, b\n---\n# system\n{a}\n# user\n{b}\n')
    expect(prompt.render({ a: '{b}', b: '{{x}}' }).map((it) => it.content)).toEqual(['{b}', '{{x}}'])
  })

  test('another text is another edition', () => {
    const of = (words: string) =>
      promptOf('p', `---\nversion: 1\nplaceholders:\n---\n# system\n${words}\n# user\nu\n`)
    expect(of('one').edition).not.toBe(of('two').edition)
  })

  test.each([
    ['no version', '---\nplaceholders:\n---\n# system\na\n# user\nb\n', 'no version'],
    ['no user part', '---\nversion: 1\nplaceholders:\n---\n# system\na\n', '# user'],
    ['an undeclared placeholder', '---\nversion: 1\nplaceholders:\n---\n# system\n{a}\n# user\nb\n', '{a}'],
    [
      'a declared one that is not used',
      '---\nversion: 1\nplaceholders: a\n---\n# system\nx\n# user\nb\n',
      '{a}',
    ],
  ])('a prompt with %s is told before the first answer', (_what, text, told) => {
    expect(() => promptOf('p', text)).toThrow(told)
  })

  test('a missing value is told, and so is a stray one', () => {
    const prompt = promptOf('p', '---\nversion: 1\nplaceholders: a\n---\n# system\nx\n# user\n{a}\n')
    expect(() => prompt.render({})).toThrow('a')
    expect(() => prompt.render({ a: '1', c: '2' })).toThrow('{c}')
  })
})
