import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { makeConsole, terminal as terminalChannel } from '../adapters/console/adapter.ts'
import { saveIn } from '../adapters/console/save.ts'
import type { Chat, Terminal } from '../cli/services.ts'
import type { Config } from '../config.ts'
import type { Adapter, Receive } from '../core/adapter.ts'
import type { HeldClock } from '../core/clock.ts'
import { messageOf, Problem } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Message } from '../core/message.ts'
import { limitPerPerson } from '../core/rate-limit.ts'
import { makeRouter } from '../core/router.ts'
import type { Skill } from '../core/skill.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import { withKeptAnswers } from '../skills/ask/answer/kept-answers.ts'
import { makeAttention } from '../skills/members/attention.ts'
import { makeCallers } from '../skills/members/callers.ts'
import { officeId } from '../skills/members/organizations.ts'
import type { BoundChannel } from '../store/directory.ts'
import type { Store } from '../store/index.ts'
import { allianceDataOf } from './alliance-data.ts'
import type { Answering } from './answering.ts'
import { makeBackgroundJobs, wakingStore } from './background-jobs.ts'
import { makeListening } from './ears.ts'
import { makeHome } from './home.ts'
import { openHttpServices } from './http-services.ts'
import { makeMetrics } from './metrics.ts'
import { oneJobPerTick } from './one-job-per-tick.ts'
import { pastTrainingsIn } from './past-trainings.ts'
import { failIfNoneJoined, joinPlatforms, makePlatforms } from './platforms.ts'
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
  const lock = await acquireInstanceLock({ lease: store.lease, boot, log }).catch((thrown: unknown) => {
    if (onlyAnswers && thrown instanceof Problem) return undefined
    throw thrown
  })
  try {
    return await startInstance({ ...parts, lock, boot }, terminal)
  } catch (thrown) {
    await lock?.release()
    throw thrown
  }
}

/**
 * Whether notices are shown in the terminal: if a person sits at it, or in a rehearsal, whose purpose is to show them;
 * not over a pipe.
 */
const speaksUnasked = (config: Config, terminal: Terminal) => terminal.interactive || config.speed > 1

interface InstanceParts extends ChatParts {
  /** Undefined where another instance holds it: then this one only answers, and sends nothing unasked. */
  readonly lock: InstanceLock | undefined
  readonly boot: string
}

async function startInstance(parts: InstanceParts, terminal: Terminal): Promise<Chat> {
  const { config, clock, log, lock, answering } = parts
  const metrics = makeMetrics()
  const store = wakingStore(parts.store, (job) => scheduler.wake(job))
  metrics.watchOutbox(store.outbox)
  const workdays = workdaysOf(config)
  const alliance = allianceDataOf(config, answering)
  // Skills reach the adapters, which are created after them, through getters.
  const listening = makeListening(
    store,
    () => notified,
    () => operatorChannels,
  )
  const wording = await answering.wording()
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
    answerer: metrics.watchAnswerer(queuedAnswerer(answering, store)),
  })
  const receive = metrics.watchReceive(routerOf(parts, skills))
  const http = await openHttpServices(config, metrics, { ...store, clock })
  await store.inbox.forget(clock.now() - redelivery)
  await store.modelTraces.forget(clock.now() - tracesKept)
  const platforms = await makePlatforms(config, { clock, log }, metrics, makeHome(store, skills, clock))
  const console = platforms.length === 0 || terminal.wanted ? consoleOf(parts, terminal) : undefined
  const adapters: readonly Adapter[] = console ? [...platforms, console] : platforms
  // If the terminal is the only platform, whoever sits at it acts as the office and gets its notices.
  const notifiesTerminal = platforms.length === 0 && speaksUnasked(config, terminal)
  const notified = notifiesTerminal ? adapters : platforms
  const operatorChannels: readonly BoundChannel[] = notifiesTerminal
    ? [{ organization: officeId, channel: terminalChannel, boundAt: clock.now() }]
    : []
  const scheduler = makeBackgroundJobs({
    ...parts,
    ...(answering.embedding ? { embedding: answering.embedding } : {}),
    store,
    listening,
    adapters: notified,
    metrics,
    workdays,
    alliance,
  })
  const joining = joinPlatforms(adapters, { receive, skills, inbox: store.inbox, log })
  const stopping = new AbortController()
  let warming: Promise<void> | undefined
  // Not at the terminal, where the first message may be there already.
  if (!console)
    void joining.then(() => {
      warming = warmUp(answering, log, stopping.signal)
    })
  // A rehearsed clock starts once the first round of jobs has seen the store as it was left.
  if (lock) void scheduler.start().then(() => clock.run())
  else clock.run()
  let end = () => {}
  const stopped = new Promise<void>((resolve) => {
    end = resolve
  })
  // A terminal session ends when its input does, otherwise only `stop` ends the chat.
  const left = console ? console.finished : stopped
  return {
    finished: Promise.race([left, stopped, failIfNoneJoined(joining), ...(lock ? [lock.lost] : [])]),
    stop: async () => {
      // Deliveries and answers in progress are finished before the platforms are left.
      stopping.abort()
      await Promise.all([scheduler.stop(), warming])
      await Promise.allSettled(adapters.map((it) => it.stop()))
      await http.close()
      await lock?.release()
      end()
    },
  }
}

function routerOf({ config, clock, log, store }: ChatParts, skills: readonly Skill[]): Receive {
  const limit = limitPerPerson(clock)
  return makeRouter({
    skills,
    inbox: store.inbox,
    callers: makeCallers({
      members: store.members,
      organizations: store.organizations,
      isOperator: isAtTerminal,
      operatorLocale: config.language,
    }),
    attention: makeAttention(store),
    limit: { waitFor: (message) => (isAtTerminal(message) ? 0 : limit.waitFor(message)) },
    log,
    reference: shortId,
  })
}

/** Answers one question per turn of the event loop, and repeats a question's answer while nothing it rests on changes. */
function queuedAnswerer({ answerer }: Answering, store: Store): Answerer {
  const inTurn = oneJobPerTick()
  return withKeptAnswers(
    { answer: (asked) => inTurn(() => answerer.answer(asked)) },
    { knowledge: () => store.knowledge() },
  )
}

function consoleOf({ config, clock, boot }: InstanceParts, terminal: Terminal) {
  return makeConsole({
    ...terminal,
    locale: config.language,
    clock,
    boot,
    save: saveIn(join(dirname(config.database), 'files')),
  })
}

async function warmUp(answering: Answering, log: Log, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await answering.warmUp(signal).catch((thrown: unknown) => {
    log.warn({ err: thrown }, `warming up failed; the first answers will take longer: ${messageOf(thrown)}`)
  })
}

/** Whoever sits at the terminal has the database file, and with it every right. */
const isAtTerminal = ({ from }: Message) => from.platform === 'console'

const shortId = () => randomUUID().slice(0, 8)
