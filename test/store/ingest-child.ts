/** A process that takes in a folder and says each file that it begins, until somebody kills it. */
import { makeIngest } from '../../src/skills/ask/documents/ingest.ts'
import { makeWords } from '../../src/skills/ask/search/words.ts'
import { openStore } from '../../src/store/index.ts'

const [file = '', folder = ''] = process.argv.slice(2)
const { documents } = await openStore(file)
const clock = { now: () => 1 }
await makeIngest({ documents, words: makeWords(), clock })([folder], {
  onProgress: (done) => process.stdout.write(`${done}\n`),
})
