import type { Block } from './manuscript.ts'
import { decimalDepth, type Marker, markerOf, rankOf } from './markers.ts'

/** A lead sentence longer than this stands in a path with its first clause only. */
const longLead = 70

/** What stands in the path: a heading, or an item that leads others. */
export interface Level {
  readonly text: string
  readonly item: boolean
  /** As the format marked it. */
  readonly level?: number
  readonly marker?: Marker
}

function rankOfMarker(marker: Marker): number {
  return rankOf[marker.kind] + decimalDepth(marker) / 10
}

/**
 * Does `top` stand above `next` in the outline? Levels that the format marked decide where they differ; else the
 * customary order of the numbers; a marked heading without a number stands above all that is not marked.
 */
export function isAbove(top: Level, next: Level): boolean {
  if (next.level === 0) return false
  if (top.level === 0) return true
  if (top.level !== undefined && next.level !== undefined && top.level !== next.level)
    return top.level < next.level
  if (top.marker !== undefined && next.marker !== undefined)
    return rankOfMarker(top.marker) < rankOfMarker(next.marker)
  return top.level !== undefined && next.level === undefined
}

/**
 * Inside an article a numbered line that looks like a heading is one of its items, unless an article, or a heading and
 * then an article, follows it.
 */
export function endsArticle(block: Block, all: readonly Block[], index: number): boolean {
  const marker = markerOf(block.text)
  if (block.level !== undefined || marker === undefined || rankOfMarker(marker) < rankOf.article) return true
  let next = index + 1
  while (all[next]?.kind === 'heading') next += 1
  return all[next]?.kind === 'article'
}

/** The words by which an item is known in the path of what stands below it. */
export function leadOf(text: string): string {
  const sentence = /^[^。；]*?(?:[。；]|$)/.exec(text)?.[0] ?? text
  const lead =
    sentence.length <= longLead
      ? sentence
      : (/^.{8,}?(?=[，,：；。])/.exec(sentence)?.[0] ?? sentence.slice(0, longLead))
  return lead.replace(/[。；：:，,]$/, '')
}
