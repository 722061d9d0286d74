/** A small fact of the store that many ask for in one breath. */
export interface OnceATurn<Fact> {
  read(): Promise<Fact>
  /** Called where we ourselves change it. */
  forget(): void
}

/**
 * Reads a fact once in a turn of the event loop. An answer begins and ends within one and asks ten times whether
 * anything has changed; between two turns another process may have changed it, so nothing is kept for longer.
 */
export function onceATurn<Fact>(load: () => Promise<Fact>): OnceATurn<Fact> {
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
