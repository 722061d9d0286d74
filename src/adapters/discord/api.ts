import {
  type APIApplicationCommandOptionChoice,
  type APIChannel,
  type APIGuildScheduledEvent,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIThreadChannel,
  ChannelType,
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  type RESTPostAPIGuildScheduledEventJSONBody,
  Routes,
} from 'discord.js'
import type { Instant } from '../../core/clock.ts'
import type { Attachment } from '../../core/reply.ts'
import type { Call, Caller } from './caller.ts'
import { limits } from './limits.ts'
import { snowflakeAt } from './parse.ts'
import type { Payload } from './render.ts'

/** The parts of an interaction that its routes need. */
export interface InteractionRef {
  readonly id: string
  readonly token: string
  readonly application_id: string
}

export interface PostOptions {
  /** At most 25 characters; within minutes, the same nonce returns the existing message. */
  readonly nonce: string
  readonly inReplyTo?: string
  readonly patience?: number
}

/** The Discord requests that the bot makes, each with what makes it safe to retry. */
export type Api = ReturnType<typeof makeApi>

const original = '@original'

export function makeApi(call: Caller) {
  const discord = {
    post: (channel: string, payload: Payload, options: PostOptions) =>
      call<APIMessage>({
        method: 'POST',
        route: Routes.channelMessages(channel),
        ...withFiles({
          ...payload,
          nonce: options.nonce,
          enforce_nonce: true,
          ...(options.inReplyTo === undefined
            ? {}
            : { message_reference: { message_id: options.inReplyTo, fail_if_not_exists: false } }),
        }),
        repeatable: true,
        ...patienceOf(options),
      }),

    edit: (channel: string, id: string, body: Payload) =>
      call({
        method: 'PATCH',
        route: Routes.channelMessage(channel, id),
        ...withFiles(body),
        repeatable: true,
      }),

    remove: (channel: string, id: string) =>
      gone(call, { method: 'DELETE', route: Routes.channelMessage(channel, id), repeatable: true }),

    /** Starts the thread of a message; its id is the message's. */
    startThread: (channel: string, message: string, name: string) =>
      call({
        method: 'POST',
        route: Routes.threads(channel, message),
        body: { name, auto_archive_duration: 1440 },
        repeatable: true,
        doneAlready: [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage],
      }),

    /** Starts a private thread. Not idempotent: if the response is lost, look for it among the active threads. */
    startPrivateThread: (channel: string, name: string) =>
      call<APIChannel>({
        method: 'POST',
        route: Routes.threads(channel),
        body: { name, type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: 10_080 },
        repeatable: false,
      }),

    activeThreads: (guild: string) =>
      call<{ readonly threads: readonly APIThreadChannel[] }>({
        method: 'GET',
        route: Routes.guildActiveThreads(guild),
        repeatable: true,
      }),

    addToThread: (thread: string, user: string) =>
      call({ method: 'PUT', route: Routes.threadMembers(thread, user), repeatable: true }),

    /** Opens the direct message channel of a person; idempotent. */
    openDirect: (user: string) =>
      call<APIChannel>({
        method: 'POST',
        route: Routes.userChannels(),
        body: { recipient_id: user },
        repeatable: true,
      }),

    channel: (id: string) => call<APIChannel>({ method: 'GET', route: Routes.channel(id), repeatable: true }),

    typing: (channel: string) =>
      call({ method: 'POST', route: Routes.channelTyping(channel), repeatable: false, patience: 0 }),

    /** The messages of a channel since an instant, page by page, oldest page first. */
    async *history(channel: string, since: Instant): AsyncIterable<APIMessage> {
      let after = snowflakeAt(since)
      for (;;) {
        const query = new URLSearchParams({ limit: String(limits.history), after })
        const page = await call<APIMessage[]>({
          method: 'GET',
          route: Routes.channelMessages(channel),
          query,
          repeatable: true,
        })
        yield* page
        if (page.length < limits.history) return
        // Pages are newest first, whatever the query.
        after = page.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after)
      }
    },

    /** The newest messages of a channel, one page of them, newest first. */
    newest: (channel: string) =>
      call<readonly APIMessage[]>({
        method: 'GET',
        route: Routes.channelMessages(channel),
        query: new URLSearchParams({ limit: String(limits.history) }),
        repeatable: true,
      }),

    /** Scheduled and active events of a guild. */
    events: (guild: string) =>
      call<readonly APIGuildScheduledEvent[]>({
        method: 'GET',
        route: Routes.guildScheduledEvents(guild),
        repeatable: true,
      }),

    /** Creates an event. Not idempotent: if the response is lost, look for it before creating it again. */
    makeEvent: (guild: string, body: RESTPostAPIGuildScheduledEventJSONBody) =>
      call<APIGuildScheduledEvent>({
        method: 'POST',
        route: Routes.guildScheduledEvents(guild),
        body,
        repeatable: false,
      }),

    changeEvent: (guild: string, id: string, body: RESTPatchAPIGuildScheduledEventJSONBody) =>
      call({ method: 'PATCH', route: Routes.guildScheduledEvent(guild, id), body, repeatable: true }),

    commands: (application: string) =>
      call({
        method: 'GET',
        route: Routes.applicationCommands(application),
        repeatable: true,
      }),

    register: (application: string, body: unknown) =>
      call({ method: 'PUT', route: Routes.applicationCommands(application), body, repeatable: true }),

    /** The initial response to an interaction. A retry is refused if the first attempt succeeded. */
    respond: (to: InteractionRef, type: InteractionResponseType, data?: object) => {
      const { body, ...files } = data === undefined ? {} : withFiles(data)
      return call({
        method: 'POST',
        route: Routes.interactionCallback(to.id, to.token),
        body: { type, ...(body === undefined ? {} : { data: body }) },
        ...files,
        auth: false,
        repeatable: true,
        doneAlready: [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged],
      })
    },

    /** A follow-up message. Not idempotent: it has no nonce. */
    followUp: (to: InteractionRef, payload: Payload, ephemeral: boolean) =>
      call<APIMessage>({
        method: 'POST',
        route: Routes.webhook(to.application_id, to.token),
        ...withFiles(ephemeral ? { ...payload, flags: MessageFlags.Ephemeral } : payload),
        auth: false,
        repeatable: false,
      }),

    editAnswer: (to: InteractionRef, id: string, body: Payload) =>
      call({
        method: 'PATCH',
        route: Routes.webhookMessage(to.application_id, to.token, id),
        ...withFiles(body),
        auth: false,
        repeatable: true,
      }),

    removeAnswer: (to: InteractionRef, id: string) =>
      gone(call, {
        method: 'DELETE',
        route: Routes.webhookMessage(to.application_id, to.token, id),
        auth: false,
        repeatable: true,
      }),
  }

  return {
    ...discord,
    openModal: (to: InteractionRef, modal: APIModalInteractionResponseCallbackData) =>
      discord.respond(to, InteractionResponseType.Modal, modal),
    suggest: (to: InteractionRef, choices: readonly APIApplicationCommandOptionChoice<string>[]) =>
      discord.respond(to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    /** The message id of an interaction's initial response. */
    original,
  }
}

/** A deletion; succeeds also if a retry finds nothing left to delete. */
async function gone(call: Caller, it: Call): Promise<void> {
  await call({ ...it, doneAlready: [RESTJSONErrorCodes.UnknownMessage] })
}

/** Splits a payload into body and files. */
function withFiles<Body extends { readonly files?: readonly Attachment[] }>(
  payload: Body,
): Pick<Call, 'body' | 'files'> {
  const { files, ...body } = payload
  if (files === undefined) return { body }
  return {
    body: { ...body, attachments: files.map(({ name }, id) => ({ id, filename: name })) },
    files: files.map(({ name, type, bytes }) => ({ name, contentType: type, data: Buffer.from(bytes) })),
  }
}

function patienceOf({ patience }: PostOptions): Pick<Call, 'patience'> {
  return patience === undefined ? {} : { patience }
}
