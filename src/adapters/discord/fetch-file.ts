import { fetchAttached, isUnder } from '../../core/fetch-attached.ts'
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
export function fetchFile(file: AttachedFile, { apiUrl, timeout }: FetchParts): Promise<Uint8Array> {
  return fetchAttached(file, {
    platform: 'Discord',
    isOwn: (url) => isUnder(url, apiUrl) || (url.protocol === 'https:' && hosts.has(url.hostname)),
    timeout,
  })
}
