import type { Form } from '../../../core/reply.ts'
import type { Handle } from '../../../core/request.ts'
import { makeAttending } from './attending.ts'
import { makeChanging } from './changing.ts'
import { makeDrafting } from './drafting.ts'
import { actions, seenOf, steps } from './faces.ts'
import { makeGivingOut } from './giving-out.ts'
import { makeNoticeDrafting } from './notice-draft.ts'
import { type OrganizingParts, outlineOf, surroundingsOf } from './parts.ts'
import { makePublishing } from './publishing.ts'
import { makeRoster } from './roster.ts'
import { makeSeating } from './seating.ts'
import { stepForm } from './steps.ts'

/** What organizers do: write, publish, change and close trainings, and look after those who come. */
export function makeOrganizing(parts: OrganizingParts) {
  return {
    ...makeDrafting(parts),
    ...makePublishing(parts),
    ...makeChanging(parts),
    ...makeRoster(parts),
    ...makeSeating(parts),
    ...makeAttending(parts),
    ...makeGivingOut(parts),
    ...makeNoticeDrafting(parts),
  } satisfies Readonly<Record<string, Handle>>
}

/** The form of a step, filled with what is there; undefined for a form that is none, or for a training that is gone. */
export async function organizingForm(
  parts: OrganizingParts,
  name: string,
  value: string,
): Promise<Form | undefined> {
  const step = steps.find((it) => actions[it] === name)
  if (!step) return undefined
  const around = await surroundingsOf(parts)
  if (value === '') return stepForm(step, {}, around)
  const outline = await outlineOf(parts, seenOf(value).id)
  return outline && stepForm(step, outline.told, around)
}
