/**
 * Something went wrong that a person can do something about. `message` says what happened, `remedy` what to do
 * next; both may be shown to anybody. Everything else that is thrown is a defect and is shown only as a reference number.
 */
export class Problem extends Error {
  readonly remedy: string
  constructor(what: string, remedy: string, options?: { cause?: unknown }) {
    super(what, options)
    this.name = 'Problem'
    this.remedy = remedy
  }
}

/** The text of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
