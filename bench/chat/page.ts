import type { Shown, Turn } from './stage.ts'

/** How one platform draws what it received. */
export interface Look {
  readonly name: string
  readonly css: string
  message(it: Extract<Shown, { kind: 'message' }>): string
  modal(it: Extract<Shown, { kind: 'modal' }>): string
  home(view: unknown): string
}

/** A page of some turns. @param from the number of the first; none is shown where left out */
export function pageOf(look: Look, turns: readonly Turn[], from?: number): string {
  const sections = turns.map((turn, at) => {
    const shown = turn.shown.map((it) => drawShown(look, it)).join('\n')
    return `<section><h2>${from === undefined ? '' : `<b>${from + at}</b>`}${escaped(turn.title)}</h2>${shown}</section>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${look.name}</title>
<style>${shared}${look.css}</style><body>${sections.join('\n')}</body></html>`
}

function drawShown(look: Look, it: Shown): string {
  switch (it.kind) {
    case 'did':
      return `<p class="did"><b>${escaped(it.who)}</b>　${escaped(it.what)}</p>`
    case 'message':
      return look.message(it)
    case 'modal':
      return look.modal(it)
    case 'home':
      return look.home(it.view)
  }
}

const shared = `
* { box-sizing: border-box; margin: 0; padding: 0 }
body { width: 720px; padding: 4px 20px 16px; font: 15px/1.5 Lato, "Noto Sans CJK SC", sans-serif }
section { margin-top: 14px }
h2 { font-size: 13px; font-weight: 600; display: flex; align-items: center; gap: 8px; margin-bottom: 6px }
h2 b { background: #2e7d32; color: #fff; border-radius: 10px; min-width: 20px; text-align: center; padding: 0 6px }
.did { font-size: 13px; margin: 6px 0 6px 46px; padding: 2px 10px; border-radius: 12px; width: fit-content }
.message { display: flex; gap: 10px; padding: 6px 0 }
.message.thread { margin-left: 46px }
.avatar { flex: 0 0 36px; height: 36px; display: grid; place-items: center; color: #fff; font-weight: 700 }
.body { flex: 1; min-width: 0; overflow-wrap: anywhere }
.who { font-weight: 700; margin-right: 6px }
.badge { font-size: 10px; font-weight: 700; border-radius: 3px; padding: 1px 4px; vertical-align: 1px }
.only { font-size: 12px }
table { border-collapse: collapse; margin: 6px 0; font-size: 13px }
td, th { padding: 3px 8px; text-align: left; vertical-align: top; font-weight: inherit }
td:first-child, th:first-child { white-space: nowrap }
ul, ol { padding-left: 22px }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 2px }
.modal { width: 500px; margin: 8px 0 8px 46px; padding: 16px 20px; border-radius: 8px }
.modal header { font-size: 18px; font-weight: 800; margin-bottom: 10px }
.modal label { display: block; font-weight: 700; font-size: 13px; margin-top: 10px }
.modal .field { min-height: 34px; padding: 6px 10px; border-radius: 4px; margin-top: 3px }
.modal .tall { min-height: 64px }
.modal footer { display: flex; justify-content: flex-end; gap: 8px; margin-top: 14px }
`

/** The member of a value that may be anything. */
export function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

export const listAt = (value: unknown, name: string): readonly unknown[] => {
  const found = at(value, name)
  return Array.isArray(found) ? found : []
}

export const textAt = (value: unknown, name: string): string => {
  const found = at(value, name)
  return typeof found === 'string' ? found : ''
}

/** Text as HTML that means itself; line ends stay. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
}

/** The sign of a person: the first character of their name, on a colour of their own. */
export function avatar(name: string, bot: boolean): string {
  const colors = ['#7b5ea7', '#b5651d', '#2f6f9f']
  const color = bot ? '#2e7d32' : colors[(name.codePointAt(0) ?? 0) % colors.length]
  return `<div class="avatar" style="background:${color}">${escaped(bot ? '盟' : name.slice(0, 1))}</div>`
}
