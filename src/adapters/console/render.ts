import pc from 'picocolors'
import { spanText } from '../../core/plain-text.ts'
import type { Block, Button, Reply, Span, Text } from '../../core/reply.ts'

/** What stands on the screen, and the buttons on it in the order of their numbers. */
export interface Drawn {
  readonly text: string
  readonly buttons: readonly Button[]
}

type Colors = ReturnType<typeof pc.createColors>

/**
 * A reply for a terminal at which somebody sits: colours where it has them, buttons as numbers to type. Pure.
 * Nothing in a reply can steer the terminal: control characters are dropped before they are drawn.
 */
export function render(reply: Reply, options: { color: boolean }): Drawn {
  const colors = pc.createColors(options.color)
  const buttons: Button[] = []
  const parts = reply.blocks.map((block) => {
    if (block.kind !== 'buttons') return drawBlock(block, colors)
    return block.buttons
      .map((button) => {
        buttons.push(button)
        return `${colors.cyan(`[${buttons.length}]`)} ${harmless(button.label)}`
      })
      .join('  ')
  })
  return { text: parts.join('\n'), buttons }
}

function drawBlock(block: Exclude<Block, { kind: 'buttons' }>, colors: Colors): string {
  switch (block.kind) {
    case 'heading':
      return colors.bold(colors.green(harmless(block.text)))
    case 'text':
      return drawText(block.text, colors)
    case 'note':
      return colors.dim(harmless(spanText(block.text)))
    case 'list':
      return block.items
        .map((item, index) => `  ${block.ordered ? `${index + 1}.` : '·'} ${drawText(item, colors)}`)
        .join('\n')
    case 'fields':
      return block.fields
        .map(({ label, value }) => `${colors.dim(`${harmless(label)}：`)}${drawText(value, colors)}`)
        .join('\n')
    case 'table':
      return drawTable(block, colors)
    case 'quote': {
      const bar = colors.green('│ ')
      const lines = harmless(block.text).split('\n')
      const banner = block.banner === undefined ? [] : [colors.yellow(`⚠ ${harmless(block.banner)}`)]
      return [...banner, ...lines, colors.dim(`—— ${harmless(block.source)}`)]
        .map((it) => bar + it)
        .join('\n')
    }
    case 'divider':
      return colors.dim('─'.repeat(24))
  }
}

function drawTable(block: Extract<Block, { kind: 'table' }>, colors: Colors): string {
  const rows = [block.header, ...block.rows].map((row) => row.map(harmless))
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const line = (row: readonly string[]) =>
    widths
      .map((width, at) => (row[at] ?? '') + ' '.repeat(width - widthOf(row[at] ?? '')))
      .join('  ')
      .trimEnd()
  const [header = [], ...body] = rows
  const caption = block.caption === undefined ? [] : [colors.bold(harmless(block.caption))]
  return [...caption, colors.bold(line(header)), ...body.map(line)].join('\n')
}

function drawText(text: Text, colors: Colors): string {
  return text.map((span) => drawSpan(span, colors)).join('')
}

function drawSpan(span: Span, colors: Colors): string {
  const text = harmless(spanText([span]))
  if (span.kind === 'bold') return colors.bold(text)
  if (span.kind === 'code') return colors.cyan(text)
  if (span.kind === 'link') return colors.underline(text)
  return text
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** The text without anything that a terminal would obey instead of show. */
export function harmless(text: string): string {
  return text.replace(control, '')
}

// Chinese characters, kana, full-width forms and emoji take two columns.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}
