import type { Catalogue } from '../../core/locale.ts'
import type { Told } from '../../core/request.ts'
import type { Answers, Purpose } from '../../store/bindings.ts'

export interface MemberWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly languageName: string
  /** Sentences of two parts: what happened, and what to do next. */
  readonly problems: {
    noCode(): Told
    badCode(): Told
    locked(minutes: number): Told
    elsewhere(organization: string): Told
    operator(): Told
    pressedLate(): Told
    badNumber(what: string, most: number): Told
    noInvitation(id: string): Told
    noMember(id: string): Told
    notInPrivate(): Told
    notBound(): Told
    guestBinds(): Told
  }
  readonly join: {
    joined(organization: string, role: string): string
    linked(organization: string): string
    already(organization: string): string
    seen: string
    next: string
    button: string
  }
  readonly who: {
    title: string
    name: string
    organization: string
    role: string
    language: string
    may: string
    guest: string
  }
  readonly link: { code: string; how: string; care: string }
  readonly leave: { sure(organization: string): string; button: string; done(organization: string): string }
  readonly language: { which: string; done: string }
  readonly invite: {
    hint: string
    button: string
    made(organization: string): string
    how: string
    uses(uses: number, until: string, id: string): string
    care: string
    usesName: string
    daysName: string
  }
  readonly invitations: { title: string; none: string; header: readonly string[]; revoke(id: string): string }
  readonly revoked: (id: string, organization: string) => string
  readonly members: {
    title(count: number): string
    none: string
    header: readonly string[]
    more(left: number): string
  }
  readonly remove: {
    sure(name: string, organization: string): string
    button: string
    done(name: string): string
  }
  readonly bind: {
    now(to: string, answers: string): string
    free: string
    button: string
    done(to: string, answers: string): string
    instead(to: string): string
    undone: string
  }
  readonly audit: {
    title: string
    none: string
    header: readonly string[]
    operator: string
    register: string
  }
  readonly purposes: Readonly<Record<Purpose, string>>
  readonly answers: Readonly<Record<Answers, string>>
}

