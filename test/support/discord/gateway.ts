import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { objectOf } from './rules.ts'
import { guildOf, ids, type Json, userOf, type World } from './world.ts'

const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const
const guilds = 1 << 0
const messageContent = 1 << 15

interface Session {
  readonly id: string
  readonly intents: number
  readonly events: { readonly s: number; readonly t: string; readonly d: Json }[]
  socket: WebSocket | undefined
}

export interface GatewayOptions {
  readonly world: World
  readonly token: () => string
  /** The address to which a session is resumed. */
  readonly url: () => string
  /** Whether the application was granted the MessageContent intent. */
  readonly grantsContent: boolean
}

/** Discord's gateway: HELLO, IDENTIFY, READY, heartbeats, dispatches, RESUME. */
export function makeGateway({ world, token, url, grantsContent }: GatewayOptions) {
  const server = new WebSocketServer({ noServer: true })
  const sessions: Session[] = []
  let refusing: number | undefined
  let grants = grantsContent
  const seen = { connections: 0, identifies: 0, resumes: 0, heartbeats: 0 }

  function send(socket: WebSocket, payload: Json): void {
    socket.send(JSON.stringify(payload))
  }

  function deliver(session: Session, event: Session['events'][number]): void {
    if (session.socket) send(session.socket, { op: op.dispatch, ...event })
  }

  function dispatchTo(session: Session, t: string, d: Json): void {
    const event = { s: session.events.length + 1, t, d: seenBy(session, t, d) }
    session.events.push(event)
    deliver(session, event)
  }

  /** Without the intent, the words of a guild message in which the bot is not mentioned are withheld. */
  function seenBy(session: Session, t: string, d: Json): Json {
    const open =
      (session.intents & messageContent) !== 0 || t !== 'MESSAGE_CREATE' || d.guild_id === undefined
    const mentioned = Array.isArray(d.mentions) && d.mentions.some((it) => objectOf(it).id === ids.bot)
    return open || mentioned ? d : { ...d, content: '', embeds: [], components: [] }
  }

  function identify(socket: WebSocket, d: Json): void {
    seen.identifies += 1
    const intents = Number(d.intents)
    if (d.token !== token()) {
      socket.close(4004, 'Authentication failed.')
      return
    }
    if ((intents & messageContent) !== 0 && !grants) {
      socket.close(4014, 'Disallowed intent(s).')
      return
    }
    const session: Session = { id: `session-${sessions.length + 1}`, intents, events: [], socket }
    sessions.push(session)
    socket.on('close', () => {
      if (session.socket === socket) session.socket = undefined
      world.changed()
    })
    dispatchTo(session, 'READY', {
      v: 10,
      user: userOf(ids.bot),
      guilds: [{ id: ids.guild, unavailable: true }],
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: ids.application, flags: grants ? 1 << 19 : 0 },
    })
    if ((intents & guilds) !== 0) dispatchTo(session, 'GUILD_CREATE', guildOf(world))
    world.changed()
  }

  function resume(socket: WebSocket, d: Json): void {
    seen.resumes += 1
    const session = sessions.find((it) => it.id === d.session_id)
    if (d.token !== token()) {
      socket.close(4004, 'Authentication failed.')
      return
    }
    if (!session) {
      send(socket, { op: op.invalidSession, d: false })
      return
    }
    session.socket = socket
    socket.on('close', () => {
      if (session.socket === socket) session.socket = undefined
      world.changed()
    })
    for (const event of session.events.filter((it) => it.s > Number(d.seq))) deliver(session, event)
    dispatchTo(session, 'RESUMED', {})
    world.changed()
  }

  server.on('connection', (socket) => {
    seen.connections += 1
    send(socket, { op: op.hello, d: { heartbeat_interval: 41_250 } })
    socket.on('message', (raw) => {
      const payload = objectOf(JSON.parse(String(raw)))
      const d = objectOf(payload.d)
      if (payload.op === op.identify) identify(socket, d)
      else if (payload.op === op.resume) resume(socket, d)
      else if (payload.op === op.heartbeat) {
        seen.heartbeats += 1
        send(socket, { op: op.ack })
      } else socket.close(4001, 'Unknown opcode.')
    })
    world.changed()
  })

  const connected = () => sessions.filter((it) => it.socket !== undefined)

  return {
    seen,
    sessions,
    connected: () => connected().length > 0,

    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (refusing !== undefined) {
        seen.connections += 1
        socket.end(`HTTP/1.1 ${refusing} Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
        world.changed()
        return
      }
      server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request))
    },

    /** To the last session, whether its socket is there or will resume. */
    dispatch(t: string, d: Json): void {
      const session = sessions.at(-1)
      if (session) dispatchTo(session, t, d)
    },

    /** Everything since that sequence number once more, as a resumed session may get it. */
    repeat(from = 0): void {
      const session = sessions.at(-1)
      for (const event of session?.events ?? []) {
        if (session && event.s > from && event.t !== 'READY' && event.t !== 'RESUMED') deliver(session, event)
      }
    },

    /** Gives or takes the MessageContent intent, for further sessions. */
    grant(content: boolean): void {
      grants = content
    },

    /** Every further connection is refused with that HTTP status; undefined: none is. */
    refuse(status: number | undefined): void {
      refusing = status
    },

    /** The connection breaks without a word. */
    drop(): void {
      for (const { socket } of connected()) socket?.terminate()
    },

    close(code: number): void {
      for (const { socket } of connected()) socket?.close(code)
    },

    askToReconnect(): void {
      for (const { socket } of connected()) if (socket) send(socket, { op: op.reconnect, d: null })
    },

    invalidate(): void {
      const [last] = sessions.splice(-1)
      if (last?.socket) send(last.socket, { op: op.invalidSession, d: false })
    },

    end(): void {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}
