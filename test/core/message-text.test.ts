import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, LONGEST_QUESTION, whyUnreadable } from '../../src/core/message-text.ts'

test('clean text holds nothing that cannot be seen or sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
      const text = cleanText(raw)
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      // Half a surrogate pair does not survive UTF-8.
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
      expect(cleanText(text)).toBe(text)
    }),
  )
})

test('what a person wrote stays as it was', () => {
  for (const text of ['验收材料啥时候交?', '两行\n字', 'emoji 😀 和家庭 👨‍👩‍👧', '（国科办社〔2014〕19号）'])
    expect(cleanText(text)).toBe(text)
})

test('a question is readable up to the limit and not beyond', () => {
  expect(whyUnreadable('验'.repeat(LONGEST_QUESTION), 'zh-CN')).toBeUndefined()
  expect(whyUnreadable('验'.repeat(LONGEST_QUESTION + 1), 'zh-CN')).toContain(String(LONGEST_QUESTION + 1))
  expect(whyUnreadable('第3条', 'zh-CN')).toBeUndefined()
  expect(whyUnreadable('👍', 'en')).toContain('Only symbols')
})
