/**
 * What the heartbeat takes of this skill: from duties and the register to what is owed, from what is owed to the steps
 * that have come, from steps to notices and deliveries. All of it is pure; the jobs read, call and write.
 */
export { subjectsOf } from './audience.ts'
export { digestsDue } from './digest.ts'
export { furthestDue, memoryOf, planSteps } from './due-steps.ts'
export { tellLapsed } from './lapsing.ts'
export { type Ears, earsOf, planNotices } from './recipients.ts'
export { obligationsOf } from './rules.ts'
export { type StepsOf, stepsUnder } from './steps.ts'
export { makeWorkdays, unpublishedIn, type Workdays } from './workdays.ts'
