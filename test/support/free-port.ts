import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below those that the system hands out by itself (32768 and up): no other socket of a test takes one in between. */
const ports = { from: 20_000, each: 100, processes: 100 }
let given = 0

/** A port on which nobody listens, and which no other test of this run is given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.from + (process.pid % ports.processes) * ports.each + (given++ % ports.each)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port)
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
