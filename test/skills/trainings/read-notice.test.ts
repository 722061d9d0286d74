import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import { dayAt, instantAt } from '../../../src/core/local-date.ts'
import { readDocument } from '../../../src/skills/ask/documents/read-document.ts'
import { noticeOf } from '../../../src/skills/trainings/reading/notice.ts'
import type { NoticeRead } from '../../../src/skills/trainings/reading/notice-read.ts'
import { noticeTemplate } from '../../../src/skills/trainings/reading/notice-template.ts'
import { noticeWords } from '../../../src/skills/trainings/reading/notice-words.ts'
import { readNotice } from '../../../src/skills/trainings/reading/read-notice.ts'
import { validateTraining } from '../../../src/skills/trainings/validate-training.ts'
import { provinces as register } from '../../../src/skills/zones/provinces.ts'

const provinces = register.map((it) => it.short)
const around = { provinces, now: instantAt('2014-09-01', '09:00') }

/** Read by the readers that documents are loaded with. */
async function readBytes(name: string, bytes: Uint8Array): Promise<NoticeRead> {
  return readNotice(noticeOf((await readDocument({ name, bytes })).printed), { provinces })
}

const readFixture = (name: string) =>
  readBytes(name, readFileSync(join(import.meta.dirname, '../../fixtures/trainings', name)))
const read = (text: string) => readNotice(noticeOf(text), { provinces })
const gapsOf = (it: NoticeRead) => it.gaps.map(noticeWords['zh-CN'].gap)

describe('a notice as Word has it', () => {
  test('becomes a draft in which nothing is missing', async () => {
    const { draft } = await readFixture('虚构-气候培训通知.docx')
    expect(draft).toMatchObject({
      title: '2014年国家可持续发展实验区绿色发展能力建设（华北组）培训班',
      kind: 'training',
      starts: '2014-10-15',
      ends: '2014-10-16',
      about: '10月14日报到\n承办单位：内蒙古自治区科学技术厅',
      place: '内蒙古自治区呼和浩特市虚构宾馆二层会议室',
      hosts: ['科技部社会发展科技司', '中国21世纪议程管理中心'],
      audience: { of: 'zones', provinces: ['天津', '河北', '山西', '内蒙古'] },
      capacity: 70,
      nomination: 'province',
      registration: { until: instantAt('2014-09-30', '17:00') },
    })
    expect(validateTraining(draft, around).faults).toBeUndefined()
  })

  test('has its programme, without meals, half days at usual hours marked for a look', async () => {
    const { draft, read: fields } = await readFixture('虚构-气候培训通知.docx')
    expect(
      draft.sessions?.map((it) => `${it.day} ${it.from}-${it.until} ${it.topic} ${it.lecturer ?? ''}`.trim()),
    ).toEqual([
      '2014-10-15 09:00-09:30 开班式',
      '2014-10-15 09:30-11:30 绿色发展政策 王垚',
      '2014-10-15 14:30-17:30 低碳城镇规划 李㛃',
      '2014-10-16 09:00-12:00 实地考察',
    ])
    expect(fields.filter((it) => it.supposed)).toEqual([
      { field: 'sessions', words: '上午 实地考察', supposed: true },
    ])
  })

  test('asks what its return form asks, but no telephone, and nothing that is known', async () => {
    const { draft } = await readFixture('虚构-气候培训通知.docx')
    expect(draft.questions?.map((it) => [it.label, it.choices])).toEqual([
      ['性别', ['男', '女']],
      ['民族', undefined],
      ['职务', undefined],
      ['住宿', ['单间', '合住']],
    ])
  })

  test('keeps no telephone, no address and no contact anywhere, and says so', async () => {
    const whole = await readFixture('虚构-气候培训通知.docx')
    expect(JSON.stringify(whole)).not.toMatch(/13800138000|010-12345678|fictional@|甲某某/)
    expect(gapsOf(whole)).toEqual([
      '“每个实验区2名”：各实验区的名额请在名单里分别设置',
      '没有采用（个人信息不保存）：手机',
      '没有采用（个人信息不保存）：联系方式、联系人',
    ])
  })

  test('shows for every field the words that it was read from', async () => {
    const { draft, read: fields } = await readFixture('虚构-气候培训通知.docx')
    expect(new Set(fields.map((it) => it.field))).toEqual(new Set(Object.keys(draft)))
    expect(fields.find((it) => it.field === 'starts')?.words).toContain('10月15日—16日培训')
  })
})

