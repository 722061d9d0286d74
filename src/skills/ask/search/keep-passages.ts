import type { Frequency } from '../../../store/passage-index.ts'
import type { Passages, PassageText, StoredPassage } from '../../../store/passages.ts'

/** Passages kept in memory; the least recently read go first. About 2 kB each. */
const keptAtMost = 6000

/** Terms whose frequency is kept. About 100 bytes each. */
const termsAtMost = 60_000

/**
 * After so many look-ups the vocabulary of a corpus of no more passages is read at once: some milliseconds, for which the
 * first question shall not wait. That of a library would stop everybody for a second.
 */
const lookUps = 20
const passagesAtMost = 2_000

/**
 * The same passages and frequencies of terms, each read from the store once as long as no document changes: a question
 * weighs sixty passages, and the questions of a day are about the same few hundred.
 */
export function keepPassages<Its extends Pick<Passages, 'get' | 'texts' | 'ofDocument' | 'index'>>(
  passages: Its,
): Its {
  const { index } = passages
  const whole = makeKeeper(
    (ids: readonly string[]) => passages.get(ids),
    (it: StoredPassage) => it.id,
  )
  const texts = makeKeeper(
    (ids: readonly string[]) => passages.texts(ids),
    (it: PassageText) => it.id,
  )
  const documents = new Map<string, readonly string[]>()
  let frequencies = new Map<string, Frequency | undefined>()
  let everyTerm = false
  let lookedUp = 0
  let revision: number | undefined

  async function fresh(): Promise<void> {
    const now = await index.revisionOfTexts()
    if (now === revision) return
    whole.forget()
    texts.forget()
    documents.clear()
    frequencies = new Map()
    everyTerm = false
    lookedUp = 0
    revision = now
  }

  async function lookUp(terms: readonly string[]): Promise<void> {
    lookedUp += 1
    const isSmall = lookedUp === lookUps && (await index.all(passagesAtMost)) !== undefined
    const vocabulary = isSmall ? await index.vocabulary(termsAtMost) : undefined
    if (vocabulary) {
      frequencies = new Map(vocabulary)
      everyTerm = true
      return
    }
    if (frequencies.size > termsAtMost) frequencies.clear()
    const found = await index.frequenciesOf(terms)
    for (const it of terms) frequencies.set(it, found.get(it))
  }

  return {
    ...passages,

    async get(ids: readonly string[]) {
      await fresh()
      return whole.read(ids)
    },

    async texts(ids: readonly string[]) {
      await fresh()
      return texts.read(ids)
    },

    async ofDocument(documentId: string) {
      await fresh()
      const ids = documents.get(documentId)
      if (ids) return whole.read(ids)
      const read = await passages.ofDocument(documentId)
      whole.keep(read)
      documents.set(
        documentId,
        read.map((it) => it.id),
      )
      return read
    },

    index: {
      ...index,

      async frequenciesOf(terms: readonly string[]) {
        await fresh()
        const unknown = everyTerm ? [] : terms.filter((it) => !frequencies.has(it))
        if (unknown.length > 0) await lookUp(unknown)
        return new Map(
          terms.flatMap((it) => {
            const its = frequencies.get(it)
            return its ? [[it, its] as const] : []
          }),
        )
      },
    },
  }
}

function makeKeeper<Row>(
  load: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
) {
  const kept = new Map<string, Row>()

  function keep(rows: readonly Row[]): void {
    for (const row of rows) kept.set(idOf(row), row)
    for (const [oldest] of kept) {
      if (kept.size <= keptAtMost) break
      kept.delete(oldest)
    }
  }

  return {
    keep,
    forget: () => kept.clear(),

    async read(ids: readonly string[]): Promise<Row[]> {
      const missing = ids.filter((id) => !kept.has(id))
      const loaded = new Map((missing.length === 0 ? [] : await load(missing)).map((row) => [idOf(row), row]))
      const rows = ids.flatMap((id) => kept.get(id) ?? loaded.get(id) ?? [])
      // Who was read last matters only when somebody has to go soon.
      if (kept.size + loaded.size < keptAtMost / 2) keep([...loaded.values()])
      else {
        for (const row of rows) kept.delete(idOf(row))
        keep(rows)
      }
      return rows
    },
  }
}
