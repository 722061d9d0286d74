import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ModelTrace } from '../../src/core/llm.ts'
import { alliance, installIn, linesOf } from '../support/command-line.ts'
import { numberOf, type ScriptedModel, type Seen, scriptedModel } from '../support/scripted-model.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-model-'))
  await installIn(cwd)
  const line = {
    id: 'm1',
    question: '验收材料啥时候交？',
    kind: 'date',
    evidence: '于2014年6月30日前',
    must_include: ['6月30日前'],
    must_not_include: [],
  }
  const counted = {
    ...line,
    id: 'm2',
    question: '2014年江苏有哪些实验区通过验收',
    evidence: '',
    must_include: ['6个'],
  }
  writeFileSync(join(cwd, 'set.jsonl'), [line, counted].map((it) => JSON.stringify(it)).join('\n'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const rule = '各有关实验区须在2014年6月30日前，经省级科技主管部门提交验收申请等有关材料。'
const lie = '各有关实验区可以在2014年6月30日前提交验收申请等有关材料。'
const saying =
  (...texts: readonly string[]) =>
  (seen: Seen) => ({
    sentences: texts.map((text) => ({ text, passage: numberOf(seen, '于2014年6月30日前') })),
  })

/** As an operator sets it up: three lines of the environment. */
const set = ({ llm }: ScriptedModel) => ({
  OPENAI_API_KEY: llm.apiKey,
  OPENAI_BASE_URL: llm.baseUrl,
  OPENAI_MODEL: llm.model,
})

interface Table {
  readonly all: { readonly questions: number; readonly right: number }
}

describe('eval --llm', () => {
  test('says without a key that nothing was asked, and that this is no failure', async () => {
    const ran = await alliance(['eval', 'set.jsonl', '--llm'], { cwd })
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).toContain('OPENAI_API_KEY')
  })

  test('puts each question to the model but what is counted, and measures what stands in the end', async () => {
    const model = await scriptedModel()
    model.says(saying(rule, lie))
    const { code, out } = await alliance(['eval', 'set.jsonl', '--llm', '--json'], { cwd, env: set(model) })
    expect(code).toBe(0)
    expect(linesOf<Table>(out)[0]?.all).toMatchObject({ questions: 2, right: 1 })
    expect(model.seen.map((it) => it.question)).toEqual(['验收材料啥时候交？'])
  })

  test('is as good as the documents where the model is away', async () => {
    const model = await scriptedModel({ model: 'away' })
    model.fails(401)
    const ran = await alliance(['eval', 'set.jsonl', '--llm', '--json'], { cwd, env: set(model) })
    expect(linesOf<Table>(ran.out)[0]?.all).toMatchObject({ questions: 2, right: 1 })
  })
})

describe('eval --llm without a file', () => {
  /** A program's folder with one set of questions, one of them held out, and a file of figures. */
  function programIn(folder: string): string {
    const root = join(folder, 'program')
    mkdirSync(join(root, 'test', 'eval'), { recursive: true })
    mkdirSync(join(root, 'docs'))
    for (const it of ['data', 'prompts'])
      symlinkSync(join(import.meta.dirname, '..', '..', it), join(root, it))
    const [line = ''] = readFileSync(join(cwd, 'set.jsonl'), 'utf8').split('\n')
    const lines = [
      { ...JSON.parse(line), held_out: true },
      { ...JSON.parse(line), id: 'm3' },
    ]
    const text = lines.map((it) => JSON.stringify(it)).join('\n')
    writeFileSync(join(root, 'test', 'eval', 'set.jsonl'), text)
    const marks = '<!-- language-model:begin -->\nNot measured yet.\n<!-- language-model:end -->'
    writeFileSync(join(root, 'docs', 'quality.md'), `# Quality\n\n${marks}\n\nMore.\n`)
    return root
  }
  const figures = (root: string) => readFileSync(join(root, 'docs', 'quality.md'), 'utf8')

  test('says without a key that it is skipped, before anything is loaded, and that this is no failure', async () => {
    const empty = temporaryFolder()
    const root = programIn(empty)
    const ran = await alliance(['eval', '--llm'], { cwd: empty, root })
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).toContain('跳过')
    expect(ran.err).not.toContain('载入')
    expect(figures(root)).toContain('Not measured yet.')
  })

  test('asks the held-out questions that come with the program, and writes down what it measured', async () => {
    const root = programIn(temporaryFolder())
    const model = await scriptedModel({ model: 'measured' })
    model.says(saying(rule))
    const ran = await alliance(['eval', '--llm', '--now', '2014-06-23T09:00:00+08:00'], {
      cwd,
      root,
      env: set(model),
    })
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('docs/quality.md')
    expect(model.seen).toHaveLength(1)
    const written = figures(root)
    expect(written).toContain('Measured on 2014-06-23 with the model `measured`.')
    expect(written).toContain('| **all** | 1 | 100.0% | 100.0% | 100.0% | - | 0.0% |')
    expect(written).toMatch(/^# Quality\n[\s\S]*language-model:end -->\n\nMore\.\n$/u)
    expect(written).not.toContain('Not measured yet.')
  })

  test('needs a file where no model is meant', async () => {
    const ran = await alliance(['eval'], { cwd })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('file')
  })
})

describe('trace', () => {
  async function lied(name: string): Promise<ModelTrace> {
    const model = await scriptedModel({ model: name })
    model.says(saying(rule, lie))
    await alliance(['eval', 'set.jsonl', '--llm'], { cwd, env: set(model) })
    const { out } = await alliance(['trace', '--json', '--last', '50'], { cwd })
    const trace = linesOf<ModelTrace>(out).find((it) => it.model === name)
    if (!trace) throw new Error(`no trace of ${name}`)
    return trace
  }

  test('of an answer that was given again leads to how it came about', async () => {
    const first = await lied('again')
    const model = await scriptedModel({ model: 'again' })
    model.says(saying(rule))
    await alliance(['eval', 'set.jsonl', '--llm'], { cwd, env: set(model) })
    expect(model.seen).toHaveLength(0)
    const traces = linesOf<ModelTrace>((await alliance(['trace', '--json', '--last', '50'], { cwd })).out)
    const again = traces.find((it) => it.first === first.id)
    const { out } = await alliance(['trace', again?.id ?? ''], { cwd })
    expect(out).toContain(`来历见先前的记录 ${first.id}`)
    expect(out).toMatch(/✓ 通过 \[\d\] 各有关实验区须/u)
  })

  test('shows how one answer came about, with what was dropped and why', async () => {
    const { id } = await lied('liar')
    const { code, out } = await alliance(['trace', id], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('问题：验收材料啥时候交？')
    expect(out).toMatch(/liar，answer@\d+-/u)
    expect(out).toMatch(/\[1\] 《[^》]+》/u)
    expect(out).toMatch(/✓ 通过 \[\d\] 各有关实验区须/u)
    expect(out).toMatch(/✗ 丢弃 \[\d\] 各有关实验区可以.* —— \S+/u)
  })

  test('lists the latest, and says in English what the office reads in English', async () => {
    const { id } = await lied('liar-2')
    expect((await alliance(['trace', '--last', '1'], { cwd })).out.trim()).toMatch(
      new RegExp(`^${id}  用了模型的话  验收材料`, 'u'),
    )
    expect((await alliance(['trace', id], { cwd, locale: 'en' })).out).toContain('in the model’s words')
  })

  test('an id that nobody knows is an error with its remedy', async () => {
    const { code, err } = await alliance(['trace', 'nobody'], { cwd })
    expect(code).not.toBe(0)
    expect(err).toContain('nobody')
    expect(err).toContain('alliance trace')
  })
})
