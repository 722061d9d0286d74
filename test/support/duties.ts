import { type Duty, usualLadder } from '../../src/core/duty.ts'
import { organizationsOf } from '../../src/skills/members/organizations.ts'
import type { Store } from '../../src/store/index.ts'
import { monday, provinces, zones } from './people.ts'

export const operator = { who: 'operator', at: monday }

/** The acceptance duty as it stands in the documents, for the zones of test/support/people.ts. */
export const acceptance: Duty = {
  id: 'acceptance',
  title: '验收申请',
  kind: 'acceptance',
  audience: { of: 'zones' },
  rule: { kind: 'after', milestone: 'founded', years: 5, day: '06-30' },
  ladder: usualLadder,
  materials: ['验收申请', '工作总结报告'],
  channel: '经省级科技主管部门',
  state: 'live',
  liveSince: monday,
  revision: 1,
}

export const owed = (organization: string, due = '2014-06-30') => ({
  duty: acceptance.id,
  organization,
  period: due.slice(0, 4),
  due,
})

/** The same store with the organizations, and with the acceptance duty that two zones owe this year. */
export async function withDuties(store: Store): Promise<Store> {
  await store.organizations.keep(organizationsOf(provinces, zones), operator)
  await store.duties.keep([acceptance], operator)
  await store.obligations.reconcile(
    { duties: [acceptance.id], owed: [owed('jiangsu-yixing'), owed('jiangxi-guixi')] },
    operator,
  )
  return store
}
