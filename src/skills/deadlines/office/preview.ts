import type { Duty, Obligation } from '../../../core/duty.ts'
import { addDays, dayAt, instantAt, yearOf } from '../../../core/local-date.ts'
import { localTime } from '../../../core/local-time.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Block, bold, list, note, paragraph } from '../../../core/reply.ts'
import type { Workdays } from '../../../core/workdays.ts'
import type { NewObligation } from '../../../store/obligations.ts'
import { type DueStep, upcomingSteps } from '../rules/due-steps.ts'
import type { Owed } from '../rules/rules.ts'
import { stepsUnder } from '../rules/steps.ts'
import { officeWords } from './office-words.ts'

/** Names that a sentence holds before it says how many more there are. */
const mostNames = 12
const mostNotices = 8

/** The duty as it would be once it is live, and what it would make. */
export interface Preview {
  readonly duty: Duty
  readonly owed: Owed
  /** Steps to come within the next 400 days, oldest first; several zones share most of them. */
  readonly coming: readonly DueStep[]
}

/** What a duty would do if it went live now. Pure. */
export function previewOf(duty: Duty, owed: Owed, now: number, workdays: Workdays): Preview {
  const live: Duty = { ...duty, state: 'live' }
  const obligations = owed.owed.map((it) => asObligation(it, now))
  const until = instantAt(addDays(dayAt(now), 400), '00:00')
  const coming = upcomingSteps({ duties: [live], obligations, stepsOf: stepsUnder(workdays) }, now, until)
  return { duty, owed, coming }
}

/** An instance before it is kept: nobody has done anything about it. Pure. */
export function asObligation(it: NewObligation, now: number): Obligation {
  return {
    ...it,
    id: `${it.duty}/${it.organization}/${it.period}`,
    state: 'open',
    since: now,
    changedAt: now,
  }
}

/** Whom it touches, the next notices to come, and whose year is not known. Pure. @param nameOf of an organization */
export function drawPreview(
  { owed, coming }: Preview,
  nameOf: (organization: string) => string,
  workdays: Workdays,
  locale: Locale,
): readonly Block[] {
  const say = officeWords[locale].preview
  const names = (ids: readonly string[]) => ids.slice(0, mostNames).map(nameOf).join('、')
  const unique = (all: readonly { readonly organization: string }[]) => [
    ...new Set(all.map((it) => it.organization)),
  ]
  const touched = unique(owed.owed)
  const unknown = unique(owed.unknown)
  const conflicts = unique(owed.contradictions)
  const said = coming.filter((it) => it.replacedBy === undefined)
  const years = [...new Set(owed.owed.map((it) => yearOf(it.due)))].filter((it) => !workdays.published(it))
  return [
    paragraph(bold(say.title)),
    paragraph(
      touched.length === 0
        ? say.nobody
        : say.touches(touched.length, names(touched), Math.max(0, touched.length - mostNames)),
    ),
    paragraph(bold(say.nextTitle)),
    ...(said.length === 0
      ? [paragraph(say.noNext)]
      : [
          list(
            together(said)
              .slice(0, mostNotices)
              .map((it) => noticeLine(it, locale)),
          ),
        ]),
    ...(unknown.length > 0 ? [note(say.unknown(unknown.length, names(unknown)))] : []),
    ...(conflicts.length > 0 ? [note(say.conflicts(conflicts.length, names(conflicts)))] : []),
    ...years.map((it) => note(say.unpublishedYear(it))),
  ]
}

interface Together {
  readonly step: DueStep['step']
  readonly organizations: ReadonlySet<string>
}

/** Steps that are said at one time under one name, with how many hear them. */
function together(steps: readonly DueStep[]): readonly Together[] {
  const groups = new Map<string, { step: DueStep['step']; organizations: Set<string> }>()
  for (const { step, obligation } of steps) {
    const key = `${step.at} ${step.name}`
    const group = groups.get(key) ?? { step, organizations: new Set<string>() }
    groups.set(key, group)
    group.organizations.add(obligation.organization)
  }
  return [...groups.values()]
}

function noticeLine({ step, organizations }: Together, locale: Locale): string {
  const say = officeWords[locale].preview
  const copied = [step.copiesProvince ? say.province : '', step.copiesOffice ? say.office : ''].join('')
  return say.next(localTime(step.at), step.name, organizations.size, copied)
}
