import { type Meant, sentenceReader } from './sentences.ts'

/** What somebody wants of trainings in plain words; `named` is the training they mean, where they say which. */
export type Spoken = Meant<
  'coming' | 'mine' | 'past' | 'ask' | 'accept' | 'decline' | 'sign-in' | 'organize' | 'organized'
>

const thing = '(?:培训班?|交流|交流会|研讨会|论坛|考察|学习班)'
const soon = '(?:最近|近期|近来|接下来|下面|现在|目前|这个月|本月|下个月|下月|马上)'
const any = '(?:什么|啥|哪些|哪几个|几个|新的)'
const I = '(?:我|我们|咱们?|本人)'
const cannot = '(?:临时)?(?:有事)?(?:去|来|参加)不了了?'
const named = '(?<named>[^，。,？?哪什啥]{2,30}?)'

/**
 * Whole sentences that are about the speaker and what is to come. What was held, what a document says, what somebody has to
 * do, is a question of policy: 举办了哪些培训, 2014年有哪些培训.
 */
const sentences: readonly (readonly [Spoken['verb'], string])[] = [
  ['coming', `(?:请问)?${soon}(?:都|还)?(?:有没有|有|要办|要举办)${any}?${thing}(?:可以(?:报名|参加))?`],
  ['coming', `(?:请问)?还?有(?:没有)?${any}?${thing}(?:可以|能)(?:报名|参加)`],
  ['coming', `(?:请问|你们)?(?:有没有|有)(?:什么|啥)?${thing}(?:吗|么|没有|没)?`],
  ['coming', `${I}(?:可以|能)(?:报名|参加)${any}${thing}`],
  ['coming', `(?:看看|查看)?${soon}的${thing}(?:安排|计划|通知)?`],
  [
    'coming',
    `(?:那个|这个)?(?:${thing})?(?:还)?(?:有没有|有|剩)(?:多少|几个)?名额(?:没有|没|了)?|(?:那个|这个)?(?:${thing})?(?:报满|满员|报名满)了(?:没有|没)?`,
  ],
  ['coming', 'what trainings? (?:are|is) coming(?: up)?|(?:upcoming|coming) trainings'],
  ['mine', `(?:看看|查看)?${I}(?:的|报名的|报的)${thing}`],
  ['mine', `${I}(?:都|现在)?(?:报名|报)了${any}${thing}?`],
  ['mine', `${I}(?:报上|录取|排到|选上)了?(?:没有|没)?`],
  ['mine', `${I}(?:现在)?(?:排|候补|排到)第几(?:位|个)?`],
  ['mine', 'my trainings'],
  ['past', `${I}(?:参加过|去过)${any}?的?${thing}`],
  ['past', `${I}的(?:培训)?(?:证书|证明)(?:在哪里?)?`],
  [
    'past',
    '(?:培训)?证书(?:在哪里?|怎么(?:领|拿|下载|取))|(?:怎么|在哪里?|去哪里?)(?:领|拿|下载|取)(?:培训)?证书|证书(?=呢)',
  ],
  ['past', 'my (?:past trainings|certificates?)'],
  ['ask', `${I}?(?:想|要|想要|希望)?(?:报名|报个名)(?:参加)?(?:培训班?)?`],
  ['ask', `(?:请?帮我|给我)(?:报名|报个名|报)(?:参加)?(?:${thing})?`],
  ['ask', `(?:${I}?(?:想|要|想要)?报名(?:参加)?|${I}(?:想|要|想要)?报)${named}的?${thing}`],
  ['ask', `${I}(?:想|要|想要)参加${named}的?${thing}`],
  ['ask', `(?:那|这)(?:个|期|场)?(?:${thing})?(?:也)?(?:请|帮我|给我|帮忙)+报(?:个|上|一下)?名?`],
  ['ask', `${I}也(?:想|要)?(?:去|参加|报名?)|${I}(?:想|要)去(?:参加)?|算(?:上)?我一个|${I}报(?:个|一个)`],
  ['ask', `(?:${I}?(?:想|要)?)报名?(?:参加)?${named}(?:的)?那(?:个|期|场)(?:${thing})?`],
  ['ask', '(?:i want to )?(?:register|sign up)'],
  ['decline', `${I}${cannot}`],
  ['decline', `${I}不(?:去|参加|来)了?`],
  ['decline', `${I}?(?:要|想)?(?:取消|退出)(?:${I}的)?(?:报名|${thing})`],
  ['decline', `${named}的?${thing}${I}?${cannot}`],
  ['decline', `${I}(?:去|参加)不了${named}的?${thing}`],
  [
    'decline',
    `${I}${cannot}[,， ]*(?:让|换|叫|请|由)?.{1,8}(?:替我?|代替?我?|顶替?我?)(?:去|参加)?|${I}${cannot}[,， ]*(?:让|换|叫|请|由).{1,8}去`,
  ],
  [
    'decline',
    '(?:能不能|可以|我想|我要)?(?:让|换|叫|请)(?:我)?(?:的)?(?:同事|别人|.{2,4})(?:来|去)?(?:替|代替|顶替)我(?:去|参加)?|(?:我要?|想)?换人(?:去|参加)(?:培训)?',
  ],
  // Said to an offer, which is held for hours and not for ever.
  [
    'accept',
    '(?:好的?|可以|行)?[,， ]*(?:我)?(?:接受|确认参加|确定参加|要这个名额)(?:了)?|(?:好的?|可以|行)?[,， ]*我(?:能|可以|会)?(?:去|参加)(?:的)?',
  ],
  ['sign-in', `${I}?(?:要|来)?签到|(?:怎么|在哪里?)签到|签到码(?:是什么|多少)?`],
  [
    'organize',
    `(?:新建|发起|发布)(?:一?[个期场次])?${thing}|${I}(?:要|想|想要|准备|打算)(?:新建|发起|发布|组织|举办|办|开)(?:一?[个期场次])?${thing}`,
  ],
  [
    'organized',
    `(?:现在|已经|一共|总共)*(?:谁|有谁|哪些人|多少人|几个人|多少个人)(?:已经)?(?:报名|报)(?:参加)?了|报名(?:的)?(?:名单|情况|进度)|培训(?:的)?名单|报了(?:多少|几个)人|${I}(?:组织|办)的${thing}`,
  ],
  [
    'organized',
    `(?:取消|修改|推迟|改)(?:这个|那个|这期|那期)${thing}|(?:这个|那个)?${thing}(?:要)?(?:改期|延期|推迟|取消)(?:了)?`,
  ],
  ['decline', "i (?:can't|cannot|can not) (?:come|go|make it)"],
]

/** What a sentence asks of this skill; undefined where it is none of its own. Pure. */
export const readSpoken = sentenceReader(sentences)
