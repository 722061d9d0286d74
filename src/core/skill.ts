import type { Caller } from './caller.ts'
import type { Lookup } from './lookup.ts'
import type { Message } from './message.ts'
import type { Choice, Form, Reply } from './reply.ts'

/** An option of a command. `suggest` answers while a person types, where the platform can show that. */
export interface CommandOption {
  readonly name: string
  readonly summary: string
  readonly required?: boolean
  readonly choices?: readonly Choice[]
  readonly suggest?: (typed: string) => Promise<readonly Choice[]>
}

/** A subcommand of `/alliance`, drawn by each platform in its own way. Names are `[a-z-]{1,32}`. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly options?: readonly CommandOption[]
}

/** What a skill gives back: one reply, one that gets better while it is worked on, or nothing. */
export type Outcome = Reply | AsyncIterable<Reply> | undefined

/** A capability of the bot. Its chat face and its own logic live in one folder under `src/skills/`. */
export interface Skill {
  readonly name: string
  readonly summary: string
  readonly examples: readonly string[]
  readonly commands?: readonly Command[]
  readonly forms?: readonly Form[]
  /**
   * A form that follows from what is kept, e.g. with the questions of one training; its name is `skill.verb`, as a button's.
   * Reads the store and nothing else: platforms open a form within three seconds or never.
   * @param value what the button carried that opens it
   */
  readonly formFor?: (name: string, value: string) => Promise<Form | undefined>
  /** What can be looked up in its part of the store by arguments, where a sentence is not understood. */
  readonly lookups?: readonly Lookup[]
  /** 0 = not mine; higher = surer. Pure. The first of the highest wins. */
  match(message: Message): number
  handle(message: Message, caller: Caller): Promise<Outcome>
}

/** True where a message is meant for this skill by a declared command, a form, or a button named `skill.verb`. */
export function isMine(
  skill: Pick<Skill, 'name' | 'commands' | 'forms' | 'formFor'>,
  message: Message,
): boolean {
  if (message.command) return skill.commands?.some((it) => it.name === message.command?.name) ?? false
  if (message.form) return isFormOf(skill, message.form.name)
  if (message.press) return message.press.action.startsWith(`${skill.name}.`)
  return false
}

/** The form that a button opens: a declared one, else what its skill makes for that value. */
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
