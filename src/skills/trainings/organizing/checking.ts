import type { Request, Told } from '../../../core/request.ts'
import { type TrainingChecked, validateTraining } from '../validate-training.ts'
import type { Step } from './faces.ts'
import type { OrganizingParts, Outline, Surroundings } from './parts.ts'
import { stepForm } from './steps.ts'
import { organizingWords } from './words.ts'

/** A draft against the register and the present. */
export async function checkedOf(
  { organizations, clock }: Pick<OrganizingParts, 'organizations' | 'clock'>,
  draft: Outline['told'],
): Promise<TrainingChecked> {
  const provinces = (await organizations.all()).flatMap((it) =>
    it.kind === 'province' && it.province !== undefined ? [it.province] : [],
  )
  return validateTraining(draft, { provinces, now: clock.now() })
}

/** What somebody else wrote meanwhile against what was typed now, field by field. */
export function conflictOf(
  step: Step,
  now: Pick<Outline, 'told' | 'title'>,
  { given, caller }: Request,
  around: Surroundings,
): Told {
  const say = organizingWords[caller.locale]
  const differing = stepForm(step, now.told, around).fields.flatMap((it) => {
    const is = it.kind === 'choice' ? undefined : (it.initial ?? '')
    const typed = given[it.name] ?? ''
    return is === undefined || is === typed ? [] : [say.problems.differs(it.label, is, typed)]
  })
  return say.problems.changedMeanwhile(now.title, differing)
}
