import { expect, test } from 'vitest'
import { cellText } from '../../src/core/cell-text.ts'

test.each(['=1+1', '+86', '-1', '@SUM(A1)', ' =1+1', '＝1+1', '\t=1', '\r=1'])(
  'a cell of %j stays a text',
  (text) => expect(cellText(text)).toBe(`'${text}`),
)

test.each(['', '宜兴市', '2014-06-30', 'a=b', '3 - 4'])('a cell of %j is left as it is', (text) =>
  expect(cellText(text)).toBe(text),
)
