import type { Adapter } from '../core/adapter.ts'
import type { Ears } from '../core/ears.ts'
import type { Identity } from '../core/identity.ts'
import type { Address } from '../core/message.ts'
import { earsOf } from '../skills/deadlines/plan.ts'
import type { BoundChannel } from '../store/directory.ts'
import type { Store } from '../store/index.ts'

/** An adapter, as far as telling somebody alone goes. */
export type Reachable = Pick<Adapter, 'platform' | 'directly'>

export interface Listening {
  /** Who hears what is said unasked, on the platforms that are joined. */
  ears(): Promise<Ears>
  /** Where the platform's adapter reaches a person alone. */
  directly(account: Identity): Address
}

/**
 * Joins the members and channels that the store knows to the platforms that are there.
 * @param adapters asked each time: skills are made before the platforms are; without any, everybody hears whose place is
 * known, as for a rehearsal
 * @param places of organizations beside the bound channels, e.g. the terminal of whoever runs the bot
 */
export function makeListening(
  { organizations, directory }: Pick<Store, 'organizations' | 'directory'>,
  adapters?: () => readonly Reachable[],
  places: () => readonly BoundChannel[] = () => [],
): Listening {
  const directly = (account: Identity): Address => {
    if (!adapters) return { platform: account.platform, space: account.space, channel: account.user }
    const adapter = adapters().find((it) => it.platform === account.platform)
    if (!adapter) throw new Error(`nobody is told on ${account.platform}`)
    return adapter.directly(account)
  }
  return {
    directly,
    async ears() {
      const platforms = adapters?.().map((it) => it.platform)
      const [all, contacts, channels] = await Promise.all([
        organizations.all(),
        directory.contacts(undefined, platforms),
        directory.channels('notices'),
      ])
      return earsOf({
        organizations: all,
        contacts,
        channels: [...channels, ...places()].filter(
          (it) => !platforms || platforms.includes(it.channel.platform),
        ),
        directly,
      })
    },
  }
}
