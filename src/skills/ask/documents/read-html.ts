import { parse } from 'parse5'
import { decodeText } from './encoding.ts'
import { extensionOf, type Format } from './format.ts'
import {
  attribute,
  childrenOf,
  elementsOf,
  gridOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
} from './html-table.ts'
import type { Manuscript } from './manuscript.ts'
import { ManuscriptWriter } from './manuscript-writer.ts'
import { isZip } from './zip.ts'

/** Web pages, as government sites publish notices. */
export const htmlFormat: Format = {
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml'],
  recognises: ({ name, bytes }) => {
    if (isZip(bytes)) return false
    const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
    return /<!doctype\s+html|<html[\s>]/i.test(head) || htmlFormat.extensions.includes(extensionOf(name))
  },
  read: async ({ bytes }) => fromHtml(decodeText(bytes)),
}

/** Never part of what a page says. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'iframe',
  'object',
  'button',
  'select',
  'input',
  'textarea',
  'nav',
  'footer',
  'aside',
  'form',
])
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'li',
  'center',
  'figure',
  'figcaption',
  'address',
  'details',
  'summary',
  'hr',
  'body',
  'html',
])
/** Containers of the text itself on government sites (gov.cn, most.gov.cn and the TRS publishing system). */
const body =
  /^(?:UCAP-CONTENT|zoom|Zoom|TRS_Editor|pages_content|article[-_]?content|content_?text|trout-region-content)$/

/** The text of a page: of its article alone where the page marks it, else of all but navigation and furniture. */
export function fromHtml(html: string): Manuscript {
  const page = parse(html)
  const writer = new ManuscriptWriter()
  const root = bodyOf(page) ?? page
  const title = elementsOf(page, 'h1')[0]
  if (title !== undefined && root !== page && !contains(root, title)) writer.heading(lineOf(title), 1)
  new Walker(writer).walk(root)
  return writer.finish()
}

function bodyOf(page: HtmlNode): HtmlElement | undefined {
  for (const child of childrenOf(page)) {
    if (!isElement(child) || silent.has(child.tagName)) continue
    const names = [attribute(child, 'id') ?? '', ...(attribute(child, 'class') ?? '').split(/\s+/)]
    const found = names.some((name) => body.test(name)) || child.tagName === 'article' ? child : bodyOf(child)
    if (found !== undefined) return found
  }
  return undefined
}

function contains(outer: HtmlNode, inner: HtmlNode): boolean {
  return outer === inner || childrenOf(outer).some((child) => contains(child, inner))
}

function lineOf(element: HtmlElement): string {
  const walker = new Walker(new ManuscriptWriter())
  return walker.inline(element).replace(/\s+/g, ' ').trim()
}

/** Writes the blocks of a page in order; text between blocks becomes paragraphs of its own. */
class Walker {
  private readonly writer: ManuscriptWriter
  private line = ''

  constructor(writer: ManuscriptWriter) {
    this.writer = writer
  }

  walk(root: HtmlNode): void {
    this.children(root)
    this.endLine()
  }

  /** The text of an element without blocks inside it; <br> breaks the line. */
  inline(node: HtmlNode): string {
    if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/[^\S\u3000\u00a0]+/g, ' ')
    if (!isElement(node))
      return childrenOf(node)
        .map((child) => this.inline(child))
        .join('')
    if (node.tagName === 'br') return '\n'
    if (silent.has(node.tagName)) return ''
    return childrenOf(node)
      .map((child) => this.inline(child))
      .join('')
  }

  private children(node: HtmlNode): void {
    for (const child of childrenOf(node)) this.node(child)
  }

  private node(node: HtmlNode): void {
    if (!isElement(node)) {
      this.line += this.inline(node)
      return
    }
    const { tagName } = node
    if (silent.has(tagName)) return
    if (/^h[1-6]$/.test(tagName)) {
      this.endLine()
      this.writer.heading(lineOf(node), Number(tagName[1]))
    } else if (tagName === 'table') {
      this.endLine()
      this.table(node)
    } else if (tagName === 'ol' || tagName === 'ul') {
      this.endLine()
      this.list(node)
    } else if (blocks.has(tagName)) {
      this.endLine()
      this.children(node)
      this.endLine()
    } else if (childrenOf(node).some((child) => isElement(child) && blocks.has(child.tagName)))
      this.children(node)
    else this.line += this.inline(node)
  }

  /** Items with the sign that the page shows before them. */
  private list(list: HtmlElement): void {
    let number = Number(attribute(list, 'start') ?? 1)
    for (const item of childrenOf(list)) {
      if (!isElement(item)) continue
      if (item.tagName !== 'li') {
        this.node(item)
        continue
      }
      this.line = list.tagName === 'ol' ? `${number}. ` : '- '
      number += 1
      this.children(item)
      this.endLine()
    }
  }

  /** A table of one column, or one that holds blocks of text, only lays the page out. */
  private table(table: HtmlElement): void {
    const grid = gridOf(table)
    const columns = Math.max(0, ...grid.printed.map((row) => row.length))
    const nested = elementsOf(table, 'tr').some((row) => elementsOf(row, 'table').length > 0)
    if (nested || columns <= 1 || grid.printed.length <= 1) {
      for (const cell of [...elementsOf(table, 'td'), ...elementsOf(table, 'th')]) {
        this.children(cell)
        this.endLine()
      }
      return
    }
    this.writer.table(grid.printed, grid.filled, {
      ...(grid.headerRows === undefined ? {} : { headerRows: grid.headerRows }),
      ...(grid.caption === undefined ? {} : { caption: grid.caption }),
    })
  }

  private endLine(): void {
    const text = this.line.replace(/\u00a0/g, ' ')
    this.line = ''
    if (/^\s*(?:\d+\.|-)?\s*$/.test(text)) return
    this.writer.paragraph(text)
  }
}
