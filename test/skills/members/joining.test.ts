import { describe, expect, test } from 'vitest'
import { codeIn, housePeople } from '../../support/people.ts'

describe('joining', () => {
  test('a guest joins with a code in a private chat, and is told who they are now', async () => {
    const { person, codeFor } = await housePeople()
    const zhang = person('U1', { name: '张三' })
    const joined = await zhang.says(`加入 ${await codeFor('宜兴市')}`)
    expect(joined.text).toContain('欢迎加入「江苏省无锡市宜兴市」！您现在的身份是：实验区。')
    expect(joined.private).toBe(true)
    const who = await zhang.says('我是谁')
    expect(who.text).toContain('姓名：张三')
    expect(who.text).toContain('单位：江苏省无锡市宜兴市')
    expect(who.text).toContain('修改实验区资料（本单位）')
    expect(who.text).not.toContain('发放和撤销邀请码')
  })

  test('the code may be typed as people type: lower case, spaces, full width, O for 0', async () => {
    const { person, codeFor } = await housePeople()
    const code = (await codeFor('如皋')).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const wide = [...code].map((it) => (it === ' ' ? '　' : String.fromCharCode(it.charCodeAt(0) + 0xfee0)))
    expect((await person('U1').calls('join', { code: wide.join('') })).text).toContain('欢迎加入')
  })

  test('a guest who asks who they are finds a form for the code', async () => {
    const { person, codeFor } = await housePeople()
    const guest = person('U1')
    const who = await guest.calls('whoami')
    expect(who.text).toContain('您现在是访客')
    expect(who.buttons).toMatchObject([{ label: '输入邀请码', opens: 'members.join' }])
    expect((await guest.submits('members.join', { code: await codeFor('江苏') })).text).toContain('省级部门')
  })

  test('a policy question that begins with the same word is no code', async () => {
    const { person } = await housePeople()
    expect((await person('U1').says('加入实验区需要什么条件')).text).not.toContain('邀请码')
  })

  test('wrong, expired, used and revoked codes get the same sentence', async () => {
    const { person, member, codeFor, clock } = await housePeople()
    const office = await member('boss', '办公室')
    const once = await codeFor('宜兴', { uses: 1 })
    await person('U1').calls('join', { code: once })
    const made = await office.calls('invite', { organization: '宜兴' })
    await office.calls('revoke', { invitation: /编号 (I\w+)/.exec(made.text)?.[1] ?? '' })
    const old = await codeFor('宜兴', { days: 1 })
    clock.at += 86_400_000
    const told = new Set<string>()
    for (const code of ['AAAA-BBBB-CCCC', once, codeIn(made.text), old, 'xx'])
      told.add((await person(`guest of ${code}`).calls('join', { code })).text)
    expect([...told]).toEqual([
      '这个邀请码用不了：可能写错、过期、用完或已撤销。 请核对后再试；仍不行，请向发码的单位要一个新的。',
    ])
  })

  test('after five wrong codes in an hour even the right one waits, and then works', async () => {
    const { person, codeFor, clock } = await housePeople()
    const guesser = person('U1')
    for (const digit of '12345') await guesser.calls('join', { code: `AAAA-AAAA-AAA${digit}` })
    const code = await codeFor('宜兴')
    clock.at += 20 * 60_000
    expect((await guesser.calls('join', { code })).text).toBe(
      '试的次数太多了。 请过 40 分钟再试，或向发码的单位核对邀请码。',
    )
    expect((await person('U2').calls('join', { code: await codeFor('宜兴') })).text).toContain('欢迎')
    clock.at += 40 * 60_000
    expect((await guesser.calls('join', { code })).text).toContain('欢迎')
  })

  test('a code of three uses lets three people in and no fourth, whoever presses at once', async () => {
    const { person, codeFor } = await housePeople()
    const code = await codeFor('宜兴', { uses: 3 })
    const told = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => person(id).calls('join', { code })))
    expect(told.filter((it) => it.text.includes('欢迎'))).toHaveLength(3)
  })

  test('one person belongs to one organization, and may change by leaving first', async () => {
    const { member, codeFor } = await housePeople()
    const zhang = await member('U1', '宜兴')
    expect((await zhang.calls('join', { code: await codeFor('宜兴') })).text).toContain('不用再加入')
    expect((await zhang.calls('join', { code: await codeFor('贵溪') })).text).toContain(
      '一个人只属于一个单位',
    )
    expect((await zhang.says('退出联盟')).text).toContain('确定退出「江苏省无锡市宜兴市」吗？')
    expect((await zhang.presses('确定退出')).text).toContain('已退出')
    expect((await zhang.says('我是谁')).text).toContain('访客')
    expect((await zhang.calls('join', { code: await codeFor('贵溪') })).text).toContain('贵溪')
  })

  test('an old leave button ends nothing after joining again', async () => {
    const { member, codeFor } = await housePeople()
    const zhang = await member('U1', '宜兴')
    const again = zhang.at({})
    await zhang.says('退出联盟')
    await again.says('退出联盟')
    await again.presses('确定退出')
    await again.calls('join', { code: await codeFor('宜兴') })
    expect((await zhang.presses('确定退出')).text).toContain('这个按钮已经失效')
    expect((await zhang.says('我是谁')).text).toContain('宜兴')
  })

  test('a code said aloud in a channel works, with a warning', async () => {
    const { person, codeFor } = await housePeople()
    const zhang = person('U1', { addressed: 'mention', from: { channel: 'C1' } })
    const joined = await zhang.says(`加入 ${await codeFor('宜兴', { uses: 9 })}`)
    expect(joined.text).toContain('欢迎')
    expect(joined.text).toContain('别人也看得到')
    expect(joined.private).toBe(true)
  })

  test('the code is kept nowhere, and no account in the audit of joining', async () => {
    const { person, codeFor, store } = await housePeople()
    const code = await codeFor('宜兴')
    await person('U777', { name: '张三 13812345678', from: { channel: 'D1' } }).calls('join', { code })
    const entries = JSON.stringify(await store.audit.list({ most: 100 }))
    expect(entries).not.toContain(code)
    expect(entries).toContain('member.join')
    expect(entries).not.toContain('U777')
    expect((await store.members.list()).map((it) => it.name)).toEqual(['张三 ［手机号］'])
  })
})

