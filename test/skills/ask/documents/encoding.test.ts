import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../src/core/errors.ts'
import { decodeText } from '../../../../src/skills/ask/documents/encoding.ts'

const text = '虚构县2014年度工作要点\n一、验收。\n'
const utf16 = Buffer.from(text, 'utf16le')

describe('the encoding of a text', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little-endian with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    [
      'UTF-16 big-endian with a mark',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
    ],
    ['UTF-16 little-endian without one', utf16],
    ['UTF-16 big-endian without one', Buffer.from(utf16).swap16()],
    ['UTF-8 with Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s is detected', (_, bytes) => expect(decodeText(bytes)).toBe(text))

  it('GB18030 is detected', () => {
    // 验收办法，第一条。 and 㐀, a character of four bytes
    const bytes = Buffer.from('d1e9cad5b0ecb7a8a3acb5dad2bbccf5a1a38139ee39', 'hex')
    expect(decodeText(bytes)).toBe('验收办法，第一条。㐀')
  })

  it('any text in UTF-8 is given back as it was', () => {
    const character = fc.constantFrom(...'实验区一二三，。（）1a \n')
    fc.assert(
      fc.property(fc.string({ unit: character }), (it) => {
        expect(decodeText(Buffer.from(it))).toBe(it)
      }),
    )
  })

  it('bytes that are no text are refused', () => {
    expect(() => decodeText(Buffer.from('00010203fffe00aabbcc80818283', 'hex'))).toThrow(Problem)
  })
})
