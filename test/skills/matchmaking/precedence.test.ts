import { expect, test } from 'vitest'
import { askHouse } from '../ask/house.ts'

test('in the whole house a need becomes a draft, and a question about soil is answered out of the documents', async () => {
  const house = await askHouse()
  const wang = await house.member('wang', 'jiangsu-yixing')
  expect((await wang.says('我们想治重金属污染的土壤，有没有做过的？')).text).toContain('需求草稿')
  for (const said of ['谁家会治沙', '有没有做垃圾分类的区', '俺们县垃圾没地方埋了，哪家搞得好？'])
    expect((await wang.says(said)).text, said).toContain('需求草稿')
  for (const question of [
    '我们想治土壤污染，有没有政策支持？',
    '贵溪的重金属污染土壤是怎么治理的？',
    '验收材料什么时候交？',
  ])
    expect((await wang.says(question)).text, question).not.toContain('草稿')
  expect((await wang.says('贵溪的重金属污染土壤是怎么治理的？')).text).toContain('能源草')
  expect((await wang.says('我们还有什么没交')).text).toContain('要交的事项')
})
