/**
 * What the heartbeat takes of this skill: from duties and the register to what is owed, from what is owed to the steps
 * that have come, from steps to notices and deliveries. All of it is pure; the jobs read, call and write.
 */

export { furthestDue, memoryOf, planSteps } from './rules/due-steps.ts'
export { earsOf, planNotices } from './rules/recipients.ts'
export { obligationsOf } from './rules/rules.ts'
export { type StepsOf, stepsUnder } from './rules/steps.ts'
export { makeWorkdays, unpublishedIn } from './rules/workdays.ts'
export { moved, tellAdjusted } from './telling/adjusting.ts'
export { digestsDue } from './telling/digest.ts'
