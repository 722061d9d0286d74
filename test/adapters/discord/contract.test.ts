import { openDiscord } from '../../support/discord/house.ts'
import { labelsOf, readable } from '../../support/discord/read.ts'
import { ids, type StoredMessage } from '../../support/discord/world.ts'
import { adapterContract, type Person, type Platform, type Seen } from '../contract.ts'

adapterContract('Discord', async (receive, skills) => {
  const { adapter, world, people, settled, answered, whatChanges, counterpart } = await openDiscord({
    receive,
    skills,
  })
  let last = ''

  // An answer that only one person sees is ephemeral, or stands in their direct messages.
  const seenOf = (message: StoredMessage): Seen => ({
    text: readable(message),
    private: (Number(message.flags) & 64) !== 0 || world.channels.get(message.channel_id)?.type === 1,
    buttons: labelsOf(message).filter((it) => it !== '分享到频道'),
  })
  const seen = async (action: () => Promise<void>) => (await whatChanges(action)).map(seenOf)

  const person: Person = {
    says: (text) =>
      seen(async () => {
        last = people.mention(text)
        await settled(last)
      }),
    hands: (text, file) =>
      seen(async () => {
        last = people.mention(text, {}, { attachments: [counterpart.keep(file)] })
        await settled(last)
      }),
    presses: (label) => seen(async () => void (await answered(people.press(label)))),
    submits: (label, values) =>
      seen(async () => {
        const opened = people.press(label)
        await answered(opened)
        await answered(people.submit(opened, values))
      }),
    calls: (command, options) => seen(async () => void (await answered(people.call(command, options)))),
  }
  const platform: Platform = {
    adapter,
    person,
    home: { platform: 'discord', space: ids.guild, channel: ids.plain },
    redelivers: () =>
      seen(async () => {
        counterpart.gateway.repeat()
        await settled(last, 2)
      }),
    notices: async () => world.inChannel(ids.plain).map(seenOf),
    files: async () => world.files,
    hasPrivateReplies: true,
    forbidden: [/\u001b/, /[\u202a-\u202e]/],
    close: () => adapter.stop(),
  }
  return platform
})
