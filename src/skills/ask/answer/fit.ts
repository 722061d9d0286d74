import { measureWords } from './measure-words.ts'
import type { Aim, Part } from './question.ts'

const numeral = String.raw`(?:[\d,.]+|[一二三四五六七八九十百千万两]+)`

/** What a sentence must hold to be able to answer, by what is asked for. */
const holds: Readonly<Partial<Record<Aim, RegExp>>> = {
  date: /(?:19|20)\d{2}\s*年|“?十[一二三]五”?(?:期?末|时期|期间)|\d{1,2}\s*月|\d{1,2}\s*日|[〇零一二三四五六七八九]{4}年|年底|月底|季度|上旬|中旬|下旬|\d+\s*年/u,
  number: new RegExp(`${numeral}\\s*(?:%|％|‰|余|多|${measureWords})|第[一二三四五六七八九十\\d]+|\\d`, 'u'),
  who: /部|司|局|厅|办公室|中心|委员会|公司|大学|研究院|政府|单位|机构|领导|院士|主任|处|组|联盟|银行/u,
  where: /省|市|县|区|州|镇|村|国|京|地|举办|赴/u,
  list: /、|；|和|以及|等/u,
  definition: /是|指|即|简称|称为|为/u,
  how: /通过|采用|实施|开展|推进|建立|按照|应|须|经|加强|组织|完善|坚持|促进|探索/u,
  why: /为|由于|因|目的|旨在|以便|以更|促进|针对|鉴于/u,
  'document-number': /[〔[（(]\s*\d{4}\s*[〕\]）)]\s*(?:第\s*)?\d+(?:-\d+)?\s*号|\d+号/u,
}

/** Units asked for that a sentence must then say with a figure: 多少人 -> 17 人. */
const sameUnit: Readonly<Record<string, string>> = {
  个: '个|家|项|大|类|种|条|位|名|省',
  家: '家|个|户',
  个点: '个百分点|%',
  个百分点: '个百分点|%',
  人: '人|名|位',
  名: '人|名|位',
  位: '人|名|位',
  项: '项|个|大|条',
  件: '件|个|项|条',
  条: '条|个|项|大',
  省: '省|个省',
  份: '份|个|件|家',
  场: '场|次|期',
}

/**
 * How well a sentence holds what is asked for, 0..1: the mean over the aims, where an exact unit or a document number
 * says more than any figure.
 */
export function fitOf(part: Part, sentence: string): number {
  let sum = 0
  let asked = 0
  for (const aim of part.aims) {
    const pattern = holds[aim]
    if (!pattern) continue
    asked++
    if (aim === 'number' && part.unit !== undefined)
      sum += hasUnit(sentence, part.unit) ? 1 : pattern.test(sentence) ? 0.3 : 0
    else if (pattern.test(sentence)) sum += 1
  }
  return asked === 0 ? 0.5 : sum / asked
}

const unitPatterns = new Map<string, RegExp>()

/** A figure followed by the unit that is asked for, or one that counts the same things: also 90%以上的县. */
export function hasUnit(sentence: string, unit: string): boolean {
  let pattern = unitPatterns.get(unit)
  if (!pattern) {
    pattern = new RegExp(
      `${numeral}\\s*(?:余|多|[%％](?:以上|左右)?的)?\\s*(?:${sameUnit[unit] ?? unit})`,
      'u',
    )
    unitPatterns.set(unit, pattern)
  }
  return pattern.test(sentence)
}
