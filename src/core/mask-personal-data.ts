/** At most one sign between the parts of a number. */
const between = '[- .·]?'
/** What is counted is no telephone: 15000000000元, 18000000000平方米. */
const noAmount = String.raw`(?!\d)(?!\.\d)(?! ?(?:[万亿]|元|美元|人民币|平方|立方|公顷|亩|吨|公里|千瓦|㎡))`
const birthday = ['(?:0[1-9]|1[0-2])', String.raw`(?:0[1-9]|[12]\d|3[01])`] as const
const area = String.raw`(?:10|2\d|[3-9]\d{2})`
const extension = String.raw`(?:(?: ?转 ?|-)\d{1,6})?`
const country = String.raw`\(?(?:\+|00)?86\)?[- ]?`

const pattern = (...parts: readonly string[]) => new RegExp(parts.join(''), 'gu')

/** Mainland identity, mobile and landline numbers and e-mail addresses, as `plainly` written. */
const personal: readonly (readonly [RegExp, string])[] = [
  [pattern(String.raw`(?<!\d)\d{17}[\dXx](?!\d)`), '［身份证号］'],
  [
    pattern(
      String.raw`(?<!\d)[1-8]\d{5}[- ]?(?:19|20)\d{2}[- ]?`,
      birthday.join('[- ]?'),
      String.raw`[- ]?\d{3}[\dXx](?!\d)`,
    ),
    '［身份证号］',
  ],
  // Cards from before 1999: the year has two figures, and nothing proves the number.
  [
    pattern(String.raw`(?<![\d.])[1-8]\d{5} ?\d{2}`, birthday.join(''), String.raw` ?\d{3}`, noAmount),
    '［身份证号］',
  ],
  [
    pattern(
      String.raw`(?<!\d)(?:${country})?`,
      '(?:',
      // Three numbers side by side of which two are years are a row of a table.
      String.raw`1[3-9]\d(?! (?:19|20)\d{2} (?:19|20)\d{2})${between}\d{4}${between}\d{4}`,
      String.raw`|1[3-9]\d-\d{3}-\d{5}|1[3-9]\d{2}-\d{3}-\d{4}`,
      ')',
      noAmount,
    ),
    '［手机号］',
  ],
  [
    pattern(
      String.raw`(?<![\d.])(?:`,
      String.raw`\(0${area}\)[- ]?\d{3,4}[- ]?\d{4}`,
      String.raw`|0\d{2,3}[- ]\d{3,4}[- ]?\d{4}`,
      String.raw`|0${area}[2-9]\d{6,7}`,
      String.raw`|\(?(?:\+|00)86\)?[- ]?${area}[- ]?[2-9]\d{2,3}[- ]?\d{4}`,
      ')',
      extension,
      noAmount,
    ),
    '［电话］',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '［邮箱］'],
]

/** The same text with telephone numbers, identity numbers and e-mail addresses replaced by what they are. */
export function maskPersonal(text: string): string {
  return personal.reduce((masked, [pattern, word]) => replaced(masked, pattern, word), text)
}

/** Looked for as it would be written plainly; what stays, stays as it was written. */
function replaced(text: string, pattern: RegExp, word: string): string {
  let [kept, from] = ['', 0]
  for (const { index, 0: found } of plainly(text).matchAll(pattern)) {
    kept += text.slice(from, index) + word
    from = index + found.length
  }
  return from === 0 ? text : kept + text.slice(from)
}

/** Full-width signs, dashes and spaces as a plain keyboard has them; each sign stays at its place. */
function plainly(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u00a0\u2000-\u200b\u3000\t]/gu, ' ')
}
