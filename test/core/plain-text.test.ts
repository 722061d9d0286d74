import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../../src/core/plain-text.ts'
import { buttons, divider, fields, heading, list, note, quote, reply, table } from '../../src/core/reply.ts'
import { anyReply, readableStrings } from '../support/replies.ts'

test('nothing that a reply can hold is lost in plain text', () => {
  fc.assert(
    fc.property(anyReply, (it) => {
      const text = plainText(it)
      for (const part of readableStrings(it)) expect(text).toContain(part)
    }),
  )
})

test('a reply reads like a letter', () => {
  const text = plainText(
    reply(
      heading('验收'),
      '当年6月30日前提交。',
      quote(
        '建设满五年的实验区，应当于当年6月30日前提交验收申请等材料。',
        '2014年度工作要点 > 五',
        '征求意见稿',
      ),
      list(['甲', '乙'], true),
      list(['丙']),
      fields([['省份', '江苏']]),
      table(['实验区', '省份'], [['宜兴', '江苏']], '表1'),
      divider,
      note('小字'),
      buttons(
        { label: '有用', action: 'ask.helpful', value: '1' },
        { label: '不对', action: 'ask.wrong', value: '1' },
      ),
    ),
  )
  expect(text).toBe(
    [
      '验收',
      '当年6月30日前提交。',
      '征求意见稿',
      '「建设满五年的实验区，应当于当年6月30日前提交验收申请等材料。」',
      '—— 2014年度工作要点 > 五',
      '1. 甲',
      '2. 乙',
      '· 丙',
      '省份：江苏',
      '表1',
      '实验区 | 省份',
      '宜兴 | 江苏',
      '———',
      '小字',
      '[有用] [不对]',
    ].join('\n'),
  )
})
