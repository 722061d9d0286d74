/**
 * Holds the question sets to the documents: a key that no document proves would measure nothing, or reward a
 * wrong answer. Nothing of the program is used here, on purpose (see README.md).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const here = import.meta.dirname
const policies = join(here, '../../data/policies')

const text = z.string().min(1)
const place = z.strictObject({ doc: text, section: text, evidence: text })
const kinds = [
  'fact',
  'list',
  'number',
  'date',
  'yes-no',
  'definition',
  'procedure',
  'colloquial',
  'typo',
  'follow-up',
  'cross-document',
  'comparison',
  'structured',
  'unanswerable',
] as const
const questionForm = z.strictObject({
  id: z.string().regex(/^[a-z]\d{3}$/),
  question: text,
  kind: z.enum(kinds),
  doc: z.array(text),
  section: z.string(),
  evidence: z.string(),
  must_include: z.array(text),
  must_not_include: z.array(text),
  note: z.string(),
  group: z.enum(['single', 'multi', 'structured', 'unanswerable']),
  evidence_alt: z.array(place).min(1).optional(),
  evidence_more: z.array(place).min(1).optional(),
  history: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: text }))
    .min(2)
    .optional(),
  absent: z.array(text).min(1).optional(),
  derived: z.literal(true).optional(),
  held_out: z.literal(true).optional(),
})
type Question = z.infer<typeof questionForm>

/** A yes or a no is the reader's conclusion, so it need not stand in the evidence. */
const verdict =
  /^(是|对|有|能|可以|属于|一样|不是|不对|没有|没|无|未|不|否|不能|不含|不在|不包括|不一样|不同|不再)$/

const bare = (s: string): string => s.replace(/\s+/gu, '')

const documents = new Map(
  readdirSync(policies)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file, bare(readFileSync(join(policies, file), 'utf8'))] as const),
)

const sets = readdirSync(here)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => {
    const lines = readFileSync(join(here, file), 'utf8').split('\n')
    return { file, lines: lines.filter((line) => line.trim() !== '') }
  })

/** Lines of another form are left out here and named by the first test. */
const questions: Question[] = sets.flatMap(({ lines }) =>
  lines.flatMap((line) => {
    const parsed = questionForm.safeParse(JSON.parse(line))
    return parsed.success ? [parsed.data] : []
  }),
)
const answerable = questions.filter((q) => q.group !== 'unanswerable')
const unanswerable = questions.filter((q) => q.group === 'unanswerable')

/** Every place a question's key rests on: the main one, equally good others, and further ones that are needed. */
const placesOf = (q: Question) => [
  { doc: q.doc[0] ?? '', section: q.section, evidence: q.evidence },
  ...(q.evidence_alt ?? []),
  ...(q.evidence_more ?? []),
]

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

/** Complaints read `id: what`, so that one run names every bad line. */
const complaints = (of: readonly Question[], check: (q: Question) => readonly string[]): string[] =>
  of.flatMap((q) => check(q).map((what) => `${q.id}: ${what}`))

describe('the question sets', () => {
  it.each(sets)('$file has only lines of the agreed form', ({ lines }) => {
    const bad = lines.flatMap((line, index) => {
      const parsed = questionForm.safeParse(JSON.parse(line))
      return parsed.success ? [] : [`line ${index + 1}: ${parsed.error.message}`]
    })
    expect(bad).toEqual([])
  })

  it('give every question an id of its own and ask nothing twice', () => {
    expect(repeated(questions.map((q) => q.id))).toEqual([])
    const asked = questions.map((q) =>
      bare([...(q.history ?? []).map((h) => h.content), q.question].join('|')),
    )
    expect(repeated(asked)).toEqual([])
  })

  it('rest only on words that stand in the documents', () => {
    expect(
      complaints(answerable, (q) =>
        placesOf(q).flatMap(({ doc, section, evidence }) => {
          const body = documents.get(doc)
          if (body === undefined) return [`unknown document ${doc}`]
          return [section, evidence].filter((s) => bare(s) === '' || !body.includes(bare(s)))
        }),
      ),
    ).toEqual([])
  })

  // A heading proves too: what a row of a table says, it says under the caption.
  it('ask only for words that the evidence proves, unless the answer is worked out or a yes or no', () => {
    expect(
      complaints(answerable, (q) => {
        const proof = bare(
          placesOf(q)
            .map((p) => `${p.section}\n${p.evidence}`)
            .join('\n'),
        )
        const proved = (set: string) =>
          set.split('|').some((word) => proof.includes(bare(word)) || verdict.test(word))
        return q.derived ? [] : q.must_include.filter((set) => !proved(set))
      }),
    ).toEqual([])
  })

  it('have no empty alternative and require something of every answer', () => {
    expect(
      complaints(answerable, (q) => [
        ...(q.must_include.length === 0 ? ['requires nothing'] : []),
        ...q.must_include.filter((set) => set.split('|').some((word) => bare(word) === '')),
      ]),
    ).toEqual([])
  })

  it('never call the evidence itself or a required word wrong', () => {
    expect(
      complaints(answerable, (q) => {
        const right = bare([q.evidence, ...(q.evidence_more ?? []).map((p) => p.evidence)].join('\n'))
        return q.must_not_include.filter(
          (wrong) => right.includes(bare(wrong)) || bare(q.must_include.join('|')).includes(bare(wrong)),
        )
      }),
    ).toEqual([])
  })

  it('call unanswerable only what no document says', () => {
    expect(
      complaints(unanswerable, (q) => [
        ...(q.absent === undefined ? ['names no absent string'] : []),
        ...(q.evidence === '' && q.doc.length === 0 && q.must_include.length === 0 ? [] : ['has a key']),
        ...(q.kind === 'unanswerable' ? [] : [`is of kind ${q.kind}`]),
        ...(q.absent ?? []).filter((s) => [...documents.values()].some((body) => body.includes(bare(s)))),
      ]),
    ).toEqual([])
  })

  it('are not answered by repeating the question', () => {
    const echoed = answerable.filter((q) => {
      const said = bare([...(q.history ?? []).map((h) => h.content), q.question].join('\n'))
      return q.must_include.every((set) => set.split('|').some((word) => said.includes(bare(word))))
    })
    expect(echoed.map((q) => q.id)).toEqual([])
  })

  it('give a history to every follow-up', () => {
    const alone = questions.filter((q) => q.kind === 'follow-up' && q.history === undefined)
    expect(alone.map((q) => q.id)).toEqual([])
  })

  it('hold out every other question of the last five sets, and nothing of those that were opened', () => {
    const isHeldOut = ({ id }: Question) => /^[tuvqr]/.test(id) && Number(id.slice(1)) % 2 === 1
    const misplaced = questions.filter((q) => isHeldOut(q) !== (q.held_out === true))
    expect(misplaced.map((q) => q.id)).toEqual([])
  })
})
