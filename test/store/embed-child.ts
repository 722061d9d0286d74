/** A process that gives the passages of a store their vectors, until somebody kills it: store, address, passages a request. */
import { forPassages, makeEmbedder } from '../../src/llm/embedder.ts'
import { embedPassages } from '../../src/skills/ask/search/embed-passages.ts'
import { openStore } from '../../src/store/index.ts'

const [file = '', baseUrl = '', batch = '1'] = process.argv.slice(2)
const { vectors, modelSpending: spending } = await openStore(file)
const embedder = makeEmbedder({
  endpoint: { apiKey: 'test-key', baseUrl, model: 'counterpart' },
  patience: forPassages,
  budget: { memberTokens: Number.MAX_SAFE_INTEGER, allTokens: Number.MAX_SAFE_INTEGER },
  payer: 'passages',
  spending,
  clock: { now: () => 1 },
})
await embedPassages({ vectors, embedder, batch: Number(batch) })
process.exit(0)
