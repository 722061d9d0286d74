import { createHash } from 'node:crypto'
import type { ForwardParts } from './forward.ts'

/**
 * A forward index as bytes: their SHA-256, four lengths, the ends, the terms of all rows, and texts and terms as JSON.
 * Numbers stand as they do in memory (little-endian on every machine that Node 20 runs on but one), so that reading
 * them back is a copy.
 */
export function bytesOf({ texts, terms, ends, held }: ForwardParts): Buffer {
  const strings = [texts, terms].map((it) => Buffer.from(JSON.stringify(it)))
  const lengths = Uint32Array.of(ends.length, held.length, ...strings.map((it) => it.length))
  const body = Buffer.concat([bytes(lengths), bytes(ends), bytes(held), ...strings])
  return Buffer.concat([hashOf(body), body])
}

/** Undefined where the bytes are not whole. */
export function partsOf(kept: Uint8Array): ForwardParts | undefined {
  const body = kept.subarray(HASH)
  if (body.length < LENGTHS || !hashOf(body).equals(kept.subarray(0, HASH))) return undefined
  let at = 0
  const take = (length: number) => {
    at += length
    return body.subarray(at - length, at)
  }
  const numbers = (count: number) => new Uint32Array(Uint8Array.from(take(4 * count)).buffer)
  const strings = (length: number): string[] => JSON.parse(Buffer.from(take(length)).toString('utf8'))
  const [rows = 0, postings = 0, ofTexts = 0, ofTerms = 0] = numbers(LENGTHS / 4)
  const [ends, held] = [numbers(rows), numbers(postings)]
  return { ends, held, texts: strings(ofTexts), terms: strings(ofTerms) }
}

const HASH = 32
const LENGTHS = 16

const hashOf = (body: Uint8Array) => createHash('sha256').update(body).digest()
const bytes = ({ buffer, byteOffset, byteLength }: Uint32Array) => Buffer.from(buffer, byteOffset, byteLength)
