import { createHash } from 'node:crypto'
import type { DeliveryKey } from '../../core/adapter.ts'
import { limits } from './limits.ts'

/** What a component of ours says when it comes back. */
export interface CustomId {
  /** `press`: a button; `open`: a button that opens a form; `form`: the opened form; `share`: to the channel. */
  readonly kind: 'press' | 'open' | 'form' | 'share'
  /** The action of a press, the name of a form; empty for `share`. */
  readonly name: string
  readonly value: string
}

const marks = { press: 'p', open: 'o', form: 'f', share: 's' } as const
const kinds = { p: 'press', o: 'open', f: 'form', s: 'share' } as const
const tagLength = 10

/**
 * The custom_id of a component: its kind, its place in the message (two buttons may say the same, ids may not), then
 * name and value. Undefined where Discord has no room for it. Pure.
 */
export function encode(id: CustomId, place: number): string | undefined {
  const text = `${marks[id.kind]}${place.toString(36)}:${encodeURIComponent(id.name)}:${id.value}`
  return text.length <= limits.customId ? text : undefined
}

/** The same custom_id with the tag of a delivery in it; undefined where it is none of ours or has no room. Pure. */
export function tagged(customId: string, tag: string): string | undefined {
  const longer = `${customId.slice(0, 2)}${tag}${customId.slice(2)}`
  return /^[po][0-9a-z]:/.test(customId) && longer.length <= limits.customId ? longer : undefined
}

/** What a custom_id says, or undefined where it is none of ours (an older or another program's button). Pure. */
export function decode(text: string): CustomId | undefined {
  const [, mark = '', name = '', value = ''] =
    /^([pofs])[0-9a-z](?:[\w-]{10})?:([^:]*):([\s\S]*)$/.exec(text) ?? []
  if (!(mark in kinds)) return undefined
  try {
    return { kind: kinds[mark as keyof typeof kinds], name: decodeURIComponent(name), value }
  } catch {
    return undefined
  }
}

/** The nonce of one message of a delivery: the same key and part always give the same. At most 25 characters. Pure. */
export function nonceOf(key: DeliveryKey, part: number): string {
  return hash(`${key}#${part}`).slice(0, limits.nonce)
}

/**
 * A short name of a delivery key, or of one of its earlier messages, that is written into the message, where `confirm`
 * finds it. The last message has the name of the whole: where it stands, the others stand before it. Pure.
 * @param part counts the messages before the last one, from 0
 */
export function tagOf(key: DeliveryKey, part?: number): string {
  return hash(part === undefined ? key : `${key}#${part}`).slice(0, tagLength)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
