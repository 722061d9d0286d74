/**
 * What the heartbeat takes of this skill: what time does to introductions and profiles, and what is then to be said. All of
 * it is pure; the job reads, calls and writes.
 */

export type { Suggestion } from './fitting/suggest.ts'
export { dueStep } from './introducing/due.ts'
export { step } from './introducing/introduction.ts'
export { meetingFor } from './introducing/meeting.ts'
export { endingOf, tellEnding } from './telling/ending.ts'
export { mayTellFits, tellFits } from './telling/fits.ts'
export { tellMove } from './telling/tell.ts'
