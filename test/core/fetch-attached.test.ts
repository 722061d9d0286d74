import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { fetchAttached, isUnder } from '../../src/core/fetch-attached.ts'

/** A place that keeps one file, and notes what it was shown. */
async function place() {
  const seen: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization)
    if (request.url === '/kept') response.end('收到')
    else if (request.url === '/moved')
      response.writeHead(302, { location: 'http://elsewhere.invalid/' }).end()
    else response.writeHead(request.url === '/broken' ? 503 : 404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fetch = (at: string) =>
    fetchAttached(
      { name: '附件.docx', size: 6, at },
      {
        platform: 'Invented',
        isOwn: (url) => isUnder(url, base),
        headers: { authorization: 'Bearer invented' },
        timeout: 5_000,
      },
    )
  return { base, seen, fetch }
}

test('what lies at the place is fetched, with what the place wants to be shown', async () => {
  const { base, seen, fetch } = await place()
  expect(new TextDecoder().decode(await fetch(`${base}/kept`))).toBe('收到')
  expect(seen).toEqual(['Bearer invented'])
})

test('a file that is kept elsewhere is never asked for', async () => {
  const { seen, fetch } = await place()
  await expect(fetch('http://elsewhere.invalid/kept')).rejects.toMatchObject({ permanent: true })
  expect(seen).toEqual([])
})

test.each([
  ['/gone', true],
  ['/broken', false],
  ['/moved', false],
])('%s is an error that is final: %s', async (path, permanent) => {
  const { base, fetch } = await place()
  await expect(fetch(`${base}${path}`)).rejects.toMatchObject({ permanent })
})
