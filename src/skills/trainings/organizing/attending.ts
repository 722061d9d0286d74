import { randomInt } from 'node:crypto'
import { addDays, dayAt, instantAt } from '../../../core/local-date.ts'
import { buttons, fields, heading, note, privately, reply } from '../../../core/reply.ts'
import { type Handle, problem, stampOf } from '../../../core/request.ts'
import { attendee } from '../registering/acting.ts'
import { minuteOf } from '../telling/draw.ts'
import { ensureChangeable } from './changing.ts'
import { actions } from './faces.ts'
import { hallOrganized, type OrganizingParts } from './parts.ts'
import { organizingWords } from './words.ts'

/** Whoever is typing the code of before must not be late. Ms. */
const grace = 2 * 60_000
/** Codes that are drawn before it is told that something is wrong: of 10,000 few are taken. */
const mostDraws = 20

/**
 * A code is shown in the room and typed by those who sit there. It can be passed on to somebody outside: so it is short-lived
 * where the organizer draws another, only people with a seat can use it, nobody can try many, and the organizer sees the list.
 */
export function makeAttending(parts: OrganizingParts) {
  return {
    /** Shows a new code; the one before ends soon. */
    async code(request) {
      const { hall, id, title } = await hallOrganized(parts, request)
      const { training } = hall
      const { locale } = request.caller
      const say = organizingWords[locale]
      const now = parts.clock.now()
      ensureChangeable(training, now, locale)
      const today = dayAt(now)
      // People check in on the evening before.
      if (today < addDays(training.starts, -1) || today > training.ends)
        throw problem(say.problems.notToday(title, training.starts))
      const validUntil = instantAt(addDays(today, 1), '00:00')
      let code = drawCode()
      for (
        let draws = 1;
        !(await parts.trainings.showCode({ training: id, code, day: today, validUntil }, now + grace));
        draws += 1
      ) {
        if (draws === mostDraws) throw new Error(`no code is free for ${id}`)
        code = drawCode()
      }
      const came = hall.registrations.filter((it) => it.attendedAt !== undefined).length
      return privately(
        reply(
          heading(say.code.title(code)),
          fields([
            [say.code.how, say.code.typed(code)],
            [
              say.labels.came,
              say.code.came(came, hall.registrations.filter((it) => it.state === 'seated').length),
            ],
          ]),
          buttons(
            { label: say.buttons.newCode, action: actions.code, value: id },
            { label: say.buttons.roster, action: actions.roster, value: id },
          ),
          note(say.code.limits),
        ),
      )
    },

    async 'sign-in'(request) {
      const { member } = attendee(request.caller)
      const say = organizingWords[request.caller.locale]
      const typed = readCode(request.given.code ?? '')
      if (typed === undefined) throw problem(say.problems.badCode)
      const done = await parts.signIns.signIn(member.id, typed, stampOf(request, parts.clock))
      switch (done.kind) {
        case 'locked':
          throw problem(say.problems.codeLocked(minuteOf(done.until)))
        case 'wrong':
          throw problem(say.problems.wrongCode(done.left))
        case 'no-seat':
          throw problem(say.problems.noSeat((await titleOf(done.training)) ?? ''))
        case 'came': {
          const title = (await titleOf(done.training)) ?? ''
          return privately(reply(done.again ? say.code.again(title) : say.code.welcome(title)))
        }
      }
    },
  } satisfies Readonly<Record<string, Handle>>

  async function titleOf(training: string): Promise<string | undefined> {
    return (await parts.trainings.find(training))?.title
  }
}

/** The code in 「签到 4831」; undefined where a sentence is no sign-in. Pure. */
export function readSignIn(text: string): string | undefined {
  const code = /^(?:我)?(?:签到|报到|check in|sign in)(?:码)?[\s::]*(?<code>[\d\s]{4,8})$/iu.exec(
    text.normalize('NFKC').trim(),
  )?.groups?.code
  return code === undefined ? undefined : readCode(code)
}

const drawCode = () => String(randomInt(10_000)).padStart(4, '0')

function readCode(typed: string): string | undefined {
  const bare = typed.normalize('NFKC').replace(/\s/g, '')
  return /^\d{4}$/.test(bare) ? bare : undefined
}
