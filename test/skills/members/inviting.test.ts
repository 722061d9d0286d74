import { describe, expect, test } from 'vitest'
import { codeIn, housePeople } from '../../support/people.ts'

describe('inviting', () => {
  test('the office invites anybody; the code is shown once, privately', async () => {
    const { member, person } = await housePeople()
    const office = await member('boss', '办公室')
    const made = await office.calls('invite', { organization: '贵溪', uses: '２', days: '30' })
    expect(made.private).toBe(true)
    expect(made.text).toContain('可用 2 次，2014-07-23 09:00 到期')
    const listed = await office.calls('invitations')
    expect(listed.text).toContain('江西省鹰潭市贵溪市 | 0/2')
    expect(listed.text).not.toContain(codeIn(made.text))
    expect((await person('U1').calls('join', { code: codeIn(made.text) })).text).toContain('欢迎加入「江西省')
  })

  test('a province invites its own and its zones, and sees only their codes', async () => {
    const { member, codeFor } = await housePeople()
    const jiangsu = await member('js', '江苏')
    await codeFor('贵溪')
    await jiangsu.calls('invite', { organization: '宜兴' })
    expect((await jiangsu.calls('invite', { organization: '江苏省' })).text).toContain('江苏省科技主管部门')
    expect((await jiangsu.calls('invite', { organization: '贵溪' })).text).toBe(
      '发放和撤销邀请码：您的权限限于本省，不包括「江西省鹰潭市贵溪市」。 需要的话，请联系实验区办公室。',
    )
    expect((await jiangsu.calls('invite', { organization: '办公室' })).text).toContain('权限限于本省')
    const listed = await jiangsu.calls('invitations')
    expect(listed.text).toContain('宜兴')
    expect(listed.text).not.toContain('贵溪')
  })

  test('zone staff, experts and guests cannot, and are told who can', async () => {
    const { member, person } = await housePeople()
    for (const talker of [await member('z', '宜兴'), await member('e', '专家委员会'), person('g')]) {
      const told = await talker.calls('invite', { organization: '宜兴' })
      expect(told.text).toContain('不能发放和撤销邀请码')
      expect(told.text).toContain('省级部门、实验区办公室')
      expect(told.private).toBe(true)
    }
  })

  test('a number after the organization is how often the code can be used', async () => {
    const { member } = await housePeople()
    const made = await (await member('boss', '办公室')).calls('invite', { organization: '宜兴 5' })
    expect(made.text).toContain('可用 5 次')
  })

  test('without an organization a form opens; its values are read like options', async () => {
    const { member } = await housePeople()
    const office = await member('boss', '办公室')
    expect((await office.calls('invite')).buttons).toMatchObject([{ opens: 'members.invite' }])
    const made = await office.submits('members.invite', { organization: '宜兴市', uses: '1', days: '7' })
    expect(codeIn(made.text)).not.toBe('')
  })

  test.each([
    [{ organization: '火星' }, '没有找到单位「火星」'],
    [{ organization: '江' }, '没有找到单位「江」'],
    [{ organization: '省科技' }, '可能是：江苏省科技主管部门、江西省科技主管部门。 请写全名'],
    [{ organization: '宜兴', uses: '0' }, '可用次数要写 1 到 200 之间的整数'],
    [{ organization: '宜兴', uses: '很多' }, '可用次数要写 1 到 200 之间的整数'],
    [{ organization: '宜兴 500' }, '可用次数要写 1 到 200 之间的整数'],
    [{ organization: '宜兴', days: '91' }, '有效天数要写 1 到 90 之间的整数'],
  ])('%j is asked back', async (options, expected) => {
    const { member } = await housePeople()
    expect((await (await member('boss', '办公室')).calls('invite', options)).text).toContain(expected)
  })

  test('a revoked code lets nobody in any more; those who joined stay', async () => {
    const { member, person } = await housePeople()
    const office = await member('boss', '办公室')
    const code = codeIn((await office.calls('invite', { organization: '宜兴', uses: '5' })).text)
    const early = person('early')
    await early.calls('join', { code })
    const listed = await office.calls('invitations')
    const label = listed.buttons[0]?.label ?? ''
    expect((await office.presses(label)).text).toContain('已撤销邀请码')
    expect((await person('late').calls('join', { code })).text).toContain('用不了')
    expect((await early.says('我是谁')).text).toContain('宜兴')
    expect((await office.calls('invitations')).text).toBe('现在没有有效的邀请码。')
  })

  test("another province's code is not found, like one that does not exist", async () => {
    const { member } = await housePeople()
    const jiangxi = await member('jx', '江西')
    const office = await member('boss', '办公室')
    const made = await office.calls('invite', { organization: '宜兴' })
    const id = /编号 (I\w+)/.exec(made.text)?.[1] ?? ''
    expect((await jiangxi.calls('revoke', { invitation: id })).text).toContain(
      `没有编号为「${id}」的有效邀请码`,
    )
    expect((await jiangxi.calls('revoke', { invitation: 'IXXX' })).text).toContain(
      '没有编号为「IXXX」的有效邀请码',
    )
  })
})

