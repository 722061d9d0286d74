import { wholeFiles } from './fonts.ts'

const family = 'Noto Serif SC'
/** Dots for each unit of the drawing: sharp on a phone and in a slide. */
const scale = 2

/**
 * A drawing as a PNG, its Chinese in the papers' own typeface, so that it looks the same on a server that has no fonts.
 * @param svg an SVG document
 * @throws Error where the text is no SVG
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  // Loaded when first needed: most runs of the program draw nothing.
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: 'white',
    font: {
      loadSystemFonts: false,
      fontFiles: [...wholeFiles()],
      defaultFontFamily: family,
      sansSerifFamily: family,
    },
  })
  return drawing.render().asPng()
}
