import {
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js'
import type { Locale } from '../../core/locale.ts'
import type { Reply } from '../../core/reply.ts'
import type { Api } from './api.ts'
import type { OpenPlace, Place } from './draw.ts'
import { codeOf, interactionGone } from './failure.ts'
import { render } from './render.ts'

/** Interactions that are answered with a message. */
export type Answerable = Extract<
  APIInteraction,
  {
    type: InteractionType.ApplicationCommand | InteractionType.MessageComponent | InteractionType.ModalSubmit
  }
>

/** The answer to one interaction. */
export interface Answer {
  readonly open: OpenPlace
  /** Defers the interaction unless it has been answered; Discord waits three seconds at most. */
  acknowledge(): Promise<void>
  /** The answer is complete, or there will be none. */
  finish(): Promise<void>
}

/** Who sees an answer, and whether it has a button that shares it. */
export interface Visibility {
  readonly ephemeral: boolean
  readonly share: boolean
}

/**
 * Discord fixes the visibility of an answer when the interaction is deferred, before the answer is known. Therefore the
 * answer to a command in a channel is ephemeral, with a share button unless it is private, and so are answers to buttons
 * on such an answer. A button on a public message is deferred silently, so its answer may still be either. In a direct
 * message there is no difference. Pure.
 */
export function visibilityOf(interaction: Answerable, reply: Pick<Reply, 'private'>): Visibility {
  if (interaction.guild_id === undefined) return { ephemeral: false, share: false }
  const origin = originOf(interaction)
  const ephemeral = origin === undefined || isEphemeral(origin)
  return { ephemeral: ephemeral || (reply.private ?? false), share: ephemeral && !reply.private }
}

export function isEphemeral(message: Pick<APIMessage, 'flags'>): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
}

/** The message whose button was pressed, also where the button opened a form first. */
function originOf(interaction: Answerable): APIMessage | undefined {
  return interaction.type === InteractionType.ApplicationCommand ? undefined : interaction.message
}

/**
 * @param elsewhere where the answer goes when the interaction can no longer be answered: it lives three seconds without
 *   a word and fifteen minutes in all
 */
export function makeAnswer(api: Api, interaction: Answerable, locale: Locale, elsewhere: OpenPlace): Answer {
  const onMessage = originOf(interaction) !== undefined
  // `open`: not acknowledged; `thinking`: deferred with a placeholder message; `silent`: deferred without a message;
  // `answered`: the first message is posted.
  let state: 'open' | 'thinking' | 'silent' | 'answered' = 'open'
  let before: Promise<unknown> = Promise.resolve()

  /** Requests are sequential: a deferral and an answer must not overtake each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = before.then(work)
    before = next.catch(() => {})
    return next
  }

  async function first(reply: Reply, payload: ReturnType<typeof render>[number]): Promise<string> {
    const { ephemeral } = visibilityOf(interaction, reply)
    const updates = onMessage && reply.replaces
    const was = state
    if (was === 'open') {
      const type = updates
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource
      state = 'answered'
      await api.respond(
        interaction,
        type,
        ephemeral && !updates ? { ...payload, flags: MessageFlags.Ephemeral } : payload,
      )
      return api.original
    }
    state = 'answered'
    if (was === 'thinking' || (was === 'silent' && updates)) {
      await api.editAnswer(interaction, api.original, payload)
      return api.original
    }
    return (await api.followUp(interaction, payload, ephemeral)).id
  }

  const placeFor = (reply: Reply): Place => ({
    render: (it) => render(it, { locale, share: visibilityOf(interaction, it).share }),
    post: (payload, part) =>
      inTurn(async () =>
        part === 0
          ? first(reply, payload)
          : (await api.followUp(interaction, payload, visibilityOf(interaction, reply).ephemeral)).id,
      ),
    edit: (id, payload) => inTurn(async () => void (await api.editAnswer(interaction, id, payload))),
    remove: (id) => inTurn(() => api.removeAnswer(interaction, id)),
  })

  return {
    open: async (reply) => orElse(placeFor(reply), () => elsewhere(reply)),

    acknowledge: () =>
      inTurn(async () => {
        if (state !== 'open') return
        state = onMessage ? 'silent' : 'thinking'
        if (onMessage)
          return void (await api.respond(interaction, InteractionResponseType.DeferredMessageUpdate))
        const flags = visibilityOf(interaction, {}).ephemeral ? { flags: MessageFlags.Ephemeral } : {}
        await api.respond(interaction, InteractionResponseType.DeferredChannelMessageWithSource, flags)
      }),

    async finish() {
      await this.acknowledge()
      await inTurn(async () => {
        if (state === 'thinking') await api.removeAnswer(interaction, api.original)
      })
    },
  }
}

/** The interaction's place, or a fallback once the interaction has expired. */
function orElse(place: Place, elsewhere: () => Promise<Place>): Place {
  let now = place
  return {
    render: (it) => now.render(it),
    async post(payload, part) {
      try {
        return await now.post(payload, part)
      } catch (thrown) {
        if (now !== place || !interactionGone.has(codeOf(thrown))) throw thrown
        now = await elsewhere()
        return now.post(payload, part)
      }
    },
    edit: (id, payload) => now.edit(id, payload),
    remove: (id) => now.remove(id),
  }
}
