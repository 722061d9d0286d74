/** Text without any white space: the form in which quotes are compared with their passages. */
export function squeeze(text: string): string {
  return /\s/u.test(text) ? text.replace(/\s+/gu, '') : text
}

/** True where `quote` stands verbatim in `passage`, white space aside. An empty quote stands nowhere. */
export function standsIn(quote: string, passage: string): boolean {
  const needle = squeeze(quote)
  return needle !== '' && squeeze(passage).includes(needle)
}
