import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { madeOnce } from './made-once.ts'

const root = join(import.meta.dirname, '../..')

/**
 * A program that a test runs in a process of its own, so that it can be killed: as one file of JavaScript, because module
 * by module it takes three times as long to start. Its packages are read from where they are.
 * @param source a TypeScript file, from the top of the house
 * @returns the path of the program
 */
export function childProgram(source: string): Promise<string> {
  return madeOnce(source.replaceAll('/', '-').replace(/\.ts$/, '.js'), async (path) => {
    const read = await rolldown({
      input: join(root, source),
      platform: 'node',
      tsconfig: false,
      external: /^(?:node:|@?[a-z])/,
    })
    await read.write({ file: path, sourcemap: true, codeSplitting: false })
    await read.close()
  })
}