describe('a notice of a training abroad', () => {
  test('is overseas, with the seats of each province marked for a look, and no identity numbers', async () => {
    const whole = await readFixture('虚构-英国培训通知.txt')
    const { draft } = whole
    expect(draft).toMatchObject({ kind: 'overseas', starts: '2014-11-27', ends: '2014-12-17', capacity: 17 })
    expect(draft.hosts).toEqual(['科技部国际合作司', '中国21世纪议程管理中心'])
    expect(whole.read.find((it) => it.field === 'quotas')?.supposed).toBe(true)
    expect(draft.questions?.map((it) => it.name)).toEqual(['passport-name', 'post', 'diet'])
    expect(gapsOf(whole)).toContain('没有采用（个人信息不保存）：身份证号')
    const { faults, notes } = validateTraining(draft, around)
    expect(faults?.map((it) => it.name)).toEqual(['quotas-exceed'])
    expect(notes.map((it) => it.name)).toContain('local-times')
  })
})

describe('a notice full of slips', () => {
  test('names each: a day that is none, a row that is no province, a total that is none', async () => {
    const whole = await readFixture('虚构-问题很多的通知.txt')
    expect(gapsOf(whole)).toEqual([
      '“2014年2月30日”不是日历上的日期，请核对',
      '表里这一行没有读懂，请手工补上：海外 2',
      '名额表的合计与各行之和不一致（62 ≠ 60），请核对',
    ])
    expect(whole.draft.starts).toBeUndefined()
    expect(validateTraining(whole.draft, around).faults?.map((it) => it.name)).toEqual([
      'no-days',
      'no-audience',
      'quotas-exceed',
    ])
  })
})

describe('days are read', () => {
  test.each([
    ['2014年10月15日至16日', '2014-10-15', '2014-10-16'],
    ['2014年10月15至16日', '2014-10-15', '2014-10-16'],
    ['2014年10月15—16日', '2014-10-15', '2014-10-16'],
    ['2014年10月15日（星期三）—10月16日（星期四）', '2014-10-15', '2014-10-16'],
    ['2014 年 11 月 27 日至 12 月 17 日', '2014-11-27', '2014-12-17'],
    ['2014年12月30日至1月3日', '2014-12-30', '2015-01-03'],
    ['二〇一四年十月十五日', '2014-10-15', '2014-10-15'],
    ['2014-10-15 至 2014-10-16', '2014-10-15', '2014-10-16'],
    ['2014.10.15-2014.10.16', '2014-10-15', '2014-10-16'],
    ['2014年10月14日报到，15日-16日培训', '2014-10-15', '2014-10-16'],
    ['10月15日至16日', '2014-10-15', '2014-10-16'],
    ['2014年10月16日至15日', '2014-10-16', '2014-10-15'],
  ])('%s', (time, starts, ends) => {
    const { draft } = read(`关于举办低碳培训班的通知\n时间：${time}\n2014年9月1日`)
    expect([draft.starts, draft.ends]).toEqual([starts, ends])
  })

  test('without a year anywhere are asked for', () => {
    expect(gapsOf(read('关于举办低碳培训班的通知\n时间：10月15日至16日'))).toEqual([
      '“10月15日至16日”没有写年份，请补上',
    ])
  })

  test('not at all where a notice has none: nothing is made up', () => {
    const { draft } = read('关于举办低碳培训班的通知\n时间：另行通知')
    expect(draft).toEqual({ title: '低碳培训班', kind: 'training' })
  })
})

