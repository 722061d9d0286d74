import type { Caller } from './caller.ts'
import type { Clock, Instant } from './clock.ts'
import { Problem } from './errors.ts'
import { identityOf, personKey } from './identity.ts'
import type { Address, Message } from './message.ts'
import type { Outcome } from './skill.ts'

/** What somebody asked a skill for, whether by command, form, button or in words. */
export interface Request {
  readonly message: Message
  readonly caller: Caller
  /** Options of the command or values of the form, trimmed; one that is empty is absent. */
  readonly given: Readonly<Record<string, string>>
  /** What the button carried, or the button that opened the form. */
  readonly value: string
}

/** What a skill does about one verb. */
export type Handle = (request: Request) => Promise<Outcome>

/** The verb, what was given with it, and the value of its button; without command, form and button a verb is not told. Pure. */
export function readRequest({ command, form, press }: Message): Pick<Request, 'given' | 'value'> & {
  readonly verb?: string
} {
  const options = command?.options ?? form?.values ?? {}
  const typed = Object.entries(options).map(([name, value]) => [name, value.trim()] as const)
  const verb = command?.name ?? (form?.name ?? press?.action)?.replace(/^[^.]*\./, '')
  return {
    ...(verb === undefined ? {} : { verb }),
    given: Object.fromEntries(typed.filter(([, value]) => value !== '')) as Readonly<Record<string, string>>,
    value: press?.value ?? form?.value ?? '',
  }
}

/** Who does this, when, and where, for the audit. */
export function stampOf(
  { message, caller }: Pick<Request, 'message' | 'caller'>,
  clock: Clock,
): { readonly who: string; readonly at: Instant; readonly where: Address } {
  return { who: caller.member?.id ?? personKey(identityOf(message)), at: clock.now(), where: message.from }
}

/** What happened, and what to do next. */
export type Told = readonly [what: string, remedy: string]

export function problem([what, remedy]: Told): Problem {
  return new Problem(what, remedy)
}
