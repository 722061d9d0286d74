import type { Locale } from '../core/locale.ts'
import { askCommand } from './ask.ts'
import { backupCommands } from './backup.ts'
import { deadlineCommands } from './deadlines.ts'
import { deadlinesExport } from './deadlines-export.ts'
import { doctorCommand } from './doctor.ts'
import { documentCommands } from './documents.ts'
import { embedCommand } from './embed.ts'
import { evalCommand } from './eval.ts'
import type { AddCommand } from './host.ts'
import { ingestCommand } from './ingest.ts'
import { learnCommand } from './learn.ts'
import { matchCommands } from './matches.ts'
import { memberCommands } from './members.ts'
import { noticeCommands } from './notices.ts'
import { questionsCommand } from './questions.ts'
import { searchCommand } from './search.ts'
import { startCommand } from './start.ts'
import { traceCommand } from './trace.ts'
import { trainingCommands } from './trainings.ts'
import { trainingsOrganizing } from './trainings-organizing.ts'
import { visitCommands } from './visits.ts'
import { words } from './words.ts'
import { zoneCommands } from './zones.ts'

/** Every command of the line, in the order of the help; one line each. */
export function commands(locale: Locale): readonly AddCommand[] {
  const say = words[locale]
  return [
    startCommand(say),
    askCommand(say),
    searchCommand(say),
    documentCommands(say),
    zoneCommands(say, locale),
    deadlineCommands(say, locale),
    deadlinesExport(say),
    trainingCommands(say, locale),
    visitCommands(say, locale),
    trainingsOrganizing(say, locale),
    ingestCommand(say),
    embedCommand(locale),
    learnCommand(say),
    questionsCommand(say),
    traceCommand(locale),
    memberCommands(say),
    noticeCommands(say, locale),
    matchCommands(say, locale),
    evalCommand(say, locale),
    doctorCommand(say),
    backupCommands(say),
  ]
}
