import type { Adapter } from '../core/adapter.ts'
import { messageOf, Problem } from '../core/errors.ts'
import type { AttachedFile, Message } from '../core/message.ts'
import { readDocument } from '../skills/ask/documents/read-document.ts'

/**
 * Reads the text of a file attached to a chat message, in any supported format; table cells are separated by tabs.
 * @param adapters a getter, because the skills are created before the adapters
 */
export function makeAttachmentReader(
  adapters: () => readonly Pick<Adapter, 'platform' | 'fetch'>[],
): (message: Pick<Message, 'from'>, file: AttachedFile) => Promise<string> {
  return async ({ from }, file) => {
    const adapter = adapters().find((it) => it.platform === from.platform)
    const bytes = await adapter?.fetch?.(file).catch((thrown: unknown) => {
      throw new Problem(
        `没有取到文件「${file.name}」（${messageOf(thrown)}）。`,
        '请再发一次；仍然不行，请联系管理员检查机器人读取文件的权限。',
        { cause: thrown },
      )
    })
    if (!bytes) throw new Problem('这里不能收文件。', '请用 alliance trainings read 文件名。')
    return (await readDocument({ name: file.name, bytes })).printed
  }
}
