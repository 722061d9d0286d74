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
  /** Of `start`: a rehearsal that runs faster than life. */
  readonly speed?: string
  readonly json?: boolean
}

/** What the composition root gives to the command line. */
export interface App {
  /** The folder of the program. */
  readonly root: string
  /** Opens the house that the flags name; whoever opened it closes it. */
  open(flags: Flags): Promise<House>
  /** Copies of the store; works on a store that cannot be opened, too. */
  vault(flags: Flags): Vault
  /** What a failure of the disk or the database means for people; undefined where it is neither. */
  explain(thrown: unknown): Problem | undefined
  /** What is well and what is not, each with its remedy. Never throws. */
  examine(flags: Flags): Promise<readonly Finding[]>
}

/** One thing that was looked at. `hint`: works, but somebody may want to know. */
export interface Finding {
  readonly name: string
  readonly state: 'ok' | 'hint' | 'failed'
  readonly what: string
  readonly remedy?: string
}

export interface Vault {
  backUp(to: string): Promise<void>
  /** @returns where the replaced file was put aside, if there was one */
  restore(from: string): Promise<string | undefined>
}

/** The joined house, as the commands use it. */
export interface House {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly answerer: Answerer
  /** The same behind a language model; undefined where none is configured. */
  worded(): Promise<Answerer | undefined>
  /** What the model would look up for a question; undefined where none is configured. */
  planner(): Promise<((question: string) => Promise<readonly Step[]>) | undefined>
  /** Before many questions: the first ones are then answered as fast as the others. */
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
  /** The text of a file as our readers print it, cells of tables parted by tabs. @throws Problem where none can be read */
  printedText(file: SourceFile): Promise<string>
  drawAnswer(answer: Answer): Reply
  /** The articles that a text names, in the spelling of `StoredPassage.articleKey`. */
  articleKeysIn(text: string): readonly string[]
  /** A file's name and bytes. @throws Problem where it cannot be read */
  readSource(file: string): Promise<SourceFile>
  readonly ingest: Ingest
  /** Vectors of passages; undefined where no embedding endpoint is configured. */
  readonly embedding: EmbedCommands | undefined
  readonly learner: Learner
  /**
   * Loads what a new installation starts with; costs next to nothing when that has been done.
   * @param begin called with the name of each part before it is loaded
   */
  loadData(begin: (name: string) => void): Promise<void>
  startChat(terminal: Terminal): Promise<Chat>
  close(): Promise<void>
}

export interface EmbedCommands {
  /** The model, as it is named at its endpoint. */
  readonly model: string
  /** What embedding will take; with money, in the currency of the prices, where a price is known. Asks nobody. */
  estimate(): Promise<EmbedEstimate>
  /** Gives every passage and profile its vector; what has one keeps it. @throws Problem where this machine cannot compare vectors */
  embed(options?: {
    readonly signal?: AbortSignal
    readonly show?: (progress: EmbedProgress) => void
  }): Promise<Embedded>
}

/** Passages and profiles without a vector, and what it takes to make them. */
export interface EmbedEstimate {
  readonly passages: number
  readonly profiles: number
  /** Requests to the endpoint. */
  readonly requests: number
  /** Hardly more than this. */
  readonly tokens: number
  readonly money?: number
}

/** Passages and profiles that are to have a vector, those that have one now, and what was sent for it. */
export interface Embedded extends EmbedProgress, Sent {
  readonly profiles: number
  readonly profilesEmbedded: number
}

/** What whoever runs the bot may do about people, without a chat. */
export interface MemberCommands {
  invite(wanted: { organization: string; uses?: number; days?: number }): Promise<MadeInvitation>
  import(bytes: Uint8Array, options: { dryRun?: boolean }): Promise<MembersImported>
}

/** Where the chat of this process happens. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
  readonly interactive: boolean
  readonly color: boolean
  /** Also where a platform is configured. */
  readonly wanted: boolean
}

export interface Chat {
  /** Resolves when there is nobody left to talk to. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}
