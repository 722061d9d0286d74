/** Mainland mobile and landline numbers, ID card numbers and e-mail addresses: personal data that no store or log needs. */
const personal: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/gu, '［身份证号］'],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/gu, '［手机号］'],
  [/(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/gu, '［电话］'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '［邮箱］'],
]

/** The same text with telephone numbers, ID numbers and e-mail addresses replaced by what they are. */
export function maskPersonal(text: string): string {
  return personal.reduce((masked, [pattern, word]) => masked.replace(pattern, word), text)
}
