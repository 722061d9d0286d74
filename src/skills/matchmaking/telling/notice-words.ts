import type { LocalDate } from '../../../core/clock.ts'
import type { Catalogue } from '../../../core/locale.ts'

/** What this skill says unasked. */
interface NoticeWords {
  readonly cancelled: Readonly<Record<'gone' | 'movedOn' | 'left' | 'unwanted' | 'newer', string>>
  asked(name: string): string
  readonly nudged: string
  readonly askedNote: string
  readonly closed: string
  readonly withdrawn: (name: string) => string
  readonly room: {
    title(one: string, other: string): string
    contact(name: string, organization: string): string
    readonly broker: string
    readonly agendaTitle: string
    agenda(need: string, offer: string): readonly string[]
    dates(days: readonly LocalDate[]): string
    readonly unpublished: string
    readonly after: string
  }
  readonly relay: {
    title(organization: string): string
    contact(name: string, organization: string): string
    readonly how: string
  }
  readonly follow: { title(organization: string): string; readonly met: string; readonly notYet: string }
  said(name: string, organization: string): string
  readonly fits: string
  readonly ending: {
    ask(title: string, until: LocalDate): string
    archived(title: string, until: LocalDate): string
    /** Of what a document tells, and nobody has confirmed. */
    told(title: string, year: number): string
  }
}

export const noticeWords: Catalogue<NoticeWords> = {
  'zh-CN': {
    cancelled: {
      gone: '资料已经归档或不再有效',
      movedOn: '这件介绍已经有了着落',
      left: '收信人已不在这个单位，或频道已经解绑',
      unwanted: '该单位现在不要推荐',
      newer: '日程又有变动，以新的一张为准',
    },
    asked: (name) => `${name}想认识贵单位`,
    nudged: '上次问过还没有回音；只再问这一次，不方便也没有关系。',
    askedNote: '愿意的话，双方的联系人会被拉进一个私下的地方；不愿意，对方只知道暂时不便。',
    closed: '上次想认识的单位暂时不便，这次就不联系了。别的伙伴可以用「/alliance match」看。',
    withdrawn: (name) => `${name}撤回了上次的请求，不用答复了。`,
    room: {
      title: (one, other) => `${one} 与 ${other}：认识一下`,
      contact: (name, organization) => `${organization}：${name}`,
      broker: '实验区办公室在场，需要协调时请说一声',
      agendaTitle: '第一次谈什么',
      agenda: (need, offer) => [
        `需求方说说情况：${need}`,
        `供给方说说做法、费用和走过的弯路：${offer}`,
        '条件哪里不同，能不能搬过去',
        '下一步：要不要考察，谁来牵头，什么时候再谈',
      ],
      dates: (days) => `可以先在这几个工作日里挑一天：${days.join('、')}`,
      unpublished: '（其中有的年份放假安排还没有公布，以公布的为准。）',
      after: '两周后我会问一声见面了没有。',
    },
    relay: {
      title: (organization) => `${organization}同意和贵单位认识`,
      contact: (name, organization) => `对方联系人：${organization} ${name}`,
      how: '双方不在同一个平台，或者平台不让拉群：点「带个话」，我原样转给对方联系人，对方的话也会转给您。',
    },
    follow: {
      title: (organization) => `和${organization}见面了吗？`,
      met: '您说过见面了。有没有结果：考察、协议、项目？',
      notYet: '见了、还没有、有了结果，都请点一下，全年成效就靠它。',
    },
    said: (name, organization) => `${organization} ${name}带话：`,
    fits: '有新的需求或供给和贵单位合得上',
    ending: {
      ask: (title, until) => `「${title}」有效到 ${until}，还需要吗？不答复到期会归档。`,
      archived: (title, until) => `「${title}」${until} 到期，已归档；还需要的话可以续一年。`,
      told: (title, year) =>
        `文件里讲到贵单位的「${title}」（截至 ${year} 年），还没有人确认过。现在还有效吗？不答复，就一直注明是 ${year} 年的。`,
    },
  },
  en: {
    cancelled: {
      gone: 'the profile is archived or past its last day',
      movedOn: 'the introduction has moved on',
      left: 'the recipient has left, or the channel is no longer bound',
      unwanted: 'the organization wants no suggestions now',
      newer: 'the timetable changed again, and the newer one holds',
    },
    asked: (name) => `${name} would like to meet you`,
    nudged: 'This was asked before; it is asked this once more only, and a no is fine.',
    askedNote:
      'If you agree, the contacts of both are brought together in private; if not, they only hear that it does not suit for now.',
    closed:
      'Those whom you wanted to meet are not available for now; it is left at that. See others with /alliance match.',
    withdrawn: (name) => `${name} has taken its request back; no answer is needed.`,
    room: {
      title: (one, other) => `${one} and ${other}: getting to know each other`,
      contact: (name, organization) => `${organization}: ${name}`,
      broker: 'The zone office is here; say so where something has to be arranged',
      agendaTitle: 'A first agenda',
      agenda: (need, offer) => [
        `What is needed: ${need}`,
        `How it was done, what it cost and what went wrong: ${offer}`,
        'Where circumstances differ, and whether it can be carried over',
        'Next: a visit? Who leads, and when do you talk again?',
      ],
      dates: (days) => `Some workdays to choose from: ${days.join(', ')}`,
      unpublished: '(The holidays of one of those years are not published yet.)',
      after: 'In two weeks I ask whether you met.',
    },
    relay: {
      title: (organization) => `${organization} agreed to meet you`,
      contact: (name, organization) => `Their contact: ${name}, ${organization}`,
      how: 'You are on different platforms, or yours refused a room: press "Pass on words" and I hand them to the other contact as they are, and theirs to you.',
    },
    follow: {
      title: (organization) => `Did you meet ${organization}?`,
      met: 'You said that you met. Did anything come of it: a visit, a memorandum, a project?',
      notYet: 'Met, not yet, or something came of it: please press one.',
    },
    said: (name, organization) => `${name} of ${organization} says:`,
    fits: 'New needs or offers that fit yours',
    ending: {
      ask: (title, until) =>
        `"${title}" is valid until ${until}. Does it still hold? Without an answer it is archived then.`,
      archived: (title, until) =>
        `"${title}" ended on ${until} and is archived; it can be renewed for a year.`,
      told: (title, year) =>
        `A document tells of your "${title}" (as of ${year}), and nobody has confirmed it. Does it still hold? Until you say so, it is shown as of ${year}.`,
    },
  },
}
