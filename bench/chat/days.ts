import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  APP_TOKEN,
  BOT_TOKEN,
  type SlackCounterpart,
  startSlack,
} from '../../test/support/slack/counterpart.ts'
import type { Message } from '../../test/support/slack/workspace.ts'
import { type OpenedHouse, openHouse } from './house.ts'
import { makeSlackHands, type SlackPerson } from './slack-hands.ts'
import { type Hand, makeTurns, type Turn } from './stage.ts'

/** One picture: what one person did and saw. */
export interface Scene {
  readonly name: string
  readonly turns: readonly Turn[]
}

/** Somebody of an organization of the register. */
export interface Player extends SlackPerson {
  readonly organization: string
}

/** A workspace that stays while the bot is stopped and started again on later days. */
export async function openDays<Who extends string>(people: Readonly<Record<Who, Player>>) {
  const slack = await startSlack()
  const folder = mkdtempSync(join(tmpdir(), 'alliance-days-'))
  const { workspace } = slack
  const everybody = Object.keys(people).filter((it): it is Who => it in people)
  for (const who of everybody) workspace.addPerson(people[who].id, people[who].name)
  const channelOf = (who: Who) => workspace.direct(people[who].id).id
  let turns = makeTurns()
  let watched = ''
  let opened: OpenedHouse | undefined
  let opening = async () => {}
  const scenes: Scene[] = []
  const hands = makeSlackHands(
    slack,
    (...shown) => turns.show(...shown),
    (message) => message.channel === watched,
  )
  /** Waits for what the bot says unasked once it runs. */
  const comes = () => hands.after(undefined, opening)
  const handOf = (who: Who): Hand => hands.handOf(people[who], channelOf(who))

  return {
    scenes,
    /** The bot runs from that time on while this is played. */
    async on(now: string, play: () => Promise<void>): Promise<void> {
      opening = async () => {
        if (opened) return
        opened = await openHouse(environment(slack), { now, folder })
        await slack.until(() => (slack.socket?.open() ?? 0) > 0, 'a connection')
      }
      await play()
      await opened?.close()
      opened = undefined
      // What is pressed on the next day would otherwise go to a socket of which nobody reads any more.
      await slack.until(() => slack.socket?.open() === 0, 'the end of the connection')
    },
    comes,
    begin(title: string, who: Who): void {
      turns.begin(title)
      watched = channelOf(who)
    },
    scene(name: string): void {
      scenes.push({ name, turns: turns.turns })
      turns = makeTurns()
    },
    async joins(): Promise<void> {
      await opening()
      for (const who of everybody) {
        const invited = await opened?.house.members.invite({ organization: people[who].organization })
        await handOf(who).calls('join', { code: invited?.code ?? '' })
      }
    },
    async says(who: Who, text: string): Promise<void> {
      await opening()
      await handOf(who).asks(text)
    },
    async presses(who: Who, label: string): Promise<void> {
      await opening()
      await handOf(who).presses(label)
    },
    async fills(who: Who, label: string, values: Readonly<Record<string, string>>): Promise<void> {
      await opening()
      await handOf(who).fills(label, values)
    },
    /** The house of that day. @throws Error where nobody has come yet */
    house(): OpenedHouse['house'] {
      if (!opened) throw new Error('the house is closed')
      return opened.house
    },
    async calls(who: Who, command: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
      await opening()
      await handOf(who).calls(command, options)
    },
    /** Shows the last thing that the bot said to somebody. */
    async shows(who: Who): Promise<void> {
      show(workspace.channels.get(channelOf(who))?.messages, people[who].name)
    },
    /** Waits until the bot has said that to somebody, whenever it did, and shows it. */
    async hears(who: Who, words: string): Promise<void> {
      await opening()
      const said = () =>
        workspace.channels.get(channelOf(who))?.messages.findLast((it) => it.bot && it.text.includes(words))
      await slack.until(() => said() !== undefined, words)
      const before = turns.turns.at(-1)?.shown.length
      hands.look()
      if (turns.turns.at(-1)?.shown.length === before)
        show(
          [said()].filter((it) => it !== undefined),
          words,
        )
    },
    /** Shows the last thing that the bot said where it brought people together. */
    async showsRoom(): Promise<void> {
      await slack.until(
        () => [...workspace.channels.values()].some((it) => it.kind === 'mpim' && it.messages.length > 0),
        'a room',
      )
      const room = [...workspace.channels.values()].findLast((it) => it.kind === 'mpim')
      show(room?.messages, 'the room')
    },
    async close(): Promise<void> {
      await opened?.close()
      await slack.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  function show(messages: readonly Message[] | undefined, where: string): void {
    const last = messages?.findLast((it) => it.bot && !it.gone)
    if (!last) throw new Error(`${where} was told nothing`)
    turns.show({
      kind: 'message',
      who: '联盟助手',
      bot: true,
      message: structuredClone({ text: last.text, blocks: last.blocks }),
      inThread: false,
      edited: false,
    })
  }
}

const environment = ({ apiUrl }: SlackCounterpart) => ({
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_API_URL: apiUrl,
})
