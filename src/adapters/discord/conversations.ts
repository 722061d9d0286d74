import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  InteractionType,
} from 'discord.js'
import type { Receive } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import { type Locale, localeOf } from '../../core/locale.ts'
import type { Log } from '../../core/log.ts'
import type { Message } from '../../core/message.ts'
import { formOf, type Skill } from '../../core/skill.ts'
import { type Answerable, makeAnswer } from './answer.ts'
import type { Api } from './api.ts'
import { suggestFor } from './commands.ts'
import { draw, type OpenPlace } from './draw.ts'
import { modalOf, readSubmission } from './modal.ts'
import { type ChannelInfo, type GatewayMessage, parseMessage, type Self } from './parse.ts'
import { type Asked, parseInteraction } from './parse-interaction.ts'
import type { Poster } from './post.ts'
import { share } from './share.ts'

export interface ConversationParts {
  readonly api: Api
  readonly poster: Poster
  readonly channelInfo: (channelId: string) => ChannelInfo | undefined
  readonly clock: Clock
  readonly log: Log
  readonly locale: Locale
  /** Milliseconds until an interaction is deferred. */
  readonly acknowledgeAfter: number
  /** Milliseconds until the typing indicator is shown. */
  readonly typingAfter: number
}

export interface Conversations {
  listen(receive: Receive, skills: readonly Skill[]): void
  /** Handles a gateway event. */
  hear(event: GatewayDispatchPayload, self: Self): void
  /** Answers messages that an earlier run accepted but did not answer. */
  resume(owed: readonly Message[]): void
  /** Resolves when all answers in progress are done. */
  ended(): Promise<void>
}

/** Interaction ids kept in memory, because a resumed session may repeat one. */
const remembered = 2_000

/** Routes messages and interactions, and posts the answers. */
export function makeConversations(parts: ConversationParts): Conversations {
  const { api, poster, clock, log } = parts
  const underWay = new Set<Promise<void>>()
  const seen = new Set<string>()
  let receive: Receive = async () => undefined
  let skills: readonly Skill[] = []

  function begin(work: () => Promise<void>, id: string): void {
    const running: Promise<void> = work()
      .catch((thrown: unknown) => {
        log.error({ err: thrown, platform: 'discord', messageId: id }, 'a Discord event could not be handled')
      })
      .finally(() => underWay.delete(running))
    underWay.add(running)
  }

  async function said(event: GatewayMessage, self: Self): Promise<void> {
    if (event.author.bot) return
    const message = parseMessage(
      event,
      self,
      event.guild_id === undefined ? undefined : await channelInfoOf(event.channel_id),
    )
    if (!message) return
    let writing: NodeJS.Timeout | undefined
    const quiet = () => clearTimeout(writing)
    await receive(message, {
      taken() {
        writing = setTimeout(() => void api.typing(event.channel_id).catch(() => {}), parts.typingAfter)
      },
      draw: (outcome) => draw(outcome, placeFor(message), clock).finally(quiet),
    })
    quiet()
  }

  /** From the gateway's cache, or else requested: the gateway announces a thread that was archived too late. */
  async function channelInfoOf(channelId: string): Promise<ChannelInfo | undefined> {
    const known = parts.channelInfo(channelId)
    if (known) return known
    const channel = await api.channel(channelId).catch(() => undefined)
    if (!channel) return undefined
    const parent = 'parent_id' in channel && channel.parent_id ? { parentId: channel.parent_id } : {}
    return { type: channel.type, startsThreads: true, selfRoles: [], ...parent }
  }

  /** The answer to a command stays private, even if its interaction has expired. */
  function placeFor(message: Message, owed = false): OpenPlace {
    const place = poster.placeFor(message, owed)
    return message.command ? (reply) => place({ ...reply, private: true }) : place
  }

  async function asked(interaction: APIInteraction): Promise<void> {
    if (seen.has(interaction.id)) return
    remember(interaction.id)
    const what = parseInteraction(interaction)
    const locale = localeIn(interaction)
    if (what.kind === 'suggest') return void (await api.suggest(interaction, await suggestFor(skills, what)))
    if (what.kind === 'share') return shareAnswer(interaction, locale)
    if (!isAnswerable(interaction)) return
    if (what.kind === 'open') {
      const form = await formOf(skills, what.form, what.value)
      const modal = form && modalOf(form, what.value, locale)
      if (modal) return void (await api.openModal(interaction, modal))
    }
    const message = await messageOf(what)
    if (message) await answered(interaction, message, locale)
  }

  async function answered(interaction: Answerable, message: Message, locale: Locale): Promise<void> {
    const answer = makeAnswer(api, interaction, locale, placeFor(message))
    const waiting = setTimeout(() => {
      begin(() => answer.acknowledge(), message.id)
    }, parts.acknowledgeAfter)
    let taken = false
    let drawn = false
    await receive(message, {
      taken() {
        taken = true
      },
      async draw(outcome) {
        drawn = true
        await draw(outcome, answer.open, clock)
      },
    })
    clearTimeout(waiting)
    // Not accepted means that another instance answers it.
    if (taken && !drawn) await answer.finish()
  }

  async function messageOf(what: Asked): Promise<Message | undefined> {
    // The router explains that a form no longer exists, as for any unknown button.
    if (what.kind === 'open') return what.message
    if (what.kind !== 'message') return undefined
    const { message } = what
    if (!message.form) return message
    const form = await formOf(skills, message.form.name, message.form.value ?? '')
    return { ...message, text: form?.title ?? '', form: readSubmission(form, message.form) }
  }

  async function shareAnswer(interaction: APIInteraction, locale: Locale): Promise<void> {
    if (interaction.type !== InteractionType.MessageComponent) return
    const user = interaction.member?.user ?? interaction.user
    const name = interaction.member?.nick ?? user?.global_name ?? user?.username ?? ''
    await share(api, { ...interaction, channel: interaction.channel.id, name }, locale)
  }

  function remember(id: string): void {
    seen.add(id)
    const oldest = seen.size > remembered ? seen.values().next().value : undefined
    if (oldest !== undefined) seen.delete(oldest)
  }

  return {
    listen(toReceive, offered) {
      receive = toReceive
      skills = offered
    },

    hear(event, self) {
      if (event.t === GatewayDispatchEvents.MessageCreate) begin(() => said(event.d, self), event.d.id)
      if (event.t === GatewayDispatchEvents.InteractionCreate) begin(() => asked(event.d), event.d.id)
    },

    resume(owed) {
      for (const message of owed) {
        const turn = {
          owedAt: clock.now(),
          taken() {},
          draw: (outcome: Parameters<typeof draw>[0]) => draw(outcome, placeFor(message, true), clock),
        }
        begin(async () => void (await receive(message, turn)), message.id)
      }
    },

    async ended() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }

  function localeIn(interaction: APIInteraction): Locale {
    return 'locale' in interaction && interaction.locale ? localeOf(interaction.locale) : parts.locale
  }
}

function isAnswerable(interaction: APIInteraction): interaction is Answerable {
  return (
    interaction.type === InteractionType.ApplicationCommand ||
    interaction.type === InteractionType.MessageComponent ||
    interaction.type === InteractionType.ModalSubmit
  )
}
