// Lets a child process of a test run our TypeScript as it stands: `node --import <this file> some.ts`. The compiler
// strips the types and nothing else; `tsc` checks them elsewhere. What was stripped once is kept beside the packages, by
// its content, because the compiler takes longer to load than the whole bot.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const kept = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/run-typescript')

/** Node calls this for every module that is loaded. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const text = readFileSync(fileURLToPath(url), 'utf8')
  const file = join(kept, `${createHash('sha256').update(text).digest('hex')}.js`)
  return { format: 'module', source: readIfThere(file) ?? (await strip(text, file)), shortCircuit: true }
}

async function strip(text, file) {
  const { default: ts } = await import('typescript')
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
    },
  })
  mkdirSync(kept, { recursive: true })
  // Written beside and moved into place: another child that runs meanwhile never reads half of it.
  const part = `${file}.${process.pid}`
  writeFileSync(part, outputText)
  renameSync(part, file)
  return outputText
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

register(import.meta.url)
