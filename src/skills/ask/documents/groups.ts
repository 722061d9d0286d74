import type { Block } from './manuscript.ts'
import { markerOf } from './markers.ts'

/** Short paragraphs of one section stay together below this many characters. */
const togetherBelow = 350
/** An item longer than this stands for itself; lists of shorter ones stay together. */
const shortItem = 40

/** 附件：1. 申请表, the first of the annexes that a letter names. */
export const annexList = /^附\s*件\s*[:：]\s*1\s*[.．、]/

/** Which paragraphs of a section stand together: all where it is short, else only runs of lines that are no sentences. */
export function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (length < togetherBelow) return [blocks]
  const groups: Block[][] = []
  let room = 0
  for (const block of blocks) {
    const line = block.text.length <= shortItem && !/[。；]/.test(block.text)
    if (line && room >= block.text.length) {
      groups.at(-1)?.push(block)
      room -= block.text.length
    } else {
      groups.push([block])
      room = line ? togetherBelow - block.text.length : 0
    }
  }
  return groups
}

/** A run of short items of one series becomes one paragraph, with the sentence that announces it. */
export function gatherShortItems(blocks: readonly Block[]): readonly Block[] {
  const gathered: Block[] = []
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    if (block === undefined) break
    const kind = block.kind === 'paragraph' ? seriesOf(block.text) : undefined
    let end = index + 1
    if (kind !== undefined)
      while (blocks[end]?.kind === 'paragraph' && markerOf(blocks[end]?.text ?? '')?.kind === kind) end += 1
    const run = blocks.slice(index, end)
    if (run.length >= 2 && isList(run)) {
      const before = gathered.at(-1)
      const lead = before?.kind === 'paragraph' && /[：:]$/.test(before.text) ? gathered.pop() : undefined
      gathered.push(joined(lead === undefined ? run : [lead, ...run]))
    } else gathered.push(...run)
    index = end
  }
  return gathered
}

function seriesOf(text: string): string | undefined {
  return annexList.test(text) ? 'digit' : markerOf(text)?.kind
}

/** Entries, not statements: short, and none but the last is a sentence. */
function isList(run: readonly Block[]): boolean {
  return run.every(
    ({ text }, index) =>
      text.length <= shortItem && !/[：:]$/.test(text) && (index === run.length - 1 || !text.includes('。')),
  )
}

function joined(blocks: readonly Block[]): Block {
  const start = blocks[0]?.start ?? 0
  return {
    kind: 'paragraph',
    text: blocks.map((block) => block.text).join('\n'),
    start,
    end: blocks.at(-1)?.end ?? start,
  }
}
