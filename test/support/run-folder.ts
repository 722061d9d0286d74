import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly runFolder: string
  }
}

/** Beside the packages, which programs that are made there find so. */
const place = join(import.meta.dirname, '../../node_modules/.cache')

/** A folder for all files of tests of one run, gone at its end; see made-once.ts. */
export default function setUp(project: TestProject): () => void {
  mkdirSync(place, { recursive: true })
  const folder = mkdtempSync(join(place, 'test-run-'))
  project.provide('runFolder', folder)
  // While a change is watched, what was made before it is out of date.
  project.onTestsRerun(async () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
  })
  return () => rmSync(folder, { recursive: true, force: true })
}
