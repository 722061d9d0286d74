declare module 'edmonds-blossom-fixed' {
  /**
   * A matching of the greatest total weight in any graph (Edmonds' blossom algorithm, after Galil 1986).
   * @param edges `[i, j, weight]` over vertices numbered from 0; integers, so that its dual values stay exact
   * @param maxCardinality first as many pairs as possible, then weight
   * @returns by vertex its partner, or -1; vertices after the last one of an edge are missing
   */
  export default function blossom(
    edges: readonly (readonly [i: number, j: number, weight: number])[],
    maxCardinality?: boolean,
  ): number[]
}
