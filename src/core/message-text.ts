import type { Catalogue, Locale } from './locale.ts'

/** Maximum length of a question, in characters. The longest real one seen has 70. */
export const LONGEST_QUESTION = 1000

// C0 and C1 control characters (except tab and newline), zero-width and bidirectional marks: they can spoof terminals and
// readers, and no question needs them.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const word = /[\p{L}\p{N}]/u

/** Removes invisible characters: controls, bidirectional marks, lone surrogates. Pure. */
export function cleanText(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replace(unseen, '').replace(loneSurrogate, '').trim()
}

/**
 * Why a text cannot be a question, as a sentence for its author; undefined if it can be one.
 * @param text what {@link cleanText} gave
 * @param withFile a file came with it
 */
export function whyUnreadable(text: string, locale: Locale, withFile = false): string | undefined {
  const say = words[locale]
  if (text === '') return withFile ? say.fileAlone : say.empty
  if (text.length > LONGEST_QUESTION) return say.tooLong(text.length, LONGEST_QUESTION)
  return word.test(text) ? undefined : say.wordless
}

interface ReadableWords {
  empty: string
  fileAlone: string
  wordless: string
  tooLong(length: number, limit: number): string
}

const words: Catalogue<ReadableWords> = {
  'zh-CN': {
    empty: '没有收到文字。请写一句要问的话，例如「验收材料什么时候交？」',
    fileAlone: '收到了文件，没有收到文字。请和文件一起写一句要做什么，例如「把这个读成培训通知」。',
    wordless: '只收到了符号或表情，没有读到问题。请用文字写一句，例如「验收材料什么时候交？」',
    tooLong: (length, limit) =>
      `这段话有 ${length} 个字，一次最多读 ${limit} 个字。请只发要问的那一句；要查整份文件，请先让管理员导入它。`,
  },
  en: {
    empty: 'No text arrived. Please write one question, for example "验收材料什么时候交？"',
    fileAlone:
      'A file arrived, and no words. Please write with it what to do, for example "read this as a training notice".',
    wordless:
      'Only symbols arrived, no question. Please write one in words, for example "验收材料什么时候交？"',
    tooLong: (length, limit) =>
      `This text has ${length} characters; at most ${limit} are read at once. Please send only the question itself.`,
  },
}
