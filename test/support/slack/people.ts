import { buttonsIn, field } from './blocks.ts'
import type { Outgoing, Taken } from './transport.ts'
import type { View, WebApiState } from './web-api.ts'
import { BOT_USER, type Message, TEAM, type Workspace } from './workspace.ts'

interface PeopleParts {
  readonly workspace: Workspace
  readonly state: WebApiState
  readonly event: (it: Readonly<Record<string, unknown>>) => Promise<Taken>
  readonly deliver: (outgoing: Outgoing) => Promise<Taken>
  readonly lastEvent: () => Outgoing | undefined
  readonly interaction: (user: string, channel: string, on?: Message) => Readonly<Record<string, string>>
}

/** What people do in the workspace, and what Slack makes of it for the app. */
export function makePeople({ workspace, state, event, deliver, lastEvent, interaction }: PeopleParts) {
  const nameOf = (user: string) => workspace.people.get(user)?.name ?? user

  return {
    /** Somebody writes. A mention of the bot arrives twice, as Slack does it: as `message` and as `app_mention`. */
    async says(user: string, channel: string, text: string, given: Readonly<Record<string, unknown>> = {}) {
      const where = workspace.channels.get(channel)
      if (!where) throw new Error(`no channel ${channel}`)
      const thread = given.thread_ts === undefined ? undefined : String(given.thread_ts)
      const { ts } = workspace.add(where, {
        user,
        text,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      })
      const it = { channel, user, text, ts, event_ts: ts, ...given }
      const kinds =
        where.kind === 'channel' && text.includes(`<@${BOT_USER}>`) ? ['message', 'app_mention'] : ['message']
      const taken = kinds.map((type) =>
        event({ type, ...it, ...(type === 'message' ? { channel_type: where.kind } : {}) }),
      )
      return { ts, taken: Promise.all(taken) }
    },

    /** The last event once more, with the same `event_id`. */
    redelivers(): Promise<Taken> {
      const last = lastEvent()
      if (!last) throw new Error('nothing was delivered')
      return deliver({ ...last, attempt: last.attempt + 1 })
    },

    callsCommand(user: string, channel: string, text: string): Promise<Taken> {
      const payload = {
        command: '/alliance',
        text,
        user_id: user,
        user_name: nameOf(user),
        channel_id: channel,
        channel_name: workspace.channels.get(channel)?.kind === 'im' ? 'directmessage' : 'general',
        team_id: TEAM,
        team_domain: 'alliance',
        api_app_id: 'A0ALLIANCE',
        token: 'unused',
        ...interaction(user, channel),
      }
      return deliver({ kind: 'slash_commands', payload, attempt: 0 })
    },

    /** Presses the button with this label on a message. */
    presses(user: string, message: Message, label: string): Promise<Taken> {
      const button = buttonsIn(message.blocks).findLast(
        (it) => it.label === `[${label}]` || it.label === label,
      )
      if (!button) throw new Error(`no button ${label} on ${message.ts}`)
      const ephemeral = message.to !== undefined
      const payload = {
        type: 'block_actions',
        user: { id: user, username: nameOf(user), name: nameOf(user), team_id: TEAM },
        api_app_id: 'A0ALLIANCE',
        token: 'unused',
        team: { id: TEAM, domain: 'alliance' },
        channel: { id: message.channel, name: 'general' },
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: ephemeral,
          ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
        },
        // Slack sends an ephemeral message back without its text.
        ...(ephemeral
          ? {}
          : {
              message: {
                type: 'message',
                ts: message.ts,
                ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
              },
            }),
        actions: [
          {
            type: 'button',
            action_id: button.action_id,
            block_id: 'b1',
            action_ts: workspace.nextTs(),
            text: { type: 'plain_text', text: label },
            ...(button.value === '' ? {} : { value: button.value }),
          },
        ],
        ...interaction(user, message.channel, message),
      }
      return deliver({ kind: 'interactive', payload, attempt: 0 })
    },

    /** Presses a button of the Home tab: there is no channel, no message and no way back. */
    pressesAtHome(user: string, action: string, value: string): Promise<Taken> {
      const payload = {
        type: 'block_actions',
        user: { id: user, username: nameOf(user), name: nameOf(user), team_id: TEAM },
        api_app_id: 'A0ALLIANCE',
        token: 'unused',
        team: { id: TEAM, domain: 'alliance' },
        container: { type: 'view', view_id: 'V0' },
        view: { id: 'V0', type: 'home' },
        actions: [
          { type: 'button', action_id: `${action}#0`, block_id: 'b1', value, action_ts: workspace.nextTs() },
        ],
        trigger_id: interaction(user, '').trigger_id,
      }
      return deliver({ kind: 'interactive', payload, attempt: 0 })
    },

    /** Fills the modal that was opened last and sends it. */
    submits(user: string, values: Readonly<Record<string, string>>): Promise<Taken> {
      const opened: View | undefined = state.modals.findLast((it) => it.user === user)
      if (!opened) throw new Error('no modal is open')
      const blocks = field(opened.view, 'blocks')
      const entries = (Array.isArray(blocks) ? blocks : [])
        .filter((it) => field(it, 'type') === 'input')
        .map((it) => {
          const name = String(field(it, 'block_id'))
          const element = field(it, 'element')
          const kind = String(field(element, 'type'))
          const value = values[name]
          return [name, { [String(field(element, 'action_id'))]: { type: kind, ...filled(kind, value) } }]
        })
      const payload = {
        type: 'view_submission',
        team: { id: TEAM, domain: 'alliance' },
        user: { id: user, name: nameOf(user), team_id: TEAM },
        api_app_id: 'A0ALLIANCE',
        token: 'unused',
        trigger_id: interaction(user, '').trigger_id,
        response_urls: [],
        view: {
          ...(opened.view as Readonly<Record<string, unknown>>),
          id: opened.id,
          hash: '1.h',
          state: { values: Object.fromEntries(entries) },
        },
      }
      return deliver({ kind: 'interactive', payload, attempt: 0 })
    },

    /** Uses the message shortcut 「问问联盟助手」. */
    asksAbout(user: string, message: Message): Promise<Taken> {
      const payload = {
        type: 'message_action',
        callback_id: 'ask_alliance',
        action_ts: workspace.nextTs(),
        message_ts: message.ts,
        team: { id: TEAM, domain: 'alliance' },
        user: { id: user, name: nameOf(user) },
        channel: { id: message.channel, name: 'general' },
        token: 'unused',
        message: { type: 'message', ts: message.ts, user: message.user, text: message.text },
        ...interaction(user, message.channel),
      }
      return deliver({ kind: 'interactive', payload, attempt: 0 })
    },

    opensHome(user: string): Promise<Taken> {
      return event({
        type: 'app_home_opened',
        user,
        channel: workspace.direct(user).id,
        tab: 'home',
        event_ts: workspace.nextTs(),
      })
    },
  }
}

function filled(kind: string, value: string | undefined): Readonly<Record<string, unknown>> {
  if (kind === 'datepicker') return { selected_date: value ?? null }
  if (kind === 'static_select')
    return {
      selected_option: value === undefined ? null : { text: { type: 'plain_text', text: value }, value },
    }
  return { value: value ?? null }
}
