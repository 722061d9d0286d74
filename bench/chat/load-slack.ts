/**
 * The Slack counterpart in a process of its own, with a thousand people in four hundred channels. Told by its parent to
 * ask for so many seconds at a rate, it asks, waits for what is owed, and tells what became of it.
 */
import { BOT_TOKEN, startSlack } from '../../test/support/slack/counterpart.ts'
import { BOT_USER } from '../../test/support/slack/workspace.ts'
import { type Measured, share } from './measured.ts'

export interface Order {
  readonly perSecond: number
  readonly seconds: number
  readonly questions: readonly string[]
}

export type Told =
  | { readonly kind: 'ready'; readonly apiUrl: string; readonly token: string }
  | { readonly kind: 'joined' }
  | { readonly kind: 'measured'; readonly measured: Measured }

const PEOPLE = 1_000
const CHANNELS = 400
/** What is not answered so long after the last question is lost, in milliseconds. */
const GRACE = 180_000

const tell = (told: Told) => void process.send?.(told)
const slack = await startSlack()
const { workspace } = slack
for (let person = 0; person < PEOPLE; person += 1) workspace.addPerson(`U1${person}`, `成员${person}`)
for (let channel = 0; channel < CHANNELS; channel += 1) {
  const members = Array.from(
    { length: PEOPLE / CHANNELS + 1 },
    (_, at) => `U1${(channel + at * CHANNELS) % PEOPLE}`,
  )
  workspace.addChannel(`C${channel}`, [BOT_USER, ...members])
}

tell({ kind: 'ready', apiUrl: slack.apiUrl, token: BOT_TOKEN })
// The bot first loads its documents.
while ((slack.socket?.open() ?? 0) === 0) await pause(100)
tell({ kind: 'joined' })
process.on('message', (order: Order) => {
  void run(order).then((measured) => tell({ kind: 'measured', measured }))
})

async function run({ perSecond, seconds, questions }: Order): Promise<Measured> {
  for (const channel of workspace.channels.values()) channel.messages.length = 0
  slack.calls.length = 0
  slack.deliveries.length = 0
  const sentAt = new Map<string, number>()
  let asked = 0
  const late: Promise<number>[] = []
  const begun = performance.now()
  const all = perSecond * seconds
  while (sentAt.size < all) {
    // As many as are due by now: a timer that comes late makes up for it, so the rate holds.
    const due = Math.min(all, Math.ceil(((performance.now() - begun) / 1000) * perSecond))
    while (sentAt.size < due) {
      const text = `<@${BOT_USER}> ${questions[asked % questions.length]}`
      // Channels and people in turn: a channel every two seconds, a person twelve times a minute at 200 a second.
      const at = performance.now()
      const { ts, taken } = await slack.says(`U1${asked % PEOPLE}`, `C${asked % CHANNELS}`, text)
      sentAt.set(ts, at)
      asked += 1
      late.push(
        taken.then((them) =>
          Math.max(...them.map((it) => (it.acknowledged ? it.ms : Number.POSITIVE_INFINITY))),
        ),
      )
    }
    await pause(5)
  }
  const asking = (performance.now() - begun) / 1000
  const until = performance.now() + GRACE
  while (answers().size < all && performance.now() < until) await pause(250)
  // Whatever would be posted a second time comes after a call that counted as lost.
  if (answers().size < all || slack.calls.some(({ method }) => method === 'conversations.replies'))
    await pause(15_000)
  return measuredOf(sentAt, await Promise.all(late), all / asking)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** When the first message of each answer was accepted, by the question's name. */
function answers(): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { method, args, at } of slack.calls) {
    const thread = String(args.thread_ts)
    if (method === 'chat.postMessage' && !first.has(thread)) first.set(thread, at)
  }
  return first
}

function measuredOf(
  sentAt: ReadonlyMap<string, number>,
  acknowledged: readonly number[],
  rate: number,
): Measured {
  const first = answers()
  const waits = [...sentAt].flatMap(([ts, at]) => {
    const answered = first.get(ts)
    return answered === undefined ? [] : [answered - at]
  })
  // A message of an answer is named by its delivery key and its part; each may stand in its channel once.
  const marks = [...workspace.channels.values()].flatMap((it) =>
    it.messages.filter(({ bot }) => bot).map(({ metadata }) => JSON.stringify(metadata)),
  )
  return {
    asked: sentAt.size,
    perSecond: rate,
    p50: share(waits, 0.5),
    p95: share(waits, 0.95),
    slowest: share(waits, 1),
    acknowledged95: share(acknowledged, 0.95),
    lost: sentAt.size - waits.length,
    doubled: marks.length - new Set(marks).size,
    looked: slack.callsOf('conversations.replies').length,
  }
}
