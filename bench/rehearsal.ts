/**
 * Plays May to July 2014 and writes what goes out on each day to docs/deadlines/rehearsal-2014.txt.
 *
 *   npm run rehearsal
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { play } from './rehearsal/play.ts'
import { write } from './rehearsal/write.ts'

const file = join(process.cwd(), 'docs', 'deadlines', 'rehearsal-2014.txt')
writeFileSync(file, write(await play(process.cwd())))
console.log(file)
