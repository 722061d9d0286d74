import type { Caller } from '../../../core/caller.ts'
import type { Clock } from '../../../core/clock.ts'
import { Problem } from '../../../core/errors.ts'
import { ensureMay } from '../../../core/may.ts'
import type { Message } from '../../../core/message.ts'
import { buttons, list, note, paragraph, privately, type Reply, reply } from '../../../core/reply.ts'
import { isMine, type Skill } from '../../../core/skill.ts'
import type { Stamp } from '../../../store/audit.ts'
import type { Feeds } from '../../../store/feeds.ts'
import { calendarPath, newToken, tokenHash } from './calendar-token.ts'
import { calendarWords } from './calendar-words.ts'

export interface CalendarParts {
  readonly feeds: Pick<Feeds, 'create' | 'revoke'>
  /** The base of the addresses that calendars are served at; absent where they are not served. */
  readonly calendarUrl?: string
  readonly clock: Clock
}

/** One for each device of a person, and some to spare. */
const mostAddresses = 5

const asks =
  /^(?:我要|怎么|如何)?(?:日历订阅|订阅日历|日历地址|subscribe (?:to )?(?:the )?calendar)[?？。!！]*$/iu

/** Hands out and takes back the secret addresses under which members read their deadlines as a calendar. */
export function makeCalendar({ feeds, calendarUrl, clock }: CalendarParts): Skill {
  const zh = calendarWords['zh-CN']
  const skill: Skill = {
    name: 'calendar',
    summary: zh.summary,
    examples: ['日历订阅'],
    commands: [
      { name: 'calendar', summary: zh.command.subscribe },
      { name: 'calendar-revoke', summary: zh.command.revoke },
    ],
    match(message) {
      if (isMine(skill, message)) return 1
      return !message.command && !message.press && !message.form && asks.test(message.text.trim()) ? 0.9 : 0
    },
    async handle(message, caller) {
      const revoking =
        message.command?.name === 'calendar-revoke' || message.press?.action === 'calendar.revoke'
      return revoking ? revoke(message, caller) : subscribe(message, caller)
    },
  }
  return skill

  async function subscribe(message: Message, caller: Caller): Promise<Reply> {
    const say = calendarWords[caller.locale]
    const member = memberOf(caller)
    if (calendarUrl === undefined) throw new Problem(...say.notServed)
    const token = newToken()
    const made = await feeds.create(tokenHash(token), member, mostAddresses, stampOf(message, member))
    if (!made) throw new Problem(...say.tooMany(mostAddresses))
    return privately(
      reply(
        say.made(caller.organization?.name ?? ''),
        // No link: a press would open the file once, and some platforms fetch links for a preview.
        paragraph([{ kind: 'code', text: calendarUrl.replace(/\/$/, '') + calendarPath(token) }]),
        list(say.how),
        note(say.care),
        buttons({ label: say.stop, action: 'calendar.revoke', value: '', style: 'danger' }),
      ),
    )
  }

  async function revoke(message: Message, caller: Caller): Promise<Reply> {
    const say = calendarWords[caller.locale]
    const member = memberOf(caller)
    const count = await feeds.revoke(member, stampOf(message, member))
    return privately(reply(count === 0 ? say.noneToStop : say.stopped(count)))
  }

  function stampOf({ from }: Message, who: string): Stamp {
    return { who, at: clock.now(), where: from }
  }
}

/** @throws Problem where the caller may not, or is nobody that an address could belong to */
function memberOf(caller: Caller): string {
  ensureMay(caller, 'calendar.read', caller.member ? { member: caller.member.id } : {})
  if (!caller.member) throw new Problem(...calendarWords[caller.locale].notAMember)
  return caller.member.id
}
