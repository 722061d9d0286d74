import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { placeNames, placesOfZones } from '../../src/skills/ask/answer/places.ts'
import { squeeze } from '../../src/skills/ask/answer/quote.ts'
import { type Ground, makeGround } from '../../src/skills/ask/model/ground.ts'
import { readRewordings } from '../../src/skills/ask/model/rewordings.ts'
import type { Store } from '../../src/store/index.ts'
import type { StoredPassage } from '../../src/store/passages.ts'

/** Tests and benches are run from the top of the house. */
export const root = process.cwd()

/** Every passage of the store. */
export async function allPassages({
  documents,
  passages,
}: Pick<Store, 'documents' | 'passages'>): Promise<StoredPassage[]> {
  const found: StoredPassage[] = []
  for (const document of await documents.list()) found.push(...(await passages.ofDocument(document.id)))
  return found
}

/** What the check of the house knows of rewording, names and places. */
export async function groundOf({ zones }: Pick<Store, 'zones'>): Promise<Ground> {
  const snapshot = await zones.snapshot()
  return makeGround({
    rewordings: readRewordings(readFileSync(join(root, 'data', 'lexicon', 'rewordings.txt'), 'utf8')),
    places: placeNames(placesOfZones(snapshot.zones)),
  })
}

export interface TrueSentence {
  readonly passage: StoredPassage
  readonly text: string
  readonly heldOut: boolean
}

/** The sentences of true-sentences.tsv, each with the passage that it is said of. */
export function trueSentences(passages: readonly StoredPassage[]): readonly TrueSentence[] {
  const lines = readFileSync(join(root, 'test', 'llm', 'true-sentences.tsv'), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, at) => {
      const [near = '', text = ''] = line.split('\t')
      const passage = passages.find((it) => squeeze(it.text).includes(squeeze(near)))
      if (!passage) throw new Error(`no passage holds 「${near}」`)
      return { passage, text, heldOut: at % 2 === 1 }
    })
}
