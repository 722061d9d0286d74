import { test } from 'vitest'
import { sentencesOf } from '../../src/skills/ask/answer/sentences.ts'
import { openHouse } from '../skills/ask/house.ts'
import { allPassages, groundOf, trueSentences } from './corpus.ts'
import { handMadeLies, liesAbout } from './lies.ts'

test('dev', async () => {
  const house = await openHouse()
  const passages = await allPassages(house.store)
  const ground = await groundOf(house.store)
  const truths = trueSentences(passages)
  for (const t of truths) if (t.text.includes('在2014年内开展')) console.log(JSON.stringify(t.passage.text), t.passage.path)
  const out: string[] = []
  for (const held of [false, true]) {
    const its = truths.filter((it) => it.heldOut === held)
    const dropped = its.flatMap((it) => {
      const g = ground(it.text, it.passage)
      return g.fault === undefined ? [] : [`${held ? 'H' : 'D'} ${g.fault}\t${it.text}`]
    })
    out.push(`TRUE held=${held} ${dropped.length}/${its.length}`)
    if (!held || process.env.HELD) out.push(...dropped)
  }
  const verb = passages.flatMap((p) =>
    sentencesOf(p.text, p.table)
      .filter((s) => s.text.length >= 12 && s.text.length <= 200 && p.kind === 'text')
      .map((s) => ({ p, s: s.text })),
  )
  const vd = verb.flatMap(({ p, s }) => {
    const g = ground(s, p)
    return g.fault === undefined ? [] : [`V ${g.fault}\t${s}`]
  })
  out.push(`VERBATIM ${vd.length}/${verb.length}`, ...vd.slice(0, 30))
  const lies = [
    ...truths
      .filter((t) => ground(t.text, t.passage).fault === undefined)
      .flatMap((t) => liesAbout(t, passages)),
    ...handMadeLies(passages),
  ]
  const kinds = new Map<string, [number, number]>()
  const begun = performance.now()
  for (const lie of lies) {
    const g = ground(lie.text, lie.passage)
    const c = kinds.get(lie.kind) ?? [0, 0]
    kinds.set(lie.kind, [c[0] + 1, c[1] + (g.fault === undefined ? 1 : 0)])
    if (g.fault === undefined) out.push(`LIE ${lie.kind}\t${lie.text}\t| ${g.quote}`)
  }
  out.push(`ms each ${(performance.now() - begun) / lies.length}`)
  out.push(JSON.stringify([...kinds]))
  console.log(out.join('\n'))
  await house.close()
}, 60000)
