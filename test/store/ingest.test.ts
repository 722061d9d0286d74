import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { makeIngest } from '../../src/skills/ask/documents/ingest.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { childProgram } from '../support/child-program.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { words } from './invented.ts'

const clock = { now: () => 1 }
const ingestInto = ({ documents }: Store) => makeIngest({ documents, words, clock })
const policies = join(import.meta.dirname, '../../data/policies')

/** Invented laws (虚构), one a file. */
function lawsIn(folder: string, files: number, articles: number): void {
  for (let at = 1; at <= files; at++) {
    const lines = Array.from(
      { length: articles },
      (_, n) => `第${n + 1}条 虚构办法${at}规定的第${n + 1}件事。\n`,
    )
    writeFileSync(join(folder, `law-${at}.md`), `# 虚构办法之${at}\n\n${lines.join('\n')}`)
  }
}

it('takes in the policy documents with the facts of their manifest', async () => {
  const store = await temporaryStore()
  const seen: string[] = []
  const result = await ingestInto(store)([policies], {
    manifest: join(policies, 'manifest.json'),
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  })
  expect(result).toMatchObject({ documents: 5, added: 5, unchanged: 0, failed: [] })
  expect(seen.at(-1)).toBe('5/5')
  expect(await store.documents.find('12th-five-year-zone-outline-draft.txt')).toMatchObject([
    { status: '征求意见稿', appliesTo: '2011-2015' },
  ])
})

it('changes nothing the second time', async () => {
  const store = await temporaryStore()
  const manifest = join(policies, 'manifest.json')
  await ingestInto(store)([policies], { manifest })
  const before = await store.passages.counts()
  expect(await ingestInto(store)([policies], { manifest })).toMatchObject({ documents: 0, unchanged: 5 })
  expect(await store.passages.counts()).toEqual(before)
})

it('goes on after a bad file and tells each one with its reason', async () => {
  const store = await temporaryStore()
  const folder = temporaryFolder()
  lawsIn(folder, 2, 3)
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'picture.pdf'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  const result = await ingestInto(store)([folder, join(folder, 'missing.txt')])
  expect(result).toMatchObject({ documents: 2, articles: 6 })
  expect(result.failed.map((it) => it.path.split('/').at(-1)).sort()).toEqual([
    'empty.txt',
    'missing.txt',
    'picture.pdf',
  ])
  for (const { reason } of result.failed) expect(reason).toMatch(/\p{Script=Han}.*。/u)
})

it.skipIf(process.getuid?.() === 0)(
  'tells a file that may not be read (skipped for root, who may)',
  async () => {
    const store = await temporaryStore()
    const folder = temporaryFolder()
    lawsIn(folder, 1, 1)
    chmodSync(join(folder, 'law-1.md'), 0)
    expect((await ingestInto(store)([folder])).failed).toHaveLength(1)
  },
)

it('makes a changed file a new version', async () => {
  const store = await temporaryStore()
  const folder = temporaryFolder()
  lawsIn(folder, 1, 2)
  await ingestInto(store)([folder])
  lawsIn(folder, 1, 3)
  expect(await ingestInto(store)([folder])).toMatchObject({ newVersions: 1, added: 0, articles: 3 })
  expect(await store.passages.counts()).toMatchObject({ documents: 1, articles: 3 })
})

it('keeps files of one name in two folders apart', async () => {
  const store = await temporaryStore()
  const folder = temporaryFolder()
  for (const year of ['2012', '2014']) {
    mkdirSync(join(folder, year))
    writeFileSync(join(folder, year, '办法.md'), `# 虚构办法\n\n第一条 ${year}年的规定。\n`)
  }
  expect(await ingestInto(store)([folder])).toMatchObject({ added: 2, newVersions: 0 })
  expect((await store.documents.list()).map((it) => it.name)).toEqual(['2014/办法.md', '办法.md'])
})

it('takes nothing in where the manifest is wrong', async () => {
  const store = await temporaryStore()
  const folder = temporaryFolder()
  lawsIn(folder, 1, 1)
  const manifest = join(folder, 'manifest.json')
  writeFileSync(manifest, '[{"file": "law-1.md", "title": "x", "status": "现行", "colour": "red"}]')
  await expect(ingestInto(store)([folder], { manifest })).rejects.toThrow(/colour/)
  expect(await store.documents.list()).toEqual([])
})

it('loses, doubles and halves nothing when it is killed in the middle and started again', async () => {
  const folder = temporaryFolder()
  const laws = join(folder, 'laws')
  mkdirSync(laws)
  const [files, articles] = [60, 40]
  lawsIn(laws, files, articles)
  const file = join(folder, 'killed.db')
  const child = spawn(process.execPath, [await childProgram('test/store/ingest-child.ts'), file, laws], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout }))
    if (Number(line) === 12) child.kill('SIGKILL')
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')

  const store = await openStore(file)
  const after = await store.passages.counts()
  expect(after.documents).toBeGreaterThanOrEqual(12)
  expect(after.documents).toBeLessThan(files)
  expect(after.articles).toBe(after.documents * articles)

  const again = await ingestInto(store)([laws])
  expect(again).toMatchObject({ unchanged: after.documents, added: files - after.documents, failed: [] })
  expect(await store.passages.counts()).toMatchObject({ documents: files, articles: files * articles })
  const found = await store.passages.index.search(
    [{ text: '规定', kind: 'word' }],
    { title: 1, path: 1, body: 1, pairs: 1 },
    files * articles * 2,
  )
  expect(found).toHaveLength(files * articles)
  await store.close()
})
