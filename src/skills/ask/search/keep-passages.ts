import type { Passages, PassageText, StoredPassage } from '../../../store/passages.ts'

/** Passages kept in memory; the least recently read go first. About 2 kB each. */
const keptAtMost = 6000

/**
 * The same passages, each read from the store once as long as no document changes: a question weighs sixty passages, and
 * the questions of a day are about the same few hundred.
 */
export function keepPassages<Its extends Pick<Passages, 'get' | 'texts' | 'index'>>(passages: Its): Its {
  const whole = makeKeeper(
    (ids: readonly string[]) => passages.get(ids),
    (it: StoredPassage) => it.id,
  )
  const texts = makeKeeper(
    (ids: readonly string[]) => passages.texts(ids),
    (it: PassageText) => it.id,
  )
  let revision: number | undefined

  async function fresh(): Promise<void> {
    const now = await passages.index.revision()
    if (now === revision) return
    whole.forget()
    texts.forget()
    revision = now
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
  }
}

function makeKeeper<Row>(
  load: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
) {
  const kept = new Map<string, Row>()
  return {
    forget: () => kept.clear(),

    async read(ids: readonly string[]): Promise<Row[]> {
      const missing = ids.filter((id) => !kept.has(id))
      const loaded = new Map((missing.length === 0 ? [] : await load(missing)).map((row) => [idOf(row), row]))
      const rows = ids.flatMap((id) => {
        const row = kept.get(id) ?? loaded.get(id)
        if (row === undefined) return []
        kept.delete(id)
        kept.set(id, row)
        return [row]
      })
      for (const [oldest] of kept) {
        if (kept.size <= keptAtMost) break
        kept.delete(oldest)
      }
      return rows
    },
  }
}