describe('one person on two platforms', () => {
  const onDiscord = { from: { platform: 'discord', space: 'G1', channel: 'dm' } } as const

  test('is one member after linking with a private code', async () => {
    const { member, person, store } = await housePeople()
    const zhang = await member('U1', '宜兴', { name: '张三' })
    const linking = await zhang.calls('link')
    expect(linking.private).toBe(true)
    const there = person('900', onDiscord)
    expect((await there.says(`加入 ${codeIn(linking.text)}`)).text).toContain('同一位成员')
    expect((await there.says('我是谁')).text).toContain('姓名：张三')
    expect(await store.members.list()).toMatchObject([{ name: '张三', platforms: ['discord', 'slack'] }])
  })

  test('becomes one member even after having joined twice', async () => {
    const { member, store } = await housePeople()
    const zhang = await member('U1', '宜兴', { name: '张三' })
    const there = await member('900', '宜兴', { name: 'zhangsan', ...onDiscord })
    await there.calls('join', { code: codeIn((await zhang.calls('link')).text) })
    expect(await store.members.list()).toMatchObject([{ name: '张三', platforms: ['discord', 'slack'] }])
  })

  test('cannot link into another organization, nor with a code that is too old or was used', async () => {
    const { member, person, clock } = await housePeople()
    const zhang = await member('U1', '宜兴')
    const other = await member('900', '贵溪', onDiscord)
    const code = codeIn((await zhang.calls('link')).text)
    expect((await other.calls('join', { code })).text).toContain('一个人只属于一个单位')
    expect((await person('901', onDiscord).calls('join', { code })).text).toContain('已关联')
    expect((await person('902', onDiscord).calls('join', { code })).text).toContain('用不了')
    const late = codeIn((await zhang.calls('link')).text)
    clock.at += 15 * 60_000
    expect((await person('903', onDiscord).calls('join', { code: late })).text).toContain('用不了')
  })

  test('a link code leads nowhere when its member has left', async () => {
    const { member, person } = await housePeople()
    const zhang = await member('U1', '宜兴')
    const code = codeIn((await zhang.calls('link')).text)
    await zhang.calls('leave')
    await zhang.presses('确定退出')
    expect((await person('900', onDiscord).calls('join', { code })).text).toContain('用不了')
  })

  test('the same account id in another workspace is somebody else', async () => {
    const { member, person } = await housePeople()
    await member('U1', '宜兴')
    expect((await person('U1', { from: { space: 'T2' } }).says('我是谁')).text).toContain('访客')
  })
})

describe('the language', () => {
  test('of a guest follows the platform until they choose, and the choice is kept', async () => {
    const { person } = await housePeople()
    const guest = person('U1', { locale: 'en-GB' })
    expect((await guest.says('who am i')).text).toContain('You are a guest')
    expect((await guest.calls('language', { language: '中文' })).text).toBe('好的，以后用简体中文。')
    expect((await guest.says('who am i')).text).toContain('您现在是访客')
  })

  test('of a member goes with them to their other platform', async () => {
    const { member, person } = await housePeople()
    const zhang = await member('U1', '宜兴')
    await zhang.calls('language')
    expect((await zhang.presses('English')).text).toBe('English from now on.')
    const there = person('900', { from: { platform: 'discord', space: 'G1', channel: 'dm' } })
    await there.calls('join', { code: codeIn((await zhang.calls('link')).text) })
    expect((await there.says('whoami')).text).toContain('Role：zone staff')
  })

  test('chosen as a guest stays after joining', async () => {
    const { person, codeFor } = await housePeople()
    const guest = person('U1')
    await guest.says('English')
    expect((await guest.calls('join', { code: await codeFor('宜兴') })).text).toContain('Welcome')
    expect((await guest.says('whoami')).text).toContain('Who you are')
  })
})

describe('the operator at the terminal', () => {
  const terminal = { from: { platform: 'console', space: 'terminal', channel: 'x' } }

  test('is the office without being a member', async () => {
    const { person } = await housePeople()
    const operator = person('operator', terminal)
    expect((await operator.calls('whoami')).text).toContain('身份：实验区办公室')
    expect((await operator.calls('invite', { organization: '江苏' })).text).toContain('江苏省科技主管部门')
    expect((await operator.calls('link')).text).toContain('没有成员账号')
  })
})
