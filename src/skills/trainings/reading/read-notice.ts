import { instantAt } from '../../../core/local-date.ts'
import { maskPersonal } from '../../../core/mask-personal-data.ts'
import type { Quota, Session } from '../../../core/training.ts'
import type { TrainingDraft } from '../training-draft.ts'
import type { Notice } from './notice.ts'
import type { FieldRead, NoticeField, NoticeGap, NoticeRead } from './notice-read.ts'
import {
  endOf,
  kindOf,
  labelOf,
  latest,
  saysWhen,
  saysWhere,
  sentencesOf,
  unitsOf,
  yearOf,
} from './phrases.ts'
import { daysIn } from './read-days.ts'
import { invitedIn } from './read-invited.ts'
import { isProgramme, readProgramme } from './read-programme.ts'
import { isReturnForm, questionsOf } from './read-questions.ts'
import { capacityIn, quotasIn, readQuotas, seatsEach, sharesSeats, wholeIn } from './read-seats.ts'
import { type Section, sectionsOf, type Topic } from './sections.ts'

export interface NoticeAround {
  /** Short names of the provinces. */
  readonly provinces: readonly string[]
}

/**
 * A notice of a training, or a filled-in form, as a draft for its organizer to confirm. Only what it says is in the draft;
 * each field comes with its words, and what could not be read is named. Pure.
 */
