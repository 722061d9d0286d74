import { messageOf } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Attachment } from '../../core/reply.ts'
import type { SlackClient } from './client.ts'
import type { Deliver, Place } from './deliver.ts'

export interface FileParts {
  readonly client: SlackClient
  readonly deliver: Pick<Deliver, 'channelOf'>
  readonly log: Log
  /** Until an upload counts as lost, in milliseconds. */
  readonly timeout: number
}

/**
 * Posts files in order. Each is uploaded first and shared afterwards, so that a failed upload leaves nothing behind (https://docs.slack.dev/messaging/working-with-files#upload).
 * @returns the names of those that could not be sent; never throws, because the text they belong to is already posted
 */
export type SendFiles = (place: Place, files: readonly Attachment[]) => Promise<readonly string[]>

export function makeSendFiles({ client, deliver, log, timeout }: FileParts): SendFiles {
  async function sendOne(place: Place, { name, type, bytes }: Attachment): Promise<void> {
    const { upload_url, file_id } = await client.files.getUploadURLExternal({
      filename: name,
      length: bytes.byteLength,
    })
    if (upload_url === undefined || file_id === undefined) throw new Error('Slack gave no address for a file')
    const uploaded = await fetch(upload_url, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.from(bytes),
      signal: AbortSignal.timeout(timeout),
    })
    if (!uploaded.ok) throw new Error(`Slack refused an upload: ${uploaded.status}`)
    const shown = { files: [{ id: file_id, title: name }] as [{ id: string; title: string }] }
    const channel_id = await deliver.channelOf(place.channel)
    await client.files.completeUploadExternal(
      place.thread === undefined
        ? { ...shown, channel_id }
        : { ...shown, channel_id, thread_ts: place.thread },
    )
  }

  return async (place, files) => {
    const failed: string[] = []
    for (const file of files) {
      try {
        await sendOne(place, file)
      } catch (thrown) {
        log.warn({ channel: place.channel, err: thrown }, `a file could not be sent: ${messageOf(thrown)}`)
        failed.push(file.name)
      }
    }
    return failed
  }
}
