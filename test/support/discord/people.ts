import type { Counterpart } from './counterpart.ts'
import { listOf, objectOf } from './rules.ts'
import { ids, type Json, type OpenInteraction, type StoredMessage, userOf } from './world.ts'

export interface Where {
  readonly channel?: string
  readonly person?: string
}

/** What people do on Discord; each action gives the id of the event that the bot hears. */
export function makePeople({ world, gateway }: Counterpart) {
  const guildOf = (channel: string) => world.channels.get(channel)?.guild_id as string | undefined

  function say(
    content: string,
    { channel = ids.questions, person = ids.wang }: Where = {},
    given: Json = {},
  ): string {
    const mentions = content.includes(`<@${ids.bot}>`) ? [userOf(ids.bot)] : []
    const message = { ...world.post(channel, { content }, person), mentions, ...given }
    world.messages.set(message.id, message)
    const guild = guildOf(channel)
    const member = {
      nick: null,
      roles: [],
      joined_at: new Date(world.now()).toISOString(),
      deaf: false,
      mute: false,
      flags: 0,
    }
    gateway.dispatch('MESSAGE_CREATE', {
      ...message,
      ...(guild === undefined ? {} : { guild_id: guild, member }),
      ...given,
    })
    return message.id
  }

  function interact(
    type: number,
    data: Json,
    { channel = ids.questions, person = ids.wang }: Where,
    message?: StoredMessage,
  ): OpenInteraction {
    const id = world.snowflake()
    const token = `token-${id}`
    const open: OpenInteraction = {
      id,
      token,
      channel,
      callbacks: [],
      ...(message ? { message: message.id } : {}),
    }
    world.interactions.set(token, open)
    const guild = guildOf(channel)
    const user = userOf(person)
    gateway.dispatch('INTERACTION_CREATE', {
      id,
      token,
      type,
      data,
      version: 1,
      application_id: ids.application,
      channel_id: channel,
      channel: world.channels.get(channel),
      locale: 'zh-CN',
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 10_000_000,
      app_permissions: '0',
      ...(guild === undefined
        ? { user, context: 1 }
        : {
            guild_id: guild,
            context: 0,
            guild_locale: 'zh-CN',
            member: {
              user,
              nick: null,
              roles: [],
              permissions: '0',
              joined_at: new Date(world.now()).toISOString(),
              deaf: false,
              mute: false,
              flags: 0,
            },
          }),
      ...(message ? { message } : {}),
    })
    return open
  }

  /** The newest message with a button of that label. */
  function withButton(label: string): { message: StoredMessage; button: Json } {
    for (const message of [...world.messages.values()].reverse()) {
      for (const row of listOf(message.components)) {
        const button = listOf(objectOf(row).components)
          .map(objectOf)
          .find((it) => it.label === label)
        if (button && button.disabled !== true) return { message, button }
      }
    }
    throw new Error(`no message has a button ${label}`)
  }

  return {
    say,
    mention: (content: string, where?: Where, given?: Json) => say(`<@${ids.bot}> ${content}`, where, given),
    direct: (content: string) => say(content, { channel: ids.direct }),

    press(label: string, person: string = ids.wang): OpenInteraction {
      const { message, button } = withButton(label)
      return interact(
        3,
        { component_type: 2, custom_id: button.custom_id },
        { channel: message.channel_id, person },
        message,
      )
    },

    /** A button that no message shows any more. */
    pressOld(customId: string): OpenInteraction {
      const message = world.post(ids.questions, { content: '旧消息' }, ids.bot)
      return interact(3, { component_type: 2, custom_id: customId }, { channel: ids.questions }, message)
    },

    /** Fills in the modal that an interaction opened. */
    submit(
      opened: OpenInteraction,
      values: Readonly<Record<string, string>>,
      person: string = ids.wang,
    ): OpenInteraction {
      const modal = objectOf(objectOf(opened.callbacks[0]).data)
      const components = listOf(modal.components).map((it) => {
        const input = objectOf(objectOf(it).component)
        const value = values[String(input.custom_id)] ?? ''
        const filled = input.type === 3 ? { values: value === '' ? [] : [value] } : { value }
        return {
          type: 18,
          id: 1,
          component: { type: input.type, id: 2, custom_id: input.custom_id, ...filled },
        }
      })
      return interact(
        5,
        { custom_id: modal.custom_id, components },
        { channel: opened.channel, person },
        world.messages.get(opened.message ?? ''),
      )
    },

    call: (command: string, options: Readonly<Record<string, string>>, where: Where = {}) =>
      interact(2, { id: '1', name: 'alliance', type: 1, options: [subcommand(command, options)] }, where),

    type(command: string, option: string, typed: string): OpenInteraction {
      const focused = { type: 3, name: option, value: typed, focused: true }
      return interact(
        4,
        { id: '1', name: 'alliance', type: 1, options: [{ type: 1, name: command, options: [focused] }] },
        {},
      )
    },

    askAbout(message: string, where: Where = {}): OpenInteraction {
      const target = world.messages.get(message)
      return interact(
        2,
        {
          id: '2',
          name: '问问联盟助手',
          type: 3,
          target_id: message,
          resolved: { messages: { [message]: target } },
        },
        where,
      )
    },
  }
}

function subcommand(name: string, options: Readonly<Record<string, string>>): Json {
  return {
    type: 1,
    name,
    options: Object.entries(options).map(([key, value]) => ({ type: 3, name: key, value })),
  }
}
