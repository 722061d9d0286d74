import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { messageOf, Problem } from '../../core/errors.ts'
import { readLocalDate } from '../../core/local-time.ts'
import type { PastTraining } from '../../core/training.ts'
import { pastTrainingWords } from './past-training-words.ts'

const text = z.string().trim().min(1)
const count = z.number().int().min(1)
const when = z.string().refine((it) => readLocalDate(it.length === 7 ? `${it}-01` : it) !== undefined)
const source = z.strictObject({ file: text, title: text, path: text.optional(), quote: text })

const pastTraining = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    title: text,
    kind: z.enum(['training', 'exchange', 'forum', 'visit', 'overseas']),
    state: z.literal('held'),
    starts: when,
    ends: when,
    place: text.optional(),
    hosts: z.array(text).min(1),
    organizers: z.array(text).min(1).optional(),
    provinces: z.array(text).min(1).optional(),
    told: z.strictObject({
      people: count.optional(),
      andSome: z.literal(true).optional(),
      provinces: count.optional(),
      nationalZones: count.optional(),
      provincialZones: count.optional(),
      lecturers: count.optional(),
    }),
    topics: z.array(text),
    lecturersOf: z.array(text).min(1).optional(),
    sources: z.tuple([source], source),
  })
  .refine((it) => it.starts <= it.ends, { path: ['ends'] })

/**
 * The trainings that documents tell of, out of data/trainings, the earliest first.
 * @throws Problem that names each file that is wrong, and where
 */
export function readPastTrainings(files: readonly string[]): readonly PastTraining[] {
  const read: PastTraining[] = []
  const faults: string[] = []
  for (const file of files) {
    const parsed = parse(file)
    if ('training' in parsed) read.push(parsed.training)
    else faults.push(...parsed.faults.map((it) => `${basename(file)} ${it}`))
  }
  const words = pastTrainingWords['zh-CN']
  if (faults.length > 0) throw new Problem(words.refused(faults), words.remedy)
  return read.sort((a, b) => (a.starts < b.starts ? -1 : 1))
}

function parse(file: string): { readonly training: PastTraining } | { readonly faults: readonly string[] } {
  try {
    const checked = pastTraining.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    // What is optional is absent, not undefined: the file has no such key.
    if (checked.success) return { training: checked.data as PastTraining }
    return { faults: checked.error.issues.map((it) => it.path.join('.') || it.message) }
  } catch (thrown) {
    return { faults: [messageOf(thrown)] }
  }
}
