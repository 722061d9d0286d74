import { APP_TOKEN, BOT_TOKEN, startSlack } from '../../test/support/slack/counterpart.ts'
import { BOT_USER, type Message } from '../../test/support/slack/workspace.ts'
import { type Codes, codesOf, openHouse } from './house.ts'
import { doneAfter, type Hand, makeTurns, type Shown, type Stage } from './stage.ts'

const CHANNEL = 'C0QUESTIONS'
const people = { zone: { id: 'U0WANG', name: '王工' }, expert: { id: 'U0LI', name: '李工' } } as const

/** Slack: the house over Socket Mode in front of the counterpart. */
export async function openSlack(): Promise<Stage & { readonly codes: Codes; home(): Promise<Shown> }> {
  const slack = await startSlack()
  const { workspace, state } = slack
  for (const { id, name } of Object.values(people)) workspace.addPerson(id, name)
  workspace.addChannel(CHANNEL, [people.zone.id, people.expert.id, BOT_USER])
  const { house, close } = await openHouse({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
  })
  await slack.until(() => (slack.socket?.open() ?? 0) > 0, 'a connection')
  const { turns, begin, show } = makeTurns()
  const seen = new Map<Message, number>()
  const codes = await codesOf(house)
  let modals = 0

  const messages = () => [...workspace.channels.values()].flatMap((it) => it.messages)
  const changes = () =>
    messages().reduce((sum, it) => sum + (it.bot ? 1 + it.edits : 0), 0) +
    state.modals.length +
    state.homes.size

  /** Shows what the counterpart has received since the last time. */
  function look(): void {
    for (const it of messages().sort((one, other) => Number(one.ts) - Number(other.ts))) {
      const before = seen.get(it)
      seen.set(it, it.edits)
      if (it.gone || before === it.edits) continue
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

  const nameOf = (user: string) => workspace.people.get(user)?.name ?? '联盟助手'

  async function after(did: Shown | undefined, act: () => unknown): Promise<void> {
    if (did) show(did)
    await doneAfter(act, changes)
    look()
  }

  function handOf({ id, name }: { readonly id: string; readonly name: string }): Hand {
    const did = (what: string): Shown => ({ kind: 'did', who: name, what })
    const withButton = (label: string): Message => {
      const found = messages()
        .filter((it) => it.bot && !it.gone && (it.to === undefined || it.to === id))
        .findLast((it) => JSON.stringify(it.blocks ?? []).includes(`"text":"${label}"`))
      if (!found) throw new Error(`no button ${label}`)
      return found
    }
    return {
      asks: (text) => after(undefined, () => slack.says(id, CHANNEL, `<@${BOT_USER}> ${text}`)),
      follows: (text) => {
        const thread = messages().findLast((it) => it.bot && it.thread_ts !== undefined)?.thread_ts
        return after(undefined, () => slack.says(id, CHANNEL, text, { thread_ts: thread }))
      },
      calls: (command, options = {}) => {
        const text = [command, ...Object.values(options)].join(' ')
        return after(did(`/alliance ${text}`), () => slack.callsCommand(id, CHANNEL, text))
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

  const expert = handOf(people.expert)
  await expert.calls('join', { code: codes.expert })

  return {
    codes,
    zone: handOf(people.zone),
    expert,
    turns,
    begin,
    async home() {
      await doneAfter(() => slack.opensHome(people.zone.id), changes)
      return { kind: 'home', view: state.homes.get(people.zone.id) }
    },
    async close() {
      await close()
      await slack.close()
    },
  }
}
