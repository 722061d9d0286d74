import { beforeEach, describe, expect, test } from 'vitest'
import { spokenWish } from '../../../src/skills/matchmaking/listing/spoken.ts'
import type { Talker } from '../../support/conversation.ts'
import { type MatchPeople, matchPeople } from '../../support/matches.ts'

let house: MatchPeople
let yixing: Talker

beforeEach(async () => {
  house = await matchPeople({ only: [] })
  yixing = await house.member('wang', 'jiangsu-yixing')
})

describe('a need or an offer in plain words is a draft with a title of its own', () => {
  test.each([
    ['俺们县垃圾没地方埋了，哪家搞得好？', '需求', '垃圾没地方埋了'],
    ['谁家会治沙', '需求', '治沙'],
    ['我们想找个懂矿山复绿的专家', '需求', '矿山复绿'],
    ['我们想治盐碱地，有做过的吗？', '需求', '治盐碱地'],
    ['求助：尾矿库渗漏怎么治，有做过的吗', '需求', '尾矿库渗漏怎么治'],
    ['我想找治水的专家', '需求', '治水'],
    ['有没有做垃圾分类的区', '需求', '做垃圾分类'],
    ['俺们想搞稻田养蟹，谁家弄过？求支招', '需求', '搞稻田养蟹'],
    ['咱县的河又黑又臭，治不好，谁有高招', '需求', '河又黑又臭'],
    ['我县地下水超采严重，有没有治得好的兄弟县', '需求', '地下水超采严重'],
    ['大家好，我们想建污泥堆肥厂，求经验', '需求', '建污泥堆肥厂'],
    ['各位好，我们正准备搞农村污水处理，想取取经', '需求', '搞农村污水处理'],
    ['我们这儿秸秆没处去，哪家有办法？', '需求', '秸秆没处去'],
    ['我们镇养猪场臭得不行，谁处理过？', '需求', '养猪场臭得不行'],
    ['请问哪家会修复采煤塌陷区？', '需求', '修复采煤塌陷区'],
    ['本市老城区一下雨就淹，头疼，有哪家治过内涝？', '需求', '老城区一下雨就淹'],
    ['我们区准备推垃圾分类，求推荐做得好的单位', '需求', '推垃圾分类'],
    ['想找个做过湿地修复的兄弟单位', '需求', '湿地修复'],
    ['我们可以提供养殖污染治理经验', '供给', '养殖污染治理经验'],
    ['我们愿意教大家种草治沙', '供给', '种草治沙'],
    ['俺们县有治盐碱地的土办法，谁想学？', '供给', '治盐碱地的土办法'],
    ['我们垃圾分类搞得不错，欢迎来看', '供给', '垃圾分类搞得不错'],
    ['想学矿山复绿的可以找我们', '供给', '矿山复绿'],
    ['我们有污水处理的团队，可以派人去教', '供给', '污水处理'],
    ['我们有新型建筑材料的技术，哪家用得上？', '供给', '新型建筑材料的技术'],
  ])('%s', async (said, kind, title) => {
    const draft = await yixing.says(said)
    expect(draft.text).toContain(`${kind}草稿（`)
    expect(draft.text.split('\n')[1]).toBe(title)
  })
})

test.each([
  '我们想治盐碱地，有什么政策支持吗？',
  '我们县想申报实验区，有做过的吗？',
  '俺们验收材料不会写，哪家写得好？',
  '我们可以提供复印件吗？',
  '我们能提供哪些数据？',
  '谁会来检查我们',
  '哪家能批这个项目',
  '我们年报怎么写，有写过的吗',
  '有没有垃圾分类的规定',
  '垃圾没地方埋了会被扣分吗',
  '我们想参加培训，找谁报名？',
  '求助：填报系统密码忘了怎么办，找谁',
  '治沙有没有补助，谁家拿过？',
  '宁海有什么经验可以学',
  '我们不够条件，能申请吗',
])('a question stays a question, and is answered as one: %s', (said) => {
  expect(spokenWish(said)).toBeUndefined()
})

test.each([
  ['我们村的旱厕想改，谁有好法子', 'need'],
  ['老旧小区改造我们搞不动了，求经验', 'need'],
  ['哪个县把空心村治好了？我们想去看看', 'need'],
  ['我们果园的枝条没处扔，有人收吗', 'need'],
  ['我们湖里蓝藻年年爆发，谁治过', 'need'],
  ['我们想搞全域旅游，想跟宁海学学', 'need'],
  ['老百姓不愿意搬迁，怎么做工作，有做过的吗', 'need'],
  ['咱们这有治理石漠化的老专家，谁要用', 'offer'],
  ['可以派技术员去教种茶，需要的说一声', 'offer'],
  ['我们种植大棚蔬菜很成功，愿意带一带', 'offer'],
  ['我们没收到通知，找谁要', undefined],
  ['我们不会用这个系统，谁能教', undefined],
  ['有没有做得好的实验区', undefined],
  ['我们没有人手填表，怎么办', undefined],
  ['我们能提供住宿吗', undefined],
] as const)('%s', (said, kind) => {
  expect(spokenWish(said)).toBe(kind)
})
