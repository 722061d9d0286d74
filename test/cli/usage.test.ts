import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { alliance } from '../support/command-line.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const commands = [
  'start',
  'ask',
  'search',
  'ingest',
  'learn',
  'documents',
  'show',
  'outline',
  'zones',
  'deadlines',
  'duties',
  'notices',
  'questions',
  'invite',
  'members',
  'audit',
  'eval',
  'doctor',
  'backup',
  'restore',
]

const subcommands = [
  'zones list',
  'zones show',
  'zones import',
  'members import',
  'deadlines export',
  'duties list',
  'duties show',
  'duties preview',
  'duties publish',
  'duties retire',
  'duties import',
  'duties proposals',
  'duties years',
  'notices plan',
  'notices outbox',
  'notices release',
]

describe('how to use it', () => {
  test('--help lists every command', async () => {
    const { code, out } = await alliance(['--help'], { cwd: temporaryFolder() })
    expect(code).toBe(0)
    for (const command of commands) expect(out).toMatch(new RegExp(`^\\s+${command}\\b`, 'm'))
  })

  test.each([...commands, ...subcommands])('%s --help says what it takes', async (command) => {
    const { code, out } = await alliance([...command.split(' '), '--help'], { cwd: temporaryFolder() })
    expect(code).toBe(0)
    for (const part of ['用法：', '--db', '--now', '--json', '显示用法']) expect(out).toContain(part)
    expect(out).not.toContain('display help')
  })

  test('in English where that is asked for', async () => {
    const { out } = await alliance(['--help'], { cwd: temporaryFolder(), locale: 'en' })
    expect(out).toContain('hold answers against a question set')
    expect(out).not.toContain('用法')
  })

  test.each([
    [['nothing'], '没有「nothing」这个命令'],
    [['backup'], '缺少参数「file」'],
    [['ask', '--nothing'], '没有「--nothing」这个选项'],
    [['search', 'x', '--k', 'many'], '1 到 1000'],
    [['ask', 'x', '--as-of', '2014-02-30'], '应为日期'],
    [['zones', 'nothing'], '没有「nothing」这个命令'],
    [['duties', 'show'], '缺少参数「duty」'],
    [['notices', 'plan', '--from', '2014-02-30'], '日期'],
    [['notices', 'plan', '--days', '0'], '1 到 3660'],
  ])('%j is told to be wrong, with code 2', async (argv, expected) => {
    const { code, out, err } = await alliance(argv, { cwd: temporaryFolder() })
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(expected)
    expect(err).toContain('--help')
  })

  test('bad settings are named all at once, before anything is opened', async () => {
    const env = { LOG_LEVEL: 'loud', DATABASE_URL: 'postgres://x' }
    const { code, err } = await alliance(['documents', '--now', 'soon'], { cwd: temporaryFolder(), env })
    expect(code).toBe(1)
    for (const name of ['LOG_LEVEL', 'DATABASE_URL', '--now', '.env.example']) expect(err).toContain(name)
  })
})

describe('a store that is none', () => {
  test.each(['documents', 'zones list', 'questions', 'ask 验收材料什么时候交'])(
    '%s says so and leaves the file alone',
    async (command) => {
      const cwd = temporaryFolder()
      const letter = '这是一封信。'.repeat(500)
      writeFileSync(join(cwd, 'letter.db'), letter)
      const { code, out, err } = await alliance([...command.split(' '), '--db', 'letter.db'], { cwd })
      expect(code).toBe(1)
      expect(out).toBe('')
      expect(err).toContain('letter.db')
      expect(err).toContain('--db')
      expect(err).not.toMatch(/\bat .*\.ts:/)
      expect(readFileSync(join(cwd, 'letter.db'), 'utf8')).toBe(letter)
    },
  )

  test('a store of a newer version is refused', async () => {
    const cwd = temporaryFolder()
    await alliance(['documents'], { cwd })
    const sqlite = new Database(join(cwd, 'alliance.db'))
    sqlite.exec("INSERT INTO kysely_migration VALUES ('9999-future', '2030-01-01T00:00:00.000Z')")
    sqlite.close()
    const { code, err } = await alliance(['documents'], { cwd })
    expect(code).toBe(1)
    expect(err).toContain('更新版本')
  })
})

describe('an empty store', () => {
  test('is told to be empty, with what to do', async () => {
    const { code, out, err } = await alliance(['documents'], { cwd: temporaryFolder() })
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('alliance ingest')
  })

  test('a document that is not there is told so', async () => {
    const { code, err } = await alliance(['show', '管理办法'], { cwd: temporaryFolder() })
    expect(code).toBe(1)
    expect(err).toContain('没有找到文件「管理办法」')
    expect(err).toContain('alliance documents')
  })

  test('no question is waiting', async () => {
    expect(await alliance(['questions', '--open'], { cwd: temporaryFolder() })).toMatchObject({
      code: 0,
      out: '',
    })
  })
})

describe('backup and restore', () => {
  test('bring a store back', async () => {
    const cwd = temporaryFolder()
    await alliance(['documents'], { cwd })
    expect(await alliance(['backup', 'copy.db'], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('copy.db'),
    })
    writeFileSync(join(cwd, 'alliance.db'), 'ruined')
    const { code, out } = await alliance(['restore', 'copy.db'], { cwd })
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('before-restore') })
    expect(await alliance(['documents'], { cwd })).toMatchObject({ code: 0 })
  })

  test('a backup that is none is refused', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'copy.db'), 'no database')
    expect(await alliance(['restore', 'copy.db'], { cwd })).toMatchObject({
      code: 1,
      err: expect.stringContaining('现有数据库没有改动'),
    })
  })
})

describe('the doctor', () => {
  test('names each thing that is wrong with its remedy', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'alliance.db'), 'no database, '.repeat(1000))
    const { code, out } = await alliance(['doctor'], { cwd, env: { ALLIANCE_DATA: 'nowhere' } })
    expect(code).toBe(1)
    expect(out).toContain('✗ 数据库')
    expect(out).toContain('nowhere')
    expect(out.match(/→/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('speaks JSON, and of bad settings too', async () => {
    const { code, out } = await alliance(['doctor', '--json'], {
      cwd: temporaryFolder(),
      env: { LOG_LEVEL: 'loud' },
    })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false })
    expect(out).toContain('LOG_LEVEL')
  })
})
