import type { RegisterSource, World } from './facts.ts'
import type { Figure } from './register-data.ts'

/** The stated figure of a measure and slice; of several years the latest, unless a year is given. */
export function figureOf(world: World, measure: string, facet: string, year?: string): Figure | undefined {
  return world.figures
    .filter((it) => it.measure === measure && it.facet === facet)
    .filter((it) => year === undefined || it.asOf.startsWith(year))
    .sort((one, other) => (one.asOf < other.asOf ? 1 : -1))[0]
}

/** All slices of a measure, `region` or `type`, in the order of the document. */
export function slicesOf(world: World, measure: string, by: string): Figure[] {
  return world.figures.filter((it) => it.measure === measure && it.facet.startsWith(`${by}=`))
}

export function figureSource(figure: Figure): RegisterSource {
  return { document: figure.file, quote: figure.words }
}
