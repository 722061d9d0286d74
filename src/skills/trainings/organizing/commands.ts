import type { Caller } from '../../../core/caller.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Attachment, heading, list, note, paragraph, type Reply, reply } from '../../../core/reply.ts'
import { problem } from '../../../core/request.ts'
import type { NoticeRead } from '../reading/notice-read.ts'
import { noticeTemplate } from '../reading/notice-template.ts'
import { minuteOf } from '../telling/draw.ts'
import { trainingFaultWords } from '../training-fault-words.ts'
import { checkedOf } from './checking.ts'
import { draftId } from './draft-id.ts'
import { entriesFor } from './entries.ts'
import type { FileKind } from './faces.ts'
import { certified, papersOf } from './giving-out.ts'
import { drawRead, readPrinted } from './handing-over.ts'
import { noticePaper } from './notice-draft.ts'
import { type OrganizingParts, outlineOf, surroundingsOf } from './parts.ts'
import { organizingWords } from './words.ts'

/** What whoever runs the bot does for the office's organizers, without a chat. */
export interface OrganizingCommands {
  /** @throws Problem where there is no such training, or nobody came to be certified */
  papers(id: string, kinds: readonly FileKind[]): Promise<readonly Attachment[]>
  /**
   * A notice, or a filled-in form, as a draft of the office's.
   * @param printed its text, cells of tables parted by tabs
   * @param save keeps the draft; its id is told
   */
  read(printed: string, save: boolean): Promise<NoticeRead & { readonly id?: string; readonly reply: Reply }>
  template(): Promise<Uint8Array>
  /** The draft of a training's notice, as its organizer is given it: a DOCX file. @throws Problem where there is no such training */
  notice(id: string): Promise<Uint8Array>
  /** @throws Problem where no certificate bears the number */
  certificate(number: string): Promise<Reply>
}

type Parts = Pick<
  OrganizingParts,
  | 'trainings'
  | 'registrations'
  | 'organizations'
  | 'zones'
  | 'members'
  | 'trainingDrafts'
  | 'outbox'
  | 'secrets'
  | 'clock'
  | 'newId'
> & { readonly locale: Locale }

export function makeOrganizingCommands(parts: Parts): OrganizingCommands {
  const { locale, clock } = parts
  const say = organizingWords[locale]
  const office: Caller = { role: 'office', locale }

  return {
    async papers(id, kinds) {
      const hall = await parts.registrations.hall(id)
      if (!hall) throw problem(say.problems.gone)
      const entries = await entriesFor(parts, office, hall)
      const files: Attachment[] = []
      for (const kind of kinds) files.push(...(await papersOf(parts, kind, hall, entries, locale)).files)
      return files
    },

    async read(printed, save) {
      const all = await parts.organizations.all()
      const found = await readPrinted(parts, printed)
      const checked = await checkedOf(parts, found.draft)
      const organizer = all.find((it) => it.kind === 'office')
      const kept =
        save && organizer
          ? await parts.trainingDrafts.keep(
              { id: draftId(parts.newId()), organizer: organizer.id, told: found.draft, revision: 0 },
              { who: 'operator', at: clock.now() },
            )
          : undefined
      const missing = (checked.faults ?? []).map(trainingFaultWords[locale].fault)
      return {
        ...found,
        ...(kept ? { id: kept.id } : {}),
        reply: reply(
          heading(say.outline.title(found.draft.title ?? say.outline.untitled)),
          ...drawRead(found, locale),
          ...(missing.length > 0 ? [paragraph(say.outline.missing), list(missing)] : []),
          ...(kept ? [note(say.outline.kept(kept.id))] : []),
        ),
      }
    },

    template: noticeTemplate,

    async notice(id) {
      const outline = await outlineOf(parts, id)
      if (!outline) throw problem(say.problems.gone)
      return noticePaper(outline, await surroundingsOf(parts))
    },

    async certificate(number) {
      const found = await certified(parts, number)
      if (!found) throw problem(say.problems.noCertificate(number))
      return reply(say.did.certified(found.name, found.title, minuteOf(found.at)))
    },
  }
}
