import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { titleIn } from '../../../src/skills/matchmaking/listing/gist.ts'
import { spokenWish } from '../../../src/skills/matchmaking/listing/spoken.ts'

const root = join(import.meta.dirname, '../../..')

/** Every policy question that this house is measured by or starts with. */
const policyQuestions = ['test/eval', 'data/questions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(root, folder, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { question?: string }).question)
    .filter((it) => it !== undefined),
)

test('not one of the thousands of policy questions is taken for a need', () => {
  expect(policyQuestions.length).toBeGreaterThan(5000)
  expect(policyQuestions.filter((it) => spokenWish(it) !== undefined)).toEqual([])
})

test.each([
  ['我们想治重金属污染的土壤，有没有做过的？', 'need', '治重金属污染的土壤'],
  ['我们区想搞污水处理，谁有经验', 'need', '搞污水处理'],
  ['我们县想做垃圾分类，哪个实验区做得好？', 'need', '做垃圾分类'],
  ['我们这边尾矿库没人管，谁做过？', 'need', '尾矿库没人管'],
  ['我们市计划建海绵城市，想找有经验的兄弟单位', 'need', '建海绵城市'],
  ['咱们打算发展乡村旅游，求合作', 'need', '发展乡村旅游'],
  ['想找做过湿地修复的实验区', 'need', '湿地修复'],
  ['有没有人做过重金属土壤修复？我们想学', 'need', '重金属土壤修复'],
  ['我们有一套废铜回收的技术，谁需要？', 'offer', '废铜回收的技术'],
  ['We want to clean soil of heavy metals, has anyone done it?', 'need', undefined],
  ['We have a way of recycling copper, who needs it?', 'offer', undefined],
] as const)('%s', (said, kind, title) => {
  expect(spokenWish(said)).toBe(kind)
  if (title !== undefined) expect(titleIn(said)).toBe(title)
})

test.each([
  '我们想治土壤污染，有没有政策支持？',
  '我们想申报实验区，有没有做过的单位可以问？',
  '我们想问一下土壤污染防治，有没有专门的规定',
  '我们想知道宜兴有没有做过环境医院',
  '贵溪的土壤修复是怎么做的？',
  '哪个实验区治理过重金属污染？',
  '我们想参加培训，有没有名额的？',
  '重金属污染的土壤怎么治',
  '我们还有什么没交',
])('is a question, and not a need: %s', (said) => {
  expect(spokenWish(said)).toBeUndefined()
})
