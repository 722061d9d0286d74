import type { Catalogue } from '../../../core/locale.ts'
import type { Told } from './read-told.ts'

export interface SayingWords {
  /** Before what is open, with its buttons. */
  readonly lead: Readonly<Record<Told['verb'], string>>
  /** Before what was filed, with the button that takes it back. */
  readonly undo: string
  nothingOpen(name: string): string
  /** Nothing open is called that. */
  notCalled(duty: string): string
  more(left: number): string
  /** Under a wish to hear nothing more. */
  readonly notMine: string
  line(title: string, due: string, state: string): string
  reason(reason: string): string
  readonly others: string
  leftOver(clauses: readonly string[]): string
}

export const sayingWords: Catalogue<SayingWords> = {
  'zh-CN': {
    lead: {
      filed: '交了的话，点「已提交」就记下：不再提醒，省级部门随即知道。',
      preparing: '点「正在准备」就记下，到时我还会提醒。',
      'not-yet': '好的，还没交，到时我还会提醒。',
      'more-time': '要晚交，请点「申请延期」，写延到哪天和理由；批准之前原日期不变。',
      later: '想什么时候再听到，点「稍后提醒」选。',
      stop: '还没记为已提交，所以会提醒。交过了，点「已提交」就不再提醒；今天不想看，点「稍后提醒」。',
    },
    undo: '现在记的是已提交。点错了，点下面的按钮改回来，提醒继续。',
    nothingOpen: (name) => `${name}现在没有要交的，不会再发截止提醒。`,
    notCalled: (duty) => `没有叫「${duty}」的待交事项，要交的是下面这些。`,
    more: (left) => `还有 ${left} 项，发送「我们还有什么没交」查看。`,
    notMine: '换了人，或不归您负责，发送「我换人了」。',
    line: (title, due, state) => `${title} · ${due} · ${state}`,
    reason: (reason) => `理由：${reason}`,
    others: '您还问了：',
    leftOver: (clauses) => `其余的请分开再说一次：${clauses.map((it) => `「${it}」`).join('')}`,
  },
  en: {
    lead: {
      filed: 'If it is in, press "Filed": no more reminders, and the province knows at once.',
      preparing: 'Press "In preparation" to note it; I will remind you in time.',
      'not-yet': 'Not filed yet, then; I will remind you in time.',
      'more-time': 'Press "Ask for more time" with a day and a reason; until it is granted, the date stays.',
      later: 'Press "Remind me later" and choose when.',
      stop: 'It is not marked as filed, hence the reminders. Press "Filed" if it is in, or "Remind me later".',
    },
    undo: 'It is marked as filed. If that was a mistake, the button takes it back and reminders go on.',
    nothingOpen: (name) => `${name} has nothing to hand in now; no more reminders of deadlines.`,
    notCalled: (duty) => `Nothing open is called "${duty}"; this is what is open.`,
    more: (left) => `${left} more: send "our deadlines".`,
    notMine: 'If somebody else does this now, send "somebody else does this now".',
    line: (title, due, state) => `${title} · ${due} · ${state}`,
    reason: (reason) => `Reason: ${reason}`,
    others: 'You also asked:',
    leftOver: (clauses) => `Please say the rest again, one by one: ${clauses.join(' / ')}`,
  },
}
