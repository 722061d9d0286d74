import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, tagOf } from '../../../src/adapters/discord/custom-id.ts'
import { carriesTag, render } from '../../../src/adapters/discord/render.ts'
import {
  type Button,
  buttons,
  fields,
  heading,
  list,
  note,
  paragraph,
  quote,
  type Reply,
  reply,
  table,
} from '../../../src/core/reply.ts'
import { buttonsOf, labelsOf, readable, readInOneGo } from '../../support/discord/read.ts'
import { refusalOfMessage } from '../../support/discord/rules.ts'
import { anyReply, readableStrings } from '../../support/replies.ts'
import { hostile } from '../../support/skills.ts'

/** Any reply, some of its texts longer than what Discord takes in one place. */
const anyLongReply = fc
  .tuple(anyReply, fc.array(fc.constantFrom(1, 1, 1, 30, 200, 1500), { minLength: 1, maxLength: 7 }))
  .map(([it, times]): Reply => {
    let at = 0
    const longer = (text: string) => text.repeat(times[at++ % times.length] ?? 1).slice(0, 9000)
    return JSON.parse(JSON.stringify(it), (key, value) =>
      typeof value === 'string' && ['text', 'source', 'label', 'banner', 'caption', 'name'].includes(key)
        ? longer(value)
        : value,
    )
  })

