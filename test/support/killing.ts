import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openStore } from '../../src/store/index.ts'
import type { OutboxItem, OutboxState } from '../../src/store/outbox.ts'
import { openCounterpart } from './discord/counterpart.ts'
import type { DoubtLine, Order } from './kill-child.ts'
import { BOT_TOKEN, startSlack } from './slack/counterpart.ts'
import { BOT_USER } from './slack/workspace.ts'

/**
 * When the process dies: at a random moment; when the platform has the call and did nothing yet; when it took the message
 * and has not answered; when it has answered and the store may not know yet. With `power` the machine goes, and with it
 * every commit of that run.
 */
export const killPoints = ['moment', 'before', 'accepted', 'answered', 'power'] as const
export type KillPoint = (typeof killPoints)[number]

export interface Killing {
  readonly notices: number
  readonly kills: number
  /** Channels on each of the two platforms. */
  readonly channels: number
  /** An empty folder. */
  readonly folder: string
  /** So many calls of each process go wrong at most; after many tries a notice waits for minutes for the next. */
  readonly faults: number
  readonly random: () => number
  /** The program that is killed: kill-child.ts as JavaScript. */
  readonly program: string
}

export interface Killed {
  readonly kills: Readonly<Record<KillPoint, number>>
  readonly faults: Readonly<Record<string, number>>
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Keys that were in doubt, by how it ended last; those of which the log does not tell an end. */
  readonly doubts: Readonly<Record<'found' | 'absent' | 'unreadable', number>>
  readonly untold: readonly string[]
  readonly states: Readonly<Record<OutboxState, number>>
  readonly calls: number
  readonly seconds: number
}

/** Milliseconds after which a process is killed in any case. */
const PATIENCE = 3_000

/** Processes that wait for their order. */
const SPARES = 3

/** Sends notices through Slack's and Discord's counterparts in bad weather, and kills the sender again and again. */
export async function killing(options: Killing): Promise<Killed> {
  const { notices, kills, random, program } = options
  const begun = performance.now()
  const database = join(options.folder, 'alliance.db')
  await (await openStore(database)).close()
  const faults: Record<string, number> = { 'accepted, then 500': 0, '429': 0, 'hung up': 0 }
  /** So often something goes wrong yet. */
  let storm = 0
  let ambush: { readonly point: KillPoint; left: number; readonly strike: () => void } | undefined
  let calls = 0

  /** What becomes of a call: the ambush for the process first, then the weather. */
  function fate(isPost: boolean): 'hang-up' | 'hang-up after' | '500 after' | '429' | undefined {
    calls += 1
    if (ambush && isPost) {
      ambush.left -= 1
      const { point, left, strike } = ambush
      if (left <= 0) {
        ambush = undefined
        if (point === 'answered' || point === 'power') setTimeout(strike, random() * 4)
        else {
          strike()
          return point === 'accepted' ? 'hang-up after' : 'hang-up'
        }
      }
    }
    if (storm <= 0) return undefined
    const roll = random()
    if (roll < 0.1) return tell('accepted, then 500', '500 after')
    if (roll < 0.2) return tell('429', '429')
    if (roll < 0.25) return tell('hung up', random() < 0.5 ? 'hang-up' : 'hang-up after')
    return undefined
  }

  function tell<T>(fault: string, result: T): T {
    storm -= 1
    faults[fault] = (faults[fault] ?? 0) + 1
    return result
  }

  const slack = await startSlack(undefined, (method) => {
    const it = fate(method === 'chat.postMessage')
    if (it === '429') return { kind: 'rate-limit', retryAfter: 1 }
    if (it === '500 after') return { kind: 'status', status: 500, after: true }
    return it && { kind: 'hang-up', after: it === 'hang-up after' }
  })
  const discord = await openCounterpart({
    epoch: Date.now(),
    weather: (method) => {
      const it = fate(method === 'POST')
      if (it === '429') return { kind: 'limit', seconds: 0.2 }
      if (it === '500 after') return { kind: 'error', status: 500, after: true }
      return it && { kind: 'hang-up', after: it === 'hang-up after' }
    },
  })
  const channelsOf = { slack: [] as string[], discord: [] as string[] }
  for (let at = 0; at < options.channels; at += 1) {
    channelsOf.slack.push(slack.workspace.addChannel(`C${at}`, [BOT_USER]).id)
    const id = String(5_000_000_000_000_000_00n + BigInt(at))
    discord.world.addChannel(id, `notices-${at}`)
    channelsOf.discord.push(id)
  }
  const order: Order = {
    database,
    slack: { apiUrl: slack.apiUrl, token: BOT_TOKEN },
    discord: { apiUrl: discord.apiUrl, token: discord.token },
    items: itemsFor(notices, channelsOf, Date.now()),
  }

  const lines: DoubtLine[] = []
  const counts: Record<KillPoint, number> = { moment: 0, before: 0, accepted: 0, answered: 0, power: 0 }
  // Reading the programs takes longer than sending: the next ones warm up while one works.
  const spares = Array.from({ length: Math.min(SPARES, kills + 1) }, () => warmChild(program, lines))
  let started = spares.length
  const next = async () => {
    if (started++ <= kills) spares.push(warmChild(program, lines))
    const spare = spares.shift()
    if (!spare) throw new Error('no process is left')
    await spare.warm
    return spare.child
  }
  for (let kill = 0; kill < kills; kill += 1) {
    const point = killPoints[Math.floor(random() * killPoints.length)] ?? 'moment'
    const child = await next()
    copyStore(database, `${database}.before`)
    const dead = once(child, 'exit')
    const strike = () => void child.kill('SIGKILL')
    const sent = Math.ceil((random() * 2 * notices) / kills)
    if (point === 'moment') setTimeout(strike, 30 + random() * 400)
    else ambush = { point, left: sent, strike }
    // Nothing is left to be sent: it dies of having nothing to do.
    child.on('message', (it) => it === 'done' && strike())
    storm = options.faults
    child.send(order)
    // Where everything waits for its next try, a call to strike at may be a minute away.
    const late = setTimeout(strike, PATIENCE)
    await dead
    clearTimeout(late)
    // It was struck at no call then: at a moment like any other.
    counts[ambush === undefined || point === 'power' ? point : 'moment'] += 1
    ambush = undefined
    // Discord remembers nonces for minutes only, and a dead bot may stay dead for longer.
    discord.world.forgetNonces()
    if (point === 'power') copyStore(`${database}.before`, database)
  }
  const survivor = await next()
  storm = options.faults
  survivor.send(order)
  await new Promise((resolve) => survivor.on('message', (it) => it === 'done' && resolve(it)))
  survivor.kill('SIGKILL')
  await once(survivor, 'close')

  const store = await openStore(database)
  const states = await store.outbox.counts()
  await store.close()
  const texts = [
    ...channelsOf.slack.flatMap((it) =>
      slack.said(it).map(({ text, blocks }) => `${text} ${JSON.stringify(blocks)}`),
    ),
    ...channelsOf.discord.flatMap((it) =>
      discord.world.inChannel(it).map((message) => JSON.stringify(message)),
    ),
  ]
  await Promise.all([slack.close(), discord.close()])
  const times = new Map<string, number>(order.items.flatMap(partsOf).map((it) => [it, 0]))
  for (const text of texts) {
    const parts = new Set(text.match(/notice-\d+(?:\/\d)?/g) ?? [text])
    for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1)
  }
  const ends = new Map(lines.flatMap(({ key, how }) => (how === undefined ? [] : [[key, how]])))
  const doubts = { found: 0, absent: 0, unreadable: 0 }
  for (const how of ends.values()) doubts[how] += 1
  const begins = lines.filter((it) => it.how === undefined).map((it) => it.key)
  return {
    kills: counts,
    faults,
    lost: [...times].filter(([, count]) => count === 0).map(([key]) => key),
    doubled: [...times].filter(([, count]) => count > 1).map(([key]) => key),
    doubts,
    untold: [...new Set(begins)].filter((key) => !ends.has(key)),
    states,
    calls,
    seconds: (performance.now() - begun) / 1000,
  }
}

