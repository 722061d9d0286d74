import { foldNumerals } from '../../../core/numerals.ts'
import { bare } from './clean.ts'
import type { Block } from './manuscript.ts'
import { markerOf } from './markers.ts'

/** The title block at the head of a text, and the rest. */
interface Covered {
  readonly cover: readonly Block[]
  readonly body: readonly Block[]
}

/**
 * Takes the title block off: the title as the format marks it, and the short lines (status, issuer, date, history of
 * amendments) up to the first heading, article, table of contents or sentence.
 */
export function takeCover(blocks: readonly Block[]): Covered {
  let end = 0
  while (end < blocks.length && isCover(blocks, end)) end += 1
  return { cover: blocks.slice(0, end), body: blocks.slice(end) }
}

function isCover(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (block === undefined) return false
  if (block.kind === 'heading') return isTitle(blocks, index)
  if (block.kind !== 'paragraph' || markerOf(block.text) !== undefined) return false
  if (isHistory(block.text)) return true
  // Short and no sentence; a line that ends with a colon announces or addresses, it is no title.
  if (/[：:]$/.test(block.text)) return /^附\s*件/.test(block.text)
  return block.text.length <= 60 && !/[。；]|[：:]./.test(block.text)
}

/**
 * The first heading is the title where it carries no number, or where it is numbered 第一章 and nothing in the text is
 * numbered 第二章 (as scans of single chapters print their titles).
 */
function isTitle(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (block === undefined) return false
  if (/^附\s*件?\s*\d*[:：]?$/.test(block.text)) return true
  if (blocks.slice(0, index).some((one) => one.kind === 'heading' && one.level !== 0)) return false
  const marker = markerOf(block.text)
  if (block.level === 0) return index === 0
  if (marker === undefined) return block.level !== undefined
  if (marker.kind !== 'chapter' || marker.number !== 1) return false
  return !blocks.slice(index + 1).some((one) => {
    const other = one.kind === 'heading' ? markerOf(one.text) : undefined
    return one.kind === 'article' || other?.kind === 'chapter' || other?.kind === 'section'
  })
}

/** 2007年3月28日国务院第172次会议通过, （1982年8月23日…通过 根据…修正）: how a law tells its own history. */
export function isHistory(text: string): boolean {
  return (
    /^[（(]?\s*(?:根据)?\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/.test(text) &&
    /通过|公布|发布|修正|修订|施行|批准|令/.test(text) &&
    text.length <= 700
  )
}

/** The name of an organization alone on its line. */
export function isOrganization(line: string): boolean {
  return (
    line.length <= 30 &&
    /(?:部|委员会|办公室|局|厅|院|人民政府|中心|总局|署|政协|人大|协会|学会|联盟)$/.test(line) &&
    !/[，。、：《》]|关于|工作要点/.test(line)
  )
}

/** A date alone on its line: 2015年6月, 二〇一二年四月. */
export function isDateLine(line: string): boolean {
  return /^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$/.test(bare(foldNumerals(line)))
}
