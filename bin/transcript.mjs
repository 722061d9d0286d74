// Fills the marked places of both READMEs and of docs/quality.md with what a fresh installation really answers and
// measures: the ten questions below, and `alliance eval` over test/eval and any further question files given as arguments.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** As zone officers type. The last but one follows on the one before it. */
const questions = [
  '验收材料啥时候交?',
  '实验曲现在全国一共多少个了',
  '先进示范区有几个',
  '要是出了大的污染事故，验收还能过吗',
  '2014年江苏有哪些实验区通过验收',
  '创新能力调查的指标有多少个',
  '六治三清啥意思',
  '英国那个低碳城镇培训啥时候去的',
  '一共去了多少人',
  '管理办法第十条怎么写的',
]

/** Asked by people who had not seen the documents: general questions, shown apart from those about details. */
const general = ['first-sight.jsonl', 'second-sight.jsonl']
const folderOfSets = join(root, 'test', 'eval')
const inSets = (name) => join(folderOfSets, name)
const generalSets = general.map(inSets)
const ownSets = readdirSync(folderOfSets)
  .filter((name) => name.endsWith('.jsonl') && !general.includes(name))
  .map(inSets)

const folder = mkdtempSync(join(tmpdir(), 'alliance-transcript-'))
try {
  const alliance = (...args) =>
    execFileSync(
      process.execPath,
      [join(root, 'bin', 'alliance.mjs'), ...args, '--db', join(folder, 'alliance.db')],
      {
        encoding: 'utf8',
        input: '',
        maxBuffer: 1 << 28,
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
  alliance('start')
  const exchanges = ask(alliance)
  fill('transcript', block(exchanges))
  // An answer and an honest refusal, on the first screen.
  fill('example', block([exchanges.at(0), exchanges.at(-1)]))
  fill('figures', figures(alliance))
  fill('held-out', byKind(alliance, ownSets, ['--held-out']))
  fill('developing', byKind(alliance, ownSets, ['--developing']))
  fill('general', byKind(alliance, generalSets, ['--held-out']))
  fill('failures', failures(alliance))
  const further = process.argv.slice(2)
  if (further.length > 0) fill('further', byKind(alliance, further, []))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function ask(alliance) {
  const asked = []
  for (const [at, question] of questions.entries()) {
    const before = asked[at - 1]
    const history =
      at === 8 ? [turn('user', before.question), turn('assistant', before.answer.text)] : undefined
    const file = join(folder, 'question.jsonl')
    writeFileSync(file, JSON.stringify({ id: at, question, history }))
    asked.push({ question, answer: JSON.parse(alliance('ask', '--batch', file)) })
  }
  return asked
}

function block(exchanges) {
  return ['```', exchanges.map(draw).join('\n\n'), '```'].join('\n')
}

function turn(role, content) {
  return { role, content }
}

function draw({ question, answer }) {
  const quoted = answer.claims.flatMap((it) => it.citation ?? []).slice(0, 2)
  const filters = answer.claims.flatMap((it) => it.filter ?? []).slice(0, 1)
  return [
    `› ${question}`,
    answer.text,
    ...quoted.flatMap((it) => [
      `  「${it.quote}」`,
      `  —— ${[`《${it.title}》`, ...it.path].join(' > ')}（${it.status}）`,
    ]),
    ...filters.map((it) => `  （${it}）`),
  ].join('\n')
}

/** The table of `alliance eval` by kind of question. */
function byKind(alliance, sets, flags) {
  const { all, kinds } = JSON.parse(alliance('eval', ...sets, ...flags, '--json'))
  const row = (name, it) =>
    `| ${[name, it.questions, percent(it.evidence1), percent(it.evidence5), percent(it.right), percent(it.refused), percent(it.falseRefusals), it.length ?? '-'].join(' | ')} |`
  return [
    '| kind | questions | evidence in first | in first five | right | refused | refused by mistake | median length |',
    '|---|---|---|---|---|---|---|---|',
    ...Object.entries(kinds).map(([kind, it]) => row(kind, it)),
    row('**all**', all),
  ].join('\n')
}

/** What still fails among the developing questions, by id and question. */
function failures(alliance) {
  const { failures: failed } = JSON.parse(
    alliance('eval', ...ownSets, '--developing', '--failures', '--json'),
  )
  return failed.map((it) => `- ${it.id} ${it.question}`).join('\n')
}

function percent(share) {
  return share === undefined || share === null ? '-' : `${(share * 100).toFixed(1)}%`
}

function figures(alliance) {
  const { all } = JSON.parse(alliance('eval', ...ownSets, '--held-out', '--json'))
  const rows = [
    ['questions, held out 留出的题', all.questions],
    [
      'evidence in the first passage / first five 出处在第一段 / 前五段',
      `${percent(all.evidence1)} / ${percent(all.evidence5)}`,
    ],
    ['right answers without a model 不用大模型答对', percent(all.right)],
    ['unanswerable questions refused 该拒的拒了', percent(all.refused)],
    ['answerable questions refused by mistake 误拒', percent(all.falseRefusals)],
    ['median length of an answer 答案字数中位数', all.length],
    ['milliseconds a question, p50 / p95 每题毫秒', `${all.p50.toFixed(1)} / ${all.p95.toFixed(1)}`],
  ]
  return ['| | |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

function fill(name, text) {
  for (const file of ['README.md', 'README.zh-CN.md', join('docs', 'quality.md')]) {
    const path = join(root, file)
    const marked = new RegExp(`(<!-- ${name}:begin -->\n)[\\s\\S]*?(<!-- ${name}:end -->)`)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(marked, (_, begin, end) => `${begin}${text}\n${end}`),
    )
  }
}
