import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { openHouse } from '../skills/ask/house.ts'
import { allPassages, groundOf } from './corpus.ts'
import { squeeze } from '../../src/skills/ask/answer/quote.ts'
test('blind', async () => {
  const house = await openHouse()
  const passages = await allPassages(house.store)
  const ground = await groundOf(house.store)
  const out: string[] = []
  for (const line of readFileSync('/tmp/blind.tsv', 'utf8').split('\n').filter(Boolean)) {
    const [near = '', text = ''] = line.split('\t')
    const p = passages.find((it) => squeeze(it.text).includes(squeeze(near)))
    if (!p) { out.push(`NOPASS ${near}`); continue }
    const g = ground(text, p)
    out.push(`${g.fault === undefined ? 'THROUGH' : 'caught'}\t${text}\t${g.fault ?? g.quote}`)
  }
  console.log(out.join('\n'))
  await house.close()
}, 60000)
