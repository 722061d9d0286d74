import { ensureMay } from '../../../core/may.ts'
import { type Attachment, note, privately, reply, withFiles } from '../../../core/reply.ts'
import { type Handle, problem } from '../../../core/request.ts'
import type { Hall } from '../../../core/training.ts'
import { rankOfZone } from '../../../core/zone-rank.ts'
import type { Printed } from '../../../printing/pdf.ts'
import { forms as feedbackForm } from '../faces.ts'
import { printBadges } from '../papers/badges.ts'
import { certificateNumber, certifiedBy, printCertificates } from '../papers/certificate.ts'
import { rosterWorkbook } from '../papers/roster.ts'
import { printSignInSheet } from '../papers/sign-in.ts'
import { type FeedbackMark, summaryOf } from '../papers/summary.ts'
import { printSummary, summaryMarkdown } from '../papers/summary-papers.ts'
import { minuteOf } from '../telling/draw.ts'
import { entriesFor, type SeenEntry } from './entries.ts'
import { type FileKind, files } from './faces.ts'
import type { OrganizingParts } from './parts.ts'
import { hallSeen } from './roster.ts'
import { organizingWords } from './words.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The secret by which numbers of certificates are made, and known again. */
export const certificates = 'certificates'
const pdf = 'application/pdf'

/** Papers of a training as files in the chat. */
export function makeGivingOut(parts: OrganizingParts) {
  return {
    async file(request) {
      const { caller } = request
      const { locale } = caller
      const say = organizingWords[locale]
      const { hall, rest } = await hallSeen(parts, request)
      const kind = files.find((it) => it === (request.given.file ?? rest))
      if (!kind) throw problem(say.problems.gone)
      const organizations = await parts.organizations.all()
      const organizer = organizations.find((it) => it.id === hall.training.organizer)
      // The list is for whoever may see it, each their part; the other papers are the organizer's.
      if (kind !== 'roster')
        ensureMay(caller, 'training.organize', organizer ? { organization: organizer } : {})
      const made = await papersOf(parts, kind, hall, await entriesFor(parts, caller, hall), locale)
      const unprintable = made.unprintable.map((it) => it.text)
      return privately(
        withFiles(
          reply(
            say.did.file(say.files[kind], hall.training.title),
            ...(unprintable.length > 0 ? [note(say.did.unprintable(unprintable))] : []),
          ),
          ...made.files,
        ),
      )
    },

    /** Whose certificate bears a number: for whoever is shown one. */
    async 'check-certificate'(request) {
      const { caller, given } = request
      const say = organizingWords[caller.locale]
      ensureMay(caller, 'training.verify')
      const typed = given.number ?? ''
      const found = await certified(parts, typed)
      if (!found) throw problem(say.problems.noCertificate(typed))
      return privately(reply(say.did.certified(found.name, found.title, minuteOf(found.at))))
    },
  } satisfies Readonly<Record<string, Handle>>
}

/** Who came to what, by the number of a certificate as typed; undefined where none bears it. */
export async function certified(
  parts: Pick<OrganizingParts, 'trainings' | 'registrations' | 'secrets'>,
  typed: string,
): Promise<{ readonly name: string; readonly title: string; readonly at: number } | undefined> {
  const key = await parts.secrets.of(certificates)
  for (const training of await parts.trainings.list({ states: ['held', 'published'] })) {
    const registrations = await parts.registrations.list({ training: training.id })
    const own = certifiedBy(typed, training, registrations, key)
    if (own?.attendedAt !== undefined) return { name: own.name, title: training.title, at: own.attendedAt }
  }
  return undefined
}

interface Made {
  readonly files: readonly Attachment[]
  readonly unprintable: Printed['unprintable']
}

/** One kind of paper of a training. @throws Problem where nobody is on it */
export async function papersOf(
  parts: Pick<OrganizingParts, 'clock' | 'registrations' | 'organizations' | 'zones' | 'outbox' | 'secrets'>,
  kind: FileKind,
  hall: Hall,
  entries: readonly SeenEntry[],
  locale: 'zh-CN' | 'en',
): Promise<Made> {
  const say = organizingWords[locale]
  const { training } = hall
  const at = parts.clock.now()
  const named = (extension: string) =>
    `${say.files[kind].replace(/\.\w+$/, '')} ${training.title}.${extension}`
  const printed = async (paper: Promise<Printed>): Promise<Made> => {
    const { bytes, unprintable } = await paper
    return { files: [{ name: named('pdf'), type: pdf, bytes }], unprintable }
  }
  switch (kind) {
    case 'roster': {
      const bytes = await rosterWorkbook(training, entries, locale)
      return { files: [{ name: named('xlsx'), type: xlsx, bytes }], unprintable: [] }
    }
    case 'badges':
      return printed(printBadges(training, entries, { at }, locale))
    case 'sign-in':
      return printed(printSignInSheet(training, entries, { at }, locale))
    case 'certificates': {
      const came = entries.filter((it) => it.registration.attendedAt !== undefined)
      if (came.length === 0) throw problem(say.problems.nobodyCame(training.title))
      const key = await parts.secrets.of(certificates)
      const each = came.map((entry) => ({
        entry,
        number: certificateNumber(training, entry.registration, key),
      }))
      return printed(printCertificates(training, each, { at }, locale))
    }
    case 'summary': {
      const zones = new Map((await parts.zones.snapshot()).zones.map((it) => [it.id, it]))
      const organizations = new Map((await parts.organizations.all()).map((it) => [it.id, it]))
      const summary = summaryOf({
        training,
        entries,
        announced: await parts.outbox.reached('trainings.announced', training.id),
        rankOf: (id) => {
          const zone = zones.get(organizations.get(id)?.zone ?? '')
          return zone && rankOfZone(zone)
        },
        feedback: await marksOf(parts, training.id),
      })
      const paper = await printed(printSummary(summary, { at }, locale))
      const bytes = new TextEncoder().encode(summaryMarkdown(summary, locale))
      return { ...paper, files: [...paper.files, { name: named('md'), type: 'text/markdown', bytes }] }
    }
  }
}

/** What people thought, as marks; what they wrote in words is for the organizer's eyes, not for an average. */
async function marksOf(
  { registrations }: Pick<OrganizingParts, 'registrations'>,
  training: string,
): Promise<readonly FeedbackMark[]> {
  const asked = feedbackForm.feedback.fields.filter((it) => it.kind === 'choice')
  return (await registrations.feedback(training)).flatMap(({ answers }) =>
    asked.flatMap(({ name, label }) => {
      const mark = Number(answers[name])
      return mark >= 1 && mark <= 5 ? [{ question: label, mark }] : []
    }),
  )
}