export const words: Catalogue<MemberWords> = {
  'zh-CN': {
    summary: '成员与频道：用邀请码加入、查看身份、邀请同事、绑定频道',
    examples: ['我是谁', 'English'],
    languageName: '简体中文',
    problems: {
      noCode: () => ['没有看到邀请码。', '请发送「加入 邀请码」，邀请码由实验区办公室或省级部门发放。'],
      badCode: () => [
        '这个邀请码用不了：可能写错、过期、用完或已撤销。',
        '请核对后再试；仍不行，请向发码的单位要一个新的。',
      ],
      locked: (minutes) => [`试的次数太多了。`, `请过 ${minutes} 分钟再试，或向发码的单位核对邀请码。`],
      elsewhere: (organization) => [
        `您已经是「${organization}」的成员，一个人只属于一个单位。`,
        '要换单位，请先发送「退出联盟」，再用新的邀请码加入。',
      ],
      operator: () => ['终端里的操作者就是办公室，没有成员账号。', '请在聊天平台上做这件事。'],
      pressedLate: () => ['这个按钮已经失效。', '请重新发送命令。'],
      badNumber: (what, most) => [`${what}要写 1 到 ${most} 之间的整数。`, '请改好再发一次。'],
      noInvitation: (id) => [
        `没有编号为「${id}」的有效邀请码。`,
        '发送 /alliance invitations 查看有效的邀请码。',
      ],
      noMember: (id) => [`没有编号为「${id}」的成员。`, '发送 /alliance members 查看成员和编号。'],
      notInPrivate: () => ['私聊不能绑定。', '请到要绑定的频道里再发一次。'],
      notBound: () => ['本频道还没有绑定。', '绑定请用 /alliance bind。'],
      guestBinds: () => ['只有成员能绑定频道。', '请先用邀请码加入，再绑定。'],
    },
    join: {
      joined: (organization, role) => `欢迎加入「${organization}」！您现在的身份是：${role}。`,
      linked: (organization) => `已关联：这个账号和您的另一个账号现在是同一位成员（${organization}）。`,
      already: (organization) => `您已经是「${organization}」的成员，不用再加入。`,
      seen: '这条邀请码发在了频道里，别人也看得到。它若还能多次使用，请让发码的人撤销并换一个。',
      next: '发送「我是谁」可以看到您能做什么。',
      button: '输入邀请码',
    },
    who: {
      title: '您的身份',
      name: '姓名',
      organization: '单位',
      role: '身份',
      language: '语言',
      may: '您可以',
      guest:
        '您现在是访客，可以直接提问政策。如果您在实验区、省级部门、专家委员会或办公室工作，请用邀请码加入。',
    },
    link: {
      code: '您的关联码（15 分钟内有效，只能用一次）：',
      how: '请在另一个平台上私聊我，发送「加入」和这个关联码。',
      care: '谁用了这个码，谁就是您：请不要给别人。',
    },
    leave: {
      sure: (organization) =>
        `确定退出「${organization}」吗？退出后您是访客，您的账号关联会被删除，做过的记录保留。`,
      button: '确定退出',
      done: (organization) => `已退出「${organization}」。要再加入，请用新的邀请码。`,
    },
    language: { which: '请选择语言 / Choose a language', done: '好的，以后用简体中文。' },
    invite: {
      hint: '给哪个单位发邀请码？',
      button: '填写邀请',
      made: (organization) => `「${organization}」的邀请码（只显示这一次）：`,
      how: '请发给对方，让对方私聊我，发送「加入」和邀请码。',
      uses: (uses, until, id) =>
        `可用 ${uses} 次，${until} 到期，编号 ${id}（撤销用 /alliance revoke ${id}）。`,
      care: '谁拿到邀请码谁就能加入，请只发给该单位的人。',
      usesName: '可用次数',
      daysName: '有效天数',
    },
    invitations: {
      title: '有效的邀请码',
      none: '现在没有有效的邀请码。',
      header: ['编号', '单位', '已用/可用', '到期'],
      revoke: (id) => `撤销 ${id}`,
    },
    revoked: (id, organization) => `已撤销邀请码 ${id}（${organization}）；已经加入的人不受影响。`,
    members: {
      title: (count) => `成员（${count} 人）`,
      none: '还没有成员。',
      header: ['姓名', '单位', '身份', '平台', '编号'],
      more: (left) => `还有 ${left} 人没有列出，请用「单位」缩小范围。`,
    },
    remove: {
      sure: (name, organization) =>
        `确定把「${name}」移出「${organization}」吗？其账号关联会被删除，做过的记录保留。`,
      button: '确定移出',
      done: (name) => `已移出「${name}」。`,
    },
    bind: {
      now: (to, answers) => `本频道绑定到：${to}；${answers}。`,
      free: '本频道还没有绑定。',
      button: '绑定本频道',
      done: (to, answers) => `本频道已绑定到：${to}；${answers}。`,
      instead: (to) => `原来绑定的是：${to}。`,
      undone: '本频道已解除绑定；以后只在被提到时回答。',
    },
    audit: {
      title: '变更记录（新的在前）',
      none: '没有符合条件的记录。',
      header: ['时间', '谁', '做了什么', '对象', '之前', '之后'],
      operator: '命令行操作者',
      register: '登记册',
    },
    purposes: { questions: '提问', notices: '通知', trainings: '培训', alliance: '联盟' },
    answers: { mention: '被提到时才回答', every: '回答每个问题' },
  },
  en: {
    summary: 'Members and channels: join with a code, see who you are, invite colleagues, bind channels',
    examples: ['whoami', '中文'],
    languageName: 'English',
    problems: {
      noCode: () => [
        'There is no code.',
        'Send "join CODE"; codes come from the zone office or your province.',
      ],
      badCode: () => [
        'This code does not work: mistyped, expired, used up or revoked.',
        'Please check it; if it still fails, ask for a new one where it came from.',
      ],
      locked: (minutes) => [
        'Too many tries.',
        `Please wait ${minutes} min, or check the code with whoever gave it to you.`,
      ],
      elsewhere: (organization) => [
        `You are a member of ${organization} already; a person belongs to one organization.`,
        'To change, send "leave" first and then join with the new code.',
      ],
      operator: () => [
        'The operator at the terminal is the office, without a membership.',
        'Do this in a chat.',
      ],
      pressedLate: () => ['This button no longer works.', 'Please send the command again.'],
      badNumber: (what, most) => [
        `${what}: a whole number from 1 to ${most}, please.`,
        'Correct it and send again.',
      ],
      noInvitation: (id) => [`No working code is called "${id}".`, 'See /alliance invitations.'],
      noMember: (id) => [`No member is called "${id}".`, 'See /alliance members.'],
      notInPrivate: () => ['A private chat cannot be bound.', 'Send this in the channel that you mean.'],
      notBound: () => ['This channel is not bound.', 'Use /alliance bind.'],
      guestBinds: () => ['Only members bind channels.', 'Please join with your code first.'],
    },
    join: {
      joined: (organization, role) => `Welcome to ${organization}! You are here as: ${role}.`,
      linked: (organization) =>
        `Linked: this account and your other one are one member now (${organization}).`,
      already: (organization) => `You are a member of ${organization} already.`,
      seen: 'This code stood in a channel, where others see it. If it has uses left, have it revoked and replaced.',
      next: 'Send "whoami" to see what you can do.',
      button: 'Enter a code',
    },
    who: {
      title: 'Who you are',
      name: 'Name',
      organization: 'Organization',
      role: 'Role',
      language: 'Language',
      may: 'You may',
      guest:
        'You are a guest and can ask about policy right away. If you work in a zone, a provincial department, the expert committee or the office, join with your code.',
    },
    link: {
      code: 'Your link code (15 minutes, one use):',
      how: 'On the other platform, write to me in private: "join" and this code.',
      care: 'Whoever uses it is you: give it to nobody.',
    },
    leave: {
      sure: (organization) =>
        `Leave ${organization}? You will be a guest; your accounts are forgotten, what you did stays recorded.`,
      button: 'Leave',
      done: (organization) => `You have left ${organization}. To come back, join with a new code.`,
    },
    language: { which: '请选择语言 / Choose a language', done: 'English from now on.' },
    invite: {
      hint: 'For which organization is the code?',
      button: 'Fill in',
      made: (organization) => `Code for ${organization} (shown this once):`,
      how: 'Pass it on; they write to me in private: "join" and the code.',
      uses: (uses, until, id) =>
        `${uses} use(s), until ${until}, called ${id} (to revoke: /alliance revoke ${id}).`,
      care: 'Whoever has the code can join: give it to people of that organization only.',
      usesName: 'Uses',
      daysName: 'Days',
    },
    invitations: {
      title: 'Working codes',
      none: 'There are no working codes.',
      header: ['Id', 'Organization', 'Used/uses', 'Until'],
      revoke: (id) => `Revoke ${id}`,
    },
    revoked: (id, organization) => `Code ${id} (${organization}) is revoked; whoever joined with it stays.`,
    members: {
      title: (count) => `Members (${count})`,
      none: 'There are no members yet.',
      header: ['Name', 'Organization', 'Role', 'Platforms', 'Id'],
      more: (left) => `${left} more; narrow it down with "organization".`,
    },
    remove: {
      sure: (name, organization) =>
        `Remove ${name} from ${organization}? Their accounts are forgotten, what they did stays recorded.`,
      button: 'Remove',
      done: (name) => `${name} is removed.`,
    },
    bind: {
      now: (to, answers) => `This channel is bound to: ${to}; ${answers}.`,
      free: 'This channel is not bound.',
      button: 'Bind this channel',
      done: (to, answers) => `This channel is now bound to: ${to}; ${answers}.`,
      instead: (to) => `Before that it was bound to: ${to}.`,
      undone: 'This channel is no longer bound; I answer here when mentioned.',
    },
    audit: {
      title: 'Audit (newest first)',
      none: 'No entry fits.',
      header: ['When', 'Who', 'What', 'Of', 'Before', 'After'],
      operator: 'operator',
      register: 'register',
    },
    purposes: { questions: 'questions', notices: 'notices', trainings: 'trainings', alliance: 'alliance' },
    answers: { mention: 'I answer when mentioned', every: 'I answer every question' },
  },
}
