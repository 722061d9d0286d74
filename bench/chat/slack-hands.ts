import type { SlackCounterpart } from '../../test/support/slack/counterpart.ts'
import { BOT_USER, type Message } from '../../test/support/slack/workspace.ts'
import { doneAfter, type Hand, type Shown } from './stage.ts'

export interface SlackPerson {
  readonly id: string
  readonly name: string
}

export interface SlackHands {
  /** A person who types in that channel. */
  handOf(person: SlackPerson, channel: string): Hand
  /** Does something and shows what the bot said to it, once it has nothing more to say. */
  after(did: Shown | undefined, act: () => unknown): Promise<void>
  /** Shows what has come since the last time. */
  look(): void
  /** Counts what the bot has done. */
  changes(): number
}

/**
 * People in front of the Slack counterpart.
 * @param isSeen whether a message belongs into what is shown
 */
export function makeSlackHands(
  slack: SlackCounterpart,
  show: (...shown: readonly Shown[]) => void,
  isSeen: (message: Message) => boolean = () => true,
): SlackHands {
  const { workspace, state } = slack
  const seen = new Map<Message, number>()
  let modals = 0

  const messages = () => [...workspace.channels.values()].flatMap((it) => it.messages)
  const changes = () =>
    messages().reduce((sum, it) => sum + (it.bot ? 1 + it.edits : 0), 0) +
    state.modals.length +
    state.homes.size
  const nameOf = (user: string) => workspace.people.get(user)?.name ?? '联盟助手'

  /** Shows what the counterpart has received since the last time. */
  function look(): void {
    for (const it of messages().sort((one, other) => Number(one.ts) - Number(other.ts))) {
      const before = seen.get(it)
      seen.set(it, it.edits)
      if (it.gone || before === it.edits || !isSeen(it)) continue
      show({
        kind: 'message',
        who: nameOf(it.user),
        bot: it.bot,
        message: structuredClone({ text: it.text, blocks: it.blocks }),
        inThread: it.thread_ts !== undefined,
        edited: before !== undefined,
        ...(it.to === undefined ? {} : { only: nameOf(it.to) }),
      })
    }
  }

  async function after(did: Shown | undefined, act: () => unknown): Promise<void> {
    if (did) show(did)
    await doneAfter(act, changes)
    look()
  }

  function handOf({ id, name }: SlackPerson, channel: string): Hand {
    const did = (what: string): Shown => ({ kind: 'did', who: name, what })
    const sees = (it: Message) =>
      !it.gone &&
      (it.to === undefined || it.to === id) &&
      workspace.channels.get(it.channel)?.members.has(id) === true
    const withButton = (label: string): Message => {
      const found = messages()
        .filter((it) => it.bot && sees(it))
        .findLast((it) => JSON.stringify(it.blocks ?? []).includes(`"text":"${label}"`))
      if (!found) throw new Error(`no button ${label}`)
      return found
    }
    return {
      asks: (text) => after(undefined, () => slack.says(id, channel, `<@${BOT_USER}> ${text}`)),
      follows: (text) => {
        const thread = messages().findLast((it) => it.bot && it.thread_ts !== undefined)?.thread_ts
        return after(undefined, () => slack.says(id, channel, text, { thread_ts: thread }))
      },
      calls: (command, options = {}) => {
        const text = [command, ...Object.values(options)].join(' ')
        return after(did(`/alliance ${text}`), () => slack.callsCommand(id, channel, text))
      },
      presses: (label) => after(did(`按「${label}」`), () => slack.presses(id, withButton(label), label)),
      async fills(label, values) {
        await after(did(`按「${label}」`), () => slack.presses(id, withButton(label), label))
        const opened = state.modals.slice(modals)
        modals = state.modals.length
        show(...opened.map((it): Shown => ({ kind: 'modal', view: it.view, values })))
        await after(undefined, () => slack.submits(id, values))
      },
    }
  }

  return { handOf, after, look, changes }
}
