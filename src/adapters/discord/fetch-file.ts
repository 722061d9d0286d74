import { DeliveryError } from '../../core/adapter.ts'
import { messageOf } from '../../core/errors.ts'
import type { AttachedFile } from '../../core/message.ts'

export interface FetchParts {
  /** The base of the REST API, where it is not Discord's. */
  readonly apiUrl?: string
  /** Until a download counts as lost, in milliseconds. */
  readonly timeout: number
}

/** Where Discord keeps what people attach (reference#cdn-formatting). */
const hosts = new Set(['cdn.discordapp.com', 'media.discordapp.net'])

/** Fetches a file that somebody attached; its address is signed and good for a day. @throws DeliveryError */
export async function fetchFile({ at }: AttachedFile, { apiUrl, timeout }: FetchParts): Promise<Uint8Array> {
  const url = new URL(at)
  const known = url.protocol === 'https:' && hosts.has(url.hostname)
  if (!known && (apiUrl === undefined || url.origin !== new URL(apiUrl).origin)) {
    throw new DeliveryError('Discord: the file is kept elsewhere', { permanent: true })
  }
  let answer: Response
  try {
    answer = await fetch(at, { redirect: 'error', signal: AbortSignal.timeout(timeout) })
  } catch (thrown) {
    throw new DeliveryError(`Discord: ${messageOf(thrown)}`, { cause: thrown })
  }
  if (!answer.ok) {
    throw new DeliveryError(`Discord: the file was refused (${answer.status})`, {
      permanent: answer.status < 500,
    })
  }
  return new Uint8Array(await answer.arrayBuffer())
}
