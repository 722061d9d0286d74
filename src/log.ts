import { pino } from 'pino'
import type { LogLevel } from './config.ts'
import type { Log } from './core/log.ts'
import { maskPersonal } from './core/mask-personal-data.ts'

/**
 * The structured log: one JSON object per line, with secrets and personal data redacted.
 * @param write receives each finished line, newline included; the command line passes stderr, so that stdout stays data
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

// Patterns rather than a list of field names, because SDK error messages quote secrets in free text.
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

/** The line without tokens, phone numbers, identity numbers and e-mail addresses. Pure. */
export function redact(line: string): string {
  return maskPersonal(secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line))
}
