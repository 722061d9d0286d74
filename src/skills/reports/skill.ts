import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { dayAt, yearOf } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import { isSaid } from '../../core/lookup.ts'
import { may } from '../../core/may.ts'
import {
  heading,
  list,
  note,
  paragraph,
  privately,
  quote,
  type Reply,
  reply,
  withFiles,
} from '../../core/reply.ts'
import { problem, type Request, readRequest } from '../../core/request.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { docxType } from '../../printing/draft-docx.ts'
import { outlineOf, outlinePaper } from './outline.ts'
import { reportWords, words } from './words.ts'
import { type YearParts, yearOfZone } from './year.ts'

export interface ReportParts extends YearParts {
  readonly clock: Clock
}

const asked = z.strictObject({ year: z.coerce.number().int().min(1986).max(2100).optional() })

/** 起草年报提纲, 帮我们写2014年度工作总结报告的提纲 */
const spoken =
  /^(?:请|麻烦)?(?:帮(?:我们?|忙)?)?(?:起草|草拟|拟|写|列|生成|出)(?:一?[份个下])?(?:我们(?:区)?的?)?(?:(?<year>\d{4})年?度?的?)?(?:年报|年度(?:工作)?(?:总结)?报告|(?:年终|工作)总结(?:报告)?)的?(?:提纲|大纲|框架)(?:吧|草稿)?[。！!]?$|^draft (?:the |an |our )?annual report outline$/iu

/** A zone's annual report as far as the house can know it: a draft, to its own people alone. Works without a model. */
export function makeReports(parts: ReportParts): Skill {
  const zh = words['zh-CN']
  const skill: Skill = {
    name: 'reports',
    summary: zh.summary,
    examples: zh.examples,
    commands: [
      {
        name: 'report-outline',
        summary: zh.command.about,
        options: [{ name: 'year', summary: zh.command.year }],
      },
    ],
    lookups: [
      {
        name: 'report-outline',
        finds: '提问人自己的实验区一年的年度工作总结报告提纲草稿',
        takes: { year: '哪一年，四位数字，问题里没有就不写' },
        async find(given, asker) {
          const { caller, message } = asker
          const read = asked.safeParse(given).data
          if (!read || caller.organization?.kind !== 'zone') return undefined
          if (!isSaid(read.year?.toString(), asker)) return undefined
          return outline({
            caller,
            message,
            given: read.year === undefined ? {} : { year: String(read.year) },
            value: '',
          })
        },
      },
    ],
    match(message) {
      if (isMine(skill, message)) return 1
      const said = !message.command && !message.form && !message.press
      return said && spoken.test(message.text.trim()) ? 0.9 : 0
    },
    handle: async (message, caller) => {
      const { given } = readRequest(message)
      const year = given.year ?? spoken.exec(message.text.trim())?.groups?.year
      return outline({ message, caller, given: year === undefined ? {} : { year }, value: '' })
    },
  }
  return skill

  async function outline({ caller, given }: Request): Promise<Reply> {
    const { organization, locale } = caller
    const say = words[locale]
    if (organization?.kind !== 'zone' || !may(caller, 'obligation.read', { organization }))
      throw problem(say.onlyZones)
    const typed = given.year
    const year = yearMeant(typed, parts.clock, locale)
    const known = await yearOfZone(organization, year, parts)
    const sections = outlineOf(known)
    const name = known.zone?.short ?? organization.name
    return privately(
      withFiles(
        reply(
          heading(say.title(name, year)),
          note(say.draft),
          ...sections.flatMap(({ title, facts, toFill }) => [
            paragraph([{ kind: 'bold', text: title }]),
            list([...facts, ...toFill.map(reportWords.gap)]),
          ]),
          ...(known.asked ? [quote(known.asked.quote, known.asked.title)] : []),
          note(say.attached),
        ),
        {
          name: say.fileName(name, year),
          type: docxType,
          bytes: await outlinePaper(known, sections),
        },
      ),
    )
  }
}

/** This year where none is named. @throws Problem where what is named is no year */
export function yearMeant(typed: string | undefined, clock: Clock, locale: Locale): number {
  if (typed === undefined) return yearOf(dayAt(clock.now()))
  if (!/^(?:19|20)\d{2}$/u.test(typed)) throw problem(words[locale].badYear(typed))
  return Number(typed)
}
