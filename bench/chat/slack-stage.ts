import { APP_TOKEN, BOT_TOKEN, startSlack } from '../../test/support/slack/counterpart.ts'
import { BOT_USER } from '../../test/support/slack/workspace.ts'
import { type Codes, codesOf, openHouse } from './house.ts'
import { makeSlackHands } from './slack-hands.ts'
import { doneAfter, makeTurns, type Shown, type Stage } from './stage.ts'

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
  const { handOf, changes } = makeSlackHands(slack, show)
  const codes = await codesOf(house)
  const expert = handOf(people.expert, CHANNEL)
  await expert.calls('join', { code: codes.expert })

  return {
    codes,
    zone: handOf(people.zone, CHANNEL),
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
