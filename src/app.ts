import { randomUUID } from 'node:crypto'
import { allianceDataOf } from './app/alliance-data.ts'
import { makeAnswering } from './app/answering.ts'
import { startChat } from './app/chat.ts'
import { diagnose } from './app/diagnose.ts'
import { makeListening } from './app/ears.ts'
import { pastTrainingsIn } from './app/past-trainings.ts'
import { planDayAside } from './app/plan-day.ts'
import { keepOrganizations, loadSeeds, seedsOf } from './app/seed.ts'
import { deadlineParts, skillsOf } from './app/skills.ts'
import { workdaysOf } from './app/workdays.ts'
import type { App, Flags, Services } from './cli/services.ts'
import { type Config, readConfig } from './config.ts'
import { type Clock, type HeldClock, heldClock, systemClock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import { makeLog } from './log.ts'
import { readDocument } from './skills/ask/documents/read-document.ts'
import { readSource } from './skills/ask/documents/read-file.ts'
import { drawAnswer } from './skills/ask/draw.ts'
import { articleKeysIn } from './skills/ask/search/article-key.ts'
import { makeDeadlineCommands } from './skills/deadlines/commands.ts'
import { makeMatchCommands } from './skills/matchmaking/commands.ts'
import { importMembers, inviteByOperator } from './skills/members/operator.ts'
import { makeReportCommands } from './skills/reports/commands.ts'
import { makeTrainingCommands } from './skills/trainings/commands.ts'
import { makeOrganizingCommands } from './skills/trainings/organizing/commands.ts'
import { makeVisitCommands } from './skills/trainings/visits/commands.ts'
import { makeZoneCommands } from './skills/zones/commands.ts'
import { readGrid } from './skills/zones/grid.ts'
import { provinceOf } from './skills/zones/provinces.ts'
import { backUp, restore } from './store/backup.ts'
import { explainStoreError } from './store/explain-error.ts'
import { openStore, type Store } from './store/index.ts'

/** What the process provides. The environment is read here once and becomes a {@link Config}. */
export interface ProcessContext {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The program's own folder. */
  readonly root: string
  /** Relative paths are resolved against this folder. */
  readonly cwd: string
  /** Receives each finished log line. */
  readonly writeLog: (line: string) => void
}

/** The composition root: only this file and those in `app/` wire modules together. */
export function makeApp({ env, root, cwd, writeLog }: ProcessContext): App {
  const configOf = (flags: Flags) => readConfig({ env, flags, root, cwd })
  return {
    root,
    open: async (flags) => {
      const config = configOf(flags)
      const log = makeLog(config.logLevel, writeLog)
      return composeServices(
        config,
        heldClock(config.now, config.speed),
        log,
        await openStore(config.database),
      )
    },
    vault: (flags) => {
      const { database, now } = configOf(flags)
      return {
        backUp: (to) => backUp(database, to),
        restore: (from) => restore(from, database, stampOf(systemClock(now))),
      }
    },
    explain: explainStoreError,
    diagnose: (flags) =>
      diagnose({
        config: () => configOf(flags),
        openStore,
        nodeVersion: process.versions.node,
        clock: (config) => systemClock(config.now),
      }),
  }
}

function composeServices(config: Config, clock: HeldClock, log: Log, store: Store): Services {
  const answering = makeAnswering(config, store, clock, { log })
  const { answerer, ingest } = answering
  const zones = makeZoneCommands(store.zones, config.language)
  return {
    config,
    clock,
    log,
    store,
    zones: {
      ...zones,
      importZones: async (file, options) => {
        const told = await zones.importZones(file, options)
        // A new zone is an organization that people can join.
        await keepOrganizations(store, clock)
        return told
      },
    },
    members: {
      invite: (wanted) => inviteByOperator({ ...store, clock }, wanted),
      import: (bytes, options) => importMembers({ ...store, clock }, bytes, options),
    },
    deadlines: makeDeadlineCommands({
      ...deadlineParts({ clock, store, listening: makeListening(store), workdays: workdaysOf(config) }),
      locale: config.language,
      readGrid,
      askPolicy: async () => undefined,
      askAnybody: async () => undefined,
    }),
    matches: makeMatchCommands({
      ...store,
      clock,
      alliance: allianceDataOf(config, answering),
      locale: config.language,
      planDay: planDayAside,
    }),
    readGrid,
    trainings: makeTrainingCommands({
      ...store,
      clock,
      regionOf: (province) => provinceOf(province)?.region,
      pastTrainings: pastTrainingsIn(config),
      locale: config.language,
    }),
    visits: makeVisitCommands({ ...store, clock, locale: config.language }),
    organizing: makeOrganizingCommands({ ...store, clock, newId: randomUUID, locale: config.language }),
    reports: makeReportCommands({ ...store, clock, locale: config.language }),
    printedText: async (file) => (await readDocument(file)).printed,
    answerer,
    worded: () => answering.worded(),
    async planner() {
      const wording = await answering.wording()
      if (!wording) return undefined
      const lookups = skillsOf({
        clock,
        store,
        answering,
        answerer,
        wording,
        listening: makeListening(store),
        workdays: workdaysOf(config),
        alliance: allianceDataOf(config, answering),
        pastTrainings: pastTrainingsIn(config),
        readFile: async () => '',
      }).flatMap((it) => it.lookups ?? [])
      return (question) => wording.plan({ question }, lookups, { id: randomUUID(), payer: 'operator' })
    },
    warmUp: () => answering.warmUp(),
    ingest,
    embedding: answering.embedding,
    get searcher() {
      return answering.searcher
    },
    get learner() {
      return answering.learner
    },
    drawAnswer: (answer) => drawAnswer(answer, config.language),
    articleKeysIn,
    readSource,
    loadData: (begin) =>
      loadSeeds(seedsOf({ config, clock, log, store, answering }), store.seeds, clock, begin),
    startChat: (terminal) => startChat({ config, clock, log, store, answering }, terminal),
    close: () => store.close(),
  }
}

/** An instant as part of a file name. */
const stampOf = (clock: Clock) => new Date(clock.now()).toISOString().replace(/\D/g, '').slice(0, 14)
