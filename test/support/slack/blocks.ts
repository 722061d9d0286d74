/** What Slack refuses in blocks and views, and what a person reads in them. Written from Slack's reference, not from our code. */

const textKinds = new Set(['plain_text', 'mrkdwn'])

/** Why Slack would refuse these blocks; undefined where it takes them. */
export function refusalOf(blocks: unknown, surface: 'message' | 'modal' | 'home'): string | undefined {
  if (!Array.isArray(blocks)) return 'blocks is no list'
  const most = surface === 'message' ? 50 : 100
  if (blocks.length > most) return `no more than ${most} items allowed [json-pointer:/blocks]`
  if (surface === 'message') {
    if (blocks.filter((it) => field(it, 'type') === 'table').length > 1) return 'only_one_table_allowed'
    const length = blocks.reduce((sum: number, it) => sum + charactersOf(it) + 40, 0)
    if (length > 13_200) return 'msg_blocks_too_long'
  }
  const ids = blocks.map((it) => field(it, 'block_id')).filter((it) => it !== undefined)
  if (new Set(ids).size !== ids.length) return 'block_id is not unique'
  for (const [at, block] of blocks.entries()) {
    const why = refusalOfBlock(block, surface)
    if (why !== undefined) return `${why} [json-pointer:/blocks/${at}]`
  }
  return undefined
}

function refusalOfBlock(block: unknown, surface: string): string | undefined {
  switch (field(block, 'type')) {
    case 'header':
      return text(field(block, 'text'), 150, ['plain_text'])
    case 'section':
      return text(field(block, 'text'), 3000)
    case 'context':
      return many(field(block, 'elements'), 1, 10, (it) => text(it, 3000))
    case 'divider':
      return undefined
    case 'actions':
      return actions(field(block, 'elements'))
    case 'rich_text':
      return many(field(block, 'elements'), 1, Number.POSITIVE_INFINITY, richElement)
    case 'table':
      return surface === 'message' ? table(block) : 'a table stands in messages only'
    case 'input':
      return surface === 'modal' ? input(block) : 'an input stands in modals only'
    default:
      return `unsupported type: ${String(field(block, 'type'))}`
  }
}

function actions(elements: unknown): string | undefined {
  const ids = Array.isArray(elements) ? elements.map((it) => field(it, 'action_id')) : []
  if (new Set(ids).size !== ids.length) return 'action_id is not unique'
  return many(elements, 1, 25, (it) => {
    if (field(it, 'type') !== 'button') return `unsupported element: ${String(field(it, 'type'))}`
    const style = field(it, 'style')
    if (style !== undefined && style !== 'primary' && style !== 'danger')
      return `unknown style ${String(style)}`
    return (
      text(field(it, 'text'), 75, ['plain_text']) ??
      string(field(it, 'action_id'), 255) ??
      (field(it, 'value') === undefined ? undefined : string(field(it, 'value'), 2000))
    )
  })
}

function richElement(element: unknown): string | undefined {
  switch (field(element, 'type')) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return many(field(element, 'elements'), 1, Number.POSITIVE_INFINITY, inline)
    case 'rich_text_list':
      if (!['bullet', 'ordered'].includes(String(field(element, 'style')))) return 'a list needs its style'
      return many(field(element, 'elements'), 1, Number.POSITIVE_INFINITY, richElement)
    default:
      return `unsupported rich text: ${String(field(element, 'type'))}`
  }
}

function inline(element: unknown): string | undefined {
  switch (field(element, 'type')) {
    case 'text':
      return string(field(element, 'text'), 3000)
    case 'link':
      return /^(https?:\/\/|mailto:)/.test(String(field(element, 'url')))
        ? string(field(element, 'url'), 3000)
        : 'invalid url'
    case 'user':
      return /^[UW][A-Z0-9]+$/.test(String(field(element, 'user_id'))) ? undefined : 'invalid user_id'
    default:
      return `unsupported element: ${String(field(element, 'type'))}`
  }
}

function table(block: unknown): string | undefined {
  const rows = field(block, 'rows')
  const widths = Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.length : 0)) : []
  if (new Set(widths).size > 1) return 'rows of a table are of one width'
  return many(rows, 1, 100, (row) =>
    many(row, 1, 20, (cell) =>
      field(cell, 'type') === 'raw_text' ? string(field(cell, 'text'), 10_000) : 'unsupported cell',
    ),
  )
}

function input(block: unknown): string | undefined {
  const element = field(block, 'element')
  const placeholder = field(element, 'placeholder')
  return (
    text(field(block, 'label'), 2000, ['plain_text']) ??
    string(field(element, 'action_id'), 255) ??
    (placeholder === undefined ? undefined : text(placeholder, 150, ['plain_text'])) ??
    (field(element, 'type') === 'static_select' ? select(element) : undefined)
  )
}

