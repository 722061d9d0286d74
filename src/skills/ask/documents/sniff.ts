import { extensionOf, type SourceFile } from './format.ts'
import { problem } from './problem.ts'
import { kindNames, words } from './words.ts'

/** First bytes in hexadecimal (x = any digit) of files that are no documents. */
const signatures: readonly (readonly [start: RegExp, kind: keyof typeof kindNames])[] = [
  [/^89504e470d0a1a0a/, 'png'],
  [/^ffd8ff/, 'jpeg'],
  [/^47494638/, 'gif'],
  [/^(?:49492a00|4d4d002a)/, 'tiff'],
  [/^424d.{12}0000/, 'bmp'],
  [/^52494646.{8}57454250/, 'webp'],
  [/^526172211a07/, 'rar'],
  [/^377abcaf271c/, 'sevenZip'],
  [/^1f8b08/, 'gzip'],
  [/^7b5c727466/, 'rtf'],
  [/^(?:7f454c46|4d5a.{0,4}0000|cafebabe|feedfac|cffaedfe)/, 'program'],
  [/^53514c69746520666f726d61742033/, 'sqlite'],
]

/** The first sixteen bytes in hexadecimal. */
export function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 16)).toString('hex')
}

/**
 * Refuses files that are no documents, by name: images, archives, old Office files, locked files.
 * @throws Problem
 */
export function refuseOtherKinds(file: SourceFile): void {
  const head = headOf(file.bytes)
  if (head.startsWith('d0cf11e0a1b11ae1')) {
    // A locked .docx or .xlsx is an OLE container with a stream of this name (ECMA-376 part 2, MS-OFFCRYPTO 1.3).
    const locked = Buffer.from(file.bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw problem(locked ? words.encrypted : words.oldOffice)
  }
  const found = signatures.find(([start]) => start.test(head))
  if (found !== undefined) throw problem(words.otherKind(extensionOf(file.name), kindNames[found[1]]))
}
