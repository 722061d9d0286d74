import {
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type ButtonStyle,
  ComponentType,
} from 'discord.js'
import { type CustomId, encode } from './custom-id.ts'
import { limits } from './limits.ts'
import { clean, literal, type Token } from './markdown.ts'
import { take } from './split.ts'

/** One message being laid out: text, then embeds, then buttons, in Discord's order. */
export interface Page {
  content: string
  embeds: APIEmbed[]
  rows: APIButtonComponentWithCustomId[][]
}

/** A button before it is placed in a row. */
export interface PageButton {
  readonly id: CustomId
  readonly label: string
  readonly style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger
}

/** Reserved in every message for later additions: a delivery's reference, the name of the person who shares it. */
const extraRoom = 80
const contentRoom = limits.content - extraRoom
const embedRoom = limits.embedSet - extraRoom
/** With less space than this left, text starts on a new page. */
const worthwhile = 200
const visible = /[^\s\u200b-\u200d\u2060\ufeff]/

/** Lays text, embeds and buttons out on as few messages as their order and Discord's limits allow. */
export function makePages() {
  const pages: Page[] = []

  const last = () => pages.at(-1) ?? newPage()

  function newPage(): Page {
    const page: Page = { content: '', embeds: [], rows: [] }
    pages.push(page)
    return page
  }

  /** Where text goes now: above the embeds while there are none, then into an embed of its own. */
  function textRoom(page: Page): number {
    if (page.rows.length > 0) return 0
    if (page.embeds.length === 0) return contentRoom - page.content.length
    const room = Math.min(limits.embedDescription, embedRoom - sizeOf(page.embeds))
    return page.embeds.length < limits.embeds && room >= worthwhile ? room : 0
  }

  return {
    pages: pages as readonly Page[],

    text(tokens: readonly Token[]): void {
      let rest = tokens
      while (rest.length > 0) {
        const page = last()
        const fresh = isEmpty(page)
        const taken = take(rest, textRoom(page), fresh)
        if (taken.text === '') {
          if (fresh) return
          newPage()
          continue
        }
        if (page.embeds.length === 0) page.content += taken.text
        else if (visible.test(taken.text)) page.embeds.push({ description: taken.text.trimEnd() })
        rest = taken.rest
      }
    },

    embed(embed: APIEmbed): void {
      const page = last()
      const fits =
        page.rows.length === 0 &&
        page.embeds.length < limits.embeds &&
        sizeOf(page.embeds) + sizeOf([embed]) <= embedRoom
      ;(fits ? page : newPage()).embeds.push(embed)
    },

    buttons(keys: readonly PageButton[]): void {
      let row: APIButtonComponentWithCustomId[] | undefined
      for (const key of keys) {
        let page = last()
        if (row === undefined || row.length === limits.buttonsInRow) {
          if (page.rows.length === limits.rows) page = newPage()
          row = []
          page.rows.push(row)
        }
        row.push(buttonOf(key, page.rows.flat().length))
      }
    },

    /** One more button on every message that has room for it. */
    everywhere(key: PageButton): void {
      for (const page of pages) {
        const row = page.rows.find((it) => it.length < limits.buttonsInRow)
        const button = buttonOf(key, page.rows.flat().length)
        if (row) row.push(button)
        else if (page.rows.length < limits.rows) page.rows.push([button])
      }
    },

    /** The finished pages; blank ones, which Discord refuses, are left out. */
    finish: (): readonly Page[] =>
      pages
        .map((page) => ({ ...page, content: visible.test(page.content) ? page.content.trimEnd() : '' }))
        .filter((page) => !isEmpty(page)),
  }
}

function isEmpty(page: Page): boolean {
  return page.content === '' && page.embeds.length === 0 && page.rows.length === 0
}

function buttonOf({ id, label, style }: PageButton, place: number): APIButtonComponentWithCustomId {
  const text = clean(label).replaceAll('\n', ' ').trim()
  const customId = clean(id.value) === id.value ? encode(id, place) : undefined
  return {
    type: ComponentType.Button,
    style,
    label: visible.test(text) ? shortened(text, limits.buttonLabel) : '·',
    custom_id: customId ?? `x${place.toString(36)}`,
    // No skill makes values this long; a button whose value does not fit is shown disabled.
    ...(customId === undefined ? { disabled: true } : {}),
  }
}

/** The text, or its beginning with … where it is too long. Pure. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\ud800-\udbff]/.test(text[most - 2] ?? '') ? most - 2 : most - 1
  return `${text.slice(0, end)}…`
}

/** The characters that count toward the set of embeds. */
export function sizeOf(embeds: readonly APIEmbed[]): number {
  return embeds.reduce(
    (sum, { title = '', description = '', footer, fields = [] }) =>
      sum +
      title.length +
      description.length +
      (footer?.text.length ?? 0) +
      fields.reduce((all, field) => all + field.name.length + field.value.length, 0),
    0,
  )
}

/** A text that stands in an embed's field or title: visible, or Discord refuses it. */
export function filled(text: string): string {
  return visible.test(text) ? text : '\u200b'
}

/** Escapes a text of one line. */
export const oneLine = (text: string): string => literal(clean(text).replaceAll('\n', ' '))
