import type { Caller, Organization } from '../../../core/caller.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import { ensureMay, may } from '../../../core/may.ts'
import type { AttachedFile, Message } from '../../../core/message.ts'
import type { Register } from '../../../core/read-audience.ts'
import { problem, type Request } from '../../../core/request.ts'
import type { Hall } from '../../../core/training.ts'
import type { Secrets } from '../../../store/secrets.ts'
import type { SignIns } from '../../../store/sign-ins.ts'
import type { TrainingDrafts } from '../../../store/training-drafts.ts'
import { oneTyped, type TrainingParts } from '../parts.ts'
import type { TrainingDraft } from '../training-draft.ts'
import { seenOf } from './faces.ts'
import { draftOf } from './outline.ts'
import { organizingWords } from './words.ts'

/** What organizers need beside what everybody does. */
export interface OrganizingParts extends TrainingParts {
  readonly trainingDrafts: TrainingDrafts
  readonly signIns: SignIns
  readonly secrets: Secrets
  /** The text of a file that came with a message, cells of tables parted by tabs. @throws Problem */
  readonly readFile: (message: Message, file: AttachedFile) => Promise<string>
}

/** A training as its organizers have it: still being written, or published with everybody who registered. */
export interface Outline {
  readonly id: string
  readonly title: string
  readonly told: TrainingDraft
  readonly revision: number
  readonly organizer: Organization
  /** Where it was published. */
  readonly hall?: Hall
}

/**
 * The training that a button or a typed name means, of those that the caller organizes.
 * @throws Problem where there is none, or somebody else organizes it
 */
export async function outlineMeant(
  parts: OrganizingParts,
  { caller, value, given }: Pick<Request, 'caller' | 'value' | 'given'>,
): Promise<Outline> {
  const say = organizingWords[caller.locale].problems
  const typed = given.training
  const id = value === '' && typed !== undefined ? await idTyped(parts, caller, typed) : seenOf(value).id
  const outline = await outlineOf(parts, id)
  if (!outline) throw problem(say.gone)
  ensureMay(caller, 'training.organize', { organization: outline.organizer })
  return outline
}

/** @throws Problem where it is a draft still */
export async function hallOrganized(
  parts: OrganizingParts,
  request: Pick<Request, 'caller' | 'value' | 'given'>,
): Promise<Outline & { readonly hall: Hall }> {
  const outline = await outlineMeant(parts, request)
  const { hall } = outline
  if (!hall) throw problem(organizingWords[request.caller.locale].problems.draft(outline.title))
  return { ...outline, hall }
}

export async function outlineOf(
  parts: Pick<OrganizingParts, 'registrations' | 'trainingDrafts' | 'organizations'>,
  id: string,
): Promise<Outline | undefined> {
  const [hall, draft, organizations] = await Promise.all([
    parts.registrations.hall(id),
    parts.trainingDrafts.find(id),
    parts.organizations.all(),
  ])
  const owner = hall?.training.organizer ?? draft?.organizer
  const organizer = organizations.find((it) => it.id === owner)
  if (!organizer) return undefined
  if (hall) {
    const { title, revision } = hall.training
    return { id, title, told: draftOf(hall.training), revision, organizer, hall }
  }
  if (!draft) return undefined
  const told = draft.told as TrainingDraft
  return { id, title: told.title ?? id, told, revision: draft.revision, organizer }
}

/** What is organized by those whom the caller may organize for: drafts, then trainings by their first day. */
export async function organizedBy(
  parts: OrganizingParts,
  caller: Caller,
): Promise<readonly { readonly id: string; readonly title: string; readonly place?: string }[]> {
  const [drafts, trainings, organizations] = await Promise.all([
    parts.trainingDrafts.list(),
    parts.trainings.list(),
    parts.organizations.all(),
  ])
  const own = new Set(
    organizations
      .filter((organization) => may(caller, 'training.organize', { organization }))
      .map((it) => it.id),
  )
  return [
    ...drafts
      .filter((it) => own.has(it.organizer))
      .map(({ id, told }) => ({ id, title: (told as TrainingDraft).title ?? id })),
    ...trainings.filter((it) => own.has(it.organizer)),
  ]
}

async function idTyped(parts: OrganizingParts, caller: Caller, typed: string): Promise<string> {
  return oneTyped(await organizedBy(parts, caller), typed, organizingWords[caller.locale].problems).id
}

/** For whom somebody organizes: their own organization. @throws Problem where they may not */
export function organizerOf({ caller }: Pick<Request, 'caller'>): Organization {
  const { organization } = caller
  ensureMay(caller, 'training.organize', organization ? { organization } : {})
  if (organization) return organization
  throw problem(organizingWords[caller.locale].problems.noOrganization)
}

/** The register with the year that days without one are meant in, for reading what was typed. */
export interface Surroundings {
  readonly register: Register
  readonly year: number
  nameOf(organization: string): string
}

export async function surroundingsOf(
  parts: Pick<OrganizingParts, 'organizations' | 'zones' | 'clock'>,
): Promise<Surroundings> {
  const [organizations, { zones }] = await Promise.all([parts.organizations.all(), parts.zones.snapshot()])
  const names = new Map(
    organizations.flatMap((it) => [
      [it.id, it.name] as const,
      ...(it.zone === undefined ? [] : [[it.zone, it.name] as const]),
    ]),
  )
  return {
    register: { organizations, zones },
    year: yearOf(dayAt(parts.clock.now())),
    nameOf: (id) => names.get(id) ?? id,
  }
}
