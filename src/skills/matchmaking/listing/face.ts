import type { Caller } from '../../../core/caller.ts'
import { dayAt } from '../../../core/local-date.ts'
import { ensureMay, may } from '../../../core/may.ts'
import { type Profile, type ProfileKind, profileKinds } from '../../../core/profile.ts'
import {
  buttons,
  heading,
  note,
  paragraph,
  privately,
  type Reply,
  reply,
  withFiles,
} from '../../../core/reply.ts'
import { docxType } from '../../../printing/draft-docx.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import { drawProfile, opening, ownButtons } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import { step } from '../introducing/introduction.ts'
import { type Handle, type MatchParts, ownOf, problem, type Request, shortId, stampOf } from '../parts.ts'
import { tellMove } from '../telling/tell.ts'
import { words } from '../words.ts'
import { draftOf, renewed, withRead } from './draft.ts'
import { faultsOf, tidied } from './faults.ts'
import { titleIn } from './gist.ts'
import { makeLists } from './lists.ts'
import { saidIn } from './said-form.ts'
import type { Spoken } from './spoken.ts'
import { readTyped } from './typed.ts'
import { wholeProfile } from './whole.ts'
import { wishPaper } from './wish-paper.ts'

export interface Listing {
  readonly handles: Readonly<Record<string, Handle>>
  /** A sentence that looks for something, or offers it, as a draft that its owner has yet to confirm. */
  spoken(request: Request, kind: Spoken): Promise<Reply>
}

