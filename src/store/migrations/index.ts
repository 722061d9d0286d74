import type { Migrations } from '../migrate.ts'
import { documents } from './0001-documents.ts'
import { learned } from './0002-learned.ts'
import { zones } from './0003-zones.ts'
import { inbox } from './0004-inbox.ts'
import { questions } from './0005-questions.ts'
import { people } from './0006-people.ts'
import { seeds } from './0007-seeds.ts'
import { questionContext } from './0008-question-context.ts'
import { duties } from './0009-duties.ts'
import { outbox } from './0010-outbox.ts'
import { hearing } from './0011-hearing.ts'
import { feeds } from './0012-feeds.ts'
import { released } from './0013-released.ts'
import { trainings } from './0014-trainings.ts'
import { proposedWhom } from './0015-proposed-whom.ts'
import { oneAccount } from './0016-one-account.ts'
import { organizing } from './0017-organizing.ts'
import { model } from './0018-model.ts'
import { visits } from './0019-visits.ts'
import { matchmaking } from './0020-matchmaking.ts'
import { vectors } from './0021-vectors.ts'
import { lookedUp } from './0022-looked-up.ts'
import { derived } from './0023-derived.ts'
import { profileVectors } from './0024-profile-vectors.ts'
import { unanswerable } from './0025-unanswerable.ts'
import { reusable } from './0026-reusable.ts'
import { exchangePreferences } from './0027-exchange-preferences.ts'
import { askedUntil } from './0028-asked-until.ts'

/** In order; a landed step is never changed, a new one is one file and one line here. */
export const migrations: Migrations = {
  '0001-documents': documents,
  '0002-learned': learned,
  '0003-zones': zones,
  '0004-inbox': inbox,
  '0005-questions': questions,
  '0006-people': people,
  '0007-seeds': seeds,
  '0008-question-context': questionContext,
  '0009-duties': duties,
  '0010-outbox': outbox,
  '0011-hearing': hearing,
  '0012-feeds': feeds,
  '0013-released': released,
  '0014-trainings': trainings,
  '0015-proposed-whom': proposedWhom,
  '0016-one-account': oneAccount,
  '0017-organizing': organizing,
  '0018-model': model,
  '0019-visits': visits,
  '0020-matchmaking': matchmaking,
  '0021-vectors': vectors,
  '0022-looked-up': lookedUp,
  '0023-derived': derived,
  '0024-profile-vectors': profileVectors,
  '0025-unanswerable': unanswerable,
  '0026-reusable': reusable,
  '0027-exchange-preferences': exchangePreferences,
  '0028-asked-until': askedUntil,
}
