import type { Token } from './markdown.ts'

/** What was taken from the front of a run of tokens, and what is left. */
export interface Taken {
  readonly text: string
  readonly rest: readonly Token[]
}

/**
 * As much of the text as fits. Where not all of it does, it ends at a 。；or line end; without one in reach, nothing is
 * taken, so that the text can begin on a page of its own - unless it already does.
 * @param room UTF-16 units
 * @param whole whether the room is a whole page
 */
export function take(tokens: readonly Token[], room: number, whole: boolean): Taken {
  let length = 0
  let fits = 0
  let stops = 0
  for (const token of tokens) {
    length += token.text.length
    if (length > room) break
    fits += 1
    if (token.stop) stops = fits
  }
  const count = fits === tokens.length || (stops === 0 && whole) ? fits : stops
  return { text: join(tokens.slice(0, count)), rest: tokens.slice(count) }
}

/** The text as pieces of at most `room` units each. */
export function split(tokens: readonly Token[], room: number): readonly string[] {
  const pieces: string[] = []
  for (let rest = tokens; rest.length > 0; ) {
    const taken = take(rest, room, true)
    // A token longer than the room cannot be made by markdown.ts; one of its own is better than a loop without end.
    pieces.push(taken.rest.length === rest.length ? join(rest.slice(0, 1)) : taken.text)
    rest = taken.rest.length === rest.length ? rest.slice(1) : taken.rest
  }
  return pieces
}

function join(tokens: readonly Token[]): string {
  return tokens.map((it) => it.text).join('')
}
