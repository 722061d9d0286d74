import type { DefaultTreeAdapterTypes } from 'parse5'
import { headerRows } from './tables.ts'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** The cells of an HTML table, twice: as printed, and with spanning cells filled in over all they span. */
interface Grid {
  readonly printed: readonly (readonly string[])[]
  readonly filled: readonly (readonly string[])[]
  readonly headerRows?: number
  readonly caption?: string
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : []
}

/** All elements of a name below a node, outermost first, not those inside another of the same name. */
export function elementsOf(node: HtmlNode, name: string): HtmlElement[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) && child.tagName === name ? [child] : elementsOf(child, name),
  )
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

/** The text of a node, white space as in the source; a line break is a space. */
function innerText(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (isElement(node) && (node.tagName === 'br' || node.tagName === 'p')) {
    return `${childrenOf(node).map(innerText).join('')} `
  }
  if (isElement(node) && ['script', 'style', 'template'].includes(node.tagName)) return ''
  return childrenOf(node).map(innerText).join('')
}

/** Spans beyond these are errors or attacks. */
const widest = 200
const tallest = 5000

export function gridOf(table: HtmlElement): Grid {
  const rows = elementsOf(table, 'tr')
  const printed: string[][] = rows.map(() => [])
  const filled: string[][] = rows.map(() => [])
  const taken: boolean[][] = rows.map(() => [])
  let firstDepth = 1
  let heads = 0
  for (const [y, row] of rows.entries()) {
    const cells = childrenOf(row)
      .filter(isElement)
      .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
    if (y === heads && cells.length > 0 && cells.every((cell) => cell.tagName === 'th')) heads += 1
    let x = 0
    for (const cell of cells) {
      while (taken[y]?.[x] === true) x += 1
      const text = innerText(cell).replace(/\s+/g, ' ').trim()
      const wide = spanOf(cell, 'colspan', widest)
      const tall = Math.min(spanOf(cell, 'rowspan', tallest), rows.length - y)
      if (y === 0) firstDepth = Math.max(firstDepth, tall)
      for (let dy = 0; dy < tall; dy += 1) {
        for (let dx = 0; dx < wide; dx += 1) {
          set(printed[y + dy], x + dx, dy === 0 && dx === 0 ? text : '')
          set(filled[y + dy], x + dx, text)
          const row = taken[y + dy]
          if (row !== undefined) row[x + dx] = true
        }
      }
      x += wide
    }
  }
  const caption = elementsOf(table, 'caption')[0]
  const depth = heads > 0 ? heads : headerRows(filled) > 0 ? Math.min(firstDepth, rows.length - 1) : 0
  return {
    printed,
    filled,
    headerRows: depth,
    ...(caption === undefined ? {} : { caption: innerText(caption).trim() }),
  }
}

function set(row: string[] | undefined, x: number, text: string): void {
  if (row === undefined) return
  while (row.length < x) row.push('')
  row[x] = text
}

function spanOf(cell: HtmlElement, name: string, limit: number): number {
  const span = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, limit) : 1
}
