import { expect, test } from 'vitest'
import { makeLog } from '../src/log.ts'

function logged(fields: object, message = 'm'): string {
  const lines: string[] = []
  makeLog('info', (line) => lines.push(line)).info(fields, message)
  return lines.join('')
}

// Put together here, so that no scanner takes a made-up token in this file for a real one.
const slack = ['xoxb', '123456789012', 'abcdefABCDEF'].join('-')
const discord = ['MTIzNDU2Nzg5MDEyMzQ1Njc4OQ', 'GabcdE', 'abcdefghijklmnopqrstuvwxyz-0123456'].join('.')

test.each([
  ['a field named token', { botToken: 'abc' }, 'abc'],
  ['a field named password', { deep: { password: 'hunter2' } }, 'hunter2'],
  ['a Slack token in an error', { err: new Error(`invalid ${slack}`) }, slack],
  ['a Discord token', { url: `wss://x?t=${discord}` }, discord],
  ['a bearer header', { headers: 'Bearer abcdefghijklmnop1234' }, 'abcdefghijklmnop1234'],
  ['a mobile number', { text: '打 138 1234 5678 找我' }, '5678'],
  ['an identity number', { text: '身份证 11010519491231002X' }, '1949'],
])('%s is not in the log', (_name, fields, secret) => {
  expect(logged(fields)).not.toContain(secret)
})

test('what is no secret stays, and each line is JSON', () => {
  const line = logged({ ms: 12, kind: 'answer', number: '国科办社[2014]19号' }, 'answered')
  expect(JSON.parse(line)).toMatchObject({
    ms: 12,
    kind: 'answer',
    number: '国科办社[2014]19号',
    msg: 'answered',
  })
})

test('a line stays JSON after its secrets are gone', () => {
  const line = logged({ token: 'a"b\\', text: `x ${slack}`, err: new Error('13812345678') })
  expect(() => JSON.parse(line)).not.toThrow()
})
