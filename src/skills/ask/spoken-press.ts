/** What people write instead of pressing a button under the answer before. */
const spoken: readonly (readonly [verb: 'expert' | 'wrong' | 'helpful' | 'more', pattern: RegExp])[] = [
  [
    'expert',
    /^(?:请|帮我|请帮我|我要|想)?(?:转接?|找|换)(?:个|一下)?(?:真人|人工|办公室|专家)(?:客服|服务|来?(?:答|回答|问))?$/u,
  ],
  ['expert', /^人工(?:客服|服务)?$/u],
  ['wrong', /^(?:你|您)?(?:说|答|回答|讲)(?:的|得)?(?:不对|错了?|有误|不准)(?:啊|吧|呀|了)?$/u],
  ['wrong', /^(?:这个?|这里)?(?:不对|错了|答错了|不准确?|答非所问|不是问这个)(?:啊|吧|呀|了)?$/u],
  ['helpful', /^(?:很|挺|真|非常)?(?:有用|有帮助)(?:的|啊|呀|了)?$/u],
  [
    'more',
    /^(?:给我|把|想)?(?:看看?|看一下|查看)?(?:原文|全文|出处|依据|整段)(?:给我|发我)?(?:看看|看一下|发一下|呢|在哪里?|是啥|是什么)?$/u,
  ],
  ['more', /^(?:这)?(?:是)?(?:哪(?:个|份)文件|哪里|哪儿)(?:里)?(?:说|写|讲|规定)的$/u],
  ['more', /^(?:展开(?:原文)?|(?:说|讲)?(?:得)?(?:再)?详细(?:一?点|些)?(?:说说|讲讲)?)$/u],
]

/** The button that a sentence stands for; undefined where it is a question of its own. Pure. */
export function spokenPress(text: string): 'expert' | 'wrong' | 'helpful' | 'more' | undefined {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！?？~\s]+$/u, '')
  return spoken.find(([, pattern]) => pattern.test(bare))?.[0]
}
