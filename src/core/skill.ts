import type { Caller } from './caller.ts'
import type { Lookup } from './lookup.ts'
import type { Message } from './message.ts'
import type { Choice, Form, Reply } from './reply.ts'

/** An option of a command. `suggest` provides autocompletion where the platform supports it. */
export interface CommandOption {
  readonly name: string
  readonly summary: string
  readonly required?: boolean
  readonly choices?: readonly Choice[]
  readonly suggest?: (typed: string) => Promise<readonly Choice[]>
}

/** A subcommand of `/alliance`, presented by each platform in its own way. Names are `[a-z-]{1,32}`. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly options?: readonly CommandOption[]
}

/** What a skill returns: a reply, successive versions of one reply (streaming), or nothing. */
export type Outcome = Reply | AsyncIterable<Reply> | undefined

/** The last version of a reply: for whatever shows one only once. */
export async function lastVersion(outcome: Outcome): Promise<Reply | undefined> {
  if (!outcome || !(Symbol.asyncIterator in outcome)) return outcome
  let last: Reply | undefined
  for await (const version of outcome) last = version
  return last
}

/** A capability of the bot. Its commands, forms and logic live in one folder under `src/skills/`. */
export interface Skill {
  readonly name: string
  readonly summary: string
  readonly examples: readonly string[]
  readonly commands?: readonly Command[]
  readonly forms?: readonly Form[]
  /**
   * Builds a form from stored data, e.g. with one training's questions; its name is `skill.verb`, as a button's action.
   * It may only read the store: platforms must open a form within three seconds.
   * @param value the value of the button that opens it
   */
  readonly formFor?: (name: string, value: string) => Promise<Form | undefined>
  /** Queries that a language model may choose. */
  readonly lookups?: readonly Lookup[]
  /** How well the message fits: 0 = not mine. The highest score wins, ties go to the first in the list. Pure. */
  match(message: Message): number
  handle(message: Message, caller: Caller): Promise<Outcome>
}

/** True if the message is one of this skill's commands, forms or buttons (`skill.verb`). */
export function isMine(
  skill: Pick<Skill, 'name' | 'commands' | 'forms' | 'formFor'>,
  message: Message,
): boolean {
  if (message.command) return skill.commands?.some((it) => it.name === message.command?.name) ?? false
  if (message.form) return isFormOf(skill, message.form.name)
  if (message.press) return message.press.action.startsWith(`${skill.name}.`)
  return false
}

/** The form that a button opens: a declared one, or one that its skill builds for the button's value. */
export async function formOf(
  skills: readonly Skill[],
  name: string,
  value: string,
): Promise<Form | undefined> {
  const skill = skills.find((it) => isFormOf(it, name))
  return skill?.forms?.find((it) => it.name === name) ?? skill?.formFor?.(name, value)
}

function isFormOf(skill: Pick<Skill, 'name' | 'forms' | 'formFor'>, name: string): boolean {
  if (skill.forms?.some((it) => it.name === name)) return true
  return skill.formFor !== undefined && name.startsWith(`${skill.name}.`)
}
