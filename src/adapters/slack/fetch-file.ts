import { fetchAttached, isUnder } from '../../core/fetch-attached.ts'
import type { AttachedFile } from '../../core/message.ts'

export interface FetchParts {
  readonly botToken: string
  /** Base URL of the Web API, if not Slack's own. */
  readonly apiUrl?: string
  /** Until a download counts as lost, in milliseconds. */
  readonly timeout: number
}

/** Downloads a shared file. The token is sent to Slack's hosts only. @throws DeliveryError */
export function fetchFile(
  file: AttachedFile,
  { botToken, apiUrl, timeout }: FetchParts,
): Promise<Uint8Array> {
  return fetchAttached(file, {
    platform: 'Slack',
    isOwn: (url) => isUnder(url, apiUrl) || isSlacks(url),
    headers: { authorization: `Bearer ${botToken}` },
    // Without the files:read scope Slack responds with its login page.
    isRefusal: (answer) =>
      answer.headers.get('content-type')?.startsWith('text/html') === true && !file.at.endsWith('.html'),
    timeout,
  })
}

function isSlacks({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))
}