/** What is left to compare where white space, marks that nobody sees, and the joints of messages mean nothing. */
const bare = (text: string) =>
  text
    .replace(/[\s\u0000-\u001f\u007f-\u00a0\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffd\\]/g, '')
    .replace(/[*_~`|[\]<>#.()+-]/g, '')

describe('any reply', () => {
  test('renders within what Discord takes', () => {
    fc.assert(
      fc.property(anyLongReply, fc.boolean(), (it, share) => {
        for (const payload of render(it, { share, delivery: 'notice:1' }))
          expect(refusalOfMessage({ ...payload, nonce: 'n', enforce_nonce: true })).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('is read in full: nothing that it holds is lost', () => {
    fc.assert(
      fc.property(anyLongReply, (it) => {
        const seen = bare(readInOneGo(render(it)))
        const lost = readableStrings(it).filter((text) => !seen.includes(bare(text)))
        expect(lost.map((text) => text.slice(0, 50))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('rings nobody', () => {
    fc.assert(
      fc.property(anyReply, (it) => {
        for (const payload of render(it)) expect(payload.allowed_mentions).toEqual({ parse: [] })
      }),
    )
  })

  test('carries the mark of its delivery in its last message and only there, and one of its own in each before it', () => {
    const key = 'notice:1'
    fc.assert(
      fc.property(anyLongReply, (it) => {
        const payloads = render(it, { delivery: key })
        const carrying = (tag: string) =>
          payloads.flatMap((payload, at) => (carriesTag(payload, tag) ? [at] : []))
        for (const part of payloads.keys()) {
          const isLast = part === payloads.length - 1
          expect(carrying(isLast ? tagOf(key) : tagOf(key, part))).toEqual([part])
        }
      }),
    )
  })
})

describe('words mean nothing to Discord', () => {
  const payloads = render(
    reply(
      heading(hostile),
      hostile,
      quote(hostile, hostile, hostile),
      fields([[hostile, hostile]]),
      note(hostile),
    ),
  )

  test('no mention and no markup comes of text', () => {
    const wire = payloads.map((it) => `${it.content}${JSON.stringify(it.embeds)}`).join('')
    expect(wire).not.toMatch(/@everyone|@here/)
    expect(wire).toContain('\\\\<@U1>')
    expect(payloads[0]?.content).toContain('\\*bold\\*')
  })

  test('and it is shown as it was written', () => {
    const seen = payloads.map(readable).join('')
    for (const word of ['@everyone', '<!channel>', '<@U1>', '*bold*', '`code`', '<script>', '&amp;'])
      expect(seen).toContain(word)
  })

  test.each([
    '# 一级标题',
    '> 引用',
    '- 列表',
    '-# 小字',
    '1. 编号',
    '**粗** __下划线__ ~~删除~~ ||剧透||',
    '[假链接](https://evil.example)',
    '<t:1:R> <#1> <:x:1> </ban:1> <id:guide>',
    '反斜杠 \\* 与 `代码`',
    '见 https://www.most.gov.cn/a_b_c?x=1 第三条',
  ])('%s', (text) => {
    expect(readable(render(reply(text))[0])).toBe(text)
    expect(render(reply(text))[0]?.content).not.toBe(text)
  })

  test('a date stays as it was typed', () => {
    expect(render(reply('2014-06-30 前'))[0]?.content).toBe('2014-06-30 前')
  })
})

describe('a card', () => {
  test('shows the quote, its source at the foot, and a banner in amber', () => {
    const [payload] = render(
      reply('要在六月底前。', quote('每年6月30日前', '2014年工作要点 第五条', '征求意见稿')),
    )
    expect(payload?.content).toBe('要在六月底前。')
    expect(payload?.embeds).toEqual([
      {
        color: 0xf9a825,
        title: '⚠ 征求意见稿',
        description: '每年6月30日前',
        footer: { text: '—— 2014年工作要点 第五条' },
      },
    ])
  })

  test('keeps what comes after a quote below it', () => {
    const [payload] = render(reply('前', quote('中', '出处'), '后'))
    expect(payload?.embeds.map((it) => it.description)).toEqual(['中', '后'])
  })

  test('aligns a narrow table and names the columns of a wide one', () => {
    const narrow = render(
      reply(
        table(
          ['实验区', '年份'],
          [
            ['丰顺', '2008'],
            ['龙岩', '2009'],
          ],
          '表1',
        ),
      ),
    )
    expect(narrow[0]?.content).toContain('```\n实验区  年份\n丰顺    2008\n龙岩    2009\n```')
    const wide = render(reply(table(['实验区', '主题'], [['丰顺', '生态'.repeat(20)]])))
    expect(wide[0]?.content).toContain(`- 丰顺；主题：${'生态'.repeat(20)}`)
  })

  test('puts small print above the buttons, where Discord draws them', () => {
    const payloads = render(reply('答', buttons(press('有用', '7')), note('只来自已导入的文件')))
    expect(payloads).toHaveLength(1)
    expect(payloads[0]?.content).toBe('答\n-# 只来自已导入的文件')
  })

  test('keeps buttons with the text that they belong to', () => {
    const payloads = render(reply('甲', buttons(press('选甲', '1')), '乙', buttons(press('选乙', '2'))))
    expect(payloads.map((it) => [it.content, ...labelsOf(it)])).toEqual([
      ['甲', '选甲'],
      ['乙', '选乙'],
    ])
  })

  test('two buttons that say the same have ids of their own, and both come back as what they are', () => {
    const [payload] = render(
      reply(
        '答',
        buttons(press('有用', '7'), press('有用', '7'), { ...press('填表', 'a:b'), opens: 'try.offer' }),
      ),
    )
    const ids = buttonsOf(payload).map((it) => String(it.custom_id))
    expect(new Set(ids).size).toBe(3)
    expect(ids.map(decode)).toEqual([
      { kind: 'press', name: 'try.helpful', value: '7' },
      { kind: 'press', name: 'try.helpful', value: '7' },
      { kind: 'open', name: 'try.offer', value: 'a:b' },
    ])
  })

  test('a button whose id has no room is shown and cannot be pressed', () => {
    const [button] = buttonsOf(render(reply('答', buttons(press('有用', 'x'.repeat(100)))))[0])
    expect(button).toMatchObject({ label: '有用', disabled: true })
  })

  test('thirty buttons take two messages', () => {
    const all = Array.from({ length: 30 }, (_, at) => press(`第${at}`, String(at)))
    const payloads = render(reply('选', buttons(...all)))
    expect(payloads.map((it) => labelsOf(it).length)).toEqual([25, 5])
  })

  test('nothing to see is nothing to post', () => {
    expect(render(reply())).toEqual([])
    expect(render(reply(' ', paragraph('')))).toEqual([])
  })
})

describe('a long answer', () => {
  const rule = '验收申请等材料应于当年六月三十日前由省级科技主管部门统一报送。'

  test('cuts a quotation of 9,000 characters after sentences, its source and banner on each card', () => {
    const text = rule.repeat(300).slice(0, 9000)
    const payloads = render(reply('先说结论。', quote(text, '2014年工作要点', '征求意见稿')))
    const cards = payloads.flatMap((it) => it.embeds)
    expect(cards.map((it) => it.description).join('')).toBe(text)
    expect(cards.map((it) => it.footer?.text)).toEqual([1, 2, 3].map((at) => `—— 2014年工作要点（${at}/3）`))
    for (const card of cards.slice(0, -1)) expect(card.description?.endsWith('。')).toBe(true)
    for (const card of cards) expect(card.title).toBe('⚠ 征求意见稿')
  })

  test('does not cut a quotation that a card can hold, however full the message is', () => {
    const text = rule.repeat(120).slice(0, 3800)
    const payloads = render(reply(quote(text, '甲'), quote(text, '乙'), quote(text, '丙')))
    expect(payloads.map((it) => it.embeds.map((card) => card.description))).toEqual([[text], [text], [text]])
  })

  test('ends each message after 。；or a line', () => {
    const payloads = render(reply(rule.repeat(200)))
    expect(payloads.length).toBeGreaterThan(3)
    for (const payload of payloads) expect(payload.content.endsWith('。')).toBe(true)
    expect(payloads.map((it) => it.content).join('')).toBe(rule.repeat(200))
  })

  test('numbers its list through', () => {
    const items = Array.from({ length: 200 }, (_, at) => `第${at}项 ${rule}`)
    const seen = render(reply(list(items, true)))
      .map((it) => it.content)
      .join('\n')
    expect(seen).toContain('\n200. 第199项')
  })
})

const press = (label: string, value: string): Button => ({ label, action: 'try.helpful', value })
