import type { Block, Reply, Span, Text } from './reply.ts'

/** A reply as text, for terminals, logs and search. Total: nothing that a reply can hold is lost. */
export function plainText(reply: Reply): string {
  return [...reply.blocks.map(blockText), ...(reply.files ?? []).map(({ name }) => `[${name}]`)].join('\n')
}

/** A run of spans as text. */
export function spanText(text: Text): string {
  return text.map(oneSpan).join('')
}

function oneSpan(span: Span): string {
  switch (span.kind) {
    case 'plain':
    case 'bold':
    case 'code':
    case 'time':
      return span.text
    case 'link':
      return span.text === span.url ? span.url : `${span.text} (${span.url})`
    case 'mention':
      return `@${span.name}`
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'text':
    case 'note':
      return spanText(block.text)
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '·'} ${spanText(item)}`)
        .join('\n')
    case 'fields':
      return block.fields.map((field) => `${field.label}：${spanText(field.value)}`).join('\n')
    case 'table':
      return [block.caption, block.header.join(' | '), ...block.rows.map((row) => row.join(' | '))]
        .filter((line) => line !== undefined && line !== '')
        .join('\n')
    case 'quote':
      return [block.banner, `「${block.text}」`, `—— ${block.source}`]
        .filter((line) => line !== undefined)
        .join('\n')
    case 'divider':
      return '———'
    case 'buttons':
      return block.buttons.map((button) => `[${button.label}]`).join(' ')
  }
}
