/** Vectors of many passages, by the signs of their parts alone: 32 parts in a number. Some 6 MB for 50,000 of 1,024 parts. */
export interface Signs {
  /** Numbers a vector. */
  readonly width: number
  readonly words: Int32Array
}

/** The signs of a vector, as they are stored; the last byte is filled up with zeros. */
export function signsOf(vector: Float32Array): Uint8Array {
  const signs = new Uint8Array(widthOf(vector.length) * 4)
  vector.forEach((value, at) => {
    if (value > 0) signs[at >> 3] = (signs[at >> 3] ?? 0) | (1 << (at & 7))
  })
  return signs
}

/** Numbers that hold the signs of a vector of so many parts. */
export const widthOf = (dimension: number): number => Math.ceil(dimension / 32)

/** Lays stored signs side by side. */
export function layOut(stored: readonly Uint8Array[], dimension: number): Signs {
  const width = widthOf(dimension)
  const bytes = new Uint8Array(stored.length * width * 4)
  stored.forEach((it, at) => {
    bytes.set(it, at * width * 4)
  })
  return { width, words: new Int32Array(bytes.buffer) }
}

/**
 * The places of those whose signs differ least from a vector's, at least `most` where so many may be: all that are as near
 * as the last of them. Pure.
 */
export function fewestDiffering(
  { width, words }: Signs,
  vector: Float32Array,
  may: (place: number) => boolean,
  most: number,
): number[] {
  const asked = new Int32Array(signsOf(vector).buffer)
  const count = words.length / width
  const differing = new Uint16Array(count)
  const places = new Uint32Array(width * 32 + 1)
  for (let place = 0, at = 0; place < count; place++) {
    let sum = 0
    for (let part = 0; part < width; part++, at++) {
      // How many bits are set: Warren, Hacker's Delight, 5-1.
      let bits = (words[at] ?? 0) ^ (asked[part] ?? 0)
      bits -= (bits >>> 1) & 0x55555555
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
      sum += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
    }
    differing[place] = sum
    if (may(place)) places[sum] = (places[sum] ?? 0) + 1
  }
  let limit = 0
  for (let sum = 0; limit < places.length && sum < most; limit++) sum += places[limit] ?? 0
  const near: number[] = []
  for (let place = 0; place < count; place++)
    if ((differing[place] ?? 0) < limit && may(place)) near.push(place)
  return near
}
