import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import type { Locale } from '../core/locale.ts'
import type { App, Flags, Services } from './services.ts'

/** The process around the command line. Tests pass streams of their own. */
export interface Host {
  readonly input: Readable & { readonly isTTY?: boolean }
  /** stdout: data and nothing else. */
  readonly output: Writable & { readonly isTTY?: boolean }
  /** stderr: progress, problems, the log. */
  readonly errors: Writable & { readonly isTTY?: boolean }
  /** Relative paths on the command line are resolved against this folder. */
  readonly cwd: string
  readonly locale: Locale
  readonly app: App
  /** Registers a callback for SIGINT and SIGTERM; called at most once. */
  onStop(stop: () => void): void
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, run: Run) => void

/** Runs a command's action, closes the services afterwards in any case, and keeps the exit code. */
export type Run = (command: Command, action: (context: Context) => Promise<number>) => Promise<void>

export interface Context {
  readonly host: Host
  readonly flags: Flags
  /** Opens the services on first use; they are closed when the command ends. */
  services(): Promise<Services>
  /** Writes one line of data, respecting back-pressure. */
  out(line: string): Promise<void>
  /** Writes one line for the person at the terminal. */
  tell(line: string): void
}

/** Exit codes, as scripts see them. */
export const done = 0
export const failed = 1
export const misused = 2
