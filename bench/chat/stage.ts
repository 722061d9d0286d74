/** A person on a platform, in front of the real house. Each action resolves when the bot has nothing more to say. */
export interface Hand {
  /** Asks in the channel, calling the bot. */
  asks(text: string): Promise<void>
  /** Goes on where the bot answered last, without calling it. */
  follows(text: string): Promise<void>
  calls(command: string, options?: Readonly<Record<string, string>>): Promise<void>
  /** Presses the newest button with that label that this person sees. */
  presses(label: string): Promise<void>
  /** Presses a button that opens a form, fills it by field name, and sends it. */
  fills(label: string, values: Readonly<Record<string, string>>): Promise<void>
}

/** What happened in one turn: what somebody did, or what the platform received and shows. */
export type Shown =
  | { readonly kind: 'did'; readonly who: string; readonly what: string }
  | { readonly kind: 'modal'; readonly view: unknown; readonly values: Readonly<Record<string, string>> }
  | {
      readonly kind: 'message'
      readonly who: string
      readonly bot: boolean
      readonly message: unknown
      /** Only this person sees it. */
      readonly only?: string
      readonly inThread: boolean
      /** It stood there before and reads otherwise now. */
      readonly edited: boolean
    }
  | { readonly kind: 'home'; readonly view: unknown }

export interface Turn {
  readonly title: string
  readonly shown: Shown[]
}

/** A platform with two people of it: somebody of a zone, and an expert of the alliance's committee. */
export interface Stage {
  readonly zone: Hand
  readonly expert: Hand
  readonly turns: readonly Turn[]
  /** Everything from now on belongs to a new turn. */
  begin(title: string): void
  close(): Promise<void>
}

/** Keeps what is shown, turn by turn. What happens before the first turn is not kept. */
export function makeTurns(): {
  readonly turns: readonly Turn[]
  begin(title: string): void
  show(...shown: readonly Shown[]): void
} {
  const turns: Turn[] = []
  return {
    turns,
    begin: (title) => void turns.push({ title, shown: [] }),
    show: (...shown) => void turns.at(-1)?.shown.push(...shown),
  }
}

const STILL = 1_400
const PATIENCE = 20_000

/**
 * Does something and waits until what is counted has changed and then stood still: longer than a platform keeps two
 * messages of one channel apart.
 * @throws Error where nothing changes at all
 */
export async function doneAfter(act: () => unknown, count: () => number): Promise<void> {
  const before = count()
  const begun = performance.now()
  await act()
  let last = before
  let since = performance.now()
  while (last === before || performance.now() - since < STILL) {
    if (last === before && performance.now() - begun > PATIENCE) throw new Error('the bot has not answered')
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (count() === last) continue
    last = count()
    since = performance.now()
  }
}
