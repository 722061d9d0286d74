/**
 * What the eye sees of a printed stretch: line breaks and spaces that touch a Chinese character gone, other runs of
 * white space one space, bold markers gone. White space and `**` aside not one character changes.
 */
export function clean(printed: string): string {
  const text = printed.includes('**') ? printed.replace(/\*\*(?=\S)([^*]+?)\*\*/g, '$1') : printed
  if (!anyBlank.test(text)) return text
  const found = listMark.exec(text)
  const mark = found?.[0] ?? ''
  if (mark === '') return tighten(trimBlank(text))
  const rest = tighten(trimBlank(text.slice(mark.length)))
  const head = mark.replace(/\s+/g, '')
  return /\s$/.test(mark) && rest !== '' ? `${head} ${rest}` : head + rest
}

/** Numbers after which the printed space is kept, because 1.实验区 and 第三条为了 read badly: 1. (1) 第三条 第一章. */
const listMark =
  /^\s*(?:\d{1,3}(?:\.\d{1,3})*\.?|[(（]\d{1,3}\)|[-•](?:\s*\d{1,3}\.)?|[图表]\s*\d{1,3}(?:[-.]\d{1,3})?|第\s*[〇零一二三四五六七八九十百千\d]+\s*(?:分?编|章|节|条(?:之[一二三四五六七八九十]+)?))\s+(?=\S)/

/** White space as the eye takes it: with the characters of no width that web pages leave behind. */
const anyBlank = /[\s\u200B\u2060\uFEFF]/
const blanks = /[\s\u200B\u2060\uFEFF]+/g
const gap = /([^\s\u200B\u2060\uFEFF])[\s\u200B\u2060\uFEFF]+(?=([^\s\u200B\u2060\uFEFF]))/g

function tighten(text: string): string {
  return text.replace(gap, (_, before: string, after: string) =>
    isWide(before) || isWide(after) ? before : `${before} `,
  )
}

/** Chinese characters and the signs set with them: no space is ever meant beside one. */
function isWide(character: string): boolean {
  const code = character.charCodeAt(0)
  return (
    code >= 0x2e80 ||
    (code >= 0x2010 && code <= 0x2040) ||
    (code >= 0x2460 && code <= 0x25ff) ||
    code === 0xb7
  )
}

/** The text without any white space: how two prints of one text are compared. */
export function bare(text: string): string {
  return text.replace(blanks, '')
}

/** The text without white space at its ends. By hand: a pattern would walk long runs of blanks over and over. */
export function trimBlank(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && anyBlank.test(text.charAt(start))) start += 1
  while (end > start && anyBlank.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
