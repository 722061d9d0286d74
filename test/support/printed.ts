import type { Attachment } from '../../src/core/reply.ts'
import { readDocument } from '../../src/skills/ask/documents/read-document.ts'

/** The text of a file that the house gave out, as the house's own readers print it. */
export async function printedOf(file: Attachment | undefined): Promise<string> {
  if (!file) throw new Error('no file was given out')
  return (await readDocument({ name: file.name, bytes: Buffer.from(file.bytes) })).printed
}