function select(element: unknown): string | undefined {
  const option = (it: unknown) =>
    text(field(it, 'text'), 75, ['plain_text']) ?? string(field(it, 'value'), 150)
  const groups = field(element, 'option_groups')
  if (groups === undefined) return many(field(element, 'options'), 1, 100, option)
  return many(groups, 1, 100, (it) => many(field(it, 'options'), 1, 100, option))
}

/** Why Slack would refuse this view; undefined where it takes it. */
export function refusalOfView(view: unknown): string | undefined {
  const kind = field(view, 'type')
  if (kind !== 'modal' && kind !== 'home') return 'a view is modal or home'
  const optional = (name: string) =>
    field(view, name) === undefined ? undefined : text(field(view, name), 24, ['plain_text'])
  const blocks = field(view, 'blocks')
  const needsSubmit =
    Array.isArray(blocks) &&
    blocks.some((it) => field(it, 'type') === 'input') &&
    field(view, 'submit') === undefined
  return (
    (kind === 'modal' ? text(field(view, 'title'), 24, ['plain_text']) : undefined) ??
    optional('submit') ??
    optional('close') ??
    (needsSubmit ? 'missing submit for a view with inputs' : undefined) ??
    (String(field(view, 'private_metadata') ?? '').length > 3000 ? 'private_metadata too long' : undefined) ??
    (String(field(view, 'callback_id') ?? '').length > 255 ? 'callback_id too long' : undefined) ??
    refusalOf(blocks, kind)
  )
}

function text(
  it: unknown,
  most: number,
  kinds: readonly string[] = ['plain_text', 'mrkdwn'],
): string | undefined {
  if (!kinds.includes(String(field(it, 'type')))) return `text is to be ${kinds.join(' or ')}`
  return string(field(it, 'text'), most)
}

function string(it: unknown, most: number): string | undefined {
  if (typeof it !== 'string' || it === '') return 'must be more than 0 characters'
  return it.length > most ? `must be no more than ${most} characters` : undefined
}

function many(
  list: unknown,
  least: number,
  most: number,
  one: (it: unknown) => string | undefined,
): string | undefined {
  if (!Array.isArray(list)) return 'must be a list'
  if (list.length < least) return `no fewer than ${least} items allowed`
  if (list.length > most) return `no more than ${most} items allowed`
  for (const it of list) {
    const why = one(it)
    if (why !== undefined) return why
  }
  return undefined
}

/** A property of something that came over the wire. */
export function field(it: unknown, name: string): unknown {
  return typeof it === 'object' && it !== null ? (it as Readonly<Record<string, unknown>>)[name] : undefined
}

function charactersOf(it: unknown): number {
  if (Array.isArray(it)) return it.reduce((sum: number, each) => sum + charactersOf(each), 0)
  if (typeof it !== 'object' || it === null) return 0
  return Object.entries(it).reduce(
    (sum, [key, value]) =>
      sum +
      (typeof value === 'string'
        ? key === 'text' || key === 'url'
          ? value.length
          : 0
        : charactersOf(value)),
    0,
  )
}

/** What a person reads in blocks, in their order: markup applied, escapes undone. */
export function readable(it: unknown): string {
  if (Array.isArray(it)) return it.map(readable).join('')
  const kind = field(it, 'type')
  if (kind === 'text' || kind === 'raw_text') return String(field(it, 'text'))
  if (kind === 'link') return `${String(field(it, 'text') ?? '')}${String(field(it, 'url'))}`
  if (kind === 'user') return `@${String(field(it, 'user_id'))}`
  if (textKinds.has(String(kind)))
    return kind === 'mrkdwn' ? unmarked(String(field(it, 'text'))) : String(field(it, 'text'))
  if (kind === 'button') return `[${readable(field(it, 'text'))}]`
  const parts = [
    field(it, 'text'),
    field(it, 'label'),
    field(it, 'elements'),
    field(it, 'rows'),
    field(it, 'fields'),
  ]
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (Array.isArray(part) ? part.map(readable).join(separatorOf(kind)) : readable(part)))
    .join('\n')
}

const separatorOf = (kind: unknown): string =>
  kind === 'rich_text' || kind === 'rich_text_list' || kind === 'table'
    ? '\n'
    : kind === undefined
      ? ' | '
      : ''

/** `<url|label>` as its label and address, then the three escapes undone. */
export function unmarked(markup: string): string {
  return unescaped(markup.replace(/<([^<>|]*)\|([^<>]*)>/g, '$2$1').replace(/<([@!#][^<>]*)>/g, '$1'))
}

/** The text that Slack's escapes stand for. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Every button in blocks. */
export function buttonsIn(it: unknown): readonly { label: string; action_id: string; value: string }[] {
  if (Array.isArray(it)) return it.flatMap(buttonsIn)
  if (typeof it !== 'object' || it === null) return []
  if (field(it, 'type') === 'button')
    return [
      {
        label: readable(field(it, 'text')),
        action_id: String(field(it, 'action_id')),
        value: String(field(it, 'value') ?? ''),
      },
    ]
  return Object.values(it).flatMap(buttonsIn)
}
