import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { play } from '../bench/rehearsal/play.ts'
import { overview, write } from '../bench/rehearsal/write.ts'

const root = join(import.meta.dirname, '..')

/** When it is meant to read otherwise: `npm run rehearsal`, and look at what has changed. */
test('the rehearsal in the documentation is what the planner and the outbox do today', async () => {
  const docs = join(root, 'docs')
  const days = await play(root)
  expect(write(days)).toBe(readFileSync(join(docs, 'deadlines', 'rehearsal-2014.txt'), 'utf8'))
  expect(readFileSync(join(docs, 'deadlines.md'), 'utf8')).toContain(overview(days))
})
