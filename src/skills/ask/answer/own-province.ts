import type { Caller } from '../../../core/caller.ts'

/** 我们省 in a question that counts or lists: what a province has to do is the same for all of them. */
const ownProvince = /(?:我们|咱们?|俺们?|我|本)省(?![级属委里内])/u
const counts = /几[个家]|多少|哪些|哪几|名单|有没有|谁/u

/** Whether the answer depends on which province the asker is of. Pure. */
export function meansOwnProvince(question: string): boolean {
  return ownProvince.test(question) && counts.test(question)
}

/** The question with the asker's province for 我们省, where it is known and matters: 「江苏有几个实验区」. Pure. */
export function withOwnProvince(question: string, { organization }: Pick<Caller, 'organization'>): string {
  const province = organization?.province
  if (province === undefined || !meansOwnProvince(question)) return question
  return question.replace(ownProvince, province)
}
