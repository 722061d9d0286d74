import { z } from 'zod'
import { forms, type Profile, profileKinds, stages } from '../core/profile.ts'
import { fromJson } from './from-json.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const ids = z.array(z.string().min(1))

/** The shape of a profile as it is kept; what makes sense for people is checked where they type it. */
const body = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,28}$/),
    kind: z.enum(profileKinds),
    owner: z.string().min(1),
    title: z.string().min(1).max(200),
    what: z.string().max(4000),
    fields: ids,
    settings: ids,
    stage: z.enum(stages),
    forms: z.array(z.enum(forms)),
    gives: z.string().min(1).optional(),
    asks: z.string().min(1).optional(),
    visits: z.boolean(),
    helps: z.boolean(),
    visibility: z.enum(['alliance', 'province', 'named']),
    shownTo: ids.optional(),
    state: z.enum(['draft', 'published', 'archived']),
    confirmed: day,
    validUntil: day.optional(),
    source: z
      .strictObject({ file: z.string(), title: z.string(), path: z.string().optional(), quote: z.string() })
      .optional(),
    revision: z.number().int().positive(),
  })
  .refine(({ visibility, shownTo }) => (visibility === 'named') === (shownTo !== undefined), {
    message: 'shown to named organizations, and to nobody else, where the visibility is `named`',
  })

/** @throws ZodError where it is no profile */
export function writeProfile(profile: Profile): string {
  return JSON.stringify(body.parse(profile))
}

export function readProfile(written: string): Profile {
  return fromJson<Profile>(written)
}
