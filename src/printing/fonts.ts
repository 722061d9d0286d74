import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

/** Stroke widths that papers use. */
export type Weight = 'regular' | 'bold'

/** A font file, whole or cut, that holds what it is used for. */
export interface Face {
  /** Unique within one {@link Typefaces}. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A stretch of text in one face; without a face no font has its characters. */
export interface Run {
  readonly text: string
  readonly face?: Face
}

/** The faces that a set of texts needs, found beforehand so that drawing is synchronous. */
export interface Typefaces {
  readonly faces: readonly Face[]
  cut(text: string, weight: Weight): readonly Run[]
}

const packages = createRequire(import.meta.url)

/** Noto Serif SC, 30 900 characters: 垚, and 㛃 with all of CJK Extension A. */
const whole: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
}

/** Where the whole typeface lies, each weight in a file of its own. */
export const wholeFiles = (): readonly string[] => Object.values(whole).map((it) => packages.resolve(it))

/** The same design for other places, in slices of some hundred characters: what it lacks, e.g. 𠮷 and Cantonese names. */
const elsewhere = ['noto-serif-jp', 'noto-serif-hk']

const axis: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 }

/** Says how a character is drawn and has no picture itself: variation selectors, joiners, controls. */
const unseen = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu

/**
 * Finds a face for every character of the texts: the first font that has it, at each weight.
 * @param more further font files (TTF or OTF) of the house, asked last; e.g. HanaMin for names that Noto lacks
 */
export async function typefacesFor(
  texts: readonly string[],
  more: readonly Uint8Array[] = [],
): Promise<Typefaces> {
  // Read when first needed: most runs of the program never print a paper.
  const { create } = await import('fontkit')
  const open = (bytes: Uint8Array) => create(Buffer.from(bytes)) as Font
  const wanted = new Set(texts.flatMap((text) => [...printable(text)]))
  const faces: Face[] = []
  const chosen: Record<Weight, Map<string, Face>> = { regular: new Map(), bold: new Map() }
  const take = (weight: Weight, face: Face, characters: Iterable<string>) => {
    faces.push(face)
    for (const character of characters) chosen[weight].set(character, face)
  }
  for (const weight of ['regular', 'bold'] as const) {
    const { bytes, characters } = await usualOf(weight)
    take(
      weight,
      { name: `main-${weight}`, bytes },
      [...wanted].filter((it) => characters.has(it)),
    )
    const rare = missing(wanted, chosen[weight])
    if (rare.length > 0) {
      const all = { name: `rare-${weight}`, bytes: await readFile(packages.resolve(whole[weight])) }
      const found = having(open(all.bytes), rare)
      if (found.length > 0) take(weight, all, found)
    }
    for (const family of elsewhere)
      for (const { slice, characters } of await slicesOf(family, missing(wanted, chosen[weight]))) {
        const file = await readFile(packages.resolve(sliceOf(family, slice)))
        // Its list of characters names some that it has no glyph for.
        const found = having(open(file), characters)
        if (found.length === 0) continue
        const bytes = await cutOut(file, found, axis[weight])
        take(weight, { name: `${family}-${slice}-${weight}`, bytes }, found)
      }
    for (const [at, bytes] of more.entries()) {
      const found = having(open(bytes), missing(wanted, chosen[weight]))
      if (found.length > 0) take(weight, { name: `more-${at}-${weight}`, bytes }, found)
    }
  }
  return { faces, cut: (text, weight) => runsOf(printable(text), chosen[weight]) }
}

interface Usual {
  readonly bytes: Uint8Array
  readonly characters: ReadonlySet<string>
}

const usual = new Map<Weight, Promise<Usual>>()

/**
 * The main font cut down to the characters of GB 2312, once a process: a whole one takes a tenth of a second to read for each
 * paper, and on an exchange day everybody gets a page of their own.
 */
function usualOf(weight: Weight): Promise<Usual> {
  const known = usual.get(weight)
  if (known) return known
  const cutting = (async () => {
    const file = await readFile(packages.resolve(whole[weight]))
    const { create } = await import('fontkit')
    const bytes = await cutOut(file, gb2312())
    const font = create(Buffer.from(bytes)) as Font
    return { bytes, characters: new Set(font.characterSet.map((it) => String.fromCodePoint(it))) }
  })()
  usual.set(weight, cutting)
  return cutting
}

/** Signs, digits and 6,763 characters, rows of 94 each, beside ASCII. */
function gb2312(): readonly string[] {
  const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
  const rows = [...rowsBetween(0xa1, 0xa3), ...rowsBetween(0xb0, 0xf7)]
  const bytes = Uint8Array.from(
    rows.flatMap((row) => Array.from({ length: 94 }, (_, at) => [row, 0xa1 + at]).flat()),
  )
  return [...ascii, ...new TextDecoder('gbk').decode(bytes)]
}

const rowsBetween = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The text without what has no picture. */
export function printable(text: string): string {
  return text.replace(unseen, (it) => (/\s/.test(it) ? ' ' : ''))
}

function runsOf(text: string, faceOf: ReadonlyMap<string, Face>): readonly Run[] {
  const runs: { text: string; face?: Face }[] = []
  for (const character of text) {
    const face = faceOf.get(character)
    const last = runs.at(-1)
    if (last && last.face === face) last.text += character
    else runs.push({ text: character, ...(face ? { face } : {}) })
  }
  return runs
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0

function having(font: Font, characters: Iterable<string>): readonly string[] {
  return [...characters].filter((it) => font.hasGlyphForCodePoint(codeOf(it)))
}

function missing(wanted: ReadonlySet<string>, found: ReadonlyMap<string, Face>): readonly string[] {
  return [...wanted].filter((it) => !found.has(it))
}

interface Slice {
  readonly slice: string
  readonly characters: readonly string[]
}

/** The slices of a family that have some of the characters, as its package lists them: `{"[0]": "U+20bb7,U+25ee8-25ef0"}`. */
async function slicesOf(family: string, characters: readonly string[]): Promise<readonly Slice[]> {
  if (characters.length === 0) return []
  const list = await readFile(packages.resolve(`@fontsource-variable/${family}/unicode.json`), 'utf8')
  return Object.entries(JSON.parse(list) as Record<string, string>).flatMap(([label, ranges]) => {
    const bounds = ranges.split(',').map((it) => it.replace('U+', '').split('-'))
    const inside = characters.filter((it) =>
      bounds.some(([from = '', to = from]) => {
        const code = codeOf(it)
        return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16)
      }),
    )
    return inside.length === 0 ? [] : [{ slice: label.replace(/[[\]]/g, ''), characters: inside }]
  })
}

const sliceOf = (family: string, slice: string) =>
  `@fontsource-variable/${family}/files/${family}-${slice}-wght-normal.woff2`

/**
 * The characters cut out of a font. A PDF holds neither compressed nor variable ones.
 * @param wght at which weight, of a variable font
 */
async function cutOut(font: Uint8Array, characters: readonly string[], wght?: number): Promise<Uint8Array> {
  const { default: subset } = await import('subset-font')
  const axes = wght === undefined ? {} : { variationAxes: { wght } }
  return subset(font, characters.join(''), { targetFormat: 'sfnt', ...axes })
}
