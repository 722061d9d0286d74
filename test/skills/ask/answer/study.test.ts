import { expect, test } from 'vitest'
import { study } from '../../../../src/skills/ask/answer/study.ts'
import { language, passageOf } from './passages.ts'

const text =
  '各有关实验区须按《管理办法》要求，于2014年6月30日前，提交验收申请等有关材料。验收工作由省级科技主管部门组织。'
const confirmed = { question: '啥时候交材料', passageId: '1', quote: '于2014年 6 月30日前' }

test('a passage is taken apart into sentences with the questions that each of them answers', () => {
  const { sentences, asked } = study(passageOf(text), [confirmed], language)
  expect(sentences.map((it) => it.text.slice(0, 4))).toEqual(['各有关实', '验收工作'])
  expect([...(sentences[0]?.asked ?? [])]).toContain('w:材料')
  expect([...(sentences[1]?.asked ?? [])]).toEqual([])
  expect([...asked]).toContain('w:材料')
})

test('a question whose words were not named belongs to the passage and to no sentence', () => {
  const { sentences, asked } = study(
    passageOf(text),
    [{ question: '啥时候交材料', passageId: '1' }],
    language,
  )
  expect(sentences.every((it) => it.asked.size === 0)).toBe(true)
  expect([...asked]).toContain('w:材料')
})

test('what stands above a passage are its outline and the title of its document', () => {
  const { above, all } = study(passageOf('提交材料。', { path: ['五、总结验收'] }), [], language)
  expect(['w:验收', 'w:要点', 'w:提交'].map((it) => above.has(it))).toEqual([true, true, false])
  expect(['w:验收', 'w:提交', 'w:培训'].map((it) => all.has(it))).toEqual([true, true, false])
})

test('a cover answers as a whole', () => {
  const cover = '工作要点\n实验区办公室\n二〇一四年四月'
  expect(study(passageOf(cover, { kind: 'cover' }), [], language).sentences.map((it) => it.text)).toEqual([
    cover,
  ])
})
