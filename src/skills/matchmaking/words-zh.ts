import type { MatchWords } from './words.ts'

const unwilling = '对方暂时不便，这次就不联系了。'

export const zh: MatchWords = {
  summary: '需求和供给：为难题找做过的实验区，双方同意后介绍认识',
  examples: ['我们想治重金属污染的土壤，有没有做过的？', '我们有一套废铜回收的技术，谁需要？'],
  kinds: { need: '需求', offer: '供给', project: '项目', result: '技术成果', expert: '专家' },
  stages: { idea: '设想', pilot: '试点', proven: '成熟应用' },
  visibilities: { alliance: '全联盟', province: '本省', named: '指定单位' },
  states: {
    asked: '等对方答复',
    agreed: '双方同意，正在安排',
    talking: '正在联系',
    concluded: '有了结果',
    declined: '对方暂时不便',
    withdrawn: '已撤回',
    lapsed: '没有回音，已结束',
    blocked: '已结束',
  },
  outcomes: { visit: '考察互访', memorandum: '签了协议', project: '合作项目', nothing: '没有结果' },
  whys: {
    conditions: '条件不同，搬不过来',
    matter: '不是一回事',
    terms: '费用、权益谈不拢',
    time: '没有时间、人手',
    contact: '联系不上、换了人',
    solved: '已从别处解决',
    other: '其他',
  },
  list: (parts) => parts.join('、'),
  labels: {
    what: '内容',
    field: '领域',
    setting: '场景',
    stage: '阶段',
    gives: '能给',
    asks: '希望',
    open: '接待和帮扶',
    shown: '给谁看',
    until: '有效到',
    source: '出处',
    about: '关于',
    state: '进展',
    other: '对方',
  },
  unconfirmed: (year) => `${year} 年文件里说的，还没有人确认`,
  visits: '愿接待考察',
  helps: '对口支援',
  buttons: {
    writeSaid: '改一改',
    writeNeed: '写一条需求',
    writeOffer: '写一条供给',
    writeProject: '写一个项目',
    writeResult: '写一项成果',
    writeExpert: '推荐一位专家',
    publish: '发布',
    tidy: '去掉号码后发布',
    edit: '修改',
    more: '补充',
    paper: '存成 Word',
    drop: '不发了',
    renew: '还需要，续一年',
    solved: '已解决，归档',
    partners: '找伙伴',
    meet: '想认识',
    unfit: '不合适',
    later: '暂不',
    whole: '看全文',
    agree: '愿意认识',
    decline: '这次不方便',
    block: '以后也不要',
    withdraw: '撤回',
    met: '见了',
    notYet: '还没有',
    conclude: '有结果了',
    passOn: '带个话',
    digestOn: '有合适的告诉我',
    digestOff: '不要再告诉我',
    quiet: '先别告诉我',
    blockList: '不往来的单位',
  },
  draft: {
    begun: (kind, about) =>
      `【草稿】${kind}：${about}\n点下面的按钮补充后预览；您确认发布之前，没有人看得到。`,
    title: (kind, owner) => `${kind}草稿（${owner}）`,
    confirm: '只有贵单位看得到。发布后联盟里合适的单位会知道；双方都同意之前，不会给任何人您的名字。',
    paper: '附件是这份草稿的 Word 文件，只给贵单位看；改好后请回到这里修改、发布。',
    fileName: (title) => `${title}（草稿）.docx`,
    published: (kind) => `${kind}已发布。`,
    archived: '已归档，别人看不到了。',
    renewed: (until) => `已续到 ${until}。`,
    fault: (it) => {
      switch (it.kind) {
        case 'short':
          return `内容太短，别人看不出要什么：除了问谁做过，至少再写 ${it.least} 个字。`
        case 'no-field':
          return '没有看出是哪个领域的事：请点「修改」填一个，例如 土壤修复、污水处理、生活垃圾、防灾减灾、养老；填了才找得到伙伴。'
        case 'long':
          return `内容有 ${it.length} 个字，没有人会在聊天里读完：请压缩到 ${it.most} 个字以内，细节可以见面再说。`
        case 'twin':
          return `贵单位已经发布过一模一样的一条「${it.title}」。`
        case 'personal':
          return `里面有电话、身份证号或邮箱。发布后全联盟都看得到；联系方式等双方同意后由平台介绍，不用写在这里。去掉后是：\n${it.masked}`
        case 'over':
          return '有效期已经过了，请改一个以后的日期。'
      }
    },
  },
  lists: {
    title: (kind, count) => `${kind}：${count} 条`,
    none: (kind) => `没有找到${kind}。`,
    mine: (kind) => `我们的${kind}`,
    header: ['编号', '单位', '一句话', '阶段', '有效到'],
    more: (left) => `还有 ${left} 条没有列出；加上领域或单位再查，例如 about:土壤修复。`,
    drafts: '草稿',
  },
  partners: {
    title: (own) => `「${own}」合适的伙伴`,
    none: (own) => `「${own}」现在没有找到合适的伙伴；有新的会告诉您。`,
    nothingOfOurs: '贵单位还没有发布需求或供给。先写一条，再为它找伙伴。',
    choose: '为哪一条找？',
    more: (left) => `后面还有 ${left} 条`,
    against: '要先看清楚：',
    cameOf: (times) => `这一条经联盟介绍，已经有过 ${times} 次结果（考察、协议或项目）`,
    again: (day, why) => `你们 ${day} 谈过，当时没有成：${why}；这样的原因会过去，可以再试。`,
    dismissed: (until) => (until === undefined ? '好，这一条不再推荐。' : `好，${until} 之后再看。`),
  },
  introduction: {
    asked: (name) => `已去问${name}愿不愿意认识。有了答复就告诉您；对方同意之前看不到您的名字。`,
    agreed: '双方都同意了，马上为你们安排一个说话的地方。',
    declined: '好，已替您婉言谢绝；对方只知道暂时不便。',
    withdrawn: '已撤回。',
    blocked: '好，以后不再推荐，对方也不会知道原因。',
    met: '太好了。有了结果（考察、协议、项目）请告诉我。',
    notYet: '好，过两周再问。',
    concluded: (outcome) => `记下了：${outcome}。谢谢，这会让以后的推荐更准。`,
    passedOn: '已转给对方联系人。',
    refused: (why) => {
      switch (why) {
        case 'self':
          return '这是贵单位自己的。'
        case 'unwilling':
          return unwilling
        case 'waiting':
          return '已经问过对方，正在等答复。'
        case 'introduced':
          return '你们已经在认识了，用「/alliance match view:introductions」看进展。'
        case 'over':
          return '这件事已经有了着落，这个按钮过时了。'
        case 'twice':
          return '已经记下，不用再按。'
        case 'not-yours':
          return '这要由对方来答复。'
      }
    },
    title: (count) => `正在办的介绍：${count} 件`,
    none: '现在没有正在办的介绍。',
    header: ['对方', '关于', '进展', '日期'],
  },
  settings: {
    title: '对接的提醒',
    on: '有合适的新需求、新供给时告诉贵单位（工作日上午，一天最多一次）。',
    off: '不主动告诉贵单位；随时可以用「/alliance match」自己看。',
    quiet: (until) => `${until} 之前不主动告诉贵单位。`,
    blocked: (names) => `不往来的单位（只有贵单位看得到）：${names.join('、')}`,
    nobodyBlocked: '没有不往来的单位。',
    blockedNow: (name) => `以后不再推荐${name}，对方不会知道。再填一次就移出名单。`,
    unblocked: (name) => `${name}已移出名单。`,
  },
  figures: {
    title: (year) => `${year} 年对接成效`,
    header: ['项目', '数量'],
    rows: {
      published: '有效的需求和供给',
      asked: '想认识',
      agreed: '双方同意',
      met: '见了面',
      visit: '考察互访',
      memorandum: '签了协议',
      project: '合作项目',
      nothing: '没有结果',
    },
    why: '没有结果的原因：',
    because: (why, count, notes) => [`${why}：${count} 件`, ...notes].join('；'),
  },
  problems: {
    guest: [
      '需求和供给属于联盟里的单位，您还没有加入。',
      '请先用邀请码加入（发送「加入 邀请码」）；政策问题可以直接问。',
    ],
    noPerson: [
      '想认识、愿意认识，要由单位里的一个人来说；终端代表办公室，不代表哪一家，没有去问。',
      '请需求或供给所属的单位在聊天里用「/alliance match」点「想认识」；办公室要牵线，可以在「alliance exchange-day plan」里写 --together 甲×乙。',
    ],
    noProfile: ['没有找到这条资料。', '请用「/alliance needs」或「/alliance offers」查看现有的。'],
    notPublished: ['这条资料还没有发布，不能找伙伴。', '请先发布，再找伙伴。'],
    noIntroduction: ['没有找到这件介绍。', '请用「/alliance match view:introductions」查看正在办的。'],
    whyNothing: [
      '没有结果的，请选一个原因；选「其他」的，请写一句为什么。',
      '条件合不上的以后不再推荐，只是没有时间的以后还可以再试。',
    ],
    badDay: ['这一天看不懂，或者已经过了。', '请写成 2014-09-01 这样，今天以后的一天。'],
    noDay: ['还没有排过交流日。', '请办公室先排一次（「/alliance match view:timetable」里的「排交流日」）。'],
    noTimetable: [
      '还没有发给贵单位的交流日日程。',
      '办公室发出后，会私下告诉您；想参加的请先写一条需求或供给。',
    ],
    unread: (all) => [
      `没有看懂：${all.map((it) => `${unreadFields[it.field]}「${it.typed}」`).join('；')}。什么也没有改。`,
      '领域、场景和方式用 data/alliance/taxonomy.txt 里的名称，也可以不填；接待考察、对口支援写 是 或 否；单位写全称或简称；日期写成 2015-06-30。',
    ],
    faults: (all) => [`还不能发布：${all.join(' ')}`, '请点「修改」改好再发。'],
  },
}

const unreadFields = {
  field: '领域',
  setting: '场景',
  form: '方式',
  visits: '愿接待考察',
  helps: '对口支援',
  shown: '给谁看',
  until: '有效到',
} as const
