import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alliance, linesOf, type Ran } from '../support/command-line.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Printed {
  readonly id: string | number
  readonly kind: string
  readonly text: string
  readonly claims: readonly object[]
  readonly citations: readonly {
    document: string
    title: string
    status: string
    path: readonly string[]
    quote: string
    passage: string
  }[]
  readonly confidence: number
  readonly ms: number
}

// One installation for all: loading the documents is the dear part, and nothing here changes them.
let cwd = ''
let first: Ran
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-'))
  first = await alliance(['start'], { cwd })
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const file = (name: string, text: string) => {
  writeFileSync(join(cwd, name), text)
  return name
}
const bare = (text: string) => text.replace(/\s/g, '')

describe('a store that nobody has started', () => {
  test('is stocked by the first question, and by that one only', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'alliance-'))
    try {
      const asked = await alliance(['ask', '先进示范区有几个'], { cwd: fresh })
      expect(asked.out).toContain('13')
      expect(asked.err).not.toBe('')
      expect((await alliance(['ask', '先进示范区有几个'], { cwd: fresh })).err).toBe('')
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })
})

describe('start', () => {
  test('loads the documents and the register at the first start, and says so on stderr only', async () => {
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toMatch(/已装载 5 份文件/)
    const { out } = await alliance(['zones', 'list', '--json'], { cwd })
    expect(linesOf(out).length).toBeGreaterThanOrEqual(57)
  })

  test('finds nothing to load at the second', async () => {
    expect(await alliance(['start'], { cwd })).toEqual({ code: 0, out: '', err: '' })
  })

  test('answers each line over a pipe, keeps the topic, and ends with 0', async () => {
    const { code, out, err } = await alliance(['start'], { cwd, input: '先进示范区有几个\n你好\n\n' })
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toContain('13')
    expect(out).toContain('您好，我是联盟助手')
    expect(out).toContain('没有收到文字')
  })
})

