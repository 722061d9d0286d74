import { PassThrough } from 'node:stream'
import { type Codes, openHouse } from './house.ts'
import { doneAfter, type Hand, makeTurns, type Stage } from './stage.ts'

export interface ConsoleStage extends Stage {
  /** Never used: whoever sits at the terminal speaks for the office. */
  readonly codes: Codes
  readonly text: () => string
}

/** The chat in a terminal: one person, who holds the store in their hands and so is everybody in turn. */
export async function openConsole(): Promise<ConsoleStage> {
  const input = new PassThrough()
  const output = new PassThrough()
  let screen = ''
  let lastDrawn = ''
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString('utf8')
    lastDrawn += chunk.toString('utf8')
  })
  const { turns, begin } = makeTurns()
  const { house, close } = await openHouse({}, { terminal: { input, output } })
  const invited = await house.members.invite({ organization: 'experts' })
  while (!screen.includes('问›')) await new Promise((resolve) => setTimeout(resolve, 50))

  async function types(line: string): Promise<void> {
    const before = screen.length
    screen += `${line}\n`
    await doneAfter(
      () => {
        lastDrawn = ''
        input.write(`${line}\n`)
      },
      () => Math.max(0, screen.length - before - line.length - 1),
    )
  }

  /** The number that stands before a label. */
  function numberOf(label: string): string {
    const drawn = [...screen.matchAll(/\[(\d+)\] (\S+)/g)].findLast(([, , name]) => name === label)
    if (!drawn?.[1]) throw new Error(`no button ${label} on the screen`)
    return drawn[1]
  }

  const hand: Hand = {
    asks: types,
    follows: types,
    calls: (command, options = {}) => types([`/${command}`, ...Object.values(options)].join(' ')),
    presses: (label) => types(numberOf(label)),
    async fills(label, values) {
      await types(numberOf(label))
      // One field after the other, until the form is sent.
      for (const value of Object.values(values)) await types(value)
      if (lastDrawn.trimEnd().endsWith('›') && !lastDrawn.trimEnd().endsWith('问›')) await types('')
    },
  }

  return {
    zone: hand,
    expert: hand,
    turns,
    codes: { zone: invited.code, expert: invited.code },
    text: () => screen,
    begin(title) {
      begin(title)
      // The prompt stands there already: the title goes before it.
      screen = `${screen.replace(/\s*问› $/, '')}\n\n── ${turns.length} ${title} ──\n\n问› `
    },
    close: async () => {
      input.end()
      await close()
    },
  }
}
