/**
 * Vectors without a model, the same for the same words on every machine: each two and each three neighbouring characters
 * point somewhere at random, and a text points where they lead together. Texts that share characters are near; nothing is
 * understood. Good for trying what lies around a model, and no measure of one.
 */
export function counterpartVector(text: string, dimension: number): number[] {
  const vector = new Float64Array(dimension)
  const even = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  for (const length of [2, 3])
    for (let at = 0; at + length <= even.length; at++)
      addDirection(vector, hashOf(even.slice(at, at + length)))
  const size = Math.hypot(...vector)
  // A text of one character or none still needs a direction.
  return size === 0 ? Array.from(vector).with(0, 1) : Array.from(vector, (it) => it / size)
}

/** Adds one step forwards or backwards in every dimension (xorshift32 decides). */
function addDirection(vector: Float64Array, seed: number): void {
  let bits = seed | 1
  for (let at = 0; at < vector.length; at++) {
    if (at % 31 === 0) {
      bits ^= bits << 13
      bits ^= bits >>> 17
      bits ^= bits << 5
    }
    vector[at] = (vector[at] ?? 0) + (((bits >>> (at % 31)) & 1) === 0 ? 1 : -1)
  }
}

/** FNV-1a, mixed once more: its low bits alone are poor. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
