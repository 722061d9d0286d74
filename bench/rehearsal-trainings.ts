/**
 * Plays a training of 90 people from its announcement to their feedback, and writes the timeline of it to
 * docs/trainings/rehearsal.txt.
 *
 *   npm run rehearsal:trainings
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { play } from './trainings/play.ts'
import { write } from './trainings/write.ts'

const file = join(process.cwd(), 'docs', 'trainings', 'rehearsal.txt')
writeFileSync(file, write(await play(process.cwd())))
console.log(file)
