import type { Message } from '../../core/message.ts'
import type { Block, Reply, Span, Text } from '../../core/reply.ts'
import type { Command, CommandOption, Skill } from '../../core/skill.ts'

/** The one slash command of the app; what the skills declare are its subcommands. */
export const SLASH = '/alliance'

/** What somebody typed after `/alliance`. */
export type Call =
  | { readonly kind: 'message'; readonly content: Pick<Message, 'text' | 'command'> }
  | { readonly kind: 'missing'; readonly command: Command; readonly option: CommandOption }
  | { readonly kind: 'no-choice'; readonly option: CommandOption; readonly typed: string }

/**
 * The text of a slash command: `subcommand option…`, options as `name:value`, `name="two words"`, or by position
 * (the required ones in their order, the last of them takes the rest). Words that are no subcommand are a question;
 * no words at all ask for help. Pure.
 */
export function parseCall(typed: string, skills: readonly Skill[]): Call {
  const text = typed.trim()
  const commands = skills.flatMap((it) => it.commands ?? [])
  const name = /^\/?([a-z][a-z-]{0,31})(?=\s|$)/i.exec(text)?.[0] ?? ''
  const asked = text === '' ? 'help' : name.replace('/', '').toLowerCase()
  const command = commands.find((it) => it.name === asked)
  if (!command) return { kind: 'message', content: { text } }
  return callOf(command, wordsOf(text.slice(name.length)), text)
}

/** A word, with the option's name where it has one. */
interface Word {
  readonly name?: string
  readonly value: string
}

const quoted = /"([^"]*)"|“([^”]*)”|「([^」]*)」|'([^']*)'/
const wordPattern = new RegExp(`(?:([a-z][a-z-]*)[:：=])?(?:${quoted.source}|(\\S+))`, 'giu')

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].map(([, name, ...values]) => {
    const value = values.find((it) => it !== undefined) ?? ''
    return name === undefined ? { value } : { name: name.toLowerCase(), value }
  })
}

function callOf(command: Command, words: readonly Word[], text: string): Call {
  const declared = command.options ?? []
  const given = new Map<string, string>()
  const loose: string[] = []
  for (const word of words) {
    const option = declared.find((it) => it.name === word.name)
    if (option) given.set(option.name, word.value)
    else loose.push(word.name === undefined ? word.value : `${word.name}:${word.value}`)
  }
  placeLoose(declared, given, loose)
  const options: Record<string, string> = {}
  for (const option of declared) {
    const value = given.get(option.name)
    if (value === undefined || value === '') {
      if (option.required) return { kind: 'missing', command, option }
      continue
    }
    const chosen = choiceOf(option, value)
    if (chosen === undefined) return { kind: 'no-choice', option, typed: value }
    options[option.name] = chosen
  }
  return { kind: 'message', content: { text, command: { name: command.name, options } } }
}

/** Words without a name: first those that are one of an option's choices, then the required options by position. */
function placeLoose(declared: readonly CommandOption[], given: Map<string, string>, loose: string[]): void {
  const free = () => declared.filter((it) => !given.has(it.name))
  for (const option of free().filter((it) => it.choices !== undefined)) {
    const at = loose.findIndex((it) => choiceOf(option, it) !== undefined)
    if (at >= 0) given.set(option.name, loose.splice(at, 1)[0] ?? '')
  }
  const required = free().filter((it) => it.required)
  const places = required.length > 0 ? required : free().slice(0, 1)
  places.forEach((option, at) => {
    const taken = at === places.length - 1 ? loose.splice(0) : loose.splice(0, 1)
    if (taken.length > 0) given.set(option.name, taken.join(' '))
  })
}

function choiceOf(option: CommandOption, typed: string): string | undefined {
  if (!option.choices) return typed
  return option.choices.find((it) => it.value === typed || it.label === typed)?.value
}

/** How a command is written, for a person who left something out. Pure. */
export function usageOf(command: Command): string {
  const options = (command.options ?? []).map((it) =>
    it.required ? `<${it.summary}>` : `[${it.name}:${it.summary}]`,
  )
  return [SLASH, command.name, ...options].join(' ')
}

/**
 * The same reply with commands as they are typed here: skills write `/ask` in code, on Slack that is `/alliance ask`. Pure.
 * @param names of all declared commands
 */
export function withSlash(reply: Reply, names: ReadonlySet<string>): Reply {
  const inSpan = (span: Span): Span => {
    if (span.kind !== 'code') return span
    const name = /^\/([a-z][a-z-]*)(?=\s|$)/.exec(span.text)?.[1]
    return name !== undefined && names.has(name) ? { ...span, text: `${SLASH} ${span.text.slice(1)}` } : span
  }
  const inText = (text: Text): Text => text.map(inSpan)
  const inBlock = (block: Block): Block => {
    if (block.kind === 'text' || block.kind === 'note') return { ...block, text: inText(block.text) }
    if (block.kind === 'list') return { ...block, items: block.items.map(inText) }
    if (block.kind === 'fields')
      return { ...block, fields: block.fields.map((it) => ({ ...it, value: inText(it.value) })) }
    return block
  }
  return { ...reply, blocks: reply.blocks.map(inBlock) }
}
