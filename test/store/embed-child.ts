/** A process that gives the texts of a store their vectors, until somebody kills it: store, address, texts a request, which. */
import { forPassages, makeEmbedder } from '../../src/llm/embedder.ts'
import { embedPassages } from '../../src/skills/ask/search/embed-passages.ts'
import { embedProfiles } from '../../src/skills/matchmaking/suggesting/embed-profiles.ts'
import { openStore } from '../../src/store/index.ts'

const [file = '', baseUrl = '', batch = '1', which = 'passages'] = process.argv.slice(2)
const { vectors, profileVectors, modelSpending: spending } = await openStore(file)
const embedder = makeEmbedder({
  endpoint: { apiKey: 'test-key', baseUrl, model: 'counterpart' },
  patience: forPassages,
  budget: { memberTokens: Number.MAX_SAFE_INTEGER, allTokens: Number.MAX_SAFE_INTEGER },
  payer: which,
  spending,
  clock: { now: () => 1 },
})
const parts = { embedder, batch: Number(batch) }
if (which === 'profiles') await embedProfiles({ ...parts, profileVectors })
else await embedPassages({ ...parts, vectors })
process.exit(0)
