import { openCounterpart } from '../../test/support/discord/counterpart.ts'
import { makePeople } from '../../test/support/discord/people.ts'
import { ids, type OpenInteraction, type StoredMessage } from '../../test/support/discord/world.ts'
import { type Codes, codesOf, openHouse } from './house.ts'
import { doneAfter, type Hand, makeTurns, type Shown, type Stage } from './stage.ts'

const names: Readonly<Record<string, string>> = {
  [ids.wang]: '王工',
  [ids.li]: '李工',
  [ids.bot]: '联盟助手',
}
const EPHEMERAL = 64

/**
 * Discord: the house over the gateway in front of the counterpart.
 * @param organizations of the two people; a zone and the expert committee where left out
 */
export async function openDiscord(organizations?: Codes): Promise<Stage & { readonly codes: Codes }> {
  const counterpart = await openCounterpart()
  const { world } = counterpart
  const people = makePeople(counterpart)
  const { house, close } = await openHouse({
    DISCORD_TOKEN: counterpart.token,
    DISCORD_API_URL: counterpart.apiUrl,
  })
  await world.until(() => world.commands.length > 0)
  const { turns, begin, show } = makeTurns()
  const codes = await codesOf(house, organizations)
  const seen = new Map<string, StoredMessage>()
  let changes = 0
  let last: OpenInteraction | undefined

  const messages = () => [...world.messages.values()]
  const authorOf = (it: StoredMessage) => (it.author as { readonly id: string }).id

  /** Whatever the bot has said, edited or opened. */
  function count(): number {
    const opened = [...world.interactions.values()].reduce((sum, it) => sum + it.callbacks.length, 0)
    const said = messages().filter((it) => authorOf(it) === ids.bot)
    changes = Math.max(
      changes,
      said.length + opened + said.filter((it) => it.edited_timestamp !== null).length,
    )
    return changes
  }

  /** Shows what the counterpart has received since the last time. */
  function look(only?: string): void {
    for (const it of messages()) {
      const before = seen.get(it.id)
      seen.set(it.id, it)
      if (before === it) continue
      const hidden = (Number(it.flags) & EPHEMERAL) !== 0
      show({
        kind: 'message',
        who: names[authorOf(it)] ?? '',
        bot: authorOf(it) === ids.bot,
        message: structuredClone({ content: it.content, embeds: it.embeds, components: it.components }),
        inThread: world.channels.get(it.channel_id)?.type === 11,
        edited: before !== undefined,
        ...(hidden ? { only: names[only ?? ids.wang] ?? '' } : {}),
      })
    }
  }

  function handOf(person: string): Hand {
    const did = (what: string): Shown => ({ kind: 'did', who: names[person] ?? '', what })
    const threads = () => [...world.channels.values()].filter((it) => it.type === 11)

    async function after(what: Shown | undefined, act: () => unknown): Promise<void> {
      if (what) show(what)
      await doneAfter(act, count)
      look(person)
    }
    const press = (label: string) =>
      after(did(`按「${label}」`), () => {
        last = people.press(label, person)
      })
    return {
      asks: (text) => after(undefined, () => people.mention(text, { person })),
      follows: (text) => {
        const channel = String(threads().at(-1)?.id)
        return after(undefined, () => people.say(text, { person, channel }))
      },
      calls: (command, options = {}) =>
        after(did(['/alliance', command, ...Object.values(options)].join(' ')), () =>
          people.call(command, options, { person }),
        ),
      presses: press,
      async fills(label, values) {
        await press(label)
        const opened = last
        if (!opened) throw new Error('no form was opened')
        show({ kind: 'modal', view: opened.callbacks[0]?.data, values })
        await after(undefined, () => people.submit(opened, values, person))
      },
    }
  }

  const expert = handOf(ids.li)
  await expert.calls('join', { code: codes.expert })

  return {
    codes,
    zone: handOf(ids.wang),
    expert,
    turns,
    begin,
    async close() {
      await close()
      await counterpart.close()
    },
  }
}
