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

/** The interactions that are answered with a message. */
export type Answerable = Extract<
  APIInteraction,
  {
    type: InteractionType.ApplicationCommand | InteractionType.MessageComponent | InteractionType.ModalSubmit
  }
>

/** The answer to one interaction. */
export interface Answer {
  readonly open: OpenPlace
  /** Tells Discord that an answer will come, if none stands yet: it waits three seconds and no longer. */
  acknowledge(): Promise<void>
  /** There will be no answer, or no more of it. */
  finish(): Promise<void>
}

/** Who sees an answer, and whether it offers to be shown to all. */
export interface Visibility {
  readonly ephemeral: boolean
  readonly share: boolean
}

/**
 * Discord wants to know who will see an answer before the answer is known, and never lets it change. So what a person
 * asks by command in a channel is shown to that person alone, and what need not stay private carries a button that shares
 * it; what comes of a button on such an answer, likewise. A button on a public message is acknowledged without words,
 * so its answer may still be either. In a direct message there is nobody else. Pure.
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
  // `open`: Discord has heard nothing; `thinking`: its message waits for our words; `silent`: acknowledged without a
  // message of its own; `answered`: our first message stands.
  let state: 'open' | 'thinking' | 'silent' | 'answered' = 'open'
  let before: Promise<unknown> = Promise.resolve()

  /** One request after the other: an acknowledgement must not overtake an answer, nor an answer it. */
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

/** The place of an interaction, or another one where Discord has forgotten the interaction. */
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
