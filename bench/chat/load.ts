/**
 * How many questions a second the bot answers on Slack: the bot as it is installed in one process, the Slack counterpart in
 * another, over real sockets. Prints Markdown for docs/performance.md.
 *
 *   npm run bench:chat                                        20, 50, 100 and 200 a second, 60 s each, twice:
 *                                                             questions that were asked before, and no two alike
 *   npm run bench:chat -- --rate 50 --rate 100 --seconds 15
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { distinctOf } from './distinct.ts'
import type { Order, Told } from './load-slack.ts'
import type { Measured } from './measured.ts'

const { values } = parseArgs({
  options: {
    rate: { type: 'string', multiple: true, default: ['20', '50', '100', '200'] },
    seconds: { type: 'string', default: '60' },
  },
})

/** Before it is measured the bot is asked each question once, so many a second. */
const WARM_UP = 20
const APP_TOKEN = 'xapp-counterpart'
const root = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'alliance-load-'))
const questions = readdirSync(join(root, 'test', 'eval'))
  .filter((it) => it.endsWith('.jsonl'))
  .flatMap((it) => readFileSync(join(root, 'test', 'eval', it), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { readonly question: string }).question)

const started: ChildProcess[] = []
try {
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${questions.length} questions\n`,
  )
  const slack = start('load-slack', {})
  const ready = await told(slack, 'ready')
  const joined = told(slack, 'joined')
  const bot = start('bot', {
    DATABASE_URL: `sqlite:${join(folder, 'alliance.db')}`,
    ALLIANCE_DATA: join(root, 'data'),
    SLACK_BOT_TOKEN: ready.token,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: ready.apiUrl,
  })
  bot.once('exit', (code) => {
    if (code !== 0 && code !== null) console.error(`the bot ended with code ${code}`)
  })
  await joined
  await measure(slack, { perSecond: WARM_UP, seconds: Math.ceil(questions.length / WARM_UP), questions })
  const all = values.rate.reduce((sum, rate) => sum + Number(rate) * Number(values.seconds), 0)
  console.log(
    '| questions are | asked a second | questions | p50 ms | p95 ms | slowest ms | acknowledged p95 ms | lost | doubled | looked | bot CPU ms | load before |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|')
  const sets = { 'asked before': questions, 'all distinct': distinctOf(questions, all) }
  for (const [name, asked] of Object.entries(sets)) {
    let next = 0
    for (const rate of values.rate) {
      const [load = 0] = loadavg()
      const before = cpuSeconds(bot)
      const order = { perSecond: Number(rate), seconds: Number(values.seconds) }
      const measured = await measure(slack, {
        ...order,
        questions: [...asked.slice(next), ...asked.slice(0, next)],
      })
      next = (next + order.perSecond * order.seconds) % asked.length
      console.log(row(name, measured, load, (1000 * (cpuSeconds(bot) - before)) / measured.asked))
    }
  }
  console.log(
    `\n${values.seconds} s each. ${questions.length} questions, each asked once before the first measurement, or no two alike; 1,000 people, 400 channels, Socket Mode, every question a mention (two events). ` +
      'Times from the event to the acceptance of the answer. "looked": posts whose acceptance the bot asked after, since ' +
      'no answer to the call came in time. "bot CPU": what one question costs the bot. ' +
      '"load before": the load average of the machine over one minute.',
  )
} finally {
  for (const it of started) it.kill('SIGTERM')
  await Promise.all(
    started.map((it) => (it.exitCode === null ? new Promise((resolve) => it.once('exit', resolve)) : 0)),
  )
  rmSync(folder, { recursive: true, force: true })
}

function start(name: string, env: Readonly<Record<string, string>>): ChildProcess {
  const file = join(import.meta.dirname, `${name}.js`)
  const child = fork(file, name === 'bot' ? ['start'] : [], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // JSON knows no Infinity.
    serialization: 'advanced',
  })
  started.push(child)
  return child
}

async function measure(slack: ChildProcess, order: Order): Promise<Measured> {
  const measured = told(slack, 'measured')
  slack.send(order)
  return (await measured).measured
}

function told<K extends Told['kind']>(child: ChildProcess, kind: K): Promise<Extract<Told, { kind: K }>> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the counterpart has ended')))
    child.on('message', function hear(it: Told) {
      if (it.kind !== kind) return
      child.off('message', hear)
      resolve(it as Extract<Told, { kind: K }>)
    })
  })
}

/** What a process has used of the processors so far; NaN where the system does not tell in Linux's way. */
function cpuSeconds(of: ChildProcess): number {
  const stat = `/proc/${of.pid}/stat`
  if (!existsSync(stat)) return Number.NaN
  // Fields 14 and 15, counted after the name in brackets, in hundredths of a second (proc(5)).
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function row(name: string, it: Measured, load: number, cpu: number): string {
  const cells = [
    name,
    it.perSecond.toFixed(0),
    it.asked,
    ...[it.p50, it.p95, it.slowest, it.acknowledged95].map((ms) => ms.toFixed(0)),
    it.lost,
    it.doubled,
    it.looked,
    cpu.toFixed(1),
    load.toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}
