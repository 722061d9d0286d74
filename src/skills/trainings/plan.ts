/**
 * What the heartbeat takes of this skill: what time does to the seats of a training, and what is then to be said. All of
 * it is pure; the job reads, calls and writes.
 */

export type { SeatEvent, SeatRules } from './seats/events.ts'
export { seat } from './seats/seats.ts'
export { afterWorkingHours } from './seats/working-hours.ts'
export { remindersDue } from './telling/reminders.ts'
export { tellMove } from './telling/tell-move.ts'
export { visitRemindersDue } from './visits/telling/reminders.ts'
