import type { LocalDate } from '../../../core/clock.ts'
import type { Catalogue } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import { MOST_ROUNDS, type Wanted } from './preferences.ts'

interface PreferenceWords {
  title(name: string): string
  readonly rows: Readonly<Record<keyof Wanted, string>>
  readonly nobody: string
  names(all: readonly string[]): string
  away(it: Wanted['away']): string
  /** Until when it holds. @param on the day of which they have a timetable, if any */
  holds(on: LocalDate | undefined): string
  readonly private: string
  /** What the plan that was sent does about it. */
  sent(on: LocalDate): string
  readonly sentByOffice: string
  more(wishes: number, rounds: number): string
  readonly kept: string
  readonly same: string
  readonly cleared: string
  readonly change: string
  readonly clear: string
  readonly insteadMeet: string
  readonly insteadAvoid: string
  readonly onlyNoWish: (name: string) => string
  readonly all: {
    title(count: number): string
    readonly none: string
    readonly header: readonly string[]
    unwelcome(one: string, other: string): string
    readonly forSomebody: string
    readonly see: string
  }
  readonly board: {
    changed(names: readonly string[]): string
    readonly adjust: string
    adjusted(names: readonly string[]): string
  }
  notice(name: string, on: LocalDate): string
  readonly noticeHow: string
  readonly cancelled: string
  readonly nothingChanged: Told
  torn(names: readonly string[]): Told
  alreadyAvoided(name: string): Told
  alreadyWanted(name: string): Told
  blocked(names: readonly string[]): Told
  itself(name: string): Told
  office(name: string): Told
  noRound(rounds: number, typed: number): Told
  readonly everyRound: Told
  readonly nobodyLeft: Told
  unread(said: string): Told
  readonly unreadRounds: (said: string) => Told
  readonly lastOfHowMany: Told
  readonly whose: Told
}