export function readNotice(notice: Notice, { provinces }: NoticeAround): NoticeRead {
  const reader = new Reader(notice, provinces)
  reader.readAll()
  return { draft: reader.draft, read: reader.read, gaps: reader.gaps }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class Reader {
  readonly draft: Mutable<TrainingDraft> = {}
  readonly read: FieldRead[] = []
  readonly gaps: NoticeGap[] = []
  private readonly notice: Notice
  private readonly provinces: readonly string[]
  private readonly sections: readonly Section[]
  private readonly text: string
  private readonly year: number | undefined

  constructor(notice: Notice, provinces: readonly string[]) {
    this.notice = notice
    this.provinces = provinces
    this.sections = sectionsOf(notice.lines)
    this.text = notice.lines.join('\n')
    this.year = yearOf(notice.lines)
  }

  readAll(): void {
    this.readTitle()
    this.readDays()
    this.readPlace()
    this.readHosts()
    this.readInvited()
    this.readSeats()
    this.readRegistration()
    this.readNomination()
    this.readProgrammes()
    this.readQuestions()
    if (this.of('contact').length > 0)
      this.gaps.push({ kind: 'left-out', words: this.of('contact').map(labelOf).join('、') })
  }

  private of(topic: Topic): readonly Section[] {
    return this.sections.filter((it) => it.topic === topic && (it.text !== '' || topic === 'contact'))
  }

  private keep<K extends NoticeField>(
    field: K,
    value: TrainingDraft[K],
    words: string,
    supposed = false,
  ): void {
    this.draft[field] = value
    this.read.push({ field, words: maskPersonal(words), ...(supposed ? { supposed } : {}) })
  }

  private readTitle(): void {
    const [named] = this.of('title')
    const subject =
      /关于(?:举办|召开|组织召开|组织参加|组织开展|组织|开展|举行|参加)([\s\S]{4,120}?)的(?:补充)?通知/u.exec(
        this.text,
      )
    const title = named?.text ?? subject?.[1]?.replace(/\s+/gu, '')
    if (title === undefined) return
    this.keep(
      'title',
      title.replace(/^[“《](.*)[”》]$/u, '$1'),
      named?.words ?? subject?.[0].replace(/\s+/gu, '') ?? '',
    )
    const typed = this.of('kind')[0]
    const kind = kindOf(typed?.text ?? title) ?? kindOf(this.text)
    if (kind !== undefined) this.keep('kind', kind, typed?.words ?? title)
  }

  private readDays(): void {
    const [section] = this.of('time')
    const sentence = sentencesOf(this.text).find((it) => saysWhen.test(it))
    const words = section?.words ?? sentence
    if (words === undefined) return
    const { days, unread } = daysIn(section?.text ?? words, this.year)
    this.gaps.push(...unread.map((it) => ({ kind: 'days', ...it }) as const))
    const proper = days.filter((it) => it.around === undefined)
    const held = proper.length > 0 ? proper : days
    const [first, last] = [held[0], held.at(-1)]
    if (!first || !last) return
    // What ends before it starts stays as it is written: it is refused by name, not turned round.
    this.keep('starts', first.starts, words)
    this.keep('ends', held.length > 1 ? latest(held) : last.ends, words)
    const checkIn = proper.length > 0 ? days.filter((it) => it.around === 'check-in') : []
    if (checkIn.length > 0) this.about(checkIn.map((it) => `${it.words}报到`).join('；'), words)
  }

  private readPlace(): void {
    const [section] = this.of('place')
    const sentence = saysWhere.exec(this.text)
    const place = section?.text.split('\n')[0] ?? sentence?.[1] ?? sentence?.[2]
    if (place !== undefined)
      this.keep('place', maskPersonal(place).replace(/[。；]$/u, ''), section?.words ?? sentence?.[0] ?? '')
    const [link] = this.of('link')
    const url = /https?:\/\/[^\s，。；）)]+/u.exec(link?.text ?? this.text)?.[0]
    if (url !== undefined) this.keep('link', url, link?.words ?? url)
  }

  private readHosts(): void {
    const [section] = this.of('hosts')
    const sentence = /由([^，。；\n]{2,80}?)(?:共同|联合)?主办/u.exec(this.text)
    const words = section?.words ?? sentence?.[0]
    if (words !== undefined) this.keep('hosts', unitsOf(section?.text ?? sentence?.[1] ?? ''), words)
    for (const topic of ['organizers', 'assistants'] as const)
      for (const { words: own } of this.of(topic)) this.about(own.replace(/\n/g, '、'), own)
  }

  private about(line: string, words: string): void {
    const before = this.draft.about
    this.draft.about = before === undefined ? line : `${before}\n${line}`
    this.read.push({ field: 'about', words: maskPersonal(words) })
  }

  private readInvited(): void {
    const [section] = this.of('audience')
    if (section === undefined) return
    const invited = invitedIn(section.text, this.provinces)
    if (invited) this.keep('audience', invited.audience, section.words, invited.supposed)
  }

  private readSeats(): void {
    const tables = this.notice.tables.filter((it) => sharesSeats(it))
    const shared = tables.map((it) => readQuotas(it, this.provinces))
    const told = [
      ...this.of('capacity').map((it) => ({ it, seats: capacityIn(it.text) })),
      ...this.of('audience').map((it) => ({ it, seats: wholeIn(it.text) })),
    ]
    const whole = told.find((it) => it.seats !== undefined)
    const total = shared.find((it) => it.total !== undefined)?.total
    if (whole?.seats) this.keep('capacity', whole.seats.seats, whole.it.words)
    else if (total !== undefined) this.keep('capacity', total, `合计 ${total}`)
    this.gaps.push(...shared.flatMap((it) => it.unread).map((words) => ({ kind: 'row', words }) as const))

    const said = [...this.of('quotas'), ...this.of('audience'), ...this.of('capacity')]
    const listed = said
      .map((it) => ({ it, quotas: quotasIn(it.text, this.provinces) }))
      .find((it) => it.quotas.length > 0)
    const each = said.map((it) => ({ it, each: seatsEach(it.text) })).find((it) => it.each !== undefined)
    const rows = shared.flatMap((it) => it.quotas)
    if (rows.length > 0) this.quotas(rows, tables.map((it) => it.caption).join(' '), total)
    else if (listed) this.quotas(listed.quotas, listed.it.words)
    else if (each?.each?.of === 'province') {
      const { seats } = each.each
      const those = this.draft.audience?.provinces ?? this.provinces
      // 每省 of a notice that names none: all of them, for the organizer to look at.
      const all = this.draft.audience?.provinces === undefined
      this.keep(
        'quotas',
        those.map((who) => ({ of: 'province', who, seats })),
        each.it.words,
        all,
      )
    }
    if (each?.each?.of === 'organization') this.gaps.push({ kind: 'seats-each', words: each.each.words })
  }

  private quotas(quotas: readonly Quota[], words: string, total?: number): void {
    this.keep('quotas', quotas, words)
    const sum = quotas.reduce((all, it) => all + it.seats, 0)
    if (total !== undefined && total !== sum) this.gaps.push({ kind: 'sum', words: `${total} ≠ ${sum}` })
  }

  private readRegistration(): void {
    const sentences = [
      ...this.of('registration').map((it) => it.words),
      ...sentencesOf(this.text).filter((it) => /回执|报名|推荐人选|参会名单|参训名单/u.test(it)),
    ]
    for (const words of sentences) {
      // 培训班定于10月15日至16日举办，请于9月30日前报名: the first days are those of the training.
      const { days, unread } = daysIn(words.replace(saysWhen, ''), this.year)
      const [day] = days
      if (!day) {
        this.gaps.push(...unread.map((it) => ({ kind: 'days', ...it }) as const))
        continue
      }
      const ranged = day.starts !== day.ends
      const until = endOf(day.ends, words)
      this.keep('registration', ranged ? { from: instantAt(day.starts, '00:00'), until } : { until }, words)
      return
    }
  }

  private readNomination(): void {
    const through =
      /(?:省级科技|各省|省[（(区]|科技厅)[^。；\n]{0,40}(?:推荐|统一报名|统一组织报名|选派|审核汇总|汇总)|统一报名/u
    const found = sentencesOf(this.text).find((it) => through.test(it))
    if (found) this.keep('nomination', 'province', found)
  }

  private readProgrammes(): void {
    const programmes = this.notice.tables.filter((it) => isProgramme(it))
    if (programmes.length === 0) return
    const parts = programmes.map((it) => readProgramme(it, this.draft.starts))
    const sessions: readonly Session[] = parts.flatMap((it) => it.sessions)
    const supposed = parts.flatMap((it) => it.supposed)
    this.gaps.push(...parts.flatMap((it) => it.unread).map((words) => ({ kind: 'row', words }) as const))
    if (sessions.length === 0) return
    this.keep('sessions', sessions, supposed[0] ?? programmes[0]?.caption ?? '', supposed.length > 0)
  }

  private readQuestions(): void {
    const form = this.notice.tables.find((it) => isReturnForm(it))
    const [listed] = this.of('questions')
    const columns = form?.rows[0] ?? listed?.text.split(/[；;、，\n]/u) ?? []
    const { questions, refused } = questionsOf(columns)
    if (questions.length > 0) this.keep('questions', questions, columns.filter((it) => it !== '').join(' '))
    if (refused.length > 0) this.gaps.push({ kind: 'left-out', words: refused.join('、') })
  }
}
