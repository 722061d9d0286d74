import type { Manuscript } from './manuscript.ts'

/** A file before reading. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file format: how to know it, and how to read it. */
export interface Format {
  /** For people, e.g. PDF. */
  readonly name: string
  /** Lower case with the dot; the first is the usual one. */
  readonly extensions: readonly string[]
  /** Is this file of the format? By its bytes; by its extension only where the bytes of the format carry no sign. */
  recognises(file: SourceFile): boolean
  /** @throws Problem where the file is broken, locked or holds no text */
  read(file: SourceFile): Promise<Manuscript>
}

/** The extension of a file name in lower case with the dot; '' where there is none. */
export function extensionOf(name: string): string {
  return /\.[^./\\]{1,10}$/.exec(name)?.[0].toLowerCase() ?? ''
}

/** A file name without folder, extension and the date that it may end in, as 森林法(2019-12-28).md: a title of last resort. */
export function stemOf(name: string): string {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')
  return stem.replace(/\s*[（(]\d{4}(?:-\d{1,2}){0,2}[)）]$/, '') || name
}
