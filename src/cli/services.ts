import type { Readable, Writable } from 'node:stream'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Sent } from '../core/embedding.ts'
import type { Problem } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Reply } from '../core/reply.ts'
import type { Answer, Answerer } from '../skills/ask/answer/answer.ts'
import type { SourceFile } from '../skills/ask/documents/format.ts'
import type { Ingest } from '../skills/ask/documents/ingest.ts'
import type { Step } from '../skills/ask/model/plan-lookups.ts'
import type { EmbedProgress } from '../skills/ask/search/embed-passages.ts'
import type { Learner } from '../skills/ask/search/learn.ts'
import type { Searcher } from '../skills/ask/search/search.ts'
import type { DeadlineCommands } from '../skills/deadlines/commands.ts'
import type { MatchCommands } from '../skills/matchmaking/commands.ts'
import type { MadeInvitation } from '../skills/members/invitation.ts'
import type { MembersImported } from '../skills/members/operator.ts'
import type { ReportCommands } from '../skills/reports/commands.ts'
import type { TrainingCommands } from '../skills/trainings/commands.ts'
import type { OrganizingCommands } from '../skills/trainings/organizing/commands.ts'
import type { VisitCommands } from '../skills/trainings/visits/commands.ts'
import type { ZoneCommands } from '../skills/zones/commands.ts'
import type { Store } from '../store/index.ts'

/** The flags that every command takes, before or after its name. */
export interface Flags {
  readonly db?: string
  readonly now?: string
  /** `start --speed`: seconds of rehearsed time per real second. */
  readonly speed?: string
  readonly json?: boolean
}

/** The application as the command line sees it; `src/app.ts` implements it. */
export interface App {
  /** The program's own folder. */
  readonly root: string
  /** Opens the store that the flags name and wires the services over it. The caller closes them. */
  open(flags: Flags): Promise<Services>
  /** Backup and restore; works even where the store itself cannot be opened. */
  vault(flags: Flags): Vault
  /** Translates a disk or database error into a Problem; undefined for any other error. */
  explain(thrown: unknown): Problem | undefined
  /** Runs every health check of `alliance doctor`. Never throws. */
  diagnose(flags: Flags): Promise<readonly Finding[]>
}

/** The result of one health check. `hint`: it works, but the operator may want to know. */
export interface Finding {
  readonly name: string
  readonly state: 'ok' | 'hint' | 'failed'
  readonly what: string
  readonly remedy?: string
}

export interface Vault {
  backUp(to: string): Promise<void>
  /** @returns the path the replaced file was moved to, if there was one */
  restore(from: string): Promise<string | undefined>
}

/** The wired application: everything a command may call. */
export interface Services {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly answerer: Answerer
  /** The answerer with a language model in front of it; undefined where none is configured. */
  worded(): Promise<Answerer | undefined>
  /** Asks the model which lookups it would run for a question; undefined where none is configured. */
  planner(): Promise<((question: string) => Promise<readonly Step[]>) | undefined>
  /** Fills caches ahead of a batch, so that its first answers are as fast as the rest. */
  warmUp(): Promise<void>
  readonly searcher: Searcher
  readonly zones: ZoneCommands
  readonly members: MemberCommands
  readonly deadlines: DeadlineCommands
  readonly matches: MatchCommands
  /** The rows of a .csv or .xlsx file's first sheet. @throws Problem */
  readonly readGrid: (file: SourceFile) => Promise<string[][]>
  readonly trainings: TrainingCommands
  readonly visits: VisitCommands
  readonly organizing: OrganizingCommands
  readonly reports: ReportCommands
  /** A file's plain text; table cells are separated by tabs. @throws Problem where the format cannot be read */
  printedText(file: SourceFile): Promise<string>
  drawAnswer(answer: Answer): Reply
  /** The article numbers mentioned in a text, spelled as `StoredPassage.articleKey`. */
  articleKeysIn(text: string): readonly string[]
  /** A file's name and bytes. @throws Problem where it cannot be read */
  readSource(file: string): Promise<SourceFile>
  readonly ingest: Ingest
  /** Vectors of passages; undefined where no embedding endpoint is configured. */
  readonly embedding: EmbedCommands | undefined
  readonly learner: Learner
  /**
   * Loads the initial data; nearly free once that has been done.
   * @param begin called with the name of each part before it is loaded
   */
  loadData(begin: (name: string) => void): Promise<void>
  startChat(terminal: Terminal): Promise<Chat>
  close(): Promise<void>
}

export interface EmbedCommands {
  /** The model, as it is named at its endpoint. */
  readonly model: string
  /** Estimates the cost of embedding, in money too where a price is configured. Sends nothing. */
  estimate(): Promise<EmbedEstimate>
  /** Embeds every passage and profile that has no vector yet. @throws Problem where the vector extension cannot be loaded */
  embed(options?: {
    readonly signal?: AbortSignal
    readonly show?: (progress: EmbedProgress) => void
  }): Promise<Embedded>
}

/** How many passages and profiles lack a vector, and what embedding them would cost. */
export interface EmbedEstimate {
  readonly passages: number
  readonly profiles: number
  /** Requests to the endpoint. */
  readonly requests: number
  /** An upper estimate. */
  readonly tokens: number
  readonly money?: number
}

/** Totals of passages and profiles, how many now have a vector, and what was sent to get there. */
export interface Embedded extends EmbedProgress, Sent {
  readonly profiles: number
  readonly profilesEmbedded: number
}

/** Member administration for the operator, from the command line. */
export interface MemberCommands {
  invite(wanted: { organization: string; uses?: number; days?: number }): Promise<MadeInvitation>
  import(bytes: Uint8Array, options: { dryRun?: boolean }): Promise<MembersImported>
}

/** The terminal that this process was started from. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
  readonly interactive: boolean
  readonly color: boolean
  /** `--console`: chat here even though a platform is configured. */
  readonly wanted: boolean
}

export interface Chat {
  /** Resolves when the chat has ended by itself. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}
