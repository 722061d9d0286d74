import type { Catalogue } from '../../../core/locale.ts'

/** A sentence of two parts: what happened, and what to do next. */
type Told = readonly [what: string, remedy: string]

export interface CalendarWords {
  readonly summary: string
  readonly command: { readonly subscribe: string; readonly revoke: string }
  /** In the feed itself. */
  readonly name: (organization: string) => string
  readonly event: (duty: string, organization: string | undefined) => string
  /** Of several that owe one thing by one day. */
  readonly together: (duty: string, count: number) => string
  readonly count: (state: string, count: number) => string
  /** @param names of the first of them */
  readonly open: (names: readonly string[], count: number) => string
  readonly state: (state: string) => string
  readonly extended: (originally: string) => string
  readonly reason: (reason: string) => string
  readonly materials: string
  readonly through: (channel: string) => string
  readonly source: (quote: string, title: string) => string
  /** In the chat. */
  readonly made: (organization: string) => string
  readonly how: readonly string[]
  readonly care: string
  readonly stop: string
  readonly stopped: (count: number) => string
  readonly noneToStop: string
  readonly notServed: Told
  readonly notAMember: Told
  readonly tooMany: (most: number) => Told
}

export const calendarWords: Catalogue<CalendarWords> = {
  'zh-CN': {
    summary: '把期限放进自己的日历：Outlook、Apple、Google 都能订阅',
    command: {
      subscribe: '取我的日历订阅地址，期限自动进日历',
      revoke: '停用我的日历订阅地址',
    },
    name: (organization) => `期限 · ${organization}`,
    event: (duty, organization) =>
      organization === undefined ? `截止：${duty}` : `截止：${duty}（${organization}）`,
    together: (duty, count) => `截止：${duty}（${count} 家）`,
    count: (state, count) => `${state} ${count} 家`,
    open: (names, count) => `还没交：${names.join('、')}${count > names.length ? `等 ${count} 家` : ''}`,
    state: (state) => `状态：${state}`,
    extended: (originally) => `已延期，原定 ${originally}`,
    reason: (reason) => `原因：${reason}`,
    materials: '材料：',
    through: (channel) => `渠道：${channel}`,
    source: (quote, title) => `依据：「${quote}」——《${title}》`,
    made: (organization) => `这是您的日历订阅地址，里面是${organization}的期限，改期、免交会自动更新：`,
    how: [
      'Outlook：添加日历 → 从 Internet 订阅，粘贴地址',
      'Apple 日历：文件 → 新建日历订阅，粘贴地址',
      'Google 日历：其他日历 → 通过网址添加，粘贴地址',
    ],
    care: '地址只显示这一次，谁有它谁就能看到这些期限，请不要转发。发送 /alliance calendar-revoke 可随时停用。',
    stop: '停用我的地址',
    stopped: (count) => `已停用 ${count} 个日历地址，订阅过的日历不再更新。需要时可以再取新的。`,
    noneToStop: '您没有正在使用的日历地址。',
    notServed: [
      '日历订阅还没有开通。',
      '请运行机器人的人设置 CALENDAR_PORT 和 CALENDAR_URL（见 .env.example）。',
    ],
    notAMember: ['日历地址发给每一位成员，终端里没有成员身份。', '请在聊天平台上用自己的账号取。'],
    tooMany: (most) => [
      `您已有 ${most} 个日历地址，不能再多了。`,
      '请先用 /alliance calendar-revoke 全部停用，再取新的。',
    ],
  },
  en: {
    summary: 'Deadlines in your own calendar: Outlook, Apple, Google',
    command: {
      subscribe: 'Get my calendar address: deadlines come into the calendar by themselves',
      revoke: 'Stop my calendar addresses',
    },
    name: (organization) => `Deadlines · ${organization}`,
    event: (duty, organization) =>
      organization === undefined ? `Due: ${duty}` : `Due: ${duty} (${organization})`,
    together: (duty, count) => `Due: ${duty} (${count})`,
    count: (state, count) => `${state}: ${count}`,
    open: (names, count) =>
      `Still open: ${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`,
    state: (state) => `State: ${state}`,
    extended: (originally) => `Extended; it was due on ${originally}`,
    reason: (reason) => `Reason: ${reason}`,
    materials: 'To hand in:',
    through: (channel) => `Through: ${channel}`,
    source: (quote, title) => `Source: "${quote}", ${title}`,
    made: (organization) =>
      `This is your calendar address. It holds the deadlines of ${organization}; changes come by themselves:`,
    how: [
      'Outlook: Add calendar > Subscribe from web, paste the address',
      'Apple Calendar: File > New Calendar Subscription, paste the address',
      'Google Calendar: Other calendars > From URL, paste the address',
    ],
    care: 'The address is shown this once. Whoever has it sees these deadlines: do not pass it on. /alliance calendar-revoke stops it.',
    stop: 'Stop my addresses',
    stopped: (count) =>
      `Stopped ${count} calendar ${count === 1 ? 'address' : 'addresses'}; calendars that subscribed are no longer updated. You can get a new one at any time.`,
    noneToStop: 'You have no calendar address in use.',
    notServed: [
      'Calendars are not served yet.',
      'Whoever runs the bot has to set CALENDAR_PORT and CALENDAR_URL (see .env.example).',
    ],
    notAMember: [
      'A calendar address belongs to a member; the terminal is none.',
      'Please ask for it on a chat platform, with your own account.',
    ],
    tooMany: (most) => [
      `You have ${most} calendar addresses already.`,
      'Please stop them all with /alliance calendar-revoke, then ask again.',
    ],
  },
}
