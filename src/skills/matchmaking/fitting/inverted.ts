/** In which rows something stands, and what it is worth there. */
export interface Inverted<Key> {
  /** Adds to each row that holds it its worth times `by`. Nothing where more than `most` rows hold it. */
  collect(key: Key, by: number, into: Float64Array, most?: number): void
  /** One row more; rows are added in rising order. */
  add(at: number, row: ReadonlyMap<Key, number>): void
}

export function invert<Key>(rows: readonly ReadonlyMap<Key, number>[]): Inverted<Key> {
  const lists = new Map<Key, { readonly rows: number[]; readonly worths: number[] }>()
  const add: Inverted<Key>['add'] = (at, row) => {
    for (const [key, worth] of row) {
      const list = lists.get(key)
      if (list) {
        list.rows.push(at)
        list.worths.push(worth)
      } else lists.set(key, { rows: [at], worths: [worth] })
    }
  }
  for (const [at, row] of rows.entries()) add(at, row)
  return {
    add,
    collect(key, by, into, most = Number.POSITIVE_INFINITY) {
      const list = lists.get(key)
      if (!list || list.rows.length > most) return
      for (let at = 0; at < list.rows.length; at++) {
        const row = list.rows[at] ?? 0
        into[row] = (into[row] ?? 0) + by * (list.worths[at] ?? 0)
      }
    },
  }
}

/** The admitted rows with the greatest sums above nothing, the greatest first. */
export function greatest(sums: Float64Array, most: number, admits: (at: number) => boolean): number[] {
  const rows: number[] = []
  let least = 0
  for (let at = 0; at < sums.length; at++) {
    const sum = sums[at] ?? 0
    if (sum <= least || !admits(at)) continue
    rows.push(at)
    // Cut back now and then, so that what cannot be among the greatest is passed by unsorted.
    if (rows.length >= 4 * most) {
      rows.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).length = most
      least = sums[rows[most - 1] ?? 0] ?? 0
    }
  }
  return rows.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, most)
}
