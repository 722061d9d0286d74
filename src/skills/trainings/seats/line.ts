import type { Registration } from '../../../core/training.ts'

/**
 * The order of the line: nominated groups by their priority, then whoever asked earlier. People who were named together
 * stand together, in the order in which they were named. Pure.
 */
export function inLine(a: Registration, b: Registration): number {
  return (
    priorityOf(a) - priorityOf(b) ||
    a.askedAt - b.askedAt ||
    compare(a.nomination?.group ?? '', b.nomination?.group ?? '') ||
    (a.nomination?.order ?? 0) - (b.nomination?.order ?? 0) ||
    compare(a.member, b.member)
  )
}

/** Those who wait, first come first. Pure. */
export function lineOf(registrations: Iterable<Registration>): readonly Registration[] {
  return [...registrations].filter((it) => it.state === 'waiting').sort(inLine)
}

/**
 * Somebody's place in the line, from 1; undefined where they do not wait. Whoever has a seat set aside for them may
 * overtake. Pure.
 */
export function placeInLine(registrations: Iterable<Registration>, member: string): number | undefined {
  const at = lineOf(registrations).findIndex((it) => it.member === member)
  return at < 0 ? undefined : at + 1
}

/** Whoever was not named comes after all who were. */
const priorityOf = ({ nomination }: Registration) => nomination?.priority ?? Number.MAX_SAFE_INTEGER

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
