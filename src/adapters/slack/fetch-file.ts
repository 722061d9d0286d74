import { fetchAttached, isUnder } from '../../core/fetch-attached.ts'
import type { AttachedFile } from '../../core/message.ts'

export interface FetchParts {
  readonly botToken: string
  /** The base address of the Web API, where it is not Slack's. */
  readonly apiUrl?: string
  /** Until a download counts as lost, in milliseconds. */
  readonly timeout: number
}

/** Fetches a file that somebody shared. Only Slack gets to see our token. @throws DeliveryError */
export function fetchFile(
  file: AttachedFile,
  { botToken, apiUrl, timeout }: FetchParts,
): Promise<Uint8Array> {
  return fetchAttached(file, {
    platform: 'Slack',
    isOwn: (url) => isUnder(url, apiUrl) || isSlacks(url),
    headers: { authorization: `Bearer ${botToken}` },
    // Without the scope Slack answers with its login page.
    isRefusal: (answer) =>
      answer.headers.get('content-type')?.startsWith('text/html') === true && !file.at.endsWith('.html'),
    timeout,
  })
}

function isSlacks({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))
}
