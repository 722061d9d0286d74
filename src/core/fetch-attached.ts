import { DeliveryError } from './adapter.ts'
import { messageOf } from './errors.ts'
import type { AttachedFile } from './message.ts'

/** How a platform hosts attached files. */
export interface AttachedPlace {
  /** Its name, for errors. */
  readonly platform: string
  /** Whether a URL belongs to the platform; other URLs are never fetched and never see a token. */
  isOwn(url: URL): boolean
  readonly headers?: Readonly<Record<string, string>>
  /** Whether a 2xx response is a refusal all the same. */
  isRefusal?(answer: Response): boolean
  /** Milliseconds. */
  readonly timeout: number
}

/**
 * Downloads an attached file, from the platform's own hosts only.
 * @throws DeliveryError permanent if it is hosted elsewhere or refused; transient on network failures
 */
export async function fetchAttached({ at }: AttachedFile, place: AttachedPlace): Promise<Uint8Array> {
  const { platform, headers = {}, timeout } = place
  if (!place.isOwn(new URL(at)))
    throw new DeliveryError(`${platform}: the file is kept elsewhere`, { permanent: true })
  const answer = await fetch(at, { headers, redirect: 'error', signal: AbortSignal.timeout(timeout) }).catch(
    (thrown: unknown) => {
      throw new DeliveryError(`${platform}: ${messageOf(thrown)}`, { cause: thrown })
    },
  )
  if (!answer.ok || place.isRefusal?.(answer))
    throw new DeliveryError(`${platform}: the file was refused (${answer.status})`, {
      permanent: answer.status < 500,
    })
  return new Uint8Array(await answer.arrayBuffer())
}

/** Whether a URL has the same origin as a configured base URL. Pure. */
export function isUnder(url: URL, base: string | undefined): boolean {
  return base !== undefined && url.origin === new URL(base).origin
}
