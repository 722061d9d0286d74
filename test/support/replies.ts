import fc from 'fast-check'
import type { Block, Reply, Span } from '../../src/core/reply.ts'

/** Any text a person, a document or an attacker could bring, with a marker that can be looked for afterwards. */
const words = fc.string({ unit: 'grapheme', maxLength: 40 })

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom('plain' as const, 'bold' as const, 'code' as const), text: words }),
  fc.record({ kind: fc.constant('link' as const), text: words, url: fc.webUrl() }),
  fc.record({ kind: fc.constant('mention' as const), userId: words, name: words }),
  fc.record({ kind: fc.constant('time' as const), at: fc.nat(), text: words }),
)
const text = fc.array(span, { maxLength: 4 })
const row = fc.array(words, { minLength: 1, maxLength: 4 })

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constantFrom('text' as const, 'note' as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: words, value: text })),
  }),
  fc.record(
    { kind: fc.constant('table' as const), caption: words, header: row, rows: fc.array(row) },
    { requiredKeys: ['kind', 'header', 'rows'] },
  ),
  fc.record(
    { kind: fc.constant('quote' as const), text: words, source: words, banner: words },
    { requiredKeys: ['kind', 'text', 'source'] },
  ),
  fc.constant({ kind: 'divider' as const }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(fc.record({ label: words, action: fc.constant('try.it'), value: words })),
  }),
)

/** Any reply that the vocabulary can hold. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  { blocks: fc.array(block, { maxLength: 6 }), private: fc.boolean(), replaces: fc.boolean() },
  { requiredKeys: ['blocks'] },
)

/** Every string of a reply that a person should be able to read (a button's value and a user's id are for programs). */
export function readableStrings(reply: Reply): readonly string[] {
  return reply.blocks.flatMap(stringsOf)
}

function stringsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
    case 'note':
      return block.text.flatMap(stringsOfSpan)
    case 'list':
      return block.items.flat().flatMap(stringsOfSpan)
    case 'fields':
      return block.fields.flatMap((it) => [it.label, ...it.value.flatMap(stringsOfSpan)])
    case 'table':
      return [block.caption ?? '', ...block.header, ...block.rows.flat()]
    case 'quote':
      return [block.text, block.source, block.banner ?? '']
    case 'divider':
      return []
    case 'buttons':
      return block.buttons.map((it) => it.label)
  }
}

function stringsOfSpan(span: Span): readonly string[] {
  if (span.kind === 'mention') return [span.name]
  return span.kind === 'link' ? [span.text, span.url] : [span.text]
}