/** Every tenth on each platform takes three messages on Discord. */
const isLong = (at: number) => at % 20 >= 18

/** What has to be read of a delivery once and no more: of a long one each third. */
const partsOf = ({ key, kind }: OutboxItem): readonly string[] =>
  kind === 'long' ? [1, 2, 3].map((part) => `${key}/${part}`) : [key]

function itemsFor(
  notices: number,
  channels: { readonly slack: readonly string[]; readonly discord: readonly string[] },
  now: number,
): readonly OutboxItem[] {
  return Array.from({ length: notices }, (_, at) => {
    const platform = at % 2 === 0 ? 'slack' : 'discord'
    const own = channels[platform]
    return {
      key: `notice-${at}`,
      kind: isLong(at) ? 'long' : at % 3 === 0 ? 'bare' : 'notice',
      about: null,
      to: { platform, space: 'S', channel: own[Math.floor(at / 2) % own.length] ?? '' },
      locale: 'zh-CN',
      dueAt: now + at,
      whenUnprovable: 'repeat',
    }
  })
}

/** A process that has read its programs and waits for its order. */
function warmChild(
  program: string,
  lines: DoubtLine[],
): { readonly child: ChildProcess; readonly warm: Promise<unknown> } {
  const child = fork(program, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const it = JSON.parse(line) as DoubtLine & { readonly err?: unknown }
      if (it.key !== undefined && !('err' in it)) lines.push(it)
    })
  return { child, warm: once(child, 'message') }
}

/** Nobody has it open: the file and what was not yet written into it. */
function copyStore(from: string, to: string): void {
  for (const side of ['', '-wal', '-shm']) {
    rmSync(`${to}${side}`, { force: true })
    if (side !== '-shm' && existsSync(`${from}${side}`)) copyFileSync(`${from}${side}`, `${to}${side}`)
  }
}
