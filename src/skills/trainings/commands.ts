import type { Locale } from '../../core/locale.ts'
import { type Reply, reply, table } from '../../core/reply.ts'
import { problem } from '../../core/request.ts'
import type { Hall, PastTraining, Training } from '../../core/training.ts'
import { countOf, detailsOf, whenOf } from './card.ts'
import { type ComingParts, isAhead } from './coming.ts'
import { drawPast } from './past.ts'
import { words } from './words.ts'

/** What whoever runs the bot sees of trainings, without a chat; it is the office. */
export interface TrainingCommands {
  /** @param which without it what is coming and what was */
  list(which?: 'coming' | 'past'): Promise<{
    readonly trainings: readonly (Training | PastTraining)[]
    readonly reply: Reply
  }>
  /** @throws Problem where there is no such training */
  show(id: string): Promise<{ readonly hall: Hall; readonly reply: Reply }>
}

export interface TrainingCommandParts extends ComingParts {
  readonly pastTrainings: () => readonly PastTraining[]
  readonly locale: Locale
}

export function makeTrainingCommands(parts: TrainingCommandParts): TrainingCommands {
  const { trainings, registrations, clock, locale } = parts
  const say = words[locale]

  return {
    async list(which) {
      const all = await trainings.list()
      const coming = all.filter((it) => isAhead(it, clock))
      const over = all.filter((it) => !coming.includes(it))
      const records = parts.pastTrainings()
      const shown = [...(which === 'past' ? [] : coming), ...(which === 'coming' ? [] : over)]
      const rows = await Promise.all(shown.map(rowOf))
      const known: Reply =
        rows.length === 0
          ? reply(which === 'past' ? say.past.none : say.commandLine.none)
          : reply(table(say.commandLine.header, rows))
      if (which === 'coming') return { trainings: shown, reply: known }
      const { blocks } = drawPast([], records, locale)
      return {
        trainings: [...shown, ...records],
        reply: { blocks: [...known.blocks, ...blocks.slice(2)] },
      }
    },

    async show(id) {
      const hall = await registrations.hall(id)
      const record = parts.pastTrainings().find((it) => it.id === id)
      if (!hall) throw problem(record ? say.problems.held(record.title) : say.problems.noTraining(id))
      const { blocks } = detailsOf(hall, {}, clock.now(), locale)
      return { hall, reply: { blocks: blocks.filter((it) => it.kind !== 'buttons') } }
    },
  }

  async function rowOf(training: Training): Promise<readonly string[]> {
    const hall = await registrations.hall(training.id)
    const { seated, waiting } = hall ? countOf(hall) : { seated: 0, waiting: 0 }
    const state =
      training.state === 'published' ? say.commandLine.published : say.trainingStates[training.state]
    return [
      training.id,
      training.title,
      whenOf(training, locale),
      state,
      say.card.count(seated, training.capacity, waiting),
    ]
  }
}
