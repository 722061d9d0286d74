import { fromBufferPromise } from 'yauzl'
import { Problem } from '../../../core/errors.ts'
import { problem } from './problem.ts'
import { words } from './words.ts'

/** Bytes that an Office file may take unpacked. */
const unpackedLimit = 200 * 1024 * 1024
/** XML packs about 10:1, seldom 50:1; beyond this a part of more than `ratioFrom` bytes is taken for a bomb. */
const ratioLimit = 200
const ratioFrom = 20 * 1024 * 1024
const entryLimit = 20_000

/** Does this begin like a ZIP archive? */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    (bytes[2] === 3 || bytes[2] === 5) &&
    (bytes[3] === 4 || bytes[3] === 6)
  )
}

/** Does the archive hold a part of this name? By its bytes: names stand uncompressed in the directory. */
export function holdsPart(bytes: Uint8Array, part: string): boolean {
  return isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part)
}

/**
 * Unpacks every part once, counting, before a library is trusted with the file; gives back the parts asked for.
 * @param wanted names of parts whose text is needed
 * @throws Problem where the archive is a bomb, locked or broken
 */
export async function inspectZip(
  bytes: Uint8Array,
  format: string,
  wanted: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    let total = 0
    let entries = 0
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entry.isEncrypted()) throw problem(words.encrypted)
      if (entries > entryLimit) throw problem(words.zipBomb(unpackedLimit / 1024 / 1024))
      const kept: Buffer[] | undefined = wanted.includes(entry.fileName) ? [] : undefined
      let size = 0
      const parts: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
      for await (const part of parts) {
        size += part.length
        total += part.length
        if (
          total > unpackedLimit ||
          (size > ratioFrom && size > ratioLimit * Math.max(1, entry.compressedSize))
        ) {
          throw problem(words.zipBomb(unpackedLimit / 1024 / 1024))
        }
        kept?.push(part)
      }
      if (kept !== undefined) texts.set(entry.fileName, Buffer.concat(kept).toString('utf8'))
    }
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown
    throw problem(words.broken(format), thrown)
  }
  return texts
}