describe('the members', () => {
  test('are listed to the office, to a province for its zones, to staff for their own, to guests not at all', async () => {
    const { member, person } = await housePeople()
    const office = await member('boss', '办公室', { name: '王主任' })
    const jiangsu = await member('js', '江苏', { name: '李处' })
    const yixing = await member('yx', '宜兴', { name: '张三' })
    await member('gx', '贵溪', { name: '赵六' })
    expect((await office.calls('members')).text).toContain('成员（4 人）')
    const seen = (await jiangsu.calls('members')).text
    expect(seen).toContain('李处')
    expect(seen).toContain('张三')
    expect(seen).not.toMatch(/赵六|王主任/)
    expect((await yixing.calls('members')).text).toContain('成员（1 人）')
    expect((await yixing.calls('members', { organization: '贵溪' })).text).toContain('限于本单位')
    expect((await person('g').calls('members')).text).toContain('不能查看成员名单')
  })

  test('one who is removed is a guest again, after the remover has confirmed', async () => {
    const { member, store } = await housePeople()
    const jiangsu = await member('js', '江苏')
    const zhang = await member('yx', '宜兴', { name: '张三' })
    await member('gx', '贵溪', { name: '赵六' })
    const [, id = ''] = /张三 .*\| (M\w+)/.exec((await jiangsu.calls('members')).text) ?? []
    expect((await jiangsu.calls('remove', { member: id.toLowerCase() })).text).toContain('确定把「张三」移出')
    expect((await zhang.says('我是谁')).text).toContain('宜兴')
    expect((await jiangsu.presses('确定移出')).text).toContain('已移出「张三」')
    expect((await zhang.says('我是谁')).text).toContain('访客')
    const other = (await store.members.list(['jiangxi-guixi']))[0]?.id ?? ''
    expect((await jiangsu.calls('remove', { member: other })).text).toContain('限于本省')
    expect((await zhang.calls('remove', { member: other })).text).toContain('不能移出成员')
  })
})

describe('the audit', () => {
  test('tells the office who did what, where, before and after; a province what concerns it', async () => {
    const { member } = await housePeople()
    const office = await member('boss', '办公室', { name: '王主任' })
    const jiangsu = await member('js', '江苏', { name: '李处' })
    await jiangsu.at({ from: { channel: 'C1' }, addressed: 'mention' }).calls('bind', { purpose: 'notices' })
    const seen = await office.calls('audit', { action: 'channel' })
    expect(seen.private).toBe(true)
    expect(seen.text).toContain(
      '2014-06-23 09:00 slack/C1 | 李处 | channel.bind | slack/T1/C1 | — | organization=province-江苏 purpose=notices',
    )
    await office.calls('invite', { organization: '贵溪' })
    expect((await office.calls('audit', { action: 'invitation.create' })).text).toContain('王主任')
    const told = await jiangsu.calls('audit')
    expect(told.text).toContain('member.join')
    expect(told.text).not.toContain('jiangxi')
    expect((await jiangsu.calls('audit', { organization: '贵溪' })).text).toContain('限于本省')
    expect((await office.calls('audit', { action: "%' OR 1=1" })).text).toBe('没有符合条件的记录。')
  })

  test('is closed to zone staff, experts and guests', async () => {
    const { member, person } = await housePeople()
    for (const talker of [await member('z', '宜兴'), await member('e', '专家'), person('g')])
      expect((await talker.calls('audit')).text).toContain('不能查看变更记录')
  })
})
