import { parse } from 'csv-parse/sync'
import { Problem } from '../../core/errors.ts'
import { readVocabulary, type VocabularyLine } from './lexicon.ts'

/** A figure that a document states about the whole network. */
export interface Figure {
  /** What is counted: `national`, `advanced`, `provincial`, `accepted`, `applied`, … */
  readonly measure: string
  /** A slice of it, `region=东部`, `type=县域型`, `level=地级`, `provinces`; empty for the whole. */
  readonly facet: string
  readonly value: number
  /** Printed after the number: 个, 余人次, 个省（区、市）. */
  readonly unit: string
  /** Share of the whole as printed, e.g. 48.4%. */
  readonly share: string
  /** YYYY or YYYY-MM; empty where the document does not say. */
  readonly asOf: string
  readonly file: string
  readonly words: string
}

/** An entry of the chronicle (annual report 2014, 附录). Months are YYYY-MM, both inclusive. */
export interface ChronicleEntry {
  readonly n: number
  readonly from: string
  readonly to: string
  readonly words: string
}

/** A table of a document that questions can be asked of; merged cells are filled in. */
export interface RegisterTable {
  /** 表3, or empty where the caption bears no number. */
  readonly label: string
  /** File name of the document. */
  readonly document: string
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The column that a question without a column means. */
  readonly main: string
  /** The column with running numbers, empty where rows are simply counted. */
  readonly index: string
  /** Further names of the table as people call it. */
  readonly names: readonly string[]
  /** Words that mean this table only where one of its items is asked for by number, e.g. 评估 in 评估第9条. */
  readonly hints?: readonly string[]
  /** What people call a column -> the column. */
  readonly columns: Readonly<Record<string, string>>
}

/** A picture's caption; the pictures themselves are gone from the texts. */
export interface PictureCaption {
  readonly n: number
  readonly caption: string
  readonly file: string
  readonly words: string
}

/** What the documents state besides the zones themselves. */
export interface RegisterData {
  readonly figures: readonly Figure[]
  readonly chronicle: readonly ChronicleEntry[]
  readonly pictures: readonly PictureCaption[]
  readonly tables: readonly RegisterTable[]
  /** The words that questions may be made of. */
  readonly vocabulary: readonly VocabularyLine[]
}

/** The document that the chronicle is the appendix of. */
export const chronicleDocument = '2014-annual-report.txt'

/**
 * The register's files (data/register) as data.
 * @param text gives a file's text by its name
 * @throws Problem where a file misses a column
 */
export function readRegisterData(text: (file: string) => string): RegisterData {
  const figures = rowsOf(text, 'figures.csv', ['measure', 'facet', 'value', 'unit', 'share', 'as_of', 'file'])
  const chronicle = rowsOf(text, 'chronicle.csv', ['n', 'from', 'to', 'words'])
  const pictures = rowsOf(text, 'pictures.csv', ['n', 'caption', 'file', 'words'])
  const tables = rowsOf(text, 'tables.csv', [
    'file',
    'label',
    'document',
    'caption',
    'main',
    'index',
    'names',
  ])
  return {
    vocabulary: readVocabulary(text('vocabulary.txt')),
    figures: figures.map((row) => ({
      measure: cell(row, 'measure'),
      facet: cell(row, 'facet'),
      value: Number(cell(row, 'value')),
      unit: cell(row, 'unit'),
      share: cell(row, 'share'),
      asOf: cell(row, 'as_of'),
      file: cell(row, 'file'),
      words: cell(row, 'words'),
    })),
    chronicle: chronicle.map((row) => ({
      n: Number(cell(row, 'n')),
      from: cell(row, 'from'),
      to: cell(row, 'to'),
      words: cell(row, 'words'),
    })),
    pictures: pictures.map((row) => ({
      n: Number(cell(row, 'n')),
      caption: cell(row, 'caption'),
      file: cell(row, 'file'),
      words: cell(row, 'words'),
    })),
    tables: tables.map((row) => {
      const [header = [], ...rows] = gridOf(text(cell(row, 'file')))
      return {
        label: cell(row, 'label'),
        document: cell(row, 'document'),
        caption: cell(row, 'caption'),
        header,
        rows,
        main: cell(row, 'main'),
        index: cell(row, 'index'),
        names: parts(cell(row, 'names')),
        hints: parts(cell(row, 'hints')),
        columns: Object.fromEntries(parts(cell(row, 'columns')).map((it) => it.split('=', 2))),
      }
    }),
  }
}

/**
 * A table as stored with its passage, made ready for questions: its label out of the caption, its main column the last
 * one that does not hold numbers only.
 */
export function askableTable(
  document: string,
  table: { caption?: string; header: readonly string[]; rows: readonly (readonly string[])[] },
): RegisterTable {
  const caption = table.caption ?? ''
  const label = /^表\s*(\d+)/.exec(caption)
  const numeric = (at: number) => table.rows.every((row) => /^[\d.]*$/.test(row[at] ?? ''))
  const worded = table.header.map((_, at) => at).filter((at) => !numeric(at))
  const index = table.header.find((it, at) => /^(序号|编号|No\.?)$/i.test(it) && numeric(at)) ?? ''
  const name = caption.replace(/^表\s*[\d.-]*\s*/, '')
  return {
    label: label ? `表${label[1]}` : '',
    document,
    caption,
    header: table.header,
    rows: table.rows,
    main: table.header[worded.at(-1) ?? 0] ?? '',
    index,
    names: name.length > 1 ? [name] : [],
    columns: Object.fromEntries(table.header.filter((it) => it.length > 1).map((it) => [it, it])),
  }
}

/** A list inside a cell, parted by ；, ; or 、. */
export function parts(list: string): string[] {
  return list
    .split(/[；;、]/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
}

type Row = Readonly<Record<string, string>>

function rowsOf(text: (file: string) => string, file: string, needed: readonly string[]): Row[] {
  const [header = [], ...rows] = gridOf(text(file))
  const missing = needed.filter((it) => !header.includes(it))
  if (missing.length > 0) {
    throw new Problem(
      `${file} 缺少列：${missing.join('、')}。`,
      '请按 data/SOURCES.md 的说明补上表头后重试。',
    )
  }
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

function gridOf(text: string): string[][] {
  return parse(text, { bom: true, trim: true, relaxColumnCount: true, skipEmptyLines: true })
}

function cell(row: Row, name: string): string {
  return row[name] ?? ''
}