describe('seats are read', () => {
  const seats = (text: string) => {
    const { capacity, quotas } = read(`关于举办低碳培训班的通知\n${text}`).draft
    return [capacity, quotas?.map((it) => `${it.who}${it.seats}`).join(' ')]
  }
  test.each([
    ['培训规模：约70人', 70, undefined],
    ['参加人员：江苏、浙江各实验区，每省2名，总人数不超过六十人', 60, '江苏2 浙江2'],
    ['名额分配：天津3名、河北省5名、内蒙古自治区4人', undefined, '天津3 河北5 内蒙古4'],
    ['总名额：0', 0, undefined],
    ['总名额：-5', -5, undefined],
    ['附件\n省份\t名额\n天津市\t3\n新疆\t2\n合计\t5', 5, '天津3 新疆2'],
  ])('%j', (text, capacity, quotas) => {
    expect(seats(text)).toEqual([capacity, quotas])
  })
})

describe('whom it is for is read', () => {
  const invited = (text: string) => read(`关于举办低碳培训班的通知\n参加人员：${text}`)
  test.each([
    ['各省级科技主管部门负责同志', { of: 'provinces' }],
    ['西部地区县域型实验区', { of: 'zones', regions: ['西部'], types: ['县域型'] }],
    ['江苏、浙江实验区管理人员', { of: 'zones', provinces: ['江苏', '浙江'] }],
  ])('%s', (text, audience) => {
    expect(invited(text).draft.audience).toEqual(audience)
  })

  test('a group that names no provinces is the usual ones, marked for a look', () => {
    const { draft, read: fields } = invited('华北组各实验区')
    expect(draft.audience?.provinces).toEqual(['北京', '天津', '河北', '山西', '内蒙古'])
    expect(fields.find((it) => it.field === 'audience')?.supposed).toBe(true)
  })
})

