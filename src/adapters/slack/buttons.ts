import type { types } from '@slack/bolt'
import type { Button } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { visible } from './rich-text.ts'
import { clip } from './split.ts'
import { lineUnits, type Unit, unit } from './unit.ts'

/** What a pressed button says about itself. */
export interface Pressed {
  readonly action: string
  /** The form that opens instead of a press being sent. */
  readonly opens?: string
}

/** Buttons as rows; a label that Slack would cut stands above in full. Pure. */
export function actionUnits(buttons: readonly Button[]): readonly Unit[] {
  const rows: Button[][] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    if (row && row.length < limits.actionsElements) row.push(button)
    else rows.push([button])
  }
  return rows.flatMap((row) => [
    ...row.filter((it) => visible(it.label).length > limits.buttonText).flatMap((it) => lineUnits(it.label)),
    unit(
      { type: 'actions', elements: row.map(drawButton) },
      row.map((it) => `[${it.label}]`).join(' '),
      row.reduce((all, it) => all + Math.min(it.label.length, limits.buttonText) + 20, 0),
    ),
  ])
}

/**
 * `action`, `action>form` where a form opens, and `#n` because an id must be unique in its block; {@link readActionId}
 * is the way back.
 */
function actionId(button: Button, at: number): string {
  return `${button.action}${button.opens === undefined ? '' : `>${button.opens}`}#${at}`.slice(
    0,
    limits.actionId,
  )
}

/** What an `action_id` of ours says. Pure. */
export function readActionId(id: string): Pressed {
  const [, action = '', opens] = /^([^>#]*)(?:>([^#]*))?/.exec(id) ?? []
  return { action, ...(opens === undefined ? {} : { opens }) }
}

function drawButton(button: Button, at: number): types.Button {
  const label = visible(button.label).trim()
  return {
    type: 'button',
    action_id: actionId(button, at),
    text: { type: 'plain_text', text: label === '' ? '·' : clip(label, limits.buttonText), emoji: false },
    ...(button.value === '' ? {} : { value: button.value.slice(0, limits.buttonValue) }),
    ...(button.style === undefined ? {} : { style: button.style }),
  }
}
