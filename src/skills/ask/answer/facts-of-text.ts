import { squeeze } from './quote.ts'

/**
 * The figures of a text: every run of digits (with decimals and a percent or per-mille sign), and Chinese numerals
 * that count something. They must not change on the way from a quote to an answer.
 */
export function figuresOf(text: string): string[] {
  // 「14. 2015年1月」: an item's number and its first figure are two figures.
  const folded = squeeze(text.replace(/(?<![\d.])(\d{1,2})[.．]\s*(?=(?:19|20)\d{2}\s*年)/gu, '$1、'))
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/％/gu, '%')
  return [
    // The digits of a name (PM2.5) are no figure.
    ...(folded.match(/(?<![A-Za-z\d.]|[A-Za-z]\d+\.)\d+(?:\.\d+)?[%‰]?/gu) ?? []),
    ...(folded.match(
      /[一二三四五六七八九十百千万两]+(?=个|家|人|年|月|日|项|次|名|条|届|期|类|种|省|天)/gu,
    ) ?? []),
  ]
}

/** Figures with what makes them a date, a share or a sum: 6月, 30日, 40.39%, 2亿. A swapped day and month shows here. */
export function datedFiguresOf(text: string): string[] {
  return squeeze(text).match(/\d+(?:\.\d+)?(?:月|日|%|％|‰|万|亿|元)/gu) ?? []
}

/** Words that carry what must, may and must not be done: swapping one turns a rule into another. */
const modalWords = /不得|不应|不能|不可|禁止|严禁|应当|应该|必须|须|可以|暂缓|不再|不予|免于|取消|尚未|未/gu

export function modalsOf(text: string): string[] {
  return squeeze(text).match(modalWords) ?? []
}

/** Document numbers, 国科发社字[2007]112号 in any kind of brackets, folded to one. */
export function documentNumbersOf(text: string): string[] {
  const folded = squeeze(text)
    .replace(/[〔【（(［]/gu, '[')
    .replace(/[〕】）)］]/gu, ']')
  return folded.match(/[\u4e00-\u9fff]{1,8}\[\d{4}\](?:第)?\d+(?:-\d+)?号/gu) ?? []
}
