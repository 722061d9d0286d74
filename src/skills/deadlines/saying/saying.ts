import { localDateOf } from '../../../core/clock.ts'
import { unfinished } from '../../../core/duty.ts'
import { type Block, bold, divider, note, paragraph, privately, type Reply } from '../../../core/reply.ts'
import { lastVersion, type Outcome } from '../../../core/skill.ts'
import { answersOf } from '../answers.ts'
import { isCalled } from '../asking/owed-asked.ts'
import { dueOf, stateOf, titleOf } from '../draw-entry.ts'
import { askedAmong, type Entry, entriesOf } from '../entries.ts'
import { handleOf } from '../handle-of.ts'
import type { DeadlineParts, Handle, Request } from '../parts.ts'
import { words } from '../words.ts'
import type { Told } from './read-told.ts'
import { sayingWords } from './saying-words.ts'

/** Obligations with buttons of their own in one answer. */
const mostShown = 3
/** Further wishes of the same message that are answered with it: what is longer is read by nobody. */
const mostOthers = 2

/**
 * What somebody says of their own deadlines in plain words, answered with the thing that they mean and the buttons that do it. A
 * sentence alone changes nothing that others are told of: 交了 can mean another paper, and a press is quick.
 * @param handles of the buttons, for what can be done at once
 * @returns undefined where the speaker owes nothing themselves: it is somebody else's sentence
 */
export function makeSaying(
  parts: DeadlineParts,
  handles: { readonly snooze: Handle; readonly mine: Handle },
) {
  return async (told: Told, request: Request): Promise<Outcome> => {
    const { organization } = request.caller
    if (organization?.kind === 'province' || request.caller.role === 'office') return handles.mine(request)
    if (organization?.kind !== 'zone') return undefined
    const own = await ofOwn(told, request, organization)
    const others: Reply[] = []
    for (const [at, clause] of told.rest.slice(0, mostOthers).entries()) {
      const { press: _press, form: _form, command: _command, ...message } = request.message
      const id = `${message.id}-${at + 1}`
      const answer = await lastVersion(
        await parts.askAnybody({ ...message, id, text: clause }, request.caller),
      )
      if (answer) others.push(answer)
    }
    const say = sayingWords[request.caller.locale]
    const left = told.rest.slice(mostOthers)
    return privately({
      blocks: [
        ...own.blocks,
        ...(others.length > 0 ? [divider, note(say.others)] : []),
        ...others.flatMap((it) => it.blocks),
        ...(left.length > 0 ? [note(say.leftOver(left))] : []),
      ],
      files: others.flatMap((it) => it.files ?? []),
    })
  }

  async function ofOwn(
    told: Told,
    request: Request,
    organization: NonNullable<Request['caller']['organization']>,
  ): Promise<Reply> {
    const { caller } = request
    const { locale } = caller
    const say = sayingWords[locale]
    const entries = (await entriesOf((it) => it.id === organization.id, parts)).filter(
      (it) => !it.obligation.lapsed,
    )
    const called = (it: Entry) => told.duty === undefined || isCalled(it.duty, told.duty)
    const filed = entries.filter((it) => it.obligation.state === 'filed')
    const open = entries.filter((it) => unfinished.has(it.obligation.state))
    const meant = open.filter(called)
    if (told.verb === 'not-yet' && filed.some(called))
      return drawn([paragraph(say.undo)], filed.filter(called), [], request)
    if (open.length === 0)
      return drawn([paragraph(say.nothingOpen(organization.name))], filed.filter(called), [], request)
    const [only, another] = meant
    if (told.verb === 'later' && told.days !== undefined && only && !another) {
      const value = handleOf(only.obligation.id)
      const done = await lastVersion(
        await handles.snooze({ ...request, value, given: { days: String(told.days) } }),
      )
      if (done) return done
    }
    const lead = [
      paragraph(say.lead[told.verb]),
      ...(told.duty !== undefined && meant.length === 0 ? [note(say.notCalled(told.duty))] : []),
    ]
    const after = told.verb === 'stop' ? [note(say.notMine)] : []
    return drawn(lead, meant.length > 0 ? meant : open, after, request)
  }

  async function drawn(
    lead: readonly Block[],
    entries: readonly Entry[],
    after: readonly Block[],
    { caller: { locale } }: Request,
  ): Promise<Reply> {
    const say = sayingWords[locale]
    const today = localDateOf(parts.clock.now())
    const asked = await askedAmong(entries, parts)
    return {
      blocks: [
        ...lead,
        ...entries.slice(0, mostShown).flatMap(({ obligation, duty }): Block[] => {
          const wish = asked.find((it) => it.obligation.id === obligation.id)?.asked
          const row = answersOf(obligation, 'owner', wish !== undefined, locale)
          return [
            paragraph(
              bold(
                say.line(
                  titleOf(duty, obligation),
                  dueOf(obligation, today, locale),
                  stateOf(obligation, today, locale),
                ),
              ),
            ),
            // Whoever believes that it is in reads why it was sent back.
            ...(obligation.reason === undefined ? [] : [note(say.reason(obligation.reason))]),
            ...(wish ? [note(words[locale].asked.pending(wish.until, wish.reason))] : []),
            ...(row ? [row] : []),
          ]
        }),
        ...(entries.length > mostShown ? [note(say.more(entries.length - mostShown))] : []),
        ...after,
      ],
    }
  }
}
