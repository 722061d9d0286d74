import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeApp } from './app.ts'
import { runCommandLine } from './cli/program.ts'
import { localeOf } from './core/locale.ts'

/** Entry point: arguments, environment and streams in, exit code out. */
export async function main(): Promise<void> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const cwd = process.cwd()
  const { stdin, stdout, stderr } = process
  // A closed pipe (`| head`) is a normal end, not an error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  loadEnvFile(cwd)
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    input: stdin,
    output: stdout,
    errors: stderr,
    cwd,
    locale: localeOf(process.env.ALLIANCE_LANGUAGE),
    app: makeApp({ env: process.env, root, cwd, writeLog: (line) => stderr.write(line) }),
    onStop: (stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
    },
  })
}

function loadEnvFile(folder: string): void {
  try {
    process.loadEnvFile(`${folder}/.env`)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
  }
}
