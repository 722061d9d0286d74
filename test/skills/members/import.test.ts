import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importMembers } from '../../../src/skills/members/operator.ts'
import { organizationsOf } from '../../../src/skills/members/organizations.ts'
import { planImport, readPeople } from '../../../src/skills/members/plan-import.ts'
import { readGrid } from '../../../src/skills/members/read-grid.ts'
import { housePeople, provinces, zones } from '../../support/people.ts'

const list = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const header = '姓名,单位,角色,平台,空间,账号'

describe('importing members', () => {
  test('those with an account are members at once; the others get a code of their own', async () => {
    const { store, clock, person } = await housePeople()
    const done = await importMembers(
      { ...store, clock },
      list(header, '张三,宜兴市,实验区,slack,T1,U1', '李四,江苏,,,,', '', '王五,专家委员会,expert,,,'),
    )
    expect(done).toMatchObject({ added: 3, known: 0, problems: [] })
    expect(done.codes.map((it) => [it.name, it.organization])).toEqual([
      ['李四', '江苏省科技主管部门'],
      ['王五', '国家可持续发展实验区专家委员会'],
    ])
    expect((await person('U1').says('我是谁')).text).toContain('姓名：张三')
    const li = person('U2', { name: 'lisi_js' })
    expect((await li.calls('join', { code: done.codes[0]?.code ?? '' })).text).toContain('已关联')
    expect((await li.says('我是谁')).text).toContain('姓名：李四')
  })

  test('the same list again changes nothing, and makes no further codes', async () => {
    const { store, clock } = await housePeople()
    const people = list(header, '张三,宜兴市,,slack,T1,U1', '李四,江苏,,,,')
    await importMembers({ ...store, clock }, people)
    const before = await store.audit.list({ most: 100 })
    expect(await importMembers({ ...store, clock }, people)).toEqual({
      added: 0,
      known: 2,
      problems: [],
      codes: [],
    })
    expect(await store.audit.list({ most: 100 })).toEqual(before)
  })

  test('one bad row keeps all out, and every bad row is told with why', async () => {
    const { store, clock, member } = await housePeople()
    await member('U9', '贵溪')
    const done = await importMembers(
      { ...store, clock },
      list(
        header,
        '张三,宜兴市,,slack,T1,U1',
        '李四,火星,,,,',
        '王五,省科技,,,,',
        '赵六,宜兴市,专家,,,',
        '钱七,宜兴市,皇帝,,,',
        ',宜兴市,,,,',
        '孙八,宜兴市,,slack,,U2',
        '周九,如皋市,,Slack,T1,U1',
        '吴十,宜兴市,,slack,T1,U9',
        '郑一,江苏,,,,',
        '郑一,江苏省,,,,',
      ),
    )
    expect(done.added).toBe(0)
    expect(done.problems.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '3 没有单位「火星」',
      '4 单位「省科技」不止一个，请写全名',
      '5 角色「专家」不对：「江苏省无锡市宜兴市」的成员只能是「实验区」，也可以空着',
      '6 角色「皇帝」不对：「江苏省无锡市宜兴市」的成员只能是「实验区」，也可以空着',
      '7 姓名要有 1 到 40 个字',
      '8 平台、空间、账号要么都写，要么都空着',
      '9 与第 2 行重复',
      '10 这个账号已经是「江西省鹰潭市贵溪市」的成员',
      '12 与第 11 行重复',
    ])
    expect((await store.members.list()).map((it) => it.organization.id)).toEqual(['jiangxi-guixi'])
  })

  test('a dry run only looks', async () => {
    const { store, clock } = await housePeople()
    const done = await importMembers({ ...store, clock }, list(header, '张三,宜兴市,,,,'), { dryRun: true })
    expect(done).toEqual({ added: 1, known: 0, problems: [], codes: [] })
    expect(await store.members.list()).toEqual([])
  })

  test('an account that somebody took in between keeps the whole list out', async () => {
    const { store, clock } = await housePeople()
    const stamp = { who: 'operator', at: clock.at }
    const identity = { platform: 'slack', space: 'T1', user: 'U1' }
    const member = (id: string) => ({ id, name: id, organization: 'jiangsu-yixing', identity })
    await expect(store.members.addAll([member('M1'), member('M2')], stamp)).rejects.toThrow(
      'belongs to somebody else',
    )
    expect(await store.members.list()).toEqual([])
    expect(await store.audit.list({ action: 'member.', most: 9 })).toEqual([])
  })
})

describe('a list of people', () => {
  test('reads alike from UTF-8, GB18030, tabs and XLSX', async () => {
    const rows = [
      ['姓名', '单位'],
      ['张三', '宜兴市'],
    ]
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('名单').addRows(rows)
    // 姓名,单位 / 张三,宜兴市 as Excel saves a CSV on a Chinese Windows.
    const gb = Uint8Array.from(
      [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a].concat([
        0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xd2, 0xcb, 0xd0, 0xcb, 0xca, 0xd0, 0x0d, 0x0a,
      ]),
    )
    const files = [
      list('\ufeff姓名,单位', '张三,宜兴市'),
      list('姓名\t单位', '张三\t宜兴市'),
      gb,
      new Uint8Array(await workbook.xlsx.writeBuffer()),
    ]
    for (const bytes of files)
      expect(readPeople(await readGrid(bytes))).toMatchObject([
        { line: 2, name: '张三', organization: '宜兴市' },
      ])
  })

  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff])],
    ['a broken XLSX', list('PK not really')],
    ['nothing but zeros', new Uint8Array(8)],
    ['an empty file', new Uint8Array()],
    ['more than five megabytes', new Uint8Array(5_000_001)],
    ['other columns', list('甲,乙', '1,2')],
  ])('%s is refused with the form that is wanted', async (_name, bytes) => {
    const refused = readGrid(bytes).then(readPeople)
    await expect(refused).rejects.toMatchObject({
      remedy: expect.stringContaining('姓名,单位,角色,平台,空间,账号'),
    })
  })

  test('of any rows, each is planned, known or bad, once; nobody is planned twice', () => {
    const organizations = organizationsOf(provinces, zones)
    const row = fc.record({
      name: fc.constantFrom('张三', '李四', ''),
      organization: fc.constantFrom('宜兴', '江苏', '火星', ''),
      role: fc.constantFrom('', 'staff', '省级部门', 'king'),
      platform: fc.constantFrom('', 'slack'),
      space: fc.constantFrom('', 'T1'),
      user: fc.constantFrom('', 'U1', 'U2'),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (drawn) => {
        const rows = drawn.map((it, at) => ({ ...it, line: at + 2 }))
        const present = {
          organizations,
          accounts: new Map([['slack/T1/U2', 'jiangsu-yixing']]),
          names: new Set<string>(),
        }
        const { people, known, problems } = planImport(rows, present)
        const lines = [...people, ...known, ...problems].map((it) => it.line)
        expect(lines.toSorted((a, b) => a - b)).toEqual(rows.map((it) => it.line))
        const accounts = people.flatMap((it) => (it.identity ? [it.identity.user] : []))
        expect(new Set(accounts).size).toBe(accounts.length)
      }),
    )
  })
})
