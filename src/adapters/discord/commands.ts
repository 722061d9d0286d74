import {
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Locale } from '../../core/locale.ts'
import type { Choice } from '../../core/reply.ts'
import type { Command, CommandOption, Skill } from '../../core/skill.ts'
import { limits } from './limits.ts'
import { clean } from './markdown.ts'
import { filled, shortened } from './page.ts'
import { words } from './words.ts'

type Declared = RESTPutAPIApplicationCommandsJSONBody

/**
 * The skills' commands as Discord's: `/alliance` with a subcommand each (a second `/alliance-2` beyond 25), and a command
 * in the context menu of every message. Pure.
 */
export function declare(skills: readonly Skill[], locale: Locale): Declared {
  const commands = skills.flatMap((it) => it.commands ?? [])
  const groups = Array.from({ length: Math.ceil(commands.length / limits.commandOptions) }, (_, at) =>
    commands.slice(at * limits.commandOptions, (at + 1) * limits.commandOptions),
  )
  return [
    ...groups.map((group, at) => ({
      type: ApplicationCommandType.ChatInput as const,
      name: at === 0 ? 'alliance' : `alliance-${at + 1}`,
      description: describe(words[locale].command),
      options: group.map(subcommand),
    })),
    { type: ApplicationCommandType.Message as const, name: words[locale].askAbout },
  ]
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const options = command.options ?? []
  // Discord wants the required ones first; their order among each other stays.
  const ordered = [...options.filter((it) => it.required), ...options.filter((it) => !it.required)]
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name,
    description: describe(command.summary),
    ...(ordered.length === 0 ? {} : { options: ordered.slice(0, limits.commandOptions).map(option) }),
  }
}

function option(it: CommandOption): APIApplicationCommandStringOption {
  const choices = choicesOf(it.choices ?? [])
  const shared = {
    type: ApplicationCommandOptionType.String as const,
    name: it.name,
    description: describe(it.summary),
    ...(it.required ? { required: true } : {}),
  }
  if (suggests(it)) return { ...shared, autocomplete: true }
  return choices.length === 0 ? shared : { ...shared, choices }
}

/** True where the option answers while a person types: by its own word, or because it has more choices than a list holds. */
function suggests(it: CommandOption): boolean {
  return it.suggest !== undefined || (it.choices?.length ?? 0) > limits.choices
}

/** What is offered for a half-typed option. Never throws: without a suggestion people can still type. */
export async function suggestFor(
  skills: readonly Skill[],
  asked: { readonly command: string; readonly option: string; readonly typed: string },
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const command = skills.flatMap((it) => it.commands ?? []).find((it) => it.name === asked.command)
  const option = command?.options?.find((it) => it.name === asked.option)
  if (!option) return []
  if (option.suggest === undefined) {
    return choicesOf((option.choices ?? []).filter((it) => it.label.includes(asked.typed))).slice(
      0,
      limits.choices,
    )
  }
  const choices = await option.suggest(asked.typed).catch(() => [])
  return choicesOf(choices).slice(0, limits.choices)
}

/** Choices as Discord takes them; a value that is too long is left out, because cut short it would mean something else. */
function choicesOf(choices: readonly Choice[]): APIApplicationCommandOptionChoice<string>[] {
  return choices
    .filter((it) => it.value.length > 0 && it.value.length <= limits.choiceValue)
    .map((it) => ({ name: shortened(filled(clean(it.label)), limits.choiceName), value: it.value }))
}

function describe(text: string): string {
  return shortened(filled(clean(text)), limits.commandDescription)
}

/** True where Discord already has these commands, so that they need not be registered again. Pure. */
export function sameCommands(declared: Declared, registered: unknown): boolean {
  return JSON.stringify(essence(declared)) === JSON.stringify(essence(registered))
}

/** Only what we declare: Discord adds ids, versions and defaults, and keeps an order of its own. */
function essence(commands: unknown): unknown {
  if (!Array.isArray(commands)) return []
  const named = commands.map((it: Record<string, unknown>) => ({
    type: it.type ?? ApplicationCommandType.ChatInput,
    name: it.name,
    description: it.description || undefined,
    options: optionsEssence(it.options),
  }))
  return named.sort((a, b) => String(a.name).localeCompare(String(b.name)))
}

function optionsEssence(options: unknown): unknown {
  if (!Array.isArray(options) || options.length === 0) return undefined
  return options.map((it: Record<string, unknown>) => ({
    type: it.type,
    name: it.name,
    description: it.description,
    required: it.required || undefined,
    autocomplete: it.autocomplete || undefined,
    choices: choicesEssence(it.choices),
    options: optionsEssence(it.options),
  }))
}

function choicesEssence(choices: unknown): unknown {
  if (!Array.isArray(choices) || choices.length === 0) return undefined
  return choices.map((it: Record<string, unknown>) => [it.name, it.value])
}