const spanOf = (numbers: readonly number[], to: string) => {
  const spans: [number, number][] = []
  for (const it of numbers) {
    const last = spans.at(-1)
    if (last && last[1] === it - 1) last[1] = it
    else spans.push([it, it])
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}${to}${last}`))
}

export const preferenceWords: Catalogue<PreferenceWords> = {
  'zh-CN': {
    title: (name) => `${name}对交流日的意向`,
    rows: { meet: '想见', avoid: '不想见', away: '不在' },
    nobody: '没有说',
    names: (all) => all.join('、'),
    away: (it) => {
      if (it === 'all') return '整天不来'
      if (it.length === 0) return '没有说，按全程在场排'
      const before = it.filter((round) => !isToTheEnd(it, round))
      const from = it.find((round) => isToTheEnd(it, round))
      return [
        ...(before.length === 0 ? [] : [`第 ${spanOf(before, '–').join('、')} 轮`]),
        ...(from === undefined ? [] : [`第 ${from} 轮起`]),
      ].join('，')
    },
    holds: (on) =>
      on === undefined
        ? '管下一次交流日，办公室排的时候照这个排；办过以后就不算了。'
        : `管 ${on} 的交流日，办过以后就不算了。`,
    private: '不想见谁，只有贵单位和办公室看得到。以后都不往来的，请用「不往来的单位」。',
    sent: (on) =>
      `${on} 的日程已经发出，要由办公室调整，已经告诉办公室；日程有变会再发给贵单位。后加的想见的，只有空出来的轮次排得上。`,
    sentByOffice: '日程已经发出，没有自动改：请打开这一天，点「按意向调整」。',
    more: (wishes, rounds) => `想见 ${wishes} 家，一共 ${rounds} 轮，不会都排上；最想见的请只留几家。`,
    kept: '记下了。',
    same: '和原来说的一样，没有改。',
    cleared: '都撤回了，照没有说过来排。',
    change: '改一改',
    clear: '都撤回',
    insteadMeet: '改成想见',
    insteadAvoid: '改成不想见',
    onlyNoWish: (name) => `不再特意安排${name}；完全不要排到一起，请说「别安排我们和${name}」。`,
    all: {
      title: (count) => `各家对下一次交流日的意向：${count} 家说过`,
      none: '还没有单位说过想见谁、不想见谁、哪几轮不在。',
      header: ['单位', '想见', '不想见', '不在'],
      unwelcome: (one, other) =>
        `${one}想见${other}，${other}不想见：以不见为准，${one}不会知道。要排，请私下问${other}能不能放宽。`,
      forSomebody: '替一家填',
      see: '各家的意向',
    },
    board: {
      changed: (names) => `排好以后又改了意向的：${names.join('、')}；日程还没有照着改。`,
      adjust: '按意向调整',
      adjusted: (names) => `已按新的意向调整：${names.join('、')}。`,
    },
    notice: (name, on) =>
      `${name}改了对 ${on} 交流日的意向（见谁、不见谁、哪几轮不在），日程已经发出，还没有照着改。`,
    noticeHow:
      '「按意向调整」只动非动不可的，有变的单位会收到新的日程；当天要改的，请打开这一天写从第几轮起。',
    cancelled: '日程已经照着改了，或这一天已经过了',
    nothingChanged: [
      '各家的意向都已经照着排了，日程没有改。',
      '有人来不了、迟到的，请点「有人来不了、迟到」。',
    ],
    torn: (names) => [`${names.join('、')}又想见、又不想见，什么也没有改。`, '请只留一处。'],
    alreadyAvoided: (name) => [
      `${name}在「不想见」里，两样不能都要，什么也没有改。`,
      '要见，请点「改成想见」；不见，就不用再说。',
    ],
    alreadyWanted: (name) => [
      `${name}在「想见」里，两样不能都要，什么也没有改。`,
      '不见，请点「改成不想见」；要见，就不用再说。',
    ],
    blocked: (names) => [
      `${names.join('、')}在「不往来的单位」里，不会排到一起，什么也没有改。`,
      '要见，请先用「/alliance match view:settings」把它移出名单，再说一次。',
    ],
    itself: (name) => [`${name}和它自己排不到一起，什么也没有改。`, '请写别的单位。'],
    office: (name) => [`${name}不参加一对一的对接，什么也没有改。`, '请写实验区、省级部门或专家单位。'],
    noRound: (rounds, typed) => [
      `没有第 ${typed} 轮，这一天一共 ${rounds} 轮，什么也没有改。`,
      '请写有的轮次；整天不来，请说「交流日我们来不了」。',
    ],
    everyRound: [
      '哪一轮都不在，就没有可以排的了，什么也没有改。',
      '请至少留一轮；整天不来，请说「交流日我们来不了」。',
    ],
    nobodyLeft: [
      '照这样，没有可以见的单位了，什么也没有改。',
      '请从「不想见」里至少放宽一家，或说「交流日我们来不了」。',
    ],
    unread: (said) => [
      `「${said}」没有看出是哪一家，什么也没有改。`,
      '请写登记册里的名称，例如「交流日我们想见贵溪市」；也可以用「/alliance match view:preferences」填表。',
    ],
    unreadRounds: (said) => [
      `「${said}」没有看出是哪几轮，什么也没有改。`,
      '请写成「2、3」或「2-4」；都在写「无」，整天不来写「全部」。',
    ],
    lastOfHowMany: [
      '还不知道这一天有几轮，最后一轮是第几轮看不出来，什么也没有改。',
      '请写第几轮，例如「第5、6轮我们不在」。',
    ],
    whose: ['办公室不参加一对一的对接，没有看出说的是哪一家。', '请写出单位，例如「交流日贵溪想见宜兴」。'],
  },
  en: {
    title: (name) => `What ${name} wishes of the exchange day`,
    rows: { meet: 'Wants to meet', avoid: 'Does not want to meet', away: 'Away' },
    nobody: 'nothing said',
    names: (all) => all.join(', '),
    away: (it) => {
      if (it === 'all') return 'not coming'
      if (it.length === 0) return 'nothing said: planned for every round'
      const before = it.filter((round) => !isToTheEnd(it, round))
      const from = it.find((round) => isToTheEnd(it, round))
      return [
        ...(before.length === 0 ? [] : [`round ${spanOf(before, '–').join(', ')}`]),
        ...(from === undefined ? [] : [`from round ${from} on`]),
      ].join('; ')
    },
    holds: (on) =>
      on === undefined
        ? 'It holds for the next exchange day, and the office plans by it; after that day it is used up.'
        : `It holds for the exchange day of ${on}, and is used up with it.`,
    private:
      'Whom you do not want to meet is seen by you and the office alone. To have no dealings for good, use the block list.',
    sent: (on) =>
      `The timetables of ${on} have been sent, so the office has to change them and has been told; if yours changes, you get it anew. Later wishes only find a place in rounds that are free.`,
    sentByOffice:
      'The timetables have been sent and were not changed: open the day and press "Adjust to wishes".',
    more: (wishes, rounds) =>
      `You want to meet ${wishes} in ${rounds} rounds, which is more than fits; keep those that matter most.`,
    kept: 'Noted.',
    same: 'That is what you had said; nothing was changed.',
    cleared: 'All taken back; you are planned as if nothing had been said.',
    change: 'Change',
    clear: 'Take all back',
    insteadMeet: 'Meet instead',
    insteadAvoid: 'Do not meet instead',
    onlyNoWish: (name) =>
      `${name} is no longer asked for; to keep apart altogether, say "别安排我们和${name}".`,
    all: {
      title: (count) => `Wishes for the next exchange day: ${count} have said something`,
      none: 'Nobody has said yet whom they want to meet, whom not, or when they are away.',
      header: ['Participant', 'Wants to meet', 'Does not want to meet', 'Away'],
      unwelcome: (one, other) =>
        `${one} wants to meet ${other}, who does not want to: they are kept apart, and ${one} is not told. To have them meet, ask ${other} in private to relax it.`,
      forSomebody: 'Fill in for one',
      see: 'Everybody’s wishes',
    },
    board: {
      changed: (names) =>
        `Wish something else since it was planned: ${names.join(', ')}; the plan does not follow yet.`,
      adjust: 'Adjust to wishes',
      adjusted: (names) => `Adjusted to what they wish now: ${names.join(', ')}.`,
    },
    notice: (name, on) =>
      `${name} wishes something else of the exchange day of ${on} (whom to meet, whom not, when away). The timetables have been sent and do not follow yet.`,
    noticeHow:
      '"Adjust to wishes" changes no more than it must; whoever is concerned gets a new timetable. On the day itself, open the day and say from which round.',
    cancelled: 'the plan follows already, or the day is over',
    nothingChanged: [
      'The plan follows everybody’s wishes; nothing was changed.',
      'If somebody is away or late, say so with that button.',
    ],
    torn: (names) => [`${names.join(', ')}: to be met, and not. Nothing was changed.`, 'Name each once.'],
    alreadyAvoided: (name) => [
      `You do not want to meet ${name}; both cannot be. Nothing was changed.`,
      'Press "Meet instead", or leave it.',
    ],
    alreadyWanted: (name) => [
      `You want to meet ${name}; both cannot be. Nothing was changed.`,
      'Press "Do not meet instead", or leave it.',
    ],
    blocked: (names) => [
      `${names.join(', ')}: on your block list, and kept apart. Nothing was changed.`,
      'Take it off the list first, in /alliance match view:settings.',
    ],
    itself: (name) => [`${name} cannot meet itself. Nothing was changed.`, 'Name others.'],
    office: (name) => [
      `${name} takes no part in one-to-one meetings. Nothing was changed.`,
      'Name zones, provinces or experts.',
    ],
    noRound: (rounds, typed) => [
      `There is no round ${typed}; the day has ${rounds}. Nothing was changed.`,
      'Name rounds that there are; if you do not come at all, write "all".',
    ],
    everyRound: [
      'Away in every round, nobody could be planned. Nothing was changed.',
      'Leave one round, or write "all" if you do not come.',
    ],
    nobodyLeft: [
      'Nobody would be left to meet. Nothing was changed.',
      'Relax one of those you do not want to meet, or write "all" if you do not come.',
    ],
    unread: (said) => [
      `It is not clear who is meant by "${said}". Nothing was changed.`,
      'Use names of the register, or the form in /alliance match view:preferences.',
    ],
    unreadRounds: (said) => [
      `It is not clear which rounds are meant by "${said}". Nothing was changed.`,
      'Write "2, 3" or "2-4"; "none" if you are always there, "all" if you do not come.',
    ],
    lastOfHowMany: [
      'The number of rounds is not known yet, so the last one is not either. Nothing was changed.',
      'Name the rounds by number.',
    ],
    whose: [
      'The office takes no part in one-to-one meetings, and no other was named.',
      'Name the participant.',
    ],
  },
}

/** Whether somebody who is away in that round does not come back. */
function isToTheEnd(away: readonly number[], round: number): boolean {
  for (let it = round; it <= MOST_ROUNDS; it++) if (!away.includes(it)) return false
  return true
}
