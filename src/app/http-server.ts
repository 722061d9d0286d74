import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { messageOf, Problem } from '../core/errors.ts'

/** What is asked of one of our servers; they only read, so there is no body. */
export interface HttpRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** Whom it comes from: the peer, or, behind a proxy on this machine, whom the proxy names. */
  readonly from: string
  header(name: string): string | undefined
}

export interface HttpAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Served {
  close(): Promise<void>
}

/**
 * Serves on a port until it is closed. A failure is answered with 500 and no more words.
 * @param setting the name of the setting that the port comes from
 * @throws Problem where the port cannot be had
 */
export async function serveHttp(
  port: number,
  setting: string,
  answer: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<Served> {
  const server = createServer((incoming, response) => {
    answer(requestOf(incoming)).then(
      (given) => write(response, incoming.method, given),
      () => write(response, incoming.method, { status: 500 }),
    )
  })
  await listening(server, port, setting)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

function requestOf({ method = '', url = '', headers, socket }: IncomingMessage): HttpRequest {
  const [path = ''] = url.split('?')
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  return { method, path, from: addressOf(socket.remoteAddress ?? '', header('x-forwarded-for')), header }
}

const thisMachine = /^(?:::ffff:)?127\.|^::1$/

/** Anybody can write the header, but only the last entry is a proxy's own, and only one on this machine is believed. */
function addressOf(peer: string, forwarded: string | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim()
  return thisMachine.test(peer) && last ? last : peer
}

function write(response: ServerResponse, method: string | undefined, given: HttpAnswer): void {
  response.writeHead(given.status, given.headers)
  response.end(method === 'HEAD' ? undefined : given.body)
}

function listening(server: Server, port: number, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new Problem(`${setting} ${port} 用不了：${messageOf(error)}。`, '请换一个端口。', { cause: error }),
      )
    })
    server.listen(port, resolve)
  })
}
