import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import type { Locale } from '../core/locale.ts'
import type { App, Flags, House } from './house.ts'

/** What a command line runs in. Tests hand in streams of their own. */
export interface Host {
  readonly input: Readable & { readonly isTTY?: boolean }
  /** Data, and nothing else. */
  readonly output: Writable & { readonly isTTY?: boolean }
  /** Progress, problems, the log. */
  readonly errors: Writable & { readonly isTTY?: boolean }
  /** The folder in which paths given by hand are meant. */
  readonly cwd: string
  readonly locale: Locale
  readonly app: App
  /** Calls back once when the operator or the system asks the program to end. */
  onStop(stop: () => void): void
}

/** A command of the line: declares itself; its action gives back the exit code. */
export type AddCommand = (program: Command, run: Run) => void

/** Runs an action in the house and closes it afterwards, whatever happened. */
export type Run = (command: Command, action: (context: Context) => Promise<number>) => Promise<void>

export interface Context {
  readonly host: Host
  readonly flags: Flags
  /** Opens the house at the first call; it is closed when the command has ended. */
  house(): Promise<House>
  /** Writes one line of data, waiting where the reader is slow. */
  out(line: string): Promise<void>
  /** Writes one line for the person at the terminal. */
  tell(line: string): void
}

/** Exit codes, as scripts see them. */
export const done = 0
export const failed = 1
export const misused = 2
