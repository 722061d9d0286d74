import type { Message } from '../../src/core/message.ts'

let count = 0

/** A message as a person in a private chat writes it; whatever matters to a test is given. */
export function message(text: string, given: Partial<Message> = {}): Message {
  count += 1
  return {
    id: `m${count}`,
    from: { platform: 'console', space: 'terminal', channel: 'test' },
    author: { id: 'u1', name: '张三' },
    text,
    at: Date.UTC(2014, 5, 23),
    addressed: 'direct',
    ...given,
  }
}