/** Writing, showing, publishing and renewing needs, offers and what stands in the three libraries. */
export function makeListing(parts: MatchParts): Listing {
  return {
    handles: {
      ...makeLists(parts),
      write: typed,
      'write-said': (request) => typed({ ...request, value: saidIn(request.value).kind }),
      more: typed,
      whole: (request) => wholeProfile(request, request.value, parts),
      publish: (request) => publish(request, (it) => it),
      tidy: (request) => publish(request, tidied),
      archive: async (request) => {
        await withdrawAll(await change(request, 'archive', (it) => ({ ...it, state: 'archived' })), request)
        return privately({ ...reply(words[request.caller.locale].draft.archived), replaces: true })
      },
      paper,
      renew: async (request) => {
        const today = dayAt(parts.clock.now())
        const { validUntil = today } = await change(request, 'renew', (it) => renewed(it, today))
        return privately({ ...reply(words[request.caller.locale].draft.renewed(validUntil)), replaces: true })
      },
    },
    spoken: (request, kind) => {
      const { text } = request.message
      return draft(request, kind, { title: titleIn(text), what: text.trim() })
    },
  }

  /** A draft to pass round before it is published: its owner's alone, as the draft is. */
  async function paper({ caller, value }: Request): Promise<Reply> {
    const organization = ownOf(caller)
    const say = words[caller.locale]
    const it = await parts.profiles.find(value)
    if (it?.owner !== organization.id || !may(caller, 'profile.change', { organization }))
      throw problem(say.problems.noProfile)
    const bytes = await wishPaper(it, organization.name, parts.alliance().taxonomy)
    const name = say.draft.fileName(it.title.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 30))
    return privately(withFiles(reply(note(say.draft.paper)), { name, type: docxType, bytes }))
  }

  /** A form was filled in: of a new profile, or of one that is there. */
  async function typed(request: Request): Promise<Reply> {
    const { caller, given, value } = request
    const kind = profileKinds.find((it) => it === value)
    if (kind)
      return draft(request, kind, { title: given.title ?? titleIn(given.what ?? ''), what: given.what ?? '' })
    const own = await ofSameOwner(value)
    const today = dayAt(parts.clock.now())
    const after = await change(request, 'edit', (it, around) => {
      const edited = withRead(read(it, given, around, caller), parts.alliance().taxonomy)
      // What stands published stays fit to be seen.
      return faultsOf(edited, own, today).length > 0 && edited.state === 'published'
        ? { ...edited, state: 'draft' }
        : edited
    })
    return card(after, caller)
  }

  async function draft(
    request: Request,
    kind: ProfileKind,
    said: { readonly title: string; readonly what: string },
  ): Promise<Reply> {
    const { caller, given } = request
    const organization = ownOf(caller)
    ensureMay(caller, 'profile.change', { organization })
    const { taxonomy } = parts.alliance()
    const today = dayAt(parts.clock.now())
    const new_ = draftOf(
      { id: shortId(parts), kind, owner: organization.id, ...within(said), today },
      taxonomy,
    )
    const all = await parts.organizations.all()
    const after = withRead(read(new_, { ...given, ...within(said) }, all, caller), taxonomy)
    const kept = await parts.profiles.act(after.id, 'draft', () => after, stampOf(request, parts.clock))
    return card(kept ?? after, caller, said.what)
  }

  function read(
    before: Profile,
    given: Readonly<Record<string, string>>,
    organizations: readonly NamedOrganization[],
    caller: Caller,
  ): Profile {
    const { taxonomy } = parts.alliance()
    const { profile, unread } = readTyped(before, given, { taxonomy, organizations })
    if (unread.length > 0) throw problem(words[caller.locale].problems.unread(unread))
    return { ...profile, ...within(profile) }
  }

  /** The draft as it reads, what stands against publishing it, and what to do. @param whole what was said in full */
  async function card(it: Profile, caller: Caller, whole = it.what): Promise<Reply> {
    const say = words[caller.locale]
    const others = await parts.profiles.list({ owner: it.owner })
    const faults = faultsOf({ ...it, what: whole }, others, dayAt(parts.clock.now()))
    const personal = faults.some((fault) => fault.kind === 'personal')
    const name = caller.organization?.id === it.owner ? caller.organization.name : it.owner
    const { taxonomy } = parts.alliance()
    const tidy = { label: say.buttons.tidy, action: actions.tidy, value: it.id, style: 'primary' } as const
    return privately({
      ...reply(
        heading(it.state === 'draft' ? say.draft.title(say.kinds[it.kind], name) : say.kinds[it.kind]),
        ...drawProfile(it, taxonomy, caller.locale),
        ...faults.map((fault) => paragraph(say.draft.fault(fault))),
        ...(it.state === 'draft' ? [note(say.draft.confirm)] : []),
        personal
          ? buttons(tidy, opening(say.buttons.edit, forms.write.name, it.id), {
              label: say.buttons.drop,
              action: actions.archive,
              value: it.id,
            })
          : ownButtons(it, caller.locale),
      ),
    })
  }

  /** @throws Problem where it is not fit to be seen */
  async function publish(request: Request, first: (it: Profile) => Profile): Promise<Reply> {
    const { caller } = request
    const say = words[caller.locale]
    const today = dayAt(parts.clock.now())
    const own = await ofSameOwner(request.value)
    const after = await change(request, 'publish', (before) => {
      const it = first(before)
      const faults = faultsOf(it, own, today)
      if (faults.length > 0) throw problem(say.problems.faults(faults.map((fault) => say.draft.fault(fault))))
      return it.state === 'published' && it === before ? it : { ...it, state: 'published', confirmed: today }
    })
    return privately({
      ...reply(
        paragraph(say.draft.published(say.kinds[after.kind])),
        ...drawProfile(after, parts.alliance().taxonomy, caller.locale),
        ownButtons(after, caller.locale),
      ),
      replaces: true,
    })
  }

  /** What was asked for a profile that is needed no more need not be answered. */
  async function withdrawAll({ id, owner }: Profile, request: Request): Promise<void> {
    const [ears, at] = [await parts.ears(), parts.clock.now()]
    const asked = await parts.introductions.list({ organization: owner, states: ['asked'] })
    for (const it of asked.filter((one) => one.from === owner && [one.need, one.offer].includes(id)))
      await parts.introductions.act(
        [it.from, it.to],
        (between) => step(between, { verb: 'withdraw', by: owner }, at),
        stampOf(request, parts.clock),
        (moved) => tellMove(moved, ears, { by: owner, at, locale: request.caller.locale }),
      )
  }

  /** Everything of the owner of that profile; nothing where there is none. */
  async function ofSameOwner(id: string): Promise<readonly Profile[]> {
    const it = await parts.profiles.find(id)
    return it ? parts.profiles.list({ owner: it.owner }) : []
  }

  /** @throws Problem where there is no such profile, or it is not theirs: the same words, so that nobody learns which */
  async function change(
    request: Request,
    verb: 'edit' | 'publish' | 'archive' | 'renew',
    move: (before: Profile, organizations: readonly NamedOrganization[]) => Profile,
  ): Promise<Profile> {
    const { caller, value } = request
    ownOf(caller)
    const all = await parts.organizations.all()
    const missing = problem(words[caller.locale].problems.noProfile)
    const after = await parts.profiles.act(
      value,
      verb,
      (before) => {
        const owner = all.find((it) => it.id === before?.owner)
        if (!before || !owner || !may(caller, 'profile.change', { organization: owner })) throw missing
        return move(before, all)
      },
      stampOf(request, parts.clock),
    )
    if (!after) throw missing
    return after
  }
}

/** As much as the store keeps; whatever is longer is not published anyhow. */
const KEPT = { title: 60, what: 4000 }

function within(said: { readonly title: string; readonly what: string }) {
  const what = said.what.slice(0, KEPT.what)
  const title = said.title.slice(0, KEPT.title)
  return { title: title === '' ? what.slice(0, KEPT.title) : title, what }
}
