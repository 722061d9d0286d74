import type { Clock, Instant } from '../../core/clock.ts'
import type { Reply } from '../../core/reply.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Payload } from './render.ts'

/** Where a reply is posted: one or more messages that can be edited. */
export interface Place {
  /** The body of each message of a reply, as this place shows it. */
  render(reply: Reply): readonly Payload[]
  /** @returns the id under which the message is edited */
  post(payload: Payload, part: number): Promise<string>
  edit(id: string, payload: Payload): Promise<void>
  remove(id: string): Promise<void>
}

/** Finds the place for a reply; asked again only when a reply turns from public to private or back. */
export type OpenPlace = (reply: Reply) => Promise<Place>

/** Discord allows about five edits in five seconds per channel; one a second is enough for a reader. */
const editEvery = 1_000

/** Posts an outcome. A streamed reply is posted once and edited; its last version is always shown in the end. */
export async function draw(
  outcome: Exclude<Outcome, undefined>,
  open: OpenPlace,
  clock: Clock,
): Promise<void> {
  let standing: Standing | undefined
  const show = async (reply: Reply) => {
    standing = await stand(reply, open, standing)
  }
  if (!(Symbol.asyncIterator in outcome)) return show(outcome)
  let drawnAt: Instant | undefined
  let undrawn: Reply | undefined
  for await (const reply of outcome) {
    undrawn = reply
    if (drawnAt !== undefined && clock.now() - drawnAt < editEvery) continue
    await show(reply)
    drawnAt = clock.now()
    undrawn = undefined
  }
  if (undrawn) await show(undrawn)
}

interface Standing {
  readonly place: Place
  readonly private: boolean
  readonly messages: readonly { readonly id: string; readonly drawn: string }[]
}

/** Updates the posted messages to those of this reply: edits, posts and removes only what differs. */
async function stand(reply: Reply, open: OpenPlace, before: Standing | undefined): Promise<Standing> {
  const isPrivate = reply.private ?? false
  const moves = before !== undefined && before.private !== isPrivate
  if (moves) for (const { id } of before.messages) await before.place.remove(id)
  const standing = moves ? [] : (before?.messages ?? [])
  const place = moves || !before ? await open(reply) : before.place
  const payloads = place.render(reply)
  const messages: { id: string; drawn: string }[] = []
  for (const [part, payload] of payloads.entries()) {
    const { files, ...body } = payload
    const drawn = JSON.stringify([body, files?.map((it) => it.name)])
    const there = standing[part]
    if (there && there.drawn !== drawn) await place.edit(there.id, payload)
    messages.push({ id: there ? there.id : await place.post(payload, part), drawn })
  }
  for (const { id } of standing.slice(payloads.length)) await place.remove(id)
  return { place, private: isPrivate, messages }
}
