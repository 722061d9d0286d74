import type { types } from '@slack/bolt'
import type { Span, Text } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { split } from './split.ts'

export type Element = types.RichTextElement

// Control characters and the marks that turn the direction of writing: nobody can read them, a reader can be fooled.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const slackUser = /^[UW][A-Z0-9]{2,}$/
const webAddress = /^(https?:\/\/|mailto:)[^\s<>|]+$/

/** The text without what nobody can see. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, '')
}

/** The three characters that Slack's markup is made of, as https://docs.slack.dev/messaging/formatting-message-text#escaping says. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * A text as rich-text elements. Slack shows the text of an element as it is, so that neither markup nor a mention can
 * be smuggled in; no element is longer than a section may be. Pure.
 */
export function elementsOf(text: Text): readonly Element[] {
  return text.flatMap(elementsOfSpan)
}

/** One string in one style. */
export function textElements(text: string, style?: types.RichTextText['style']): readonly Element[] {
  return split(visible(text), limits.sectionText)
    .flatMap(apart)
    .filter((it) => it !== '')
    .map((it): Element => ({ type: 'text', text: it, ...(style === undefined ? {} : { style }) }))
}

/**
 * `<` never shares an element with the sign after it. A person sees no difference; a program that turns elements into
 * Slack's older markup cannot make `<!channel>` of them by mistake.
 */
function apart(text: string): readonly string[] {
  return text.split(/(?<=<)(?=[!@#])/)
}

function elementsOfSpan(span: Span): readonly Element[] {
  switch (span.kind) {
    case 'plain':
    case 'time':
      return textElements(span.text)
    case 'bold':
      return textElements(span.text, { bold: true })
    case 'code':
      return textElements(span.text, { code: true })
    case 'mention':
      return slackUser.test(span.userId)
        ? [{ type: 'user', user_id: span.userId }]
        : textElements(`@${span.name}`)
    case 'link':
      return linkElements(span.text, span.url)
  }
}

function linkElements(text: string, url: string): readonly Element[] {
  const label = visible(text)
  if (!isLink(url)) return textElements(label === url ? url : `${label} (${url})`)
  if (label.length > limits.sectionText) return [...textElements(label), { type: 'link', url }]
  return [label === '' || label === url ? { type: 'link', url } : { type: 'link', url, text: label }]
}

/** Whether Slack takes it as an address. */
export function isLink(url: string): boolean {
  return webAddress.test(url) && url.length <= limits.sectionText
}

/** Whether it is a person of Slack's; members of other platforms are shown by their names. */
export function isSlackUser(userId: string): boolean {
  return slackUser.test(userId)
}

/** How many characters an element brings. */
export function lengthOf(element: Element): number {
  switch (element.type) {
    case 'text':
      return element.text.length
    case 'link':
      return element.url.length + (element.text?.length ?? 0)
    default:
      return 20
  }
}

/** Elements in groups of at most `max` characters; an element that alone is longer makes a group of its own. */
export function grouped(elements: readonly Element[], max: number): readonly (readonly Element[])[] {
  const groups: Element[][] = []
  let room = 0
  for (const element of elements) {
    const length = lengthOf(element)
    if (groups.length === 0 || length > room) {
      groups.push([])
      room = max
    }
    groups.at(-1)?.push(element)
    room -= length
  }
  return groups
}
