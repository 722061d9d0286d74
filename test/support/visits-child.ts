/**
 * Zones that arrange visits, and a bot that tells them, in a process of its own, so that somebody can kill it: real store,
 * real visits, real jobs.
 */
import { makeVisitsHouse, type VisitsOrder } from './visits-house.ts'

/** Presses between two beats of the heart. */
const pressesABeat = 4

process.once('message', (order: VisitsOrder) => void run(order))
process.send?.('warm')

async function run(order: VisitsOrder): Promise<void> {
  const house = await makeVisitsHouse(order)
  for (let pressed = 1; ; pressed += 1) {
    await house.press()
    process.send?.('pressed')
    if (pressed % pressesABeat === 0) await house.beat()
  }
}
