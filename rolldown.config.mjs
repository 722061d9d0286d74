// The program as a few files: read one by one, its own 350 and the 450 of its packages take most of a second of every
// start. What is imported only when it is needed stays a file of its own, and is still read only then.
import { defineConfig } from 'rolldown'

export default defineConfig({
  // The planner of an exchange day runs in a thread of its own, which needs a file of its own.
  input: { main: 'src/main.ts', 'pair-worker': 'src/skills/matchmaking/pairing/pair-worker.ts' },
  platform: 'node',
  tsconfig: false,
  // Native modules cannot be taken in; the others are large, and only some commands read them.
  external: [
    /^@node-rs\/jieba/,
    '@resvg/resvg-js',
    'better-sqlite3',
    /^@langchain\/core/,
    '@slack/bolt',
    'discord.js',
    'exceljs',
    'fontkit',
    'mammoth',
    'pdfkit',
    'sqlite-vec',
    'subset-font',
    'openai',
    'unpdf',
  ],
  output: {
    dir: 'dist',
    sourcemap: true,
    sourcemapExcludeSources: true,
    codeSplitting: { groups: [{ name: 'packages', test: /node_modules/ }] },
  },
  logLevel: 'warn',
})
