import type { MemberWords } from './words.ts'

export const zh: MemberWords = {
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
    more: '发送「我是谁」看您能做什么；要请同事加入，请向省级部门或实验区办公室要邀请码；要换单位，发送「我换人了」。',
    next: {
      guest: '发送「我是谁」可以看到您能做什么。',
      staff: '先试试：「我们还有什么没交」「最近有什么培训」；「我是谁」看您能做什么。',
      province: '先试试：「谁还没交」「汇总」「给宜兴发邀请码」；「我是谁」看您能做什么。',
      expert: '先试试：「最近有什么培训」，或看待答复的问题 /alliance queue；「我是谁」看您能做什么。',
      office: '先试试：「谁还没交」「汇总」「新建培训」；「我是谁」看您能做什么。',
    },
    button: '输入邀请码',
  },
  moved: {
    now: (organization) => `您现在是「${organization}」的成员，收它的提醒和通知。`,
    successor:
      '换了人：请接手的同事先加入（邀请码向省级部门或实验区办公室要），提醒随即也发给他；然后您点「确定退出」。',
    wrong: '进错了、换了单位：点「确定退出」，再发送「加入」和新单位的邀请码。做过的记录都保留。',
    others: (names) => `同单位还有：${names.join('、')}，您退出后他们照常收到。`,
    alone: '同单位现在只有您一人：您退出后，提醒改由省级部门转达，直到有人加入。',
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
}
