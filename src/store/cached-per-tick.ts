/** A value of the store that is read many times within one turn of the event loop. */
export interface TickCache<Fact> {
  read(): Promise<Fact>
  /** Call after changing the value. */
  forget(): void
}

/**
 * Caches a value for one turn of the event loop. An answer runs within one turn and checks ten times whether anything has
 * changed; another process may write between turns, so the value is kept no longer than that.
 */
export function cachedPerTick<Fact>(load: () => Promise<Fact>): TickCache<Fact> {
  let kept: Promise<Fact> | undefined
  const forget = () => {
    kept = undefined
  }
  return {
    forget,
    read() {
      if (kept === undefined) {
        kept = load()
        setImmediate(forget)
      }
      return kept
    },
  }
}
