/** Just enough SVG: elements with attributes, text escaped, and the five fields' colours. Pure. */

export type Attributes = Readonly<Record<string, string | number>>

export function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(rounded(value))}"`)
  return inside.length === 0
    ? `<${name}${told.join('')}/>`
    : `<${name}${told.join('')}>${inside.join('')}</${name}>`
}

export function textAt(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(words))
}

export function picture(width: number, height: number, title: string, ...inside: readonly string[]): string {
  const fonts = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': fonts,
      role: 'img',
    },
    element('title', {}, escaped(title)),
    element('rect', { width, height, fill: paper }),
    ...inside,
  )
}

export const paper = '#fcfbf8'
export const ink = '#2b2f33'
export const faint = '#8b9198'

/** Of the five fields of the work points; told apart by those who do not see red and green apart, too. */
export const fieldColours: Readonly<Record<string, string>> = {
  health: '#cc4c6b',
  ecology: '#2f8f6b',
  safety: '#dd9a2e',
  governance: '#3f6ea8',
  urban: '#86589e',
}

export function colourOf(field: string | undefined): string {
  return fieldColours[field ?? ''] ?? faint
}

/** Chinese characters are as wide as they are high, others about half. */
export function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, it) => sum + (/[⺀-￯]/.test(it) ? size : size * 0.56), 0)
}

/** A row of coloured squares with their names, from the left. */
export function legend(
  x: number,
  y: number,
  items: readonly { readonly name: string; readonly colour: string }[],
): string {
  let at = x
  return items
    .map(({ name, colour }) => {
      const drawn =
        element('rect', { x: at, y: y - 11, width: 12, height: 12, rx: 3, fill: colour }) +
        textAt(at + 18, y, name, { 'font-size': 13, fill: ink })
      at += 18 + widthOf(name, 13) + 22
      return drawn
    })
    .join('')
}

function escaped(text: string | number): string {
  return String(text)
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}
