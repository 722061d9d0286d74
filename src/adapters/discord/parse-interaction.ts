import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type ModalSubmitComponent,
} from 'discord.js'
import type { Message } from '../../core/message.ts'
import { decode } from './custom-id.ts'
import { addressOf, everywhere, instantOf, wordsOf } from './parse.ts'

/** What an interaction asks for. */
export type Asked =
  | { readonly kind: 'message'; readonly message: Message }
  /** A form that must open at once; the press stands for it where there is no such form any more. */
  | { readonly kind: 'open'; readonly form: string; readonly value: string; readonly message: Message }
  | { readonly kind: 'share' }
  /** A person is typing an option of a command. */
  | { readonly kind: 'suggest'; readonly command: string; readonly option: string; readonly typed: string }
  | { readonly kind: 'unknown' }

/** An interaction of the gateway as what it asks for. Pure. */
export function parseInteraction(interaction: APIInteraction): Asked {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return parseCommand(interaction)
    case InteractionType.ApplicationCommandAutocomplete:
      return parseTyping(interaction)
    case InteractionType.MessageComponent:
      return parsePress(interaction)
    case InteractionType.ModalSubmit:
      return parseSubmission(interaction)
    default:
      return { kind: 'unknown' }
  }
}

function parseCommand(interaction: APIApplicationCommandInteraction): Asked {
  const { data } = interaction
  if (data.type === ApplicationCommandType.Message) {
    const target = data.resolved.messages[data.target_id]
    return { kind: 'message', message: messageOf(interaction, { text: target ? wordsOf(target) : '' }) }
  }
  if (data.type !== ApplicationCommandType.ChatInput) return { kind: 'unknown' }
  const call = calledOf(data.options ?? [])
  if (!call) return { kind: 'unknown' }
  const options = Object.fromEntries(call.options.map(({ name, value }) => [name, String(value)]))
  const text = [`/${call.name}`, ...Object.values(options)].join(' ')
  return { kind: 'message', message: messageOf(interaction, { text, command: { name: call.name, options } }) }
}

function parseTyping(interaction: APIApplicationCommandAutocompleteInteraction): Asked {
  const call = calledOf(interaction.data.options ?? [])
  const focused = call?.options.find((it) => it.focused)
  if (!call || !focused) return { kind: 'unknown' }
  return { kind: 'suggest', command: call.name, option: focused.name, typed: String(focused.value) }
}

interface Called {
  readonly name: string
  readonly options: readonly { name: string; value: string | number | boolean; focused?: boolean }[]
}

function calledOf(
  options: readonly APIApplicationCommandInteractionDataOption<InteractionType>[],
): Called | undefined {
  const [called] = options
  if (called?.type !== ApplicationCommandOptionType.Subcommand) return undefined
  return {
    name: called.name,
    options: (called.options ?? []).map((it) => ({
      name: it.name,
      value: it.value,
      ...('focused' in it && it.focused ? { focused: true } : {}),
    })),
  }
}

function parsePress(interaction: APIMessageComponentInteraction): Asked {
  const id = decode(interaction.data.custom_id)
  if (!id || interaction.data.component_type !== ComponentType.Button) {
    // A button of an older version of the bot: the router says that it no longer works.
    const press = { action: interaction.data.custom_id, value: '' }
    return { kind: 'message', message: messageOf(interaction, { text: '', press }) }
  }
  if (id.kind === 'share') return { kind: 'share' }
  const press = { action: id.name, value: id.value }
  const message = messageOf(interaction, { text: labelOf(interaction), press })
  return id.kind === 'open'
    ? { kind: 'open', form: id.name, value: id.value, message }
    : { kind: 'message', message }
}

function labelOf({ message, data }: APIMessageComponentInteraction): string {
  for (const row of message.components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue
    for (const it of row.components) {
      if ('custom_id' in it && it.custom_id === data.custom_id && 'label' in it) return it.label ?? ''
    }
  }
  return ''
}

function parseSubmission(interaction: APIModalSubmitInteraction): Asked {
  const id = decode(interaction.data.custom_id)
  if (id?.kind !== 'form') return { kind: 'unknown' }
  const inputs = interaction.data.components.flatMap((it): ModalSubmitComponent[] => {
    if (it.type === ComponentType.Label) return [it.component]
    return it.type === ComponentType.ActionRow ? it.components : []
  })
  const values = Object.fromEntries(
    inputs.map((it) => [it.custom_id, typedOf(it)]).filter(([, value]) => value !== ''),
  )
  return {
    kind: 'message',
    message: messageOf(interaction, { text: '', form: { name: id.name, values, value: id.value } }),
  }
}

function typedOf(input: ModalSubmitComponent): string {
  if ('values' in input) return input.values.join(',')
  return 'value' in input ? String(input.value) : ''
}

function messageOf(
  interaction: Exclude<APIInteraction, { type: InteractionType.Ping }>,
  content: Pick<Message, 'text' | 'press' | 'form' | 'command'>,
): Message {
  const user = interaction.member?.user ?? interaction.user
  const channel = interaction.channel
  const channelInfo = channel && {
    type: channel.type,
    startsThreads: false,
    ...('parent_id' in channel && channel.parent_id ? { parentId: channel.parent_id } : {}),
  }
  return {
    id: interaction.id,
    from: addressOf(channel?.id ?? '', interaction.guild_id, channelInfo),
    author: {
      id: user?.id ?? '',
      realm: everywhere,
      name: interaction.member?.nick ?? user?.global_name ?? user?.username ?? '',
      ...(interaction.locale ? { locale: interaction.locale } : {}),
    },
    at: instantOf(interaction.id),
    addressed: interaction.guild_id === undefined ? 'direct' : 'mention',
    ...content,
  }
}
