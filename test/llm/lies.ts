import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { squeeze } from '../../src/skills/ask/answer/quote.ts'
import { actors } from '../../src/skills/ask/model/actors.ts'
import { sharedBigrams } from '../../src/skills/ask/model/plain.ts'
import type { StoredPassage } from '../../src/store/passages.ts'
import { root, type TrueSentence } from './corpus.ts'

export interface Lie {
  readonly kind: string
  readonly passage: StoredPassage
  readonly text: string
}

/** One change that makes a true sentence false, for every kind of lie that fits it. */
export function liesAbout(truth: TrueSentence, passages: readonly StoredPassage[]): readonly Lie[] {
  const { passage, text } = truth
  const told = (kind: string, texts: readonly string[]) =>
    texts
      .filter((it) => it !== text && !squeeze(passage.text).includes(squeeze(it)))
      .map((it): Lie => ({ kind, passage, text: it }))
  return [
    ...told('changed figure', figuresChanged(text, passage.text)),
    ...told('wrong year', yearsChanged(text)),
    ...told('negation flipped', negated(text)),
    ...told('modal changed', modalsChanged(text)),
    ...told('name swapped', namesSwapped(text, passage.text)),
    ...told('invented clause', invented(text)),
    ...foreign(truth, passages),
  ]
}

/** A figure that is one more, ten times as much, or one that the passage says of something else. */
function figuresChanged(text: string, source: string): string[] {
  return [
    ...text.matchAll(
      /(?<![\d.年A-Za-z])\d+(?:\.\d+)?(?=个|人|家|项|%|万|亿|余|期|省|位|月|日|户|天|级|多)/gu,
    ),
  ].flatMap(({ 0: figure, index }) => {
    const others = [...source.matchAll(/\d+(?:\.\d+)?/gu)]
      .map(([it]) => it)
      .filter((it) => it !== figure && it.length < 4)
    const near = others.find((it) => !text.includes(it))
    return [String(Number(figure) + 1), `${figure}0`, ...(near === undefined ? [] : [near])].map(
      (it) => text.slice(0, index) + it + text.slice(index + figure.length),
    )
  })
}

function yearsChanged(text: string): string[] {
  return [...text.matchAll(/(?:19|20)\d{2}(?=年)/gu)].flatMap(({ 0: year, index }) =>
    [Number(year) - 1, Number(year) + 2].map((it) => text.slice(0, index) + it + text.slice(index + 4)),
  )
}

const flips: readonly (readonly [RegExp, string])[] = [
  [/(?<=[^不])(须|应|要)(?=[\p{Script=Han}])/u, '不$1'],
  [/将(?=[\p{Script=Han}])/u, '将不'],
  [/不再(?=作为)/u, '仍然'],
  [/尚未/u, '已经'],
  [/未能/u, '已经'],
  [/暂缓验收/u, '通过验收'],
  [/不够/u, '足够'],
  [/已(?=经|于|完)/u, '尚未'],
  [/(?:共)?有(?=\d)/u, '没有'],
  [/提高/u, '降低'],
  [/增长/u, '下降'],
  [/进行了/u, '没有进行'],
  [/完成/u, '没有完成'],
  [/参加/u, '没有参加'],
  [/给予|予以/u, '不予'],
  [/不包括/u, '包括'],
]

function negated(text: string): string[] {
  return flips.flatMap(([pattern, instead]) => (pattern.test(text) ? [text.replace(pattern, instead)] : []))
}

function modalsChanged(text: string): string[] {
  const weaker = ['须', '应', '要'].flatMap((modal) =>
    new RegExp(`(?<!需|重|主|纲|简|不)${modal}(?!求|点|用对|对气)`, 'u').test(text)
      ? [text.replace(new RegExp(`(?<!需|重|主|纲|简|不)${modal}(?!求|点|用对|对气)`, 'u'), '可以')]
      : [],
  )
  const stronger = /将(?=组织|对|在|作为|突出|精炼)/u.test(text)
    ? [text.replace(/将(?=组织|对|在|作为|突出|精炼)/u, '必须')]
    : []
  return [...weaker, ...stronger]
}

/** Whoever acts becomes somebody else: one who stands in the passage, and one who does not. */
function namesSwapped(text: string, source: string): string[] {
  const even = squeeze(source)
  const first = actors.find((it) => text.includes(it) && it.length > 2)
  if (first === undefined || /等单位/u.test(text)) return []
  const akin = (it: string) => it.includes(first) || first.includes(it)
  const inside = actors.find((it) => it.length > 3 && even.includes(it) && !text.includes(it) && !akin(it))
  const outside = ['财政部', '国务院', '市政府'].find((it) => !even.includes(it))
  return [inside, outside].flatMap((it) => (it === undefined ? [] : [text.replace(first, it)]))
}

const inventions = [
  '，并缴纳5万元保证金',
  '，逾期不再受理',
  '，由省级人民政府批准',
  '，费用由各实验区承担',
  '，每年至少一次',
  '，否则取消实验区资格',
  '，并在30个工作日内答复',
  '，联系电话见通知',
]

function invented(text: string): string[] {
  const at = text.length % inventions.length
  return [inventions[at], inventions[(at + 3) % inventions.length]].map((it) =>
    text.replace(/。?$/u, `${it}。`),
  )
}

/** The right words under the wrong passage: the one that is most like the right one. */
function foreign({ passage, text }: TrueSentence, passages: readonly StoredPassage[]): Lie[] {
  const others = passages
    .filter((it) => it.id !== passage.id)
    .map((it) => ({ passage: it, like: sharedBigrams(squeeze(text), squeeze(it.text)) }))
    // What another passage says, too, is no lie there.
    .filter(({ like }) => like < text.length * 0.55)
    .sort((one, other) => other.like - one.like)
  return others.slice(0, 1).map((it) => ({ kind: 'foreign passage', passage: it.passage, text }))
}

/** The lies of hand-made-lies.tsv. */
export function handMadeLies(passages: readonly StoredPassage[]): readonly Lie[] {
  return readFileSync(join(root, 'test', 'llm', 'hand-made-lies.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [near = '', text = ''] = line.split('\t')
      const passage = passages.find((it) => squeeze(it.text).includes(squeeze(near)))
      if (!passage) throw new Error(`no passage holds 「${near}」`)
      return { kind: 'made by hand', passage, text }
    })
}
