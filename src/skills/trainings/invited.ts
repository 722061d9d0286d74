import { concernOf, type Subject } from '../../core/audience.ts'
import type { Training } from '../../core/training.ts'

/**
 * Those whom a training is for. One that is for zones is for the departments of their provinces, too: they name people and
 * come along, as in Hohhot in 2014 (4 departments, 17 national and 3 provincial zones). Pure.
 */
export function invitedTo(
  { audience }: Pick<Training, 'audience'>,
  subjects: readonly Subject[],
): readonly Subject[] {
  const meant = subjects.filter(concernOf(audience))
  if (audience.of !== 'zones') return meant
  const provinces = new Set(meant.flatMap((it) => (it.of === 'zones' ? [it.zone.province] : [])))
  const departments = subjects.filter((it) => it.of === 'provinces' && provinces.has(it.province))
  return [...departments, ...meant]
}

/** Whether people of an organization may hear of it and register. Pure. */
export function isInvited(
  training: Pick<Training, 'audience'>,
  organization: string,
  subjects: readonly Subject[],
): boolean {
  return invitedTo(training, subjects).some((it) => it.organization === organization)
}
