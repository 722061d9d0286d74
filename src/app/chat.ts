import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { terminal as consolePlace, makeConsole } from '../adapters/console/adapter.ts'
import { saveIn } from '../adapters/console/save.ts'
import type { Chat, Terminal } from '../cli/services.ts'
import type { Config } from '../config.ts'
import type { Adapter } from '../core/adapter.ts'
import type { HeldClock } from '../core/clock.ts'
import { messageOf, Problem } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Message } from '../core/message.ts'
import { makePace } from '../core/pace.ts'
import { makeRouter } from '../core/router.ts'
import { withKeptAnswers } from '../skills/ask/answer/kept-answers.ts'
import { makeAttention } from '../skills/members/attention.ts'
import { makeCallers } from '../skills/members/callers.ts'
import { officeId } from '../skills/members/organizations.ts'
import type { BoundChannel } from '../store/directory.ts'
import type { Store } from '../store/index.ts'
import { allianceDataOf } from './alliance-data.ts'
import type { Answering } from './answering.ts'
import { makeBackgroundJobs, wakingStore } from './background-jobs.ts'
import { serveCalendars } from './calendar-server.ts'
import { makeListening } from './ears.ts'
import { makeHome } from './home.ts'
import { type Metrics, makeMetrics, serveMetrics } from './metrics.ts'
import { oneJobPerTick } from './one-job-per-tick.ts'
import { pastTrainingsIn } from './past-trainings.ts'
import { makeAttachmentReader } from './read-attachment.ts'
import { acquireInstanceLock, type InstanceLock } from './single-instance.ts'
import { skillsOf } from './skills.ts'
import { makeThreadReader } from './threads.ts'
import { workdaysOf } from './workdays.ts'

export interface ChatParts {
  readonly config: Config
  readonly clock: HeldClock
  readonly log: Log
  readonly store: Store
  readonly answering: Answering
}

/** Platforms do not redeliver a message after this long, ms. */
const redelivery = 7 * 24 * 3600_000
/** Retention of model traces, ms. */
const tracesKept = 90 * 24 * 3600_000

/**
 * Wires skills, router and platforms, and starts listening. A platform that cannot be joined is logged and the others go
 * on; the terminal joins in where no platform is configured, or with `--console`.
 * `finished` rejects with a Problem if no platform could be joined, or if another instance takes over.
 * @throws Problem where another instance is running, unless this one only answers over a pipe
 */
export async function startChat(parts: ChatParts, terminal: Terminal): Promise<Chat> {
  const { config, log, store } = parts
  const boot = shortId()
  const onlyAnswers = !config.slack && !config.discord && !speaksUnasked(config, terminal)
  const copy = await acquireInstanceLock({ lease: store.lease, boot, log }).catch((thrown: unknown) => {
    if (onlyAnswers && thrown instanceof Problem) return undefined
    throw thrown
  })
  try {
    return await startCopy({ ...parts, copy, boot }, terminal)
  } catch (thrown) {
    await copy?.release()
    throw thrown
  }
}

/**
 * Whether notices are shown in the terminal: if a person sits at it, or in a rehearsal, whose purpose is to show them;
 * not over a pipe.
 */
const speaksUnasked = (config: Config, terminal: Terminal) => terminal.interactive || config.speed > 1

