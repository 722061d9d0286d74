import type { types } from '@slack/bolt'
import type { Reply } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { escapeMarkup } from './rich-text.ts'
import { clip } from './split.ts'
import type { Surface, Unit } from './unit.ts'
import { unitsOf } from './units.ts'

/** What goes into one message. */
export interface Draft {
  /** For notifications, search and readers of screens; escaped, because Slack parses it. */
  readonly text: string
  readonly blocks: readonly types.KnownBlock[]
}

/**
 * Renders a reply as messages within Slack's limits. Nothing is lost; a quotation stays in one message if it fits. An
 * empty reply gives no messages. Pure.
 */
export function render(reply: Reply): readonly Draft[] {
  const messages: Unit[][] = []
  let room = 0
  for (const unit of reply.blocks.flatMap((block) => unitsOf(block, 'message'))) {
    const last = messages.at(-1)
    const fits =
      last !== undefined &&
      last.length < limits.messageBlocks &&
      unit.weight <= room &&
      !(isTable(unit) && last.some(isTable))
    if (fits) last.push(unit)
    else {
      messages.push([unit])
      room = limits.messageWeight
    }
    room -= unit.weight
  }
  return messages.map(draftOf)
}

/** A reply as blocks of a view, of which there may be `limits.viewBlocks`. Pure. */
export function renderBlocks(reply: Reply, surface: Surface): readonly types.KnownBlock[] {
  return reply.blocks.flatMap((block) => unitsOf(block, surface)).map((it) => it.block)
}

function draftOf(units: readonly Unit[]): Draft {
  const said = units.map((it) => it.plain).join('\n')
  return { text: clipMarkup(escapeMarkup(said)), blocks: units.map((it) => it.block) }
}

/** The blocks say everything; the text beside them must only not be refused. */
const clipMarkup = (text: string): string =>
  text.length <= limits.messageText ? text : clip(text, limits.messageText).replace(/&[a-z]{0,3}…$/, '…')

const isTable = (unit: Unit): boolean => unit.block.type === 'table'
