/**
 * How many deliveries a second the outbox claims and settles on a SQLite file, one commit each. Prints Markdown for
 * docs/performance.md.
 *
 *   npm run bench:outbox
 *   npm run bench:outbox -- --rows 50000
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from '../src/store/index.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '20000' } } })
const rows = Number(values.rows)
const places = 2_000
const atOnce = 100

console.log(
  `## Outbox: ${rows} deliveries to ${places} places, claimed ${atOnce} at once, settled one by one\n`,
)
console.log('| synchronous | after a power cut | a second | CPU µs each |\n|---|---|---|---|')
const promises = {
  NORMAL: 'whole; the last commits may be missing, and are looked for on the platform',
  FULL: 'whole; no commit is missing',
} as const
for (const synchronous of ['NORMAL', 'FULL'] as const) {
  const { seconds, cpu } = await run(synchronous)
  const cells = [synchronous, promises[synchronous], Math.round(rows / seconds), (cpu / rows).toFixed(0)]
  console.log(`| ${cells.join(' | ')} |`)
}
console.log()

async function run(synchronous: keyof typeof promises): Promise<{ seconds: number; cpu: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-outbox-'))
  const { outbox, close } = await openStore(join(folder, 'alliance.db'), { synchronous })
  const items = Array.from({ length: rows }, (_, at) => ({
    key: `bench-${at}`,
    kind: 'bench',
    about: { at },
    to: { platform: 'slack', space: 'S', channel: `C${at % places}` },
    locale: 'zh-CN' as const,
    dueAt: at,
    whenUnprovable: 'repeat' as const,
  }))
  await outbox.add(items, 0)
  const begun = performance.now()
  const before = process.cpuUsage()
  for (;;) {
    const claimed = await outbox.claim(rows, 'bench', atOnce, ['slack'])
    if (claimed.length === 0) break
    for (const { key } of claimed) await outbox.sent(key, { messageId: key, at: rows })
  }
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(before)
  const { sent } = await outbox.counts()
  if (sent !== rows) throw new Error(`${sent} of ${rows} were settled`)
  await close()
  rmSync(folder, { recursive: true, force: true })
  return { seconds, cpu: user + system }
}
