import { actors } from './actors.ts'
import { bigramsOf } from './plain.ts'

const titles = '副?(?:主任|厅长|司长|处长|局长|部长|省长|市长|县长|区长|书记|院士|教授|研究员|秘书长)'
/** The last two characters of a person's name, and the title: no office that is called after its head. */
const person = new RegExp(
  `(\\p{Script=Han}{2}(?<![室会部局厅处司院所组心区市县省校委府门家]))(${titles})`,
  'gu',
)

/** Who asks whom before acting: the one who is asked does not act. */
const consults = new RegExp(`(?:商|会商|会同|报请|商请|征求)各?有?关?(${actors.join('|')})`, 'gu')

/** Of a longer noun only the last part is repeated: 「501家企业」, where it is 化工企业. Characters of what is left out. */
const qualifier = { least: 2, most: 9 }
const counted = /\d+(?:\.\d+)?(?:[万亿千百]?多?余?)(?:个|家|人|名|项|位|户|所|处|条|种|类|期|届|次|件|座)/gu

/**
 * What a sentence leaves out so that it says more, or of another: the kind of what is counted, a person's title, who acts,
 * 「等」 before a sum. Gives it.
 * @param said bare
 * @param source bare
 */
export function unqualified(said: string, source: string): string | undefined {
  return (
    kindLost(said, source) ??
    levelLost(said, source) ??
    titleLost(said, source) ??
    actorLost(said, source) ??
    restLost(said, source)
  )
}

function kindLost(said: string, source: string): string | undefined {
  for (const { index, 0: figure } of said.matchAll(counted)) {
    const after = said.slice(index + figure.length, index + figure.length + 2)
    const noun = isNoun.test(after) ? after : said.slice(Math.max(0, index - 2), index)
    if (!isNoun.test(noun)) continue
    const nouns = [...source.matchAll(new RegExp(`(?<!\\d)${figure}(\\p{Script=Han}+)`, 'gu'))].map(
      ([, its = '']) => its,
    )
    if (nouns.length === 0 || nouns.some((it) => it.startsWith(noun))) continue
    for (const whole of nouns) {
      const lost = whole.slice(0, Math.max(0, whole.indexOf(noun)))
      if (lost.length < qualifier.least || lost.length > qualifier.most) continue
      // 「14位领导作了讲座」 became 「14位讲座」: what is counted is another thing.
      if (noun === after && /[了过]/u.test(lost)) return lost
      if (bigramsOf(lost).every((it) => !said.includes(it))) return lost
    }
  }
  return undefined
}

const isNoun = /^\p{Script=Han}{2}$/u

/** 「国家级实验区数量为157个」 became 「实验区数量为157个」. */
function levelLost(said: string, source: string): string | undefined {
  for (const [, level = '', rest = ''] of source.matchAll(levels))
    if (said.includes(rest) && !said.includes(level)) return level
  return undefined
}

const levels = /(国家级|省级|自治区级|市级|县级)(\p{Script=Han}{2,8}\d+)/gu

function titleLost(said: string, source: string): string | undefined {
  for (const [, name = '', title = ''] of source.matchAll(person)) {
    if (
      said.includes(name) &&
      !said.includes(name + title) &&
      !new RegExp(`${title}.?${name}`, 'u').test(said)
    )
      return title
  }
  return undefined
}

function actorLost(said: string, source: string): string | undefined {
  for (const { 0: all, 1: asked = '', index } of source.matchAll(consults)) {
    const acting = actors.find((it) => source.slice(0, index).endsWith(it))
    if (acting === undefined || said.includes(acting) || !said.includes(asked)) continue
    const after = source.slice(index + all.length, index + all.length + 12)
    if (bigramsOf(after).filter((it) => said.includes(it)).length > 2) return acting
  }
  return undefined
}

/** 「……等单位的14位」: the sum is that of all, not of those who are named. */
function restLost(said: string, source: string): string | undefined {
  for (const [, kind = '', figure = ''] of source.matchAll(/(等\p{Script=Han}{0,4}的?)(\d+\p{Script=Han})/gu))
    if (said.includes(`的${figure}`) && !said.includes('等')) return kind
  return undefined
}
