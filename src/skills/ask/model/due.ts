import { sharedBigrams } from './plain.ts'

/** A day by which something is due. */
const due = /(?:\d{4}年)?(?:\d+月(?:\d+日)?|\d+年)底?(?:之前|以前|前|内|底)/gu
/** A clause that holds less beside its date belongs to the next one. Characters. */
const bareDate = 6
/** A clause of the source that is said again. */
const repeated = 0.6

/**
 * A duty that a sentence puts under a date which its source gives another duty: 「6月30日前做好准备工作」, where only the
 * application is due by then. Gives the date.
 * @param said clauses of the sentence, bare
 * @param source clauses of the words quoted, bare
 */
export function dueOtherwise(said: readonly string[], source: readonly string[]): string | undefined {
  for (const mine of dutiesUnder(said)) {
    const [its] = dutiesUnder(source).filter(({ date }) => dayOf(date) === dayOf(mine.date))
    if (its === undefined) continue
    const own = sharedBigrams(mine.duty, its.duty)
    const others = source.slice(its.end).filter((clause) => clause.length >= bareDate)
    const another = others.some((clause) => {
      const taken = sharedBigrams(clause, mine.duty)
      return taken > own || taken >= (clause.length - 1) * repeated
    })
    if (another) return mine.date
  }
  return undefined
}

const dayOf = (date: string) => date.replace(/(?:之前|以前|前|内|底)$/u, '')

interface Duty {
  readonly date: string
  readonly duty: string
  /** The clause after it. */
  readonly end: number
}

/** Each date with what is due by it: its own clause, and the next where the date stands last or nearly alone. */
function dutiesUnder(clauses: readonly string[]): readonly Duty[] {
  return clauses.flatMap((clause, at) =>
    [...clause.matchAll(due)].map(({ 0: date }): Duty => {
      const goesOn = clause.endsWith(date) || clause.length - date.length < bareDate
      const end = at + (goesOn ? 2 : 1)
      return { date, duty: clauses.slice(at, end).join('').replace(date, ''), end }
    }),
  )
}
