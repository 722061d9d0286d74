import { type Edge, solve } from './solve.ts'

/** A whole programme of paired assistance 对口支援: who may help whom, and how many each can take. */
export interface Programme {
  /** How many zones each helper can take. */
  readonly helpers: readonly { readonly id: string; readonly capacity: number }[]
  /** How many helpers each asks for, one where left out. */
  readonly helped: readonly { readonly id: string; readonly wants?: number }[]
  /** What it is worth, 0 to 1, that the first helps the second. Pairs that are not named do not suit. */
  readonly worths: readonly (readonly [helper: string, helped: string, worth: number])[]
}

export interface Assigned {
  readonly pairs: readonly { readonly helper: string; readonly helped: string; readonly worth: number }[]
  /** Zones that got fewer helpers than they asked for, with those still missing. */
  readonly missing: readonly { readonly id: string; readonly missing: number }[]
  /** What helpers have left. */
  readonly spare: readonly { readonly id: string; readonly left: number }[]
}

const UNIT = 1000

/**
 * Assigns helpers to a whole programme at once: as many zones as possible get a helper, then as many second helpers as
 * possible; each time the assignment of the greatest worth. A helper stands there once for each zone that it can take, and the
 * solver of the exchange day pairs them with those who ask. Pure.
 */
export function assign({ helpers, helped, worths }: Programme): Assigned {
  const worthOf = new Map(worths.map(([one, other, worth]) => [`${one}\n${other}`, worth]))
  const pairs: { helper: string; helped: string; worth: number }[] = []
  // One wave gives each zone one more helper, so that the same helper never takes two places of one zone.
  const left = new Map(helpers.map((it) => [it.id, it.capacity]))
  const most = Math.max(0, ...helped.map((it) => it.wants ?? 1))
  for (let wave = 1; wave <= most; wave++) {
    const asking = helped.filter((it) => (it.wants ?? 1) >= wave)
    const offered = helpers.flatMap((it) => Array.from({ length: left.get(it.id) ?? 0 }, () => it.id))
    const taken = new Set(pairs.map((it) => `${it.helper}\n${it.helped}`))
    const edges: Edge[] = []
    for (const [i, zone] of asking.entries()) {
      for (const [j, helper] of offered.entries()) {
        const worth = worthOf.get(`${helper}\n${zone.id}`)
        if (worth === undefined || taken.has(`${helper}\n${zone.id}`) || helper === zone.id) continue
        edges.push([i, asking.length + j, 1 + Math.round(UNIT * worth)])
      }
    }
    for (const [i, j] of solve(asking.length + offered.length, edges, { cardinality: true }).pairs) {
      const [zone, helper] = [asking[i]?.id ?? '', offered[j - asking.length] ?? '']
      pairs.push({ helper, helped: zone, worth: worthOf.get(`${helper}\n${zone}`) ?? 0 })
      left.set(helper, (left.get(helper) ?? 0) - 1)
    }
  }
  return {
    pairs,
    missing: helped.flatMap(({ id, wants = 1 }) => {
      const missing = wants - pairs.filter((it) => it.helped === id).length
      return missing > 0 ? [{ id, missing }] : []
    }),
    spare: helpers.flatMap(({ id }) => ((left.get(id) ?? 0) > 0 ? [{ id, left: left.get(id) ?? 0 }] : [])),
  }
}
