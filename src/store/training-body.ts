import { z } from 'zod'
import type { Training } from '../core/training.ts'
import { fromJson } from './from-json.ts'

const text = z.string().min(1)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z.string().regex(/^\d{2}:\d{2}$/)
const instant = z.number().int()
const list = z.array(text)

const audience = z.strictObject({
  of: z.enum(['zones', 'provinces', 'both']),
  provinces: list.optional(),
  regions: list.optional(),
  types: list.optional(),
  levels: list.optional(),
  cohorts: list.optional(),
  statuses: list.optional(),
  notStatuses: list.optional(),
  founded: z
    .strictObject({ from: z.number().int().optional(), until: z.number().int().optional() })
    .optional(),
  only: list.optional(),
})

/** The shape of a training as it is kept; what makes sense for people is checked where they type it. */
const body = z
  .strictObject({
    id: text,
    title: text,
    kind: z.enum(['training', 'exchange', 'forum', 'visit', 'overseas']),
    state: z.enum(['published', 'cancelled', 'held']),
    starts: day,
    ends: day,
    sessions: z.array(
      z.strictObject({
        day,
        from: time,
        until: time,
        topic: text,
        lecturer: text.optional(),
        place: text.optional(),
      }),
    ),
    place: text.optional(),
    link: text.optional(),
    hosts: list,
    organizer: text,
    audience,
    capacity: z.number().int().nonnegative(),
    quotas: z.array(
      z.strictObject({
        of: z.enum(['province', 'organization']),
        who: text,
        seats: z.number().int().positive(),
      }),
    ),
    nomination: z.enum(['open', 'province']),
    registration: z.strictObject({ from: instant.optional(), until: instant }),
    released: z.literal(true).optional(),
    cancelledFor: text.optional(),
    holdHours: z.number().positive(),
    questions: z.array(
      z.strictObject({
        name: text,
        label: text,
        kind: z.enum(['line', 'paragraph', 'choice']),
        required: z.boolean(),
        choices: list.optional(),
      }),
    ),
    materials: z.array(z.strictObject({ title: text, url: text, when: z.enum(['before', 'after']) })),
    about: text.optional(),
    source: z.strictObject({ file: text, title: text, path: text.optional(), quote: text }).optional(),
    publishedAt: instant.optional(),
    revision: z.number().int().positive(),
  })
  .refine(({ capacity, quotas }) => quotas.reduce((sum, it) => sum + it.seats, 0) <= capacity, {
    message: 'more seats are set aside than there are',
  })

/** @throws ZodError where it is no training */
export function writeTraining(training: Training): string {
  return JSON.stringify(body.parse(training))
}

export function readTraining(written: string): Training {
  return fromJson<Training>(written)
}
