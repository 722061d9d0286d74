import { type Home, plainHome } from '../adapters/slack/home.ts'
import { type Organization, type Role, roleIn } from '../core/caller.ts'
import type { Clock, LocalDate } from '../core/clock.ts'
import { unfinished } from '../core/duty.ts'
import { type Identity, personKey } from '../core/identity.ts'
import { dayAt } from '../core/local-date.ts'
import type { Locale } from '../core/locale.ts'
import { words as mayWords } from '../core/may.ts'
import { type Block, bold, buttons, fields, list, note, paragraph } from '../core/reply.ts'
import type { Skill } from '../core/skill.ts'
import { dueOf, stateOf, titleOf } from '../skills/deadlines/draw-entry.ts'
import { type Entry, entriesOf } from '../skills/deadlines/entries.ts'
import { actions as deadlineActions } from '../skills/deadlines/faces.ts'
import { words as deadlineWords } from '../skills/deadlines/words.ts'
import { stateOf as seatStateOf, whenOf } from '../skills/trainings/card.ts'
import { comingFor, type Own as OwnTraining } from '../skills/trainings/coming.ts'
import { actions as trainingActions } from '../skills/trainings/faces.ts'
import { words as trainingWords } from '../skills/trainings/words.ts'
import { provinceOf } from '../skills/zones/provinces.ts'
import { words as zoneWords } from '../skills/zones/words.ts'
import type { Store } from '../store/index.ts'
import type { AskedQuestion } from '../store/questions.ts'
import type { Zone } from '../store/zones.ts'
import { words } from './words.ts'

/** What the house knows of a person when they open their Home tab. */
export interface Own {
  /** Where they are a member; a guest has none. */
  readonly organization?: Organization
  /** The register's entry of a member's zone. */
  readonly zone?: Zone
  /** Their questions that wait for a person. */
  readonly open: readonly AskedQuestion[]
  /** What their own organization has still to hand in, soonest first. */
  readonly owed: readonly Entry[]
  /** Trainings that their organization is invited to, soonest first. */
  readonly coming: readonly OwnTraining[]
  readonly today: LocalDate
}

/** The commands that each role uses day by day; help tells of all. */
const firstOf: Readonly<Record<Role, readonly string[]>> = {
  guest: ['ask', 'zones', 'join', 'help'],
  staff: ['deadlines', 'trainings', 'match', 'ask', 'zones', 'calendar', 'help'],
  province: ['deadlines', 'trainings', 'nominate', 'ask', 'zones', 'invite', 'calendar', 'help'],
  expert: ['queue', 'ask', 'replies', 'zones', 'help'],
  office: ['deadlines', 'duties', 'training', 'queue', 'invite', 'zones', 'ask', 'help'],
}

/** Questions shown at once. */
const shown = 5

/** The Home tab of a person of Slack, out of the store. */
export function makeHome(
  store: Pick<
    Store,
    | 'members'
    | 'questions'
    | 'zones'
    | 'duties'
    | 'obligations'
    | 'organizations'
    | 'trainings'
    | 'registrations'
  >,
  skills: readonly Skill[],
  clock: Clock,
): Home {
  return async (who, space, locale) => {
    const identity: Identity = { platform: 'slack', space, user: who.id }
    const known = await store.members.whoIs(identity)
    const { organization } = known ?? {}
    const zone = organization?.zone === undefined ? undefined : await store.zones.show(organization.zone)
    const open = await store.questions.openOf(personKey(identity))
    const entries = organization ? await entriesOf((it) => it.id === organization.id, store) : []
    const spoken = known?.locale ?? locale
    const { member } = known ?? {}
    const coming =
      organization && member
        ? await comingFor(
            { ...store, regionOf: (it) => provinceOf(it)?.region, clock },
            { role: roleIn[organization.kind], locale: spoken, organization, member },
          )
        : []
    const own: Own = {
      coming,
      open,
      owed: entries.filter((it) => unfinished.has(it.obligation.state)),
      today: dayAt(clock.now()),
      ...(organization ? { organization } : {}),
      ...(zone ? { zone: zone.zone } : {}),
    }
    const role = organization ? roleIn[organization.kind] : 'guest'
    return plainHome(skills, spoken, drawOwn(own, spoken), firstOf[role])
  }
}

/** The part of a Home tab that is about its person: their organization, or how to join one, and what they wait for. Pure. */
export function drawOwn(
  { organization, zone, open, owed, coming, today }: Own,
  locale: Locale,
): readonly Block[] {
  const say = words[locale]
  return [
    ...(organization ? drawOrganization(organization, zone, locale) : drawGuest(locale)),
    ...(organization ? drawOwed(organization, owed, today, locale) : []),
    ...drawComing(coming, locale),
    ...(open.length === 0 ? [] : [paragraph(bold(say.waiting(open.length)))]),
    ...(open.length === 0 ? [] : [list(open.slice(0, shown).map((it) => `${dayAt(it.at)}　${it.question}`))]),
    ...(open.length > shown ? [note(say.more(open.length - shown))] : []),
  ]
}

function drawOrganization(
  organization: Organization,
  zone: Zone | undefined,
  locale: Locale,
): readonly Block[] {
  const say = words[locale]
  const label = zoneWords[locale].fields
  const cells: readonly (readonly [label: string | undefined, value: string | undefined])[] = [
    [say.role, mayWords[locale].roles[roleIn[organization.kind]]],
    [label.province, zone?.province ?? organization.province],
    [label.type, zone?.type],
    [label.cohort, zone?.cohort],
    [label.theme, zone?.theme],
    [label.founded, zone?.founded?.toString()],
    [label.status, zone?.status],
  ]
  return [
    paragraph(bold(`${say.mine}　${organization.name}`)),
    fields(cells.flatMap(([name, value]) => (name && value ? [[name, value] as const] : []))),
    ...(zone ? [buttons({ label: say.sources, action: 'zones.show', value: zone.id })] : []),
  ]
}

/** What is owed, in a line each; the rest is a button away. */
function drawOwed(
  { name }: Organization,
  owed: readonly Entry[],
  today: LocalDate,
  locale: Locale,
): readonly Block[] {
  if (owed.length === 0) return []
  const say = deadlineWords[locale]
  const lines = owed
    .slice(0, shown)
    .map(({ duty, obligation }) =>
      [titleOf(duty, obligation), dueOf(obligation, today, locale), stateOf(obligation, today, locale)].join(
        '　',
      ),
    )
  return [
    paragraph(bold(say.mine.title(name, owed.length))),
    list(lines),
    buttons({ label: say.buttons.mine, action: deadlineActions.mine, value: '' }),
  ]
}

/** What is coming, in a line each, with where the person stands. */
function drawComing(coming: readonly OwnTraining[], locale: Locale): readonly Block[] {
  if (coming.length === 0) return []
  const say = trainingWords[locale]
  const lines = coming
    .slice(0, shown)
    .map(({ hall, own }) =>
      [
        hall.training.title,
        whenOf(hall.training, locale),
        ...(own ? [seatStateOf(hall, own, locale)] : []),
      ].join('　'),
    )
  return [
    paragraph(bold(say.coming.title(coming.length))),
    list(lines),
    buttons({ label: say.buttons.coming, action: trainingActions.coming, value: '' }),
  ]
}

function drawGuest(locale: Locale): readonly Block[] {
  const say = words[locale]
  const join = { label: say.join, action: 'members.join', value: '', opens: 'members.join' } as const
  return [paragraph(say.guest), buttons({ ...join, style: 'primary' })]
}
