import { DeliveryError } from '../../core/adapter.ts'
import { messageOf } from '../../core/errors.ts'
import type { AttachedFile } from '../../core/message.ts'

export interface FetchParts {
  readonly botToken: string
  /** The base address of the Web API, where it is not Slack's. */
  readonly apiUrl?: string
  /** Until a download counts as lost, in milliseconds. */
  readonly timeout: number
}

/** Fetches a file that somebody shared. Only Slack gets to see our token. @throws DeliveryError */
export async function fetchFile({ at }: AttachedFile, parts: FetchParts): Promise<Uint8Array> {
  if (!isSlacks(new URL(at), parts.apiUrl)) {
    throw new DeliveryError('Slack: the file is kept elsewhere', { permanent: true })
  }
  let answer: Response
  try {
    answer = await fetch(at, {
      headers: { authorization: `Bearer ${parts.botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(parts.timeout),
    })
  } catch (thrown) {
    throw new DeliveryError(`Slack: ${messageOf(thrown)}`, { cause: thrown })
  }
  // Without the scope Slack answers with its login page.
  const refused = answer.headers.get('content-type')?.startsWith('text/html') && !at.endsWith('.html')
  if (!answer.ok || refused) {
    throw new DeliveryError(`Slack: the file was refused (${answer.status})`, {
      permanent: answer.status < 500,
    })
  }
  return new Uint8Array(await answer.arrayBuffer())
}

function isSlacks(url: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && url.origin === new URL(apiUrl).origin) return true
  return url.protocol === 'https:' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'))
}
