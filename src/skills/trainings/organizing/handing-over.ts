import type { Locale } from '../../../core/locale.ts'
import type { AttachedFile, Message } from '../../../core/message.ts'
import { type Block, fields, list, note, privately } from '../../../core/reply.ts'
import { type Handle, problem, stampOf } from '../../../core/request.ts'
import type { Organizations } from '../../../store/organizations.ts'
import { noticeOf } from '../reading/notice.ts'
import type { NoticeRead } from '../reading/notice-read.ts'
import { noticeWords } from '../reading/notice-words.ts'
import { readNotice } from '../reading/read-notice.ts'
import { checkedOf } from './checking.ts'
import { drawOutline } from './draft-card.ts'
import { draftId } from './draft-id.ts'
import { type OrganizingParts, organizerOf, surroundingsOf } from './parts.ts'
import { organizingWords } from './words.ts'

/** A notice is a few pages. */
const mostBytes = 20_000_000

const named = /培训|研讨|交流|论坛|考察|跟岗|学习班|报名|notice|training/i

/** Whether somebody hands over what may be a notice of a training: by what they write beside it, or by its name. Pure. */
export function handsOverNotice({ files = [], text }: Pick<Message, 'files' | 'text'>): boolean {
  return files.length > 0 && (named.test(text) || (text === '' && files.some((it) => named.test(it.name))))
}

/** A notice, or a filled-in form, that an organizer hands over in the chat: it becomes a draft of theirs. */
export function makeHandingOver(parts: OrganizingParts): Handle {
  return async (request) => {
    const { message, caller } = request
    const { locale } = caller
    const say = organizingWords[locale]
    const organizer = organizerOf(request)
    const file = fileMeant(message.files ?? [], locale)
    const printed = await parts.readFile(message, file)
    const found = await readPrinted(parts, printed)
    const kept = await parts.trainingDrafts.keep(
      { id: draftId(parts.newId()), organizer: organizer.id, told: found.draft, revision: 0 },
      stampOf(request, parts.clock),
    )
    if (!kept) throw problem(say.problems.gone)
    const { id, revision } = kept
    const outline = { id, title: found.draft.title ?? id, told: found.draft, revision, organizer }
    const [checked, around] = await Promise.all([checkedOf(parts, found.draft), surroundingsOf(parts)])
    return privately({
      blocks: [
        note(say.read.kept(file.name)),
        ...drawRead(found, locale),
        ...drawOutline(outline, checked, around, locale),
      ],
    })
  }
}

function fileMeant(files: readonly AttachedFile[], locale: Locale): AttachedFile {
  const say = organizingWords[locale]
  const [file, another] = files
  if (!file || another) throw problem(say.problems.oneFile)
  if (file.size > mostBytes) throw problem(say.problems.tooLarge(file.name))
  return file
}

/** What a notice says, read with the provinces that there are. */
export async function readPrinted(
  { organizations }: { readonly organizations: Pick<Organizations, 'all'> },
  printed: string,
): Promise<NoticeRead> {
  const provinces = (await organizations.all()).flatMap((it) =>
    it.kind === 'province' && it.province !== undefined ? [it.province] : [],
  )
  return readNotice(noticeOf(printed), { provinces })
}

/** Every field with the words that it was read from, and what was not understood. Pure. */
export function drawRead({ read, gaps }: NoticeRead, locale: Locale): readonly Block[] {
  const told = noticeWords[locale]
  return [
    fields(
      read.map((it) => [told.fields[it.field], it.supposed ? `${it.words}（${told.supposed}）` : it.words]),
    ),
    ...(gaps.length > 0 ? [list(gaps.map(told.gap))] : []),
  ]
}
