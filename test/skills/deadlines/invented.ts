import type { Organization } from '../../../src/core/caller.ts'
import { type Duty, type Obligation, usualLadder } from '../../../src/core/duty.ts'
import type { Entry } from '../../../src/skills/deadlines/entries.ts'

/** 1 April 2014, 09:00 in Beijing. */
export const april = Date.UTC(2014, 3, 1, 1)

export const yixing: Organization = {
  id: 'jiangsu-yixing',
  kind: 'zone',
  name: '江苏省无锡市宜兴市',
  province: '江苏',
  zone: 'jiangsu-yixing',
}

export const jiangsu: Organization = {
  id: 'province-江苏',
  kind: 'province',
  name: '江苏省科技主管部门',
  province: '江苏',
}

const acceptance: Duty = {
  id: 'acceptance',
  title: '提交验收申请等材料',
  kind: 'acceptance',
  audience: { of: 'zones' },
  rule: { kind: 'after', milestone: 'founded', years: 5, day: '06-30' },
  ladder: usualLadder,
  materials: ['验收申请；含附件', '工作总结报告, 一式三份'],
  channel: '经省级科技主管部门',
  source: {
    file: '2014-work-points.txt',
    title: '国家可持续发展实验区2014年度工作要点',
    quote: '于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料',
  },
  state: 'live',
  liveSince: april,
  revision: 1,
}

/** One zone's acceptance of 2014; whatever matters to a test is given. */
export function entry(
  given: {
    readonly obligation?: Partial<Obligation>
    readonly duty?: Partial<Duty>
    readonly organization?: Organization
  } = {},
): Entry {
  const { organization = yixing } = given
  return {
    organization,
    duty: { ...acceptance, ...given.duty },
    obligation: {
      id: `acceptance/${organization.id}/2014`,
      duty: 'acceptance',
      organization: organization.id,
      period: '2014',
      due: '2014-06-30',
      state: 'open',
      since: april,
      changedAt: april,
      ...given.obligation,
    },
  }
}
