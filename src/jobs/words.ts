import type { Catalogue } from '../core/locale.ts'

export interface JobWords {
  /** Before the words of a message that may stand there already. */
  readonly maybeRepeated: string
  /** Before the words of a message that could not be sent at first. */
  readonly released: string
  /** Why a delivery stands where it stands, for the office. */
  readonly unprovable: string
  readonly gaveUp: (attempts: number, why: string) => string
  readonly unknownKind: (kind: string) => string
  readonly tooLate: string
}

export const words: Catalogue<JobWords> = {
  'zh-CN': {
    maybeRepeated: '可能重复：上次发送后没有收到平台的确认，也查不到记录。',
    released: '补发：上次没有发出去，办公室处理后重新发送。',
    unprovable: '发送后没有收到确认，也查不到记录；请到会话里看一眼，没有就重新发送。',
    gaveUp: (attempts, why) => `试了 ${attempts} 次没有发出：${why}`,
    unknownKind: (kind) => `本版本不认识「${kind}」这类通知。`,
    tooLate: '过了有用的时间，没有发送。',
  },
  en: {
    maybeRepeated:
      'This may be a repeat: the platform did not confirm the last attempt and cannot be searched.',
    released: 'Sent again by the office: it could not be delivered at first.',
    unprovable:
      'The platform did not confirm it and cannot be searched; look into the chat and release it if it is not there.',
    gaveUp: (attempts, why) => `Not sent after ${attempts} attempts: ${why}`,
    unknownKind: (kind) => `This version does not know notices of the kind "${kind}".`,
    tooLate: 'Too late to be of use; it was not sent.',
  },
}
