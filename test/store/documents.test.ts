import { join } from 'node:path'
import { Kysely } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { Problem } from '../../src/core/errors.ts'
import { dialectOf, openSqlite } from '../../src/store/dialect.ts'
import { makeDocuments } from '../../src/store/documents.ts'
import { migrate } from '../../src/store/migrate.ts'
import { makePassages } from '../../src/store/passages.ts'
import { makeRevision } from '../../src/store/revision.ts'
import type { Tables } from '../../src/store/tables.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { invented } from './invented.ts'

const term = (text: string) => [{ text, kind: 'word' as const }]
const even = { title: 1, path: 1, body: 1, pairs: 1 }

it('keeps a document with its facts, its bytes and its passages', async () => {
  const { documents, passages } = await temporaryStore()
  const facts = { issuer: '实验区办公室', number: '虚构[2014]1号', date: '2014-04', appliesTo: '2014' }
  const { kind, document } = await documents.put(
    invented('验收办法', ['第一条 为了验收。', '第二条 每年六月。'], facts),
    7,
  )
  expect(kind).toBe('added')
  expect(await documents.list()).toEqual([document])
  expect(document).toMatchObject({ ...facts, name: '验收办法.md', version: 1, addedAt: 7 })
  expect((await documents.file(document.id))?.printed).toBe('第一条 为了验收。\n第二条 每年六月。')
  expect((await passages.ofDocument(document.id)).map((it) => it.articleKey)).toEqual(['1', '2'])
  expect(await passages.counts()).toEqual({ documents: 1, articles: 2, passages: 2 })
})

it('changes nothing when the same bytes come again, from wherever', async () => {
  const { documents, passages } = await temporaryStore()
  await documents.put(invented('办法', ['第一条 甲。']), 1)
  const again = await documents.put(invented('办法', ['第一条 甲。'], { origin: '/elsewhere/copy.md' }), 2)
  expect(again.kind).toBe('unchanged')
  expect(await passages.counts()).toMatchObject({ documents: 1, passages: 1 })
})

it('takes over new facts for the same bytes, and finds by the new title', async () => {
  const { documents, passages } = await temporaryStore()
  const before = invented('办法', ['第一条 甲乙。'])
  await documents.put(before, 1)
  const titled = invented('办法', ['第一条 甲乙。'], { status: '废止', note: '2015年废止' })
  expect((await documents.put(titled, 2)).kind).toBe('facts-changed')
  expect(await documents.list()).toMatchObject([{ status: '废止', note: '2015年废止', version: 1 }])
  expect(await passages.index.search(term('甲乙'), even, 10)).toHaveLength(1)
})

it('makes a changed file the next version; the old one stays in the chain and no longer answers', async () => {
  const { documents, passages } = await temporaryStore()
  const first = await documents.put(invented('办法', ['第一条 旧的期限。']), 1)
  const second = await documents.put(invented('办法', ['第一条 新的期限。']), 2)
  expect(second).toMatchObject({ kind: 'new-version', document: { version: 2, replaces: first.document.id } })
  expect((await documents.versions(first.document.id)).map((it) => it.version)).toEqual([2, 1])
  expect(await documents.list()).toHaveLength(1)
  expect(await documents.list({ versions: true })).toHaveLength(2)
  expect(await passages.index.search(term('旧'), even, 10)).toEqual([])
  expect(await passages.ofArticle('1')).toMatchObject([{ text: '第一条 新的期限。' }])
  expect(await passages.ofDocument(first.document.id)).toMatchObject([{ text: '第一条 旧的期限。' }])
})

it('knows a file of the same name and title again after it was moved', async () => {
  const { documents } = await temporaryStore()
  await documents.put(invented('办法', ['第一条 旧。'], { origin: '/old/办法.md' }), 1)
  const moved = await documents.put(invented('办法', ['第一条 新。'], { origin: '/new/办法.md' }), 2)
  expect(moved.kind).toBe('new-version')
})

it('keeps two documents of one title apart, each under a name of its own', async () => {
  const { documents } = await temporaryStore()
  const beside = new Set(['/2012/办法.md', '/2014/办法.md'])
  await documents.put(
    invented('办法', ['第一条 甲。'], { name: '办法.md', origin: '/2012/办法.md', beside }),
    1,
  )
  await documents.put(
    invented('办法', ['第一条 乙。'], { name: '办法.md', origin: '/2014/办法.md', beside }),
    1,
  )
  expect((await documents.list()).map((it) => it.name)).toEqual(['2014/办法.md', '办法.md'])
  expect(await documents.find('办法')).toHaveLength(2)
})

it('finds a document by id, name, number and title, with or without marks', async () => {
  const { documents } = await temporaryStore()
  const { document } = await documents.put(
    invented('关于印发《实验区办法》的通知', ['第一条 甲。'], { name: 'a.md', number: '虚构[2014]19号' }),
    1,
  )
  for (const text of [
    document.id,
    'a.md',
    '虚构[2014]19号',
    '虚构〔2014〕19号',
    '《关于印发实验区办法的通知》',
    '实验区办法',
  ]) {
    expect(await documents.find(text), text).toEqual([document])
  }
  expect(await documents.find('没有的文件')).toEqual([])
  expect(await documents.find('%_')).toEqual([])
})

it('answers a full disk with a Problem and stays whole', async () => {
  const sqlite = openSqlite(join(temporaryFolder(), 'full.db'))
  const db = new Kysely<Tables>({ dialect: dialectOf(sqlite) })
  onTestFinished(() => db.destroy())
  await migrate(db)
  const revision = makeRevision(db, sqlite)
  const documents = makeDocuments(db, sqlite, revision)
  const passages = makePassages(db, sqlite, revision)
  await documents.put(invented('小文件', ['第一条 实验区。']), 1)
  const pages = sqlite.pragma('page_count', { simple: true }) as number
  sqlite.pragma(`max_page_count = ${pages + 8}`)
  const large = Array.from({ length: 500 }, (_, at) => `第${at + 1}条 实验区的第${at}项规定，很长很长。`)
  await expect(documents.put(invented('大文件', large), 2)).rejects.toThrow(Problem)
  expect(await passages.counts()).toEqual({ documents: 1, articles: 1, passages: 1 })
  expect(await passages.index.search(term('实验区'), even, 10)).toHaveLength(1)
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  sqlite.pragma('max_page_count = 1000000')
  expect((await documents.put(invented('大文件', large), 3)).kind).toBe('added')
})
