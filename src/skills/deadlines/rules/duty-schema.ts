import { z } from 'zod'
import { usualLadder } from '../../../core/duty.ts'
import { dateIfReal } from '../../../core/local-date.ts'

/** Shapes of a duty in a file. Every refusal is the name of a fault; duty-words.ts has its sentence. */

const date = z
  .string()
  .refine((it) => /^\d{4}-\d{2}-\d{2}$/.test(it) && real(Number(it.slice(0, 4)), it.slice(5)), 'bad-date')

/** 02-29 is a day: in a common year it means the last of February. */
const dayOfYear = z.string().refine((it) => /^\d{2}-\d{2}$/.test(it) && real(2000, it), 'bad-day')

function real(year: number, monthAndDay: string): boolean {
  return dateIfReal(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3))) !== undefined
}

const text = z.string().trim().min(1, 'empty')
const year = z.number().int('bad-year').min(1986, 'bad-year').max(2100, 'bad-year')
const words = z.array(text).min(1, 'empty-list').optional()

const audience = z.strictObject({
  of: z.enum(['zones', 'provinces', 'both']),
  provinces: words,
  regions: words,
  types: words,
  levels: words,
  cohorts: words,
  statuses: words,
  notStatuses: words,
  founded: z.strictObject({ from: year.optional(), until: year.optional() }).optional(),
  only: words,
})

const stated = z.strictObject({ cohort: text, due: year, words: text, file: text })

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), date }),
  z.strictObject({ kind: z.literal('yearly'), day: dayOfYear, from: year, until: year.optional() }),
  z.strictObject({
    kind: z.literal('after'),
    milestone: z.enum(['founded', 'accepted']),
    years: z.number().int('bad-years').min(0, 'bad-years').max(50, 'bad-years'),
    day: dayOfYear.optional(),
    stated: z.array(stated).optional(),
  }),
  z.strictObject({
    kind: z.literal('campaign'),
    batches: z
      .array(z.strictObject({ name: text, date, audience: audience.optional() }))
      .min(1, 'empty-list'),
  }),
  z.strictObject({
    kind: z.literal('event'),
    event: text,
    on: date,
    days: z.number().int('bad-days').min(-366, 'bad-days').max(366, 'bad-days'),
  }),
  z.strictObject({ kind: z.literal('unset') }),
])

const steps = z.array(z.number().int('bad-step').min(0, 'bad-step').max(366, 'bad-step'))
const workdays = z.number().int('bad-step').min(0, 'bad-step').max(366, 'bad-step')

const ladder = z.strictObject({
  before: steps,
  after: steps.refine((it) => !it.includes(0), 'bad-step'),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time'),
  copyProvinceFrom: workdays,
  copyOfficeFrom: workdays,
})

/** A duty as it is written down, before anybody put it into force. */
export const dutySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'bad-id'),
  title: text,
  kind: text,
  audience,
  rule,
  ladder: ladder.default(() => ({
    ...usualLadder,
    before: [...usualLadder.before],
    after: [...usualLadder.after],
  })),
  materials: z.array(text).default([]),
  channel: text.optional(),
  source: z
    .strictObject({
      file: text,
      title: text,
      path: text.optional(),
      quote: z.string().trim().min(1, 'no-quote'),
    })
    .optional(),
  state: z.enum(['draft', 'live', 'retired']),
})
