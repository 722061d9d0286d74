import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { PastTraining } from '../core/training.ts'
import { readPastTrainings } from '../skills/trainings/past-trainings.ts'

/**
 * Past trainings described in documents, loaded on first use.
 * @returns a getter that throws a Problem listing every invalid file
 */
export function pastTrainingsIn({ data }: Pick<Config, 'data'>): () => readonly PastTraining[] {
  let read: readonly PastTraining[] | undefined
  return () => {
    const folder = join(data, 'trainings')
    read ??= existsSync(folder)
      ? readPastTrainings(
          readdirSync(folder)
            .filter((it) => it.endsWith('.json'))
            .map((it) => join(folder, it)),
        )
      : []
    return read
  }
}
