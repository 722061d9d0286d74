/** What somebody wants of trainings in plain words; `named` is the training they mean, where they say which. */
export interface Spoken {
  readonly verb: 'coming' | 'mine' | 'past' | 'ask' | 'decline'
  readonly named?: string
}

const thing = '(?:培训班?|交流|交流会|研讨会|论坛|考察|学习班)'
const soon = '(?:最近|近期|近来|接下来|下面|现在|目前|这个月|本月|下个月|下月|马上|将要|要开)'
const any = '(?:什么|啥|哪些|哪几个|几个)'
const I = '(?:我|我们|咱们?|本人)'

/**
 * Sentences that are about the speaker and what is to come. What was held, what a document says, what somebody must do, is
 * a question of policy: 举办了哪些培训, 2014年有哪些培训.
 */
const sentences: readonly (readonly [Spoken['verb'], RegExp])[] = [
  ['coming', new RegExp(`^(?:请问)?${soon}(?:都|还)?有没有(?:新的?)?${thing}(?:可以(?:报名|参加))?$`)],
  [
    'coming',
    new RegExp(
      `^(?:请问)?${soon}(?:都|还)?(?:有|要办|要举办)(?:${any}|新的?)(?:新的?)?${thing}(?:可以(?:报名|参加))?$`,
    ),
  ],
  ['coming', new RegExp(`^(?:请问)?(?:还|现在)?有(?:没有)?${any}?${thing}(?:可以|能)(?:报名|参加)$`)],
  ['coming', new RegExp(`^${I}(?:可以|能)(?:报名|参加)${any}${thing}$`)],
  ['coming', new RegExp(`^(?:看看|查看)?(?:${soon}的)${thing}(?:安排|计划|通知)?$`)],
  [
    'coming',
    /^what (?:trainings|training) (?:are|is) (?:coming|there)(?: up)?$|^(?:upcoming|coming) trainings$/i,
  ],
  ['mine', new RegExp(`^(?:看看|查看)?${I}(?:的|报名的|报的)${thing}$`)],
  ['mine', new RegExp(`^${I}(?:都|现在)?(?:报名|报)了(?:${any})${thing}?$`)],
  ['mine', new RegExp(`^${I}(?:报名|报)?(?:报上|录取|排到|选上)了?(?:没有|没|吗)?$`)],
  ['mine', new RegExp(`^${I}(?:现在)?(?:排第几|候补第几|排到第几)(?:位|个)?$`)],
  ['mine', /^my trainings$/i],
  ['past', new RegExp(`^${I}(?:参加过|去过)(?:${any})?(?:的)?${thing}$`)],
  ['past', new RegExp(`^(?:${I}的)?(?:培训)(?:证书|证明)$`)],
  ['past', /^my (?:past trainings|certificates?)$/i],
  ['ask', new RegExp(`^(?:${I})?(?:想|要|想要|希望)?(?:报名|报个名)(?:参加)?(?:培训班?)?$`)],
  ['ask', /^(?:i want to )?(?:register|sign up)$/i],
  ['decline', new RegExp(`^(?:${I})(?:临时)?(?:有事)?(?:去|来|参加)不了$`)],
  ['decline', new RegExp(`^(?:${I})?(?:要|想)?(?:取消|退出)(?:${I}的)?(?:报名|${thing})$`)],
  ['decline', new RegExp(`^${I}不(?:去|参加|来)$`)],
  ['decline', /^i (?:can't|cannot|can not) (?:come|go|make it)$/i],
]

const named: readonly (readonly [Spoken['verb'], RegExp])[] = [
  [
    'ask',
    new RegExp(`^(?:${I})?(?:想|要|想要)?(?:报名|报)(?:参加)?(?<named>[^，。,？?]{2,30}?)的?${thing}$`),
  ],
  ['ask', new RegExp(`^(?:${I})(?:想|要|想要)?参加(?<named>[^，。,？?哪什啥]{2,30}?)的?${thing}$`)],
  ['decline', new RegExp(`^(?<named>[^，。,？?]{2,30}?)的?${thing}(?:${I})?(?:临时)?(?:去|来|参加)不了$`)],
  ['decline', new RegExp(`^(?:${I})(?:去|参加)不了(?<named>[^，。,？?]{2,30}?)的?${thing}$`)],
]

/** What a sentence asks of this skill; undefined where it is none of its own. Pure. */
export function readSpoken(text: string): Spoken | undefined {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/[?？。.!！~\s]+$/u, '')
    .replace(/(?:呢|吗|呀|啊|嘛|吧|了)+$/u, '')
  for (const [verb, pattern] of sentences) if (pattern.test(bare)) return { verb }
  for (const [verb, pattern] of named) {
    const which = pattern.exec(bare)?.groups?.named?.trim()
    if (which) return { verb, named: which }
  }
  return undefined
}
