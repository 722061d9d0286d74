import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { play } from '../bench/trainings/play.ts'
import { write } from '../bench/trainings/write.ts'

const root = join(import.meta.dirname, '..')

/** When it is meant to read otherwise: `npm run rehearsal:trainings`, and look at what has changed. */
test('the rehearsal of a training in the documentation is what the house does today', async () => {
  const written = readFileSync(join(root, 'docs', 'trainings', 'rehearsal.txt'), 'utf8')
  expect(write(await play(root))).toBe(written)
})
