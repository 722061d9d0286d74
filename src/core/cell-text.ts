/**
 * Somebody else's words as the text of a cell: a spreadsheet takes what begins like this for a formula, full-width signs
 * too, and after a round by CSV as well (OWASP, CSV injection). Pure.
 */
export function cellText(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
}
