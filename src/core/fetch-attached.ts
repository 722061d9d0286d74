import { DeliveryError } from './adapter.ts'
import { messageOf } from './errors.ts'
import type { AttachedFile } from './message.ts'

/** How one platform keeps what people attach. */
export interface AttachedPlace {
  /** Its name, for errors. */
  readonly platform: string
  /** Whether an address is the platform's own; a file elsewhere is never asked for, nor shown a token. */
  isOwn(url: URL): boolean
  readonly headers?: Readonly<Record<string, string>>
  /** Whether an answer that looks well is a refusal all the same. */
  isRefusal?(answer: Response): boolean
  /** Until a download counts as lost, in milliseconds. */
  readonly timeout: number
}

/**
 * Fetches a file that somebody attached, from the platform's own place and nowhere else.
 * @throws DeliveryError permanent where it is kept elsewhere or refused; another try may help where the network failed
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

/** Whether an address lies at the same origin as a base address that somebody set. Pure. */
export function isUnder(url: URL, base: string | undefined): boolean {
  return base !== undefined && url.origin === new URL(base).origin
}
