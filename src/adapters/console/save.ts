import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Attachment } from '../../core/reply.ts'

const unwritable = /[\\/:*?"<>|\u0000-\u001f\u007f]/g

/** Keeps files in a folder, made when it is first needed; one of a name that is there gets a number. */
export function saveIn(folder: string): (file: Attachment) => string {
  return ({ name, bytes }) => {
    mkdirSync(folder, { recursive: true })
    const clean = name.replace(unwritable, '_')
    const ending = extname(clean)
    const stem = clean.slice(0, clean.length - ending.length)
    for (let turn = 1; ; turn += 1) {
      const path = join(folder, turn === 1 ? clean : `${stem}-${turn}${ending}`)
      if (existsSync(path)) continue
      writeFileSync(path, bytes)
      return path
    }
  }
}