/** Without the lease (`copy`) another copy says what is said unasked, and this one only answers. */
async function startCopy(
  parts: ChatParts & { readonly copy: InstanceLock | undefined; readonly boot: string },
  terminal: Terminal,
): Promise<Chat> {
  const { config, clock, log, copy, boot } = parts
  const metrics = makeMetrics()
  const inTurn = oneJobPerTick()
  const workdays = workdaysOf(config)
  const alliance = allianceDataOf(config, parts.answering)
  const store = wakingStore(parts.store, (job) => scheduler.wake(job))
  metrics.watchOutbox(store.outbox)
  const listening = makeListening(
    store,
    () => telling,
    () => places,
  )
  const wording = await parts.answering.wording()
  const skills = skillsOf({
    ...parts,
    store,
    listening,
    workdays,
    alliance,
    pastTrainings: pastTrainingsIn(config),
    readFile: makeAttachmentReader(() => adapters),
    readThread: makeThreadReader(() => adapters, log),
    ...(wording ? { wording } : {}),
    ...(config.calendar ? { calendarUrl: config.calendar.url } : {}),
    answerer: metrics.watchAnswerer(
      withKeptAnswers(
        { answer: (asked) => inTurn(() => parts.answering.answerer.answer(asked)) },
        { knowledge: () => store.knowledge() },
      ),
    ),
  })
  const pace = makePace({ clock })
  const route = makeRouter({
    skills,
    firstSight: store.inbox,
    callers: makeCallers({
      members: store.members,
      organizations: store.organizations,
      isOperator: atTerminal,
      operatorLocale: config.language,
    }),
    attention: makeAttention(store),
    pace: { waitOf: (message) => (atTerminal(message) ? 0 : pace.waitOf(message)) },
    log,
    reference: shortId,
  })
  const receive = metrics.watchReceive(route)
  const served =
    config.metricsPort === undefined ? undefined : await serveMetrics(config.metricsPort, metrics)
  const calendars = config.calendar && (await serveCalendars(config.calendar.port, { ...store, clock }))
  await store.inbox.forget(clock.now() - redelivery)
  await store.modelTraces.forget(clock.now() - tracesKept)
  const platforms = await configured(config, { clock, log }, metrics, makeHome(store, skills, clock))
  const console =
    platforms.length === 0 || terminal.wanted
      ? makeConsole({
          ...terminal,
          locale: config.language,
          clock,
          boot,
          save: saveIn(join(dirname(config.database), 'files')),
        })
      : undefined
  const adapters: readonly Adapter[] = console ? [...platforms, console] : platforms
  // Where nothing but a terminal is, whoever sits at it stands for the office.
  const atScreen = platforms.length === 0 && speaksUnasked(config, terminal)
  const telling = atScreen ? adapters : platforms
  const places: readonly BoundChannel[] = atScreen
    ? [{ organization: officeId, channel: consolePlace, boundAt: clock.now() }]
    : []
  const scheduler = makeBackgroundJobs({
    config,
    clock,
    log,
    store,
    listening,
    adapters: telling,
    boot,
    metrics,
    workdays,
    alliance,
    ...(parts.answering.embedding ? { embedding: parts.answering.embedding } : {}),
  })
  // Side by side: a platform that is away must not keep the others waiting.
  const joining = Promise.all(
    adapters.map(async (adapter) => {
      try {
        await adapter.start(receive, skills, await store.inbox.owed(adapter.platform))
        return true
      } catch (thrown) {
        log.error({ err: thrown, platform: adapter.platform }, `could not join: ${messageOf(thrown)}`)
        return false
      }
    }),
  )
  const leaving = new AbortController()
  let warming: Promise<void> | undefined
  // At the terminal the first message may be there already.
  if (!console)
    void joining.then(() => {
      if (leaving.signal.aborted) return
      warming = parts.answering.warmUp(leaving.signal).catch((thrown: unknown) => {
        log.warn({ err: thrown }, `the first answers will take longer: ${messageOf(thrown)}`)
      })
    })
  // Time passes once the first tick has seen the house as it was found.
  if (copy) void scheduler.start().then(() => clock.run())
  else clock.run()
  let end = () => {}
  const stopped = new Promise<void>((resolve) => {
    end = resolve
  })
  // Where a person sits at the terminal, their leaving is the end; else only being asked to stop is.
  const left = console ? console.finished : stopped
  return {
    finished: Promise.race([left, stopped, refused(joining), ...(copy ? [copy.lost] : [])]),
    stop: async () => {
      // What is on its way arrives, nothing more is begun; then the platforms are left.
      leaving.abort()
      await Promise.all([scheduler.stop(), warming])
      await Promise.allSettled(adapters.map((it) => it.stop()))
      await served?.close()
      await calendars?.close()
      await copy?.release()
      end()
    },
  }
}

/** The platforms whose tokens are there; an SDK is read only then, which saves the others most of a second. */
async function configured(
  { slack, discord, language }: Config,
  parts: Pick<ChatParts, 'clock' | 'log'>,
  metrics: Metrics,
  home: ReturnType<typeof makeHome>,
): Promise<readonly Adapter[]> {
  const platforms: Adapter[] = []
  if (slack) {
    const { makeSlack } = await import('../adapters/slack/adapter.ts')
    platforms.push(makeSlack({ ...slack, ...parts, home, watch: metrics.watchPlatform('slack') }))
  }
  if (discord) {
    const { makeDiscord } = await import('../adapters/discord/adapter.ts')
    platforms.push(
      makeDiscord({ ...discord, ...parts, locale: language, watch: metrics.watchPlatform('discord') }),
    )
  }
  return platforms
}

/** Rejects where no platform could be joined; else never settles. */
async function refused(joining: Promise<readonly boolean[]>): Promise<never> {
  if (!(await joining).includes(true)) {
    throw new Problem(
      '一个平台也没有连上，原因见上面的日志。',
      '请用 alliance doctor 检查令牌，或去掉令牌在终端里对话。',
    )
  }
  return new Promise(() => {})
}

/** Whoever sits at the terminal holds the store in their hands. */
const atTerminal = ({ from }: Message) => from.platform === 'console'

const shortId = () => randomUUID().slice(0, 8)
