import { createRequire } from 'node:module'

const packages = createRequire(import.meta.url)
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
  const fontFiles = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map((file) =>
    packages.resolve(`@expo-google-fonts/noto-serif-sc/${file}`),
  )
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: 'white',
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family, sansSerifFamily: family },
  })
  return drawing.render().asPng()
}
