/**
 * What the heartbeat takes of this skill: from duties and the register to what is owed, from what is owed to the steps
 * that have come, from steps to notices and deliveries. All of it is pure; the jobs read, call and write.
 */
export { type Subject, subjectsOf } from './audience.ts'
export { furthestDue, memoryOf, planSteps, upcomingSteps } from './due-steps.ts'
export { type Ears, earsOf, type Plan, planNotices, type ReminderAbout } from './recipients.ts'
export { obligationsOf } from './rules.ts'
export { type StepsOf, stepsUnder } from './steps.ts'
export { makeWorkdays, type Workdays } from './workdays.ts'
