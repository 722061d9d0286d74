import { pino } from 'pino'
import type { LogLevel } from './config.ts'
import type { Log } from './core/log.ts'
import { maskPersonal } from './core/mask.ts'

/**
 * The structured log: one JSON object a line, without anything that would let a reader act as the bot or find a person.
 * @param write takes a finished line, with its newline; the command line hands in stderr, so that stdout stays data
 */
export function makeLog(level: LogLevel, write: (line: string) => void): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: pino.stdSerializers.err },
    },
    { write: (line: string) => write(redact(line)) },
  )
}

// Patterns instead of a list of field names: a secret in an SDK's error message stands under no name of ours.
const secrets: readonly (readonly [RegExp, string])[] = [
  [
    /("[^"]*(?:token|secret|password|authorization|cookie|api_?key)[^"]*":)"(?:[^"\\]|\\.)*"/gi,
    '$1"[hidden]"',
  ],
  [/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+/g, '[token]'],
  [/\b(Bearer|Bot) [\w.~+/=-]{16,}/g, '$1 [token]'],
  [/\bsk-[\w-]{16,}/g, '[token]'],
  // A Discord token: the base64 of an id, a time stamp and a signature.
  [/\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/g, '[token]'],
]

/** A line without tokens, mobile numbers and identity numbers. Pure. */
export function redact(line: string): string {
  return maskPersonal(secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line))
}
