import { readable } from '../../support/slack/blocks.ts'
import { type ModeName, trySlack } from '../../support/slack/try-slack.ts'
import { BOT_USER, type Message } from '../../support/slack/workspace.ts'
import { adapterContract, type Person, type Platform, type Seen } from '../contract.ts'

const modes: readonly (readonly [string, ModeName])[] = [
  ['Slack over Socket Mode', 'socket'],
  ['Slack over HTTP', 'http'],
]

for (const [name, mode] of modes) {
  adapterContract(name, async (receive, skills): Promise<Platform> => {
    const { slack, start } = await trySlack(mode)
    const { adapter, quiet } = await start(receive, skills)
    const state = () => new Map(slack.said('C1').map((it) => [it.ts, it.edits]))

    /** What became visible, or changed, by something that a person did. */
    async function after(act: () => Promise<unknown>): Promise<readonly Seen[]> {
      const before = state()
      await act()
      await quiet()
      return slack
        .said('C1')
        .filter((it) => before.get(it.ts) !== it.edits)
        .map(seen)
    }
    const withButton = (label: string): Message => {
      const found = slack.said('C1').findLast((it) => readable(it.blocks).includes(`[${label}]`))
      if (!found) throw new Error(`nobody sees ${label}`)
      return found
    }

    const person: Person = {
      says: (text) => after(async () => (await slack.says('U1', 'C1', `<@${BOT_USER}> ${text}`)).taken),
      hands: (text, { name, bytes }) =>
        after(async () => {
          const files = [slack.keep(name, bytes)]
          const said = { subtype: 'file_share', files }
          await (await slack.says('U1', 'C1', `<@${BOT_USER}> ${text}`, said)).taken
        }),
      presses: (label) => after(() => slack.presses('U1', withButton(label), label)),
      submits: (label, values) =>
        after(async () => {
          await slack.presses('U1', withButton(label), label)
          await slack.until(() => slack.state.modals.length > 0, 'a modal')
          await slack.submits('U1', values)
        }),
      calls: (command, options) =>
        after(() => {
          const typed = Object.entries(options).map(([key, value]) => `${key}:"${value}"`)
          return slack.callsCommand('U1', 'C1', [command, ...typed].join(' '))
        }),
    }
    return {
      adapter,
      person,
      home: { platform: 'slack', space: 'T0ALLIANCE', channel: 'C1' },
      redelivers: () => after(() => slack.redelivers()),
      notices: async () => slack.said('C1').map(seen),
      files: async () =>
        [...slack.state.uploads.values()].flatMap(({ name, bytes, channel }) =>
          bytes && channel !== undefined ? [{ name, bytes }] : [],
        ),
      hasPrivateReplies: true,
      // Control characters, and marks that turn the direction of writing; live mentions are looked for in render.test.ts.
      forbidden: [/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, /[\u202a-\u202e]/],
      async close() {
        await adapter.stop()
        await slack.close()
      },
    }
  })
}

const seen = (message: Message): Seen => {
  const text = readable(message.blocks)
  return {
    text,
    private: message.to !== undefined,
    buttons: [...text.matchAll(/\[([^[\]]+)\]/g)].map((it) => it[1] ?? ''),
  }
}
