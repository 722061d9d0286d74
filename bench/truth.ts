// How often the check of a language model's sentences lets a lie through, and how often it drops what is true:
// `npm run bench:truth`. No model is asked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAnswering } from '../src/app/answering.ts'
import { seedZones } from '../src/skills/zones/load-register.ts'
import { openStore } from '../src/store/index.ts'
import { measureTruth, type Tried } from '../test/llm/truth.ts'

const folder = mkdtempSync(join(tmpdir(), 'alliance-truth-'))
const store = await openStore(join(folder, 'alliance.db'))
const policies = join('data', 'policies')
const answering = makeAnswering({ data: 'data', prompts: 'prompts' }, store, { now: () => Date.now() })
await answering.ingest([policies], { manifest: join(policies, 'manifest.json') })
await seedZones(join('data', 'register'), store.zones)
const { truths, lies } = await measureTruth(store)
await store.close()
rmSync(folder, { recursive: true })

console.log('| what is true | sentences | dropped | |')
console.log('|---|---|---|---|')
for (const [kind, its] of byKind(truths)) printRow(kind, its, (it) => !it.passed)
console.log('\n| lies | sentences | let through | |')
console.log('|---|---|---|---|')
for (const [kind, its] of byKind(lies)) printRow(kind, its, (it) => it.passed)
const ms = [...truths, ...lies].map((it) => it.ms).sort((one, other) => one - other)
const at = (share: number) => (ms[Math.floor(ms.length * share)] ?? 0).toFixed(1)
console.log(`\nms a sentence: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`)
if (process.argv.includes('--faults'))
  for (const it of [...truths.filter((one) => !one.passed), ...lies.filter((one) => one.passed)])
    console.log(`${it.kind}\t${it.fault ?? 'let through'}\t${it.text}`)

function byKind(all: readonly Tried[]): [string, readonly Tried[]][] {
  const kinds = [...new Set(all.map((it) => it.kind))]
  return [
    ...kinds.map((kind): [string, Tried[]] => [kind, all.filter((it) => it.kind === kind)]),
    ['all', [...all]],
  ]
}

function printRow(kind: string, its: readonly Tried[], bad: (it: Tried) => boolean): void {
  const count = its.filter(bad).length
  console.log(`| ${kind} | ${its.length} | ${count} | ${((count / its.length) * 100).toFixed(1)}% |`)
}
