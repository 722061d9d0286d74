import { expect, test } from 'vitest'
import { guest } from '../../../src/core/caller.ts'
import { plainText } from '../../../src/core/plain-text.ts'
import type { Reply } from '../../../src/core/reply.ts'
import { makeHelp } from '../../../src/skills/help/skill.ts'
import { message } from '../../support/messages.ts'
import { makeTrySkill } from '../../support/skills.ts'

const help = makeHelp(() => [makeTrySkill(), help])

test.each(['帮助', '/help', '你好', '您好！', 'help', '？', '怎么用', '你能干啥', '在吗？'])(
  '「%s」 asks for help',
  (text) => {
    expect(help.match(message(text))).toBe(1)
  },
)

test.each(['验收需要什么帮助材料', '帮助贫困县的政策有哪些', '功能区怎么划分', '你好，验收材料什么时候交'])(
  '「%s」 is a question, not a call for help',
  (text) => {
    expect(help.match(message(text))).toBe(0)
  },
)

test('help tells what the other skills do, from their own words', async () => {
  const outcome = await help.handle(message('帮助'), guest())
  const text = plainText(outcome as Reply)
  for (const part of ['试一试', '回声 你好', '发“命令”看全部']) expect(text).toContain(part)
  expect(text).not.toContain('/echo')
})

test.each(['命令', '有哪些命令', 'commands'])('「%s」 lists the commands', async (said) => {
  expect(help.match(message(said))).toBe(1)
  const text = plainText((await help.handle(message(said), guest())) as Reply)
  for (const part of ['/echo 原样说回来', '/help']) expect(text).toContain(part)
})

test('a greeting is answered shortly, with where to read more', async () => {
  const text = plainText((await help.handle(message('你好'), guest())) as Reply)
  expect(text).toContain('回声 你好')
  expect(text).toContain('发“帮助”')
  expect(text).not.toContain('/echo')
})

test.each(['好的！', '收到', '知道了'])('「%s」 does nothing, and is told so', async (text) => {
  expect(help.match(message(text))).toBe(1)
  expect(plainText((await help.handle(message(text), guest())) as Reply)).toContain('点了消息上的按钮才算数')
})

test.each(['谢谢', '多谢啦', 'thanks'])('「%s」 is no question', async (text) => {
  expect(help.match(message(text))).toBe(1)
  expect(plainText((await help.handle(message(text), guest())) as Reply)).toBe('不客气，有事随时问。')
})

test('help speaks English to those who do', async () => {
  const outcome = await help.handle(message('help'), guest('en'))
  expect(plainText(outcome as Reply)).toContain('What the alliance assistant does')
})
