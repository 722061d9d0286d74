/**
 * People who press, and a bot that seats them and tells them, in a process of its own, so that somebody can kill it: real
 * store, real seats, real jobs.
 */
import { makeSeatsHouse, type SeatsOrder } from './seats-house.ts'

/** Presses between two beats of the heart. */
const pressesABeat = 4

process.once('message', (order: SeatsOrder) => void run(order))
process.send?.('warm')

async function run(order: SeatsOrder): Promise<void> {
  const house = await makeSeatsHouse(order)
  for (let pressed = 1; ; pressed += 1) {
    await house.press()
    process.send?.('pressed')
    if (pressed % pressesABeat === 0) await house.beat()
  }
}
