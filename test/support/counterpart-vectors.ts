/**
 * Vectors without a model, the same for the same words on every machine: neighbouring characters, two and three at a time,
 * hashed to places. Texts that share characters are near; nothing is understood. Good for trying what lies around a model,
 * and a floor under what a model finds, never a measure of one.
 */
export function counterpartVector(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0)
  const even = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  for (const length of [2, 3]) {
    for (let at = 0; at + length <= even.length; at++) {
      const hash = hashOf(even.slice(at, at + length))
      const place = hash % dimension
      vector[place] = (vector[place] ?? 0) + ((hash & 0x40000000) === 0 ? 1 : -1)
    }
  }
  const size = Math.hypot(...vector)
  // A text of one character or none still needs a direction.
  return size === 0 ? vector.with(0, 1) : vector.map((it) => it / size)
}

/** FNV-1a, mixed once more: its low bits alone are poor. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
