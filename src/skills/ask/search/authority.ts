/** Kinds of text by the force that they have, as their titles tell. */
export type Authority = 'law' | 'interpretation' | 'regulation' | 'rule'

/**
 * The force of a text by its title, after the Legislation Law (立法法): laws 法律; regulations 条例, which laws
 * outrank; judicial interpretations 司法解释, which tell how laws are applied; everything else: rules, plans, reports.
 */
export function authorityOf(title: string): Authority {
  const plain = title.replace(/[（(][^（）()]*[)）]\s*$/, '').trim()
  if (/最高人民法院|最高人民检察院/.test(plain)) return 'interpretation'
  if (/(?:法|法典|宪法)$/.test(plain) && !/(?:办|方|做|用|算)法$/.test(plain)) return 'law'
  if (/条例$/.test(plain)) return 'regulation'
  return 'rule'
}
