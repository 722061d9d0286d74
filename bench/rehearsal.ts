/**
 * Plays May to July 2014 and writes what goes out on each day to docs/deadlines/rehearsal-2014.txt, and the table of it into
 * docs/deadlines.md.
 *
 *   npm run rehearsal
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { play } from './rehearsal/play.ts'
import { overview, write } from './rehearsal/write.ts'

const docs = join(process.cwd(), 'docs')
const days = await play(process.cwd())
writeFileSync(join(docs, 'deadlines', 'rehearsal-2014.txt'), write(days))

const guide = join(docs, 'deadlines.md')
const marked = /(<!-- rehearsal:begin -->\n)[\s\S]*(<!-- rehearsal:end -->)/
writeFileSync(
  guide,
  readFileSync(guide, 'utf8').replace(marked, (_, begin, end) => `${begin}${overview(days)}\n${end}`),
)
console.log(guide)
