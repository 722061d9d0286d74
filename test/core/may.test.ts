import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Caller, Organization } from '../../src/core/caller.ts'
import { guest, roleIn } from '../../src/core/caller.ts'
import { Problem } from '../../src/core/errors.ts'
import { type Action, ensureMay, may, rights, roles, words } from '../../src/core/may.ts'

const office: Organization = { id: 'office', kind: 'office', name: '实验区办公室' }
const experts: Organization = { id: 'experts', kind: 'expert', name: '专家委员会' }
const jiangsu: Organization = { id: 'province-江苏', kind: 'province', name: '江苏省', province: '江苏' }
const yixing: Organization = { id: 'jiangsu-yixing', kind: 'zone', name: '宜兴市', province: '江苏' }
const rugao: Organization = { id: 'jiangsu-rugao', kind: 'zone', name: '如皋市', province: '江苏' }
const guixi: Organization = { id: 'jiangxi-guixi', kind: 'zone', name: '贵溪市', province: '江西' }
const organizations = [office, experts, jiangsu, yixing, rugao, guixi]

const of = (organization: Organization): Caller => ({
  role: roleIn[organization.kind],
  locale: 'zh-CN',
  organization,
  member: { id: `m-${organization.id}`, name: '张三' },
})
const actions = Object.keys(rights) as Action[]

describe('who may what', () => {
  test('guests ask public policy questions, judge answers, read the register and the duties, and change nothing', () => {
    const allowed = actions.filter((it) => may(guest(), it))
    expect(allowed).toEqual(['question.ask', 'question.judge', 'zone.read', 'language.set', 'duty.read'])
  })

  test('zone staff change their own zone, not the one next to it', () => {
    expect(may(of(yixing), 'zone.change', { organization: yixing })).toBe(true)
    expect(may(of(yixing), 'zone.change', { organization: rugao })).toBe(false)
    expect(may(of(yixing), 'zone.change')).toBe(false)
  })

  test('a province acts for itself and its zones, not for those of another, nor for the office', () => {
    const allowed = organizations.filter((organization) =>
      may(of(jiangsu), 'member.invite', { organization }),
    )
    expect(allowed).toEqual([jiangsu, yixing, rugao])
  })

  test('an expert of a province is not the province', () => {
    const local: Organization = { ...experts, province: '江苏' }
    expect(may(of(jiangsu), 'member.invite', { organization: local })).toBe(false)
    expect(may(of(local), 'zone.change', { organization: yixing })).toBe(false)
  })

  test('experts reply in the queue; zones and provinces only see theirs', () => {
    expect(may(of(experts), 'queue.reply')).toBe(true)
    expect([of(yixing), of(jiangsu), guest()].map((it) => may(it, 'queue.reply'))).toEqual([
      false,
      false,
      false,
    ])
    expect(may(of(yixing), 'queue.read', { organization: yixing })).toBe(true)
    expect(may(of(yixing), 'queue.read', { organization: guixi })).toBe(false)
  })

  test('what is personal is for that person alone, the office included', () => {
    expect(may(of(office), 'member.leave', { member: 'm-office' })).toBe(true)
    expect(may(of(office), 'member.leave', { member: 'm-jiangsu-yixing' })).toBe(false)
    expect(may(of(experts), 'queue.withdraw', { member: 'somebody' })).toBe(false)
  })

  test('whoever lost their organization has no reach', () => {
    const adrift: Caller = { role: 'province', locale: 'zh-CN' }
    expect(
      actions.filter((it) => may(adrift, it, { organization: yixing }) && rights[it].province !== 'all'),
    ).toEqual(['member.link', 'member.leave', 'language.set', 'training.register', 'calendar.read'])
  })

  test('whatever zone staff or a province may, the office may', () => {
    const subject = fc.constantFrom(...organizations)
    const caller = fc.constantFrom(jiangsu, yixing, rugao, guixi)
    fc.assert(
      fc.property(fc.constantFrom(...actions), caller, subject, (action, who, organization) => {
        if (rights[action].office === 'self') return
        if (may(of(who), action, { organization }))
          expect(may(of(office), action, { organization })).toBe(true)
      }),
    )
  })
})

describe('a refusal', () => {
  test('tells a guest who can, and how to become one of them', () => {
    const told = refusal(guest(), 'queue.reply')
    expect(told).toContain('访客')
    expect(told).toContain('专家、实验区办公室')
    expect(told).toContain('加入')
  })

  test('tells a member how far their word carries, and to whom to turn', () => {
    expect(refusal(of(jiangsu), 'member.invite', { organization: guixi })).toBe(
      '发放和撤销邀请码：您的权限限于本省，不包括「贵溪市」。 需要的话，请联系实验区办公室。',
    )
  })

  test('speaks English where the person does', () => {
    expect(refusal({ ...of(yixing), locale: 'en' }, 'audit.read')).toBe(
      'You are here as zone staff, who cannot read the audit. If it is needed, please turn to: provincial department, zone office.',
    )
  })

  test('is none where it is allowed', () => {
    expect(() => ensureMay(of(office), 'audit.read')).not.toThrow()
  })
})

describe('docs/permissions.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith('|'))

  test('shows the table of the code, row by row', () => {
    const [header, , ...shown] = rows
    const named = roles.map((role) => `${words['zh-CN'].roles[role]} ${words.en.roles[role]}`)
    expect(header).toBe(`| 动作 Action | ${named.join(' | ')} |`)
    expect(shown).toEqual(
      actions.map((action) => {
        const { what } = rights[action]
        const cells = roles.map((role) => words['zh-CN'].reach[rights[action][role]])
        return `| ${what['zh-CN']}<br>${what.en}<br>\`${action}\` | ${cells.join(' | ')} |`
      }),
    )
  })
})

function refusal(...given: Parameters<typeof ensureMay>): string {
  try {
    ensureMay(...given)
  } catch (thrown) {
    if (thrown instanceof Problem) return `${thrown.message} ${thrown.remedy}`
  }
  return 'allowed'
}
