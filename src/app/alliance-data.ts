import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { readClimates } from '../skills/matchmaking/fitting/read-climates.ts'
import { makeSayings, readSayings } from '../skills/matchmaking/fitting/sayings.ts'
import { readTaxonomy } from '../skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../skills/matchmaking/fitting/weights.ts'
import type { AllianceData } from '../skills/matchmaking/parts.ts'
import type { Answering } from './answering.ts'

/**
 * The files under data/alliance, loaded on first use and cached.
 * @returns a getter that throws a Problem where a file is invalid
 */
export function allianceDataOf(
  { data, embedding }: Pick<Config, 'data' | 'embedding'>,
  answering: Pick<Answering, 'language'>,
): () => AllianceData {
  let kept: AllianceData | undefined
  const read = (file: string) => readFileSync(join(data, 'alliance', file), 'utf8')
  return () => {
    if (kept) return kept
    const climates = readClimates(read('climates.txt'))
    const taxonomy = readTaxonomy(read('taxonomy.txt'))
    const cutter = answering.language
    kept = {
      taxonomy,
      weights: readWeights(read('weights.txt')),
      cutter,
      sayings: makeSayings(readSayings(read('sayings.txt'), taxonomy), cutter),
      climateOf: (province) => climates.get(province),
      ...(embedding ? { embeddingModel: embedding.model } : {}),
    }
    return kept
  }
}
