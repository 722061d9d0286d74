import { toChineseNumber } from '../../../core/numerals.ts'

/** The parts of a Word document that numbers come from, as XML. */
interface NumberingParts {
  readonly document: string
  readonly numbering: string
  readonly styles: string
}

/** A paragraph in the order of the document: its text, and the number that Word shows before it. */
export interface NumberedParagraph {
  readonly text: string
  readonly label?: string
}

interface Level {
  readonly format: string
  /** 第%1条, %1.%2, （%1） */
  readonly pattern: string
  readonly start: number
  readonly style?: string
}

interface List {
  /** Lists of one kind count on together. */
  readonly kind: string
  readonly restarts: ReadonlyMap<number, number>
}

/** Where a paragraph stands in a list. */
interface Place {
  readonly list: string
  readonly level: number
}

/**
 * The numbers that Word counts by itself (第一条, 一、, （一）, 1.) and keeps out of the text; mammoth leaves them out, and
 * a law without its article numbers is no law. ECMA-376 part 1, 17.9.
 * @returns every paragraph of the body in order
 */
export function numberedParagraphs(parts: NumberingParts): readonly NumberedParagraph[] {
  const counter = new Counter(parts.numbering)
  const styles = stylesOf(parts.styles, counter)
  return paragraphsOf(parts.document).map(({ text, style, place }) => {
    const at = place ?? (style === undefined ? undefined : styles.get(style))
    const label = at === undefined ? undefined : counter.next(at)
    return label === undefined ? { text } : { text, label }
  })
}

class Counter {
  private readonly kinds = new Map<string, Map<number, Level>>()
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  constructor(xml: string) {
    for (const [, id, body] of elements(xml, 'abstractNum', 'abstractNumId')) {
      const levels = new Map<number, Level>()
      for (const [, level, inner] of elements(body, 'lvl', 'ilvl')) {
        const style = value(inner, 'pStyle')
        levels.set(Number(level), {
          format: value(inner, 'numFmt') ?? 'decimal',
          pattern: decode(value(inner, 'lvlText') ?? ''),
          start: Number(value(inner, 'start') ?? 1),
          ...(style === undefined ? {} : { style }),
        })
      }
      this.kinds.set(id, levels)
    }
    for (const [, id, body] of elements(xml, 'num', 'numId')) {
      const restarts = new Map<number, number>()
      for (const [, level, inner] of elements(body, 'lvlOverride', 'ilvl')) {
        const start = value(inner, 'startOverride')
        if (start !== undefined) restarts.set(Number(level), Number(start))
      }
      this.lists.set(id, { kind: value(body, 'abstractNumId') ?? '', restarts })
    }
  }

  /** The list and level whose numbers belong to a style. */
  placeOfStyle(style: string): Place | undefined {
    for (const [list, { kind }] of this.lists) {
      for (const [level, one] of this.kinds.get(kind) ?? []) if (one.style === style) return { list, level }
    }
    return undefined
  }

  /** Counts a paragraph; gives its number as shown, nothing where it has a bullet or none. */
  next({ list, level }: Place): string | undefined {
    const { kind, restarts } = this.lists.get(list) ?? { kind: '', restarts: new Map<number, number>() }
    const levels = this.kinds.get(kind)
    const own = levels?.get(level)
    if (levels === undefined || own === undefined || own.format === 'none') return undefined
    if (own.format === 'bullet') return undefined
    const counts = this.counts.get(kind) ?? []
    this.counts.set(kind, counts)
    const first = `${list}/${level}`
    const restart = this.begun.has(first) ? undefined : restarts.get(level)
    this.begun.add(first)
    counts[level] = restart ?? (counts[level] === undefined ? own.start : counts[level] + 1)
    counts.length = level + 1
    return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const one = levels.get(at)
      return numeral(counts[at] ?? one?.start ?? 1, one?.format ?? 'decimal')
    })
  }
}

function stylesOf(xml: string, counter: Counter): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const parents = new Map<string, string>()
  for (const [, id, body] of elements(xml, 'style', 'styleId')) {
    const parent = value(body, 'basedOn')
    if (parent !== undefined) parents.set(id, parent)
    const place = counter.placeOfStyle(id) ?? placeIn(body)
    if (place !== undefined) places.set(id, place)
  }
  for (const id of parents.keys()) {
    let ancestor = parents.get(id)
    for (let depth = 0; depth < 10 && ancestor !== undefined && !places.has(id); depth += 1) {
      const inherited = places.get(ancestor)
      if (inherited !== undefined) places.set(id, inherited)
      ancestor = parents.get(ancestor)
    }
  }
  return places
}

function placeIn(properties: string): Place | undefined {
  const inner = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(properties)?.[1]
  const list = inner === undefined ? undefined : value(inner, 'numId')
  if (inner === undefined || list === undefined) return undefined
  return { list, level: Number(value(inner, 'ilvl') ?? 0) }
}

interface Paragraph {
  text: string
  style?: string
  place?: Place
}

/** The paragraphs of the body in order, those in text boxes after the one that holds the box began. */
function paragraphsOf(xml: string): readonly Paragraph[] {
  const all: Paragraph[] = []
  const open: Paragraph[] = []
  const tokens = /<w:p(?:\s[^>]*)?>|<\/w:p>|<w:pPr>([\s\S]*?)<\/w:pPr>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g
  for (const [token, properties, text] of xml.matchAll(tokens)) {
    const paragraph = open.at(-1)
    if (token === '</w:p>') open.pop()
    else if (properties !== undefined && paragraph !== undefined) {
      const style = value(properties, 'pStyle')
      const place = placeIn(properties)
      if (style !== undefined) paragraph.style = style
      if (place !== undefined) paragraph.place = place
    } else if (text !== undefined && paragraph !== undefined) paragraph.text += decode(text)
    else if (token.startsWith('<w:p') && text === undefined && properties === undefined) {
      const begun: Paragraph = { text: '' }
      all.push(begun)
      if (!token.endsWith('/>')) open.push(begun)
    }
  }
  return all
}

/** Elements of a name with one attribute: [all, attribute, content]. */
function elements(
  xml: string,
  name: string,
  attribute: string,
): readonly (readonly [string, string, string])[] {
  const pattern = new RegExp(
    `<w:${name}\\s(?:[^>]*\\s)?w:${attribute}="([^"]*)"[^>]*>([\\s\\S]*?)</w:${name}>`,
    'g',
  )
  return [...xml.matchAll(pattern)].map((found) => [found[0], found[1] ?? '', found[2] ?? ''] as const)
}

function value(xml: string, name: string): string | undefined {
  return new RegExp(`<w:${name}\\s(?:[^>]*\\s)?w:val="([^"]*)"`).exec(xml)?.[1]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(xml: string): string {
  return xml.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal))
    },
  )
}

/** A number in one of Word's formats (17.18.59); those that Chinese texts don't use count in digits. */
function numeral(count: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|chineseLegalSimplified|ideographDigital|japaneseCounting|taiwaneseCounting|taiwaneseCountingThousand)$/.test(
      format,
    )
  )
    return toChineseNumber(count)
  if (format.startsWith('decimalEnclosedCircle') && count >= 1 && count <= 20)
    return String.fromCodePoint(0x245f + count)
  if (format === 'lowerLetter') return String.fromCharCode(96 + count)
  if (format === 'upperLetter') return String.fromCharCode(64 + count)
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  return String(count)
}
