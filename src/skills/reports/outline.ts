import { type DraftLine, draftDocx } from '../../printing/draft-docx.ts'
import { reportWords as say } from './words.ts'
import type { Owed, ZoneYear } from './year.ts'

/** A heading of the report with what the house can say under it, and what only its writer knows. */
export interface Section {
  readonly title: string
  readonly facts: readonly string[]
  /** What is to be filled in by a person. */
  readonly toFill: readonly string[]
}

/**
 * A zone's annual report under the headings of the national one (现状, 年度工作进展, 实践探索, 下年度计划): the facts of its year
 * as the house recorded them, and marked gaps for what it cannot know. No word of it is made up. Pure.
 */
export function outlineOf(year: ZoneYear): readonly Section[] {
  const { zone, organization } = year
  const needs = year.published.filter((it) => it.kind === 'need')
  return [
    {
      title: say.sections.state,
      facts: [
        say.zone(organization.name, organization.province ?? ''),
        ...(zone?.type === undefined ? [] : [say.type(zone.type)]),
        ...(zone?.theme === undefined ? [] : [say.theme(zone.theme)]),
        ...(zone?.founded === undefined ? [] : [say.founded(zone.founded)]),
      ],
      toFill: [
        ...(zone?.theme === undefined ? [say.fill.theme] : []),
        ...(zone?.founded === undefined ? [say.fill.founded] : []),
        say.fill.figures,
      ],
    },
    { title: say.sections.filed(year.year), facts: year.owed.map(owedText), toFill: [say.fill.progress] },
    {
      title: say.sections.trainings,
      facts: year.attended.map(({ training, people }) =>
        say.training(training.title, training.starts, training.ends, training.place, people),
      ),
      toFill: year.attended.length === 0 ? [say.fill.trainings] : [say.fill.learned],
    },
    {
      title: say.sections.visits,
      facts: year.visits.map(({ offer, visit, other, hosted }) => {
        const report = visit.reports[hosted ? 'host' : 'guest']
        const people = report?.people ?? visit.people
        return say.visit(hosted, other, offer.topic, visit.days ?? visit.wanted[0], people, report?.outcome)
      }),
      toFill: year.visits.length === 0 ? [say.fill.visits] : [],
    },
    {
      title: say.sections.partners,
      facts: year.met.map(({ introduction: { outcome }, other }) =>
        say.partner(other, outcome && outcome.kind !== 'nothing' ? outcome.kind : undefined, outcome?.note),
      ),
      toFill: year.met.length === 0 ? [say.fill.partners] : [],
    },
    { title: say.sections.practice, facts: [], toFill: [say.fill.practice, say.fill.problems] },
    {
      title: say.sections.plan(year.year + 1),
      facts: [
        ...year.owedNext.map(({ duty, obligation }) => say.next(duty.title, obligation.due)),
        ...needs.map((it) => say.need(it.title)),
      ],
      toFill: [say.fill.plan],
    },
  ]
}

function owedText({ duty, obligation }: Owed): string {
  return say.owed(duty.title, obligation.due, obligation.originally, say.states[obligation.state])
}

/** The same as a file to go on writing in. @returns the bytes of a DOCX file */
export function outlinePaper(
  { organization, year }: ZoneYear,
  sections: readonly Section[],
): Promise<Uint8Array> {
  return draftDocx({
    title: say.title(organization.name, year),
    mark: say.draft,
    shortMark: say.shortMark,
    gap: say.gap(''),
    lines: sections.flatMap(({ title, facts, toFill }): DraftLine[] => [
      { as: 'heading', text: title },
      ...[...facts, ...toFill.map(say.gap)].map((text) => ({ as: 'text' as const, text })),
    ]),
  })
}
