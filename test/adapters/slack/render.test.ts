import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render, renderBlocks } from '../../../src/adapters/slack/render.ts'
import { split } from '../../../src/adapters/slack/split.ts'
import { buttons, list, note, paragraph, quote, type Reply, reply, table } from '../../../src/core/reply.ts'
import { anyReply, readableStrings } from '../../support/replies.ts'
import { hostile } from '../../support/skills.ts'
import { buttonsIn, readable, refusalOf, unescaped } from '../../support/slack/blocks.ts'

/** Any reply, some of its texts longer than what Slack takes in one block; quotations still fit a message. */
const anyLongReply = fc
  .tuple(anyReply, fc.array(fc.constantFrom(1, 1, 90, 700, 4000), { minLength: 1, maxLength: 7 }))
  .map(([it, times]): Reply => {
    let at = 0
    const longer = (text: string) => text.repeat(times[at++ % times.length] ?? 1).slice(0, 7000)
    return JSON.parse(JSON.stringify(it), (key, value) =>
      typeof value === 'string' && ['text', 'source', 'label', 'banner', 'caption', 'name'].includes(key)
        ? longer(value)
        : value,
    )
  })

/** What is left to compare where white space, marks that nobody sees, and the joints of messages mean nothing. */
const bare = (text: string) =>
  text.replace(/[\s\u0000-\u001f\u007f-\u00a0\u202a-\u202e\u2066-\u2069\u200b\ufeff]/gu, '')

describe('any reply', () => {
  test('renders within what Slack takes', () => {
    fc.assert(
      fc.property(anyLongReply, (it) => {
        for (const draft of render(it)) {
          expect(refusalOf(draft.blocks, 'message')).toBeUndefined()
          expect(draft.text.length).toBeLessThanOrEqual(40_000)
          expect(draft.text).not.toMatch(/[<>]/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is read in full: nothing that it holds is lost', () => {
    fc.assert(
      fc.property(anyLongReply, (it) => {
        const seen = bare(
          render(it)
            .map((draft) => readable(draft.blocks))
            .join(''),
        )
        const lost = readableStrings(it).filter((text) => !seen.includes(bare(text)))
        expect(lost.map((text) => text.slice(0, 50))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('renders for App Home within what Slack takes of blocks', () => {
    fc.assert(
      fc.property(anyReply, (it) => {
        expect(refusalOf(renderBlocks(it, 'home').slice(0, 100), 'home')).toBeUndefined()
      }),
    )
  })
})

describe('words mean nothing to Slack', () => {
  const drafts = render(
    reply({ kind: 'heading', text: hostile }, hostile, quote(hostile, hostile, hostile), note(hostile)),
  )

  test('no mention, link or markup comes of text', () => {
    const wire = JSON.stringify(drafts)
    expect(wire).not.toMatch(/<[!@#]/)
    expect(wire).not.toContain('"mrkdwn"')
    expect(wire).not.toMatch(/"type":"(user|broadcast|link|usergroup)"/)
  })

  test('and it is shown as it was written', () => {
    for (const word of ['@everyone', '<!channel>', '<@U1>', '*bold*', '`code`', '<script>', '&amp;'])
      expect(drafts.map((it) => readable(it.blocks)).join('')).toContain(word)
  })

  test('the text beside the blocks is escaped', () => {
    expect(drafts[0]?.text).toContain('&lt;!channel&gt; &lt;@U1&gt;')
    expect(unescaped(drafts[0]?.text ?? '')).toContain('<!channel> <@U1>')
  })
})

describe('a long answer', () => {
  const rule = '验收申请等材料应于当年六月三十日前由省级科技主管部门统一报送。'

  test('keeps a quotation of 9,000 characters whole, with its banner and its source', () => {
    const text = rule.repeat(290).slice(0, 9000)
    const drafts = render(
      reply('先说结论。'.repeat(400), quote(text, '2014年工作要点', '征求意见稿'), '谢谢。'),
    )
    const holding = drafts.filter((it) => readable(it.blocks).includes(text))
    expect(holding).toHaveLength(1)
    expect(readable(holding[0]?.blocks)).toMatch(/征求意见稿[\s\S]*2014年工作要点/)
  })

  test('cuts a longer quotation after a sentence, source and banner on each part', () => {
    const text = rule.repeat(900)
    const drafts = render(reply(quote(text, '2014年工作要点', '征求意见稿')))
    expect(drafts.length).toBeGreaterThan(2)
    for (const draft of drafts)
      expect(readable(draft.blocks)).toMatch(/征求意见稿[\s\S]*。\n—— 2014年工作要点/)
    const parts = drafts.map((it) => readable(it.blocks).split('\n').slice(1, -1).join('\n'))
    expect(parts.join('') === text).toBe(true)
  })

  test('is cut after 。；and line ends', () => {
    expect(split('一二三。四五六；七八九', 8)).toEqual(['一二三。四五六；', '七八九'])
    expect(split('一二三四五六七八九十', 4)).toEqual(['一二三四', '五六七八', '九十'])
    expect(split('', 4)).toEqual([''])
  })

  test('numbers its list through, whatever the messages', () => {
    const blocks = render(
      reply(
        list(
          Array.from({ length: 400 }, () => '丰顺县'),
          true,
        ),
      ),
    ).flatMap((it) => it.blocks)
    const offsets = JSON.stringify(blocks).match(/"offset":\d+/g)
    expect(offsets?.length).toBe(blocks.length - 1)
  })

  test('repeats the header of a table that one Slack table cannot hold, one table a message', () => {
    const rows = Array.from({ length: 157 }, (_, at) => [`实验区 ${at}`, '江苏'])
    const drafts = render(reply(table(['名称', '省份'], rows, '国家可持续发展实验区')))
    expect(drafts.map((it) => readable(it.blocks).match(/名称/g)?.length)).toEqual([1, 1])
    expect(drafts.map((it) => refusalOf(it.blocks, 'message'))).toEqual([undefined, undefined])
  })
})

test('buttons carry what they are for, each with an id of its own', () => {
  const [draft] = render(
    reply(
      '选一个',
      buttons(
        { label: '有用', action: 'ask.helpful', value: '7' },
        { label: '丰顺', action: 'zones.show', value: 'fengshun' },
        { label: '龙岩', action: 'zones.show', value: 'longyan' },
        { label: '登记', action: 'try.open', value: '8', opens: 'try.offer' },
      ),
    ),
  )
  expect(buttonsIn(draft?.blocks)).toMatchObject([
    { label: '有用', value: '7' },
    { value: 'fengshun' },
    { value: 'longyan' },
    { action_id: 'try.open>try.offer#3', value: '8' },
  ])
})

test('a reply that says nothing is no message', () => {
  expect(render(reply())).toEqual([])
  expect(render(reply(paragraph('')))).toEqual([])
})
