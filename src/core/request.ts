import type { Caller } from './caller.ts'
import type { Clock, Instant } from './clock.ts'
import { Problem } from './errors.ts'
import { identityOf, personKey } from './identity.ts'
import type { Address, Message } from './message.ts'
import type { Outcome } from './skill.ts'

/** A message as a skill handles it, whether it was a command, form, button or text. */
export interface Request {
  readonly message: Message
  readonly caller: Caller
  /** Options of the command or values of the form, trimmed; empty ones are absent. */
  readonly given: Readonly<Record<string, string>>
  /** The value of the button, or of the button that opened the form. */
  readonly value: string
}

/** Handles one verb of a skill. */
export type Handle = (request: Request) => Promise<Outcome>

/** Extracts verb, arguments and button value from a message; a plain text message has no verb. Pure. */
export function readRequest({ command, form, press }: Message): Pick<Request, 'given' | 'value'> & {
  readonly verb?: string
} {
  const options = command?.options ?? form?.values ?? {}
  const trimmed: readonly (readonly [string, string])[] = Object.entries(options).map(([name, value]) => [
    name,
    value.trim(),
  ])
  const verb = command?.name ?? (form?.name ?? press?.action)?.replace(/^[^.]*\./, '')
  return {
    ...(verb === undefined ? {} : { verb }),
    given: Object.fromEntries(trimmed.filter(([, value]) => value !== '')),
    value: press?.value ?? form?.value ?? '',
  }
}

/** Actor, time and place, for the audit log. */
export function stampOf(
  { message, caller }: Pick<Request, 'message' | 'caller'>,
  clock: Clock,
): { readonly who: string; readonly at: Instant; readonly where: Address } {
  return { who: caller.member?.id ?? personKey(identityOf(message)), at: clock.now(), where: message.from }
}

/** The texts of a {@link Problem}: what happened, and what to do next. */
export type Told = readonly [what: string, remedy: string]

export function problem([what, remedy]: Told): Problem {
  return new Problem(what, remedy)
}
