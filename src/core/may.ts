import type { Caller, Organization, Role } from './caller.ts'
import { Problem } from './errors.ts'
import type { Catalogue } from './locale.ts'

/**
 * How far somebody's word carries: not at all; for themselves; for what belongs to their own organization; for the
 * provincial department and the zones of their province; for everything.
 */
export type Reach = 'no' | 'self' | 'own' | 'province' | 'all'

type Row = Readonly<Record<Role, Reach>> & { readonly what: Catalogue<string> }

/**
 * Who may what: the one place where it stands. docs/permissions.md shows the same table, and a test compares the two.
 * A new action is a new row.
 */
// biome-ignore format: one action a line, so that it reads as the table that it is
export const rights = {
  //                          guest   staff   province    expert  office
  'question.ask':        row('all',  'all',  'all',      'all',  'all', '提问政策问题', 'ask about policy'),
  'question.judge':      row('all',  'all',  'all',      'all',  'all', '评价回答、转人工', 'judge an answer, ask for a person'),
  'question.vouch':      row('no',   'all',  'all',      'all',  'all', '两家单位共同确认回答，供机器人学习', 'confirm an answer together with another organization, for learning'),
  'question.teach':      row('no',   'no',   'no',       'all',  'all', '一人确认回答，供机器人学习', 'confirm an answer alone, for learning'),
  'queue.read':          row('no',   'own',  'province', 'all',  'all', '查看待答问题', 'see the queue of open questions'),
  'queue.reply':         row('no',   'no',   'no',       'all',  'all', '答复待答问题', 'reply to open questions'),
  'queue.withdraw':      row('no',   'no',   'no',       'self', 'all', '撤回专家答复', 'withdraw an expert reply'),
  'document.change':     row('no',   'no',   'no',       'no',   'all', '导入或更换文件', 'bring documents in or replace them'),
  'zone.read':           row('all',  'all',  'all',      'all',  'all', '查看实验区登记册', 'read the zone register'),
  'zone.change':         row('no',   'own',  'province', 'no',   'all', '修改实验区资料', 'change what the register says of a zone'),
  'member.read':         row('no',   'own',  'province', 'own',  'all', '查看成员名单', 'see the members'),
  'member.invite':       row('no',   'no',   'province', 'no',   'all', '发放和撤销邀请码', 'hand out and revoke invitations'),
  'member.import':       row('no',   'no',   'no',       'no',   'all', '批量导入成员', 'import members'),
  'member.remove':       row('no',   'no',   'province', 'no',   'all', '移出成员', 'remove a member'),
  'member.link':         row('no',   'self', 'self',     'self', 'self', '关联自己的另一个平台账号', 'link an account of theirs on another platform'),
  'member.leave':        row('no',   'self', 'self',     'self', 'self', '退出所在单位', 'leave the organization'),
  'language.set':        row('self', 'self', 'self',     'self', 'self', '选择语言', 'choose the language'),
  'channel.bind':        row('no',   'own',  'province', 'own',  'all', '绑定或解绑频道', 'bind and unbind a channel'),
  'duty.read':           row('all',  'all',  'all',      'all',  'all', '查看报送事项', 'see what has to be handed in'),
  'duty.change':         row('no',   'no',   'no',       'no',   'all', '新建、修改、发布报送事项', 'create, change and publish duties'),
  'obligation.read':     row('no',   'own',  'province', 'no',   'all', '查看各单位要交什么、办到哪一步', 'see what an organization owes and how far it is'),
  'obligation.file':     row('no',   'own',  'province', 'no',   'all', '标记准备中、已提交，申请延期', 'say that something is in preparation or filed, ask for more time'),
  'obligation.confirm':  row('no',   'no',   'province', 'no',   'all', '确认或退回提交的材料', 'confirm what was filed or send it back'),
  'obligation.nudge':    row('no',   'no',   'province', 'no',   'all', '催办', 'nudge those who have not filed'),
  'obligation.decide':   row('no',   'no',   'no',       'no',   'all', '收取、延期、免交、暂缓', 'receive, extend, waive, put off'),
  'year.settle':         row('no',   'no',   'no',       'no',   'all', '补建区年份、裁定年份矛盾', 'settle a year of a zone'),
  'profile.read':        row('no',   'all',  'all',      'all',  'all', '查看给自己看的需求和供给', 'see the needs and offers that one is shown'),
  'profile.change':      row('no',   'own',  'province', 'own',  'all', '写、发布、归档需求和供给', 'write, publish and archive needs and offers'),
  'introduction.answer': row('no',   'own',  'own',      'own',  'all', '想认识、同意或谢绝认识', 'want to meet another organization, agree or decline'),
  'match.figures':       row('no',   'no',   'no',       'no',   'all', '查看全年对接成效', 'see what came of matchmaking in a year'),
  'exchange.organize':   row('no',   'no',   'no',       'no',   'all', '排交流日、发日程、当天调整', 'plan an exchange day, send the timetables, change them on the day'),
  'exchange.prefer':     row('no',   'own',  'own',      'own',  'all', '说交流日想见谁、不想见谁、哪几轮不在', 'say whom to meet and whom not on an exchange day, and when they are away'),
  'assistance.read':     row('no',   'no',   'province', 'no',   'all', '查看对口支援的配对', 'see who helps whom in paired assistance'),
  'delivery.release':    row('no',   'no',   'no',       'no',   'all', '查看和重发发不出的通知', 'see notices that could not be delivered and send them again'),
  'training.read':       row('no',   'own',  'province', 'no',   'all', '查看面向本单位的培训交流', 'see the trainings that are meant for an organization'),
  'training.register':   row('no',   'self', 'self',     'no',   'no',  '报名培训、退出、请同事代替', 'register for a training, withdraw, send a colleague instead'),
  'training.organize':   row('no',   'no',   'own',      'own',  'all', '组织培训交流：新建、发布、修改、取消、签到', 'organize trainings: write, publish, change, cancel, sign people in'),
  'training.roster':     row('no',   'own',  'province', 'no',   'all', '查看培训名单', 'see who comes to a training'),
  'training.nominate':   row('no',   'no',   'province', 'no',   'all', '推荐人员参加培训', 'name people for a training'),
  'training.verify':     row('no',   'no',   'all',      'no',   'all', '核对培训证书', 'check a certificate of a training'),
  'visit.read':          row('no',   'all',  'all',      'all',  'all', '查看互访跟岗和统计', 'see visits between zones and their figures'),
  'visit.arrange':       row('no',   'self', 'no',       'no',   'no',  '代表自己的区提供、申请、确认互访跟岗', 'offer, ask for and agree on visits for their own zone'),
  'visit.end':           row('no',   'self', 'no',       'no',   'all', '撤回互访跟岗的接待、取消约定', 'withdraw what is offered, call off visits that were agreed'),
  'calendar.read':       row('no',   'self', 'self',     'no',   'self', '取自己的期限日历地址', 'get a calendar address for the deadlines'),
  'audit.read':          row('no',   'no',   'province', 'no',   'all', '查看变更记录', 'read the audit'),
} as const satisfies Readonly<Record<string, Row>>

