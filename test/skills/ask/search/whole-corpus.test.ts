import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countByWalking } from '../../../../src/skills/ask/search/count.ts'
import { WholeCorpus } from '../../../../src/skills/ask/search/whole-corpus.ts'

const corpusOf = (texts: readonly string[]) =>
  new WholeCorpus(
    texts.map((text, at) => ({ id: String(at), documentId: '1', kind: 'text', path: '[]', text })),
    ({ text }) => ({ body: text, head: text.slice(0, 2) }),
  )

it('counts as a walk over each passage does', () => {
  const text = fc.string({ unit: fc.constantFrom('验', '收', '材', '料'), maxLength: 12 })
  const term = fc.string({ unit: fc.constantFrom('验', '收', '材', '料'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(term, { maxLength: 5 }),
      (texts, terms) => {
        const whole = corpusOf(texts)
        const walked = countByWalking(whole.passages, terms)
        for (const it of terms) {
          expect([...whole.inBodies(it)]).toEqual([...walked.inBodies(it)])
          expect([...whole.inHeads(it)]).toEqual([...walked.inHeads(it)])
        }
      },
    ),
  )
})

it('counts occurrences that overlap, and none across two passages', () => {
  const whole = corpusOf(['验验验', '收'])
  expect([...whole.inBodies('验验')]).toEqual([2, 0])
  expect([...whole.inBodies('验收')]).toEqual([0, 0])
})

it('finds the passages that hold any of the terms, but for a table of contents', () => {
  const kinds = ['text', 'contents'] as const
  const whole = new WholeCorpus(
    kinds.map((kind, at) => ({ id: String(at), documentId: '1', kind, path: '[]', text: '验收' })),
    ({ text }) => ({ body: text, head: '' }),
  )
  expect(whole.holding(['验收', '没有'])).toEqual(['0'])
  expect(whole.holding(['没有'])).toEqual([])
})
