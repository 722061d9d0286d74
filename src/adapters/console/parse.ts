import type { Message } from '../../core/message.ts'
import type { Button, Choice } from '../../core/reply.ts'
import type { Command, Skill } from '../../core/skill.ts'

/** What a typed line means, before it has an id and an author. */
export type Line =
  | { readonly kind: 'message'; readonly content: Pick<Message, 'text' | 'press' | 'command'> }
  | { readonly kind: 'opens'; readonly form: string; readonly value: string }
  | { readonly kind: 'no-button'; readonly number: number }
  | { readonly kind: 'no-command'; readonly name: string }
  | { readonly kind: 'no-choice'; readonly value: string; readonly choices: readonly string[] }
  | { readonly kind: 'no-option'; readonly command: string; readonly option: string }

/**
 * A typed line: a number presses a button of the last reply, `/name …` calls a command (`/alliance name …` too, as it is
 * typed on the platforms), all else is said. Pure.
 * @param shown the buttons that stand on the screen, in the order of their numbers
 */
export function parseLine(line: string, skills: readonly Skill[], shown: readonly Button[]): Line {
  const text = line.trim()
  if (/^\d{1,2}$/.test(text) && shown.length > 0) return pressOf(Number(text), shown)
  const slash = /^\/(?:alliance\s+)?([a-z][a-z-]{0,31})(?:\s+(.*))?$/is.exec(text)
  if (!slash) return { kind: 'message', content: { text } }
  const name = (slash[1] ?? '').toLowerCase()
  const command = skills.flatMap((it) => it.commands ?? []).find((it) => it.name === name)
  return command ? callOf(command, slash[2] ?? '', text) : { kind: 'no-command', name }
}

function pressOf(number: number, shown: readonly Button[]): Line {
  const button = shown[number - 1]
  if (!button) return { kind: 'no-button', number }
  if (button.opens !== undefined) return { kind: 'opens', form: button.opens, value: button.value }
  const { action, value, label } = button
  return { kind: 'message', content: { text: label, press: { action, value } } }
}

/** `name=value`, or `name:value` as the platforms write it, sets an option by name; what is left over goes, as one text, to the first option that it suits. */
function callOf(command: Command, rest: string, text: string): Line {
  const options: Record<string, string> = {}
  const declared = command.options ?? []
  const loose = rest
    .split(/\s+/)
    .filter((word) => {
      const [, name = '', value = ''] = /^([a-z][a-z-]*)[=:：](.+)$/i.exec(word) ?? []
      if (!declared.some((it) => it.name === name)) return word !== ''
      options[name] = value
      return false
    })
    .join(' ')
  const first = declared.find(
    (it) => options[it.name] === undefined && (!it.choices || it.choices.some((one) => isIt(one, loose))),
  )
  if (loose !== '' && first) options[first.name] = loose
  for (const { name, choices } of declared) {
    const value = options[name]
    if (choices && value !== undefined && !choices.some((it) => isIt(it, value)))
      return { kind: 'no-choice', value, choices: choices.map((it) => it.value) }
    const chosen = choices?.find((it) => it.label === value)
    if (chosen) options[name] = chosen.value
  }
  const missing = declared.find((it) => it.required && options[it.name] === undefined)
  if (missing) return { kind: 'no-option', command: command.name, option: missing.summary }
  return { kind: 'message', content: { text, command: { name: command.name, options } } }
}

function isIt({ value, label }: Choice, typed: string): boolean {
  return value === typed || label === typed
}