export type Action = keyof typeof rights

/** What an action is done to: the organization that it belongs to, or one member. */
export interface Subject {
  readonly organization?: Organization
  readonly member?: string
}

/**
 * Whether somebody may do that to that. Pure. Without a subject only a reach of `all` is enough: a thing of no
 * organization belongs to the alliance, so the office decides. (A guest is no member, so `self` of a guest has none.)
 */
export function may(caller: Caller, action: Action, subject: Subject = {}): boolean {
  const own = caller.organization
  const its = subject.organization
  switch (rights[action][caller.role]) {
    case 'no':
      return false
    case 'self':
      return subject.member === caller.member?.id
    case 'own':
      return own !== undefined && its?.id === own.id
    case 'province':
      return (
        own?.province !== undefined &&
        its?.province === own.province &&
        (its.kind === 'zone' || its.kind === 'province')
      )
    case 'all':
      return true
  }
}

/**
 * Lets pass who may, and tells everybody else why not and what to do next, in their language.
 * @throws Problem
 */
export function ensureMay(caller: Caller, action: Action, subject: Subject = {}): void {
  if (may(caller, action, subject)) return
  const say = words[caller.locale]
  const row: Row = rights[action]
  const what = row.what[caller.locale]
  const reach = row[caller.role]
  const able = roles.filter((role) => row[role] !== 'no')
  const helpers = say.list((reach === 'no' ? able : ['office' as const]).map((it) => say.roles[it]))
  const name = subject.organization?.name
  throw new Problem(
    reach === 'no' ? say.notYou(what, say.roles[caller.role]) : say.notThere(what, say.reach[reach], name),
    caller.role === 'guest' ? say.join(helpers) : say.turnTo(helpers),
  )
}

export const roles: readonly Role[] = ['guest', 'staff', 'province', 'expert', 'office']

interface MayWords {
  readonly roles: Readonly<Record<Role, string>>
  readonly reach: Readonly<Record<Reach, string>>
  list(parts: readonly string[]): string
  notYou(what: string, role: string): string
  notThere(what: string, reach: string, name: string | undefined): string
  join(helpers: string): string
  turnTo(helpers: string): string
}

export const words: Catalogue<MayWords> = {
  'zh-CN': {
    roles: { guest: '访客', staff: '实验区', province: '省级部门', expert: '专家', office: '实验区办公室' },
    reach: { no: '—', self: '本人', own: '本单位', province: '本省', all: '全部' },
    list: (parts) => parts.join('、'),
    notYou: (what, role) => `您现在的身份是「${role}」，不能${what}。`,
    notThere: (what, reach, name) => `${what}：您的权限限于${reach}${name ? `，不包括「${name}」` : ''}。`,
    join: (helpers) =>
      `能这样做的是：${helpers}。如果您是其中一员，请先用邀请码加入（发送「加入 邀请码」）。`,
    turnTo: (helpers) => `需要的话，请联系${helpers}。`,
  },
  en: {
    roles: {
      guest: 'guest',
      staff: 'zone staff',
      province: 'provincial department',
      expert: 'expert',
      office: 'zone office',
    },
    reach: {
      no: '—',
      self: 'yourself',
      own: 'own organization',
      province: 'own province',
      all: 'everything',
    },
    list: (parts) => parts.join(', '),
    notYou: (what, role) => `You are here as ${role}, who cannot ${what}.`,
    notThere: (what, reach, name) =>
      `You may ${what} for ${reach} only${name ? `; ${name} is outside` : ''}.`,
    join: (helpers) =>
      `Those who can: ${helpers}. If you are one of them, join first with your code: "join CODE".`,
    turnTo: (helpers) => `If it is needed, please turn to: ${helpers}.`,
  },
}

function row(
  guest: Reach,
  staff: Reach,
  province: Reach,
  expert: Reach,
  office: Reach,
  chinese: string,
  english: string,
): Row {
  return { guest, staff, province, expert, office, what: { 'zh-CN': chinese, en: english } }
}