describe('the form as a workbook', () => {
  async function filled(
    values: Readonly<Record<string, string | number | Date>>,
    programme: readonly unknown[][] = [],
  ) {
    const workbook = new excel.Workbook()
    await workbook.xlsx.load((await noticeTemplate()).buffer as ArrayBuffer)
    const [form, sessions, quotas] = workbook.worksheets
    form?.eachRow((row) => {
      row.getCell(2).value = values[String(row.getCell(1).value)] ?? null
    })
    sessions?.addRows(programme as unknown[][])
    quotas?.addRows([
      ['天津', 3],
      ['新疆', 2],
    ])
    return readBytes('虚构-培训表.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
  }

  const values = {
    培训名称: '低碳培训班（虚构）',
    类型: '培训',
    培训时间: '2014年10月15日至16日',
    培训地点: '天津市',
    主办单位: '科技部社会发展科技司、住房和城乡建设部建筑节能司',
    参加人员: '天津、新疆各实验区',
    总名额: 20,
    报名截止: '2014年9月30日17:00前',
    报名渠道: '由省级科技主管部门推荐',
    报名问题: '职务；住宿（单间/合住）；是否清真',
  }

  test('filled in is a training in which nothing is missing', async () => {
    const { draft, gaps } = await filled(values, [
      ['10月15日', '9:00-11:30', '低碳政策', '王垚', '甲厅'],
      [null, '14:00-17:00', '低碳经济', '李㛃', null],
    ])
    expect(gaps).toEqual([])
    expect(draft).toMatchObject({
      title: '低碳培训班（虚构）',
      capacity: 20,
      hosts: ['科技部社会发展科技司', '住房和城乡建设部建筑节能司'],
      nomination: 'province',
      quotas: [
        { of: 'province', who: '天津', seats: 3 },
        { of: 'province', who: '新疆', seats: 2 },
      ],
    })
    expect(draft.sessions?.map((it) => `${it.day} ${it.from} ${it.topic}`)).toEqual([
      '2014-10-15 09:00 低碳政策',
      '2014-10-15 14:00 低碳经济',
    ])
    expect(draft.questions?.map((it) => it.label)).toEqual(['职务', '住宿', '是否清真'])
    expect(dayAt(draft.registration?.until ?? 0)).toBe('2014-09-30')
    expect(validateTraining(draft, around).faults).toBeUndefined()
  })

  test('empty says what is missing, and reads nothing out of its own labels', async () => {
    const { draft } = await readBytes('虚构-空表.xlsx', await noticeTemplate())
    expect(draft).toEqual({})
  })
})

test('a file that is no notice is read in no time, and gives nothing', () => {
  const lines = ['省'.repeat(100_000), '1'.repeat(100_000), '于'.repeat(100_000), '\t'.repeat(100_000)]
  expect(read(lines.join('\n')).draft).toEqual({})
}, 5_000)

describe('what a sentence says', () => {
  const letter = (sentence: string) => `关于举办碳核算培训班的通知\n各实验区：\n${sentence}\n2014年9月1日`

  test.each([
    ['定于10月15日至16日在呼和浩特举办', '2014-10-15', '2014-10-16', '呼和浩特'],
    ['培训班定于10月15日至16日在呼和浩特举办，请报名。', '2014-10-15', '2014-10-16', '呼和浩特'],
    [
      '在各方支持下，我中心拟于10月15日（星期三）在内蒙古自治区呼和浩特市虚构饭店召开会议。',
      '2014-10-15',
      '2014-10-15',
      '内蒙古自治区呼和浩特市虚构饭店',
    ],
    ['定于10月15日在总结去年经验的基础上在包头举办。', '2014-10-15', '2014-10-15', '包头'],
  ])('gives its days and its place: %s', (sentence, starts, ends, place) => {
    const { draft, gaps } = read(letter(sentence))
    expect(draft).toMatchObject({ starts, ends, place })
    expect(draft.registration).toBeUndefined()
    expect(gaps).toEqual([])
  })

  test('a year that stands nowhere is asked for', () => {
    expect(gapsOf(read('定于10月15日至16日在呼和浩特举办'))).toEqual([expect.stringContaining('没有写年份')])
  })

  test('of its two pairs of days the later one is for those who register', () => {
    const { draft } = read(letter('培训班定于10月15日至16日在呼和浩特举办，请于9月30日前报名。'))
    expect(draft).toMatchObject({
      starts: '2014-10-15',
      registration: { until: instantAt('2014-09-30', '23:59') },
    })
  })
})

describe('what the office wrote of trainings', () => {
  const written = (file: string, begins: string) => {
    const text = readFileSync(join(import.meta.dirname, '../../../data/policies', file), 'utf8')
    return text.split('\n').find((it) => it.startsWith(begins)) ?? ''
  }

  test('in its annual report: the days, the place and the hosts of Hohhot', () => {
    expect(read(written('2014-annual-report.txt', '2014年10月15至16日，')).draft).toEqual({
      starts: '2014-10-15',
      ends: '2014-10-16',
      place: '内蒙古自治区呼和浩特市',
      hosts: ['科技部社会发展科技司', '中国21世纪议程管理中心'],
    })
  })

  test('of a month alone makes no day', () => {
    const { draft } = read(written('2014-annual-report.txt', '8. 2014年10月，第二期'))
    expect(draft).toEqual({ place: '内蒙古呼和浩特市' })
  })

  test('in its work points: trainings that are planned without days or places make no draft', () => {
    expect(read(written('2014-work-points.txt', '1. 深入学习贯彻')).draft).toEqual({})
    expect(read(written('2014-work-points.txt', '2. 执行国家外国专家局')).draft).toEqual({})
  })
})