describe('ask', () => {
  test('prints what a colleague would say, with the words it rests on', async () => {
    const { code, out } = await alliance(['ask', '先进示范区有几个'], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('13')
    expect(out).toContain('——')
  })

  test('--json prints the answer object; each quote stands in its passage', async () => {
    const { out } = await alliance(['ask', '先进示范区有几个', '--json'], { cwd })
    const answer = JSON.parse(out) as Printed
    expect(answer.kind).toBe('answer')
    expect(answer.citations.length).toBeGreaterThan(0)
    expect(answer.citations.length).toBeLessThanOrEqual(5)
    for (const { quote, passage } of answer.citations) expect(bare(passage)).toContain(bare(quote))
  })

  test('a batch is answered line by line in its order, whatever the ids are', async () => {
    const history = [
      { role: 'user', content: '英国那个低碳城镇培训啥时候去的' },
      { role: 'assistant', content: '2014年11月27日至12月17日。' },
    ]
    const lines = [
      { id: 'b', question: '先进示范区有几个' },
      { id: 7, question: '一共去了多少人', history },
      { id: 'a', question: '' },
      { id: 'emoji', question: '😀😀' },
      { id: 'long', question: '验'.repeat(10_000) },
      { id: 'fts', question: '" OR NEAR(* -验收 ^' },
      { id: 'control', question: '验收\u0000\u001b[31m材料' },
    ]
    const name = file('batch.jsonl', lines.map((it) => JSON.stringify(it)).join('\n'))
    const { code, out } = await alliance(['ask', '--batch', name], { cwd })
    const printed = linesOf<Printed>(out)
    expect(code).toBe(0)
    expect(printed.map((it) => it.id)).toEqual(lines.map((it) => it.id))
    for (const it of printed) {
      expect(it).toMatchObject({
        text: expect.any(String),
        claims: expect.any(Array),
        confidence: expect.any(Number),
      })
      expect(it.ms).toBeGreaterThanOrEqual(0)
    }
    expect(printed[1]?.text).toContain('17')
    expect(printed[2]).toMatchObject({ kind: 'clarify', text: expect.stringContaining('没有收到文字') })
    expect(printed[4]?.text).toContain('10000 个字')
  })

  test('a bad line is named and the others are answered', async () => {
    const name = file(
      'bad.jsonl',
      [
        '{"id":1,"question":"先进示范区有几个"}',
        '{"id":2,',
        '[]',
        '',
        '{"id":5}',
        '{"id":6,"question":"你好"}',
      ].join('\n'),
    )
    const { code, out, err } = await alliance(['ask', '--batch', name], { cwd })
    expect(code).toBe(1)
    expect(linesOf<Printed>(out).map((it) => it.id)).toEqual([1, 6])
    for (const part of ['第 2 行', '第 3 行', '第 5 行', 'question', '有 3 行没有处理'])
      expect(err).toContain(part)
    expect(err).not.toContain('第 4 行')
  })

  test('reads a batch from the standard input, a byte order mark and Windows lines included', async () => {
    const input = '\ufeff{"id":1,"question":"先进示范区有几个"}\r\n{"id":2,"question":"你好"}\r\n'
    const { code, out } = await alliance(['ask', '--batch', '-'], { cwd, input })
    expect(code).toBe(0)
    expect(linesOf<Printed>(out).map((it) => it.id)).toEqual([1, 2])
  })

  test('a batch that is not there is told so', async () => {
    const { code, err } = await alliance(['ask', '--batch', 'nowhere.jsonl'], { cwd })
    expect(code).toBe(1)
    expect(err).toContain('nowhere.jsonl')
  })
})

describe('search', () => {
  test('prints places, best first, as many as asked for', async () => {
    const { out } = await alliance(['search', '先进示范区', '--k', '3', '--json'], { cwd })
    const { hits } = JSON.parse(out) as { hits: { document: string; title: string; score: number }[] }
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.length).toBeLessThanOrEqual(3)
    expect(hits.map((it) => it.score)).toEqual(hits.map((it) => it.score).toSorted((a, b) => b - a))
  })

  test('whatever is searched for is just words', async () => {
    const odd = [
      '验收',
      'GDP',
      '验',
      '"',
      '*',
      'NEAR(',
      '-',
      "'; DROP TABLE passages; --",
      '😀',
      '\u0000',
      '\ud83d',
    ]
    const name = file('odd.jsonl', odd.map((question, id) => JSON.stringify({ id, question })).join('\n'))
    const { code, out, err } = await alliance(['search', '--batch', name], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const printed = linesOf<{ hits: object[] }>(out)
    expect(printed).toHaveLength(odd.length)
    for (const it of printed.slice(0, 2)) expect(it.hits.length).toBeGreaterThan(0)
  })

  test('a batch keeps its order; nothing found is an empty list', async () => {
    const name = file(
      'search.jsonl',
      '{"id":"x","question":"先进示范区"}\n{"id":"y","question":"qqqq"}\n{"id":"z","question":""}',
    )
    const { out } = await alliance(['search', '--batch', name, '--k', '5'], { cwd })
    const printed = linesOf<{ id: string; hits: object[]; ms: number }>(out)
    expect(printed.map((it) => it.id)).toEqual(['x', 'y', 'z'])
    expect(printed[0]?.hits.length).toBeGreaterThan(0)
    expect(printed[0]?.hits[0]).toMatchObject({ document: expect.any(String), path: expect.any(Array) })
    expect(printed[2]?.hits).toEqual([])
  })
})

describe('documents', () => {
  test('documents lists what answers', async () => {
    const { out } = await alliance(['documents', '--json'], { cwd })
    expect(linesOf<{ name: string }>(out).map((it) => it.name)).toContain('2014-work-points.txt')
    expect((await alliance(['documents'], { cwd })).out).toContain('征求意见稿')
  })

  test('show and outline know a document by name, title and number', async () => {
    for (const name of [
      '2014-work-points.txt',
      '国家可持续发展实验区2014年度工作要点',
      '国科办社[2014]19号',
    ]) {
      expect((await alliance(['show', name], { cwd })).out).toContain('2014-work-points.txt')
    }
    expect((await alliance(['outline', '2014-work-points.txt'], { cwd })).out).toContain(
      '七、加强实验区培训与学习交流',
    )
  })

  test('an article of a document without articles is told so', async () => {
    const { code, err } = await alliance(['show', '2014-work-points.txt', '第三条'], { cwd })
    expect(code).toBe(1)
    expect(err).toContain('outline')
  })

  test('a law is shown by its article, as people write the number', async () => {
    const law = [
      '# 联盟章程（虚构）',
      '',
      '第一条 为了试验，制定本章程。',
      '',
      '第二条 本章程自公布之日起施行。',
      '',
    ]
    const text = ['本章程为虚构文本，仅供测试。', ...law].join('\n')
    const name = file('虚构-联盟章程.md', text)
    const folder = mkdtempSync(join(tmpdir(), 'alliance-'))
    try {
      expect(await alliance(['ingest', join(cwd, name)], { cwd: folder })).toMatchObject({ code: 0 })
      for (const article of ['第二条', '2', '第2条', '二']) {
        const { out } = await alliance(['show', name, article], { cwd: folder })
        expect(out).toContain('自公布之日起施行')
        expect(out).not.toContain('为了试验')
      }
      const { code, err } = await alliance(['show', name, '第九条'], { cwd: folder })
      expect(code).toBe(1)
      expect(err).toContain('第一条')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('zones', () => {
  test('list filters; show proves each cell', async () => {
    const { out } = await alliance(['zones', 'list', '--province', '江苏', '--json'], { cwd })
    const zones = linesOf<{ province: string; name: string }>(out)
    expect(zones.length).toBeGreaterThan(0)
    expect(new Set(zones.map((it) => it.province))).toEqual(new Set(['江苏']))
    expect((await alliance(['zones', 'show', '宜兴'], { cwd })).out).toContain('2014-annual-report.txt')
  })

  test('a zone that is none is told so', async () => {
    const { code, err } = await alliance(['zones', 'show', '火星'], { cwd })
    expect(code).toBe(1)
    expect(err).toContain('火星')
  })
})

describe('eval', () => {
  const line = {
    id: 'q1',
    question: '先进示范区有几个',
    kind: 'number',
    evidence: '其中包括 13 个国家可持续发展先进示范区',
    must_include: ['13'],
    must_not_include: [],
  }
  const held = { ...line, id: 'q2', must_include: ['一万'], held_out: true }

  test('prints the measures by kind, and names what failed', async () => {
    const name = file('eval.jsonl', [line, held].map((it) => JSON.stringify(it)).join('\n'))
    const { code, out } = await alliance(['eval', name, '--failures'], { cwd })
    expect(code).toBe(0)
    expect(out).toMatch(/number\s+│ 2/)
    expect(out).toContain('缺「一万」')
  })

  test('gates decide the exit code; held-out questions can be left out or asked alone', async () => {
    const name = file('eval.jsonl', [line, held].map((it) => JSON.stringify(it)).join('\n'))
    const gate = ['--fail-under', 'right=100']
    expect(await alliance(['eval', name, ...gate], { cwd })).toMatchObject({
      code: 1,
      err: expect.stringContaining('50 < 100'),
    })
    expect(await alliance(['eval', name, '--developing', ...gate], { cwd })).toMatchObject({ code: 0 })
    expect(await alliance(['eval', name, '--held-out', '--json'], { cwd })).toMatchObject({
      out: expect.stringContaining('"right":0'),
    })
  })
})

test('a file of questions that is not there is named, whatever reads it', async () => {
  const cwd = temporaryFolder()
  const env = { ALLIANCE_DATA: join(cwd, 'nothing') }
  for (const argv of [['ask', '--batch'], ['search', '--batch'], ['learn'], ['eval']]) {
    expect(await alliance([...argv, 'none.jsonl'], { cwd, env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('读不了文件 none.jsonl'),
    })
  }
})
