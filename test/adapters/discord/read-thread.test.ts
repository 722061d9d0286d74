import { describe, expect, test } from 'vitest'
import { makeThreadReader } from '../../../src/app/threads.ts'
import { silentLog } from '../../../src/core/log.ts'
import { reply } from '../../../src/core/reply.ts'
import { askHouse } from '../../skills/ask/house.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { readable } from '../../support/discord/read.ts'
import { answering } from '../../support/discord/talk.ts'
import { ids } from '../../support/discord/world.ts'

const quiet = () => answering(({ addressed }) => (addressed === 'ambient' ? undefined : reply('好的')))
const threadOf = (id: string) => ({
  platform: 'discord',
  space: ids.guild,
  channel: ids.questions,
  thread: id,
})

/** A thread that a question to the bot began, and in which people went on talking. */
async function talked(options: { readonly grantsContent?: boolean } = {}) {
  const house = await openDiscord({ receive: quiet(), ...options })
  const id = house.people.mention('材料 *见附件*')
  await house.settled(id)
  house.world.tick(30)
  // Where their words are withheld from the bot, nobody hears of them.
  house.people.say('宜兴6月20日报了', { channel: id, person: ids.li })
  house.people.say(
    `<@${ids.wang}> 收到`,
    { channel: id, person: ids.li },
    { mentions: [{ id: ids.wang, username: 'wang', global_name: '王工' }] },
  )
  return { ...house, id }
}

describe('a thread on Discord', () => {
  test('is read as people read it: from the message that began it, oldest first, with who said what and when', async () => {
    const { adapter, id } = await talked()
    const all = await adapter.thread?.(threadOf(id))
    expect(all?.map(({ author, text }) => [author.name, text])).toEqual([
      ['王工', '材料 *见附件*'],
      ['联盟助手', '好的'],
      ['李工', '宜兴6月20日报了'],
      ['李工', '@王工 收到'],
    ])
    expect(all?.map(({ author }) => author.bot ?? false)).toEqual([false, true, false, false])
    expect(all?.map(({ at }) => at)).toEqual(all?.map(({ at }) => at).toSorted())
  })

  test('that is not there yet, or was not asked for, holds nothing', async () => {
    const { adapter, people, settled } = await openDiscord({ receive: answering(() => undefined) })
    const id = people.mention('总结一下')
    await settled(id)
    expect(await adapter.thread?.(threadOf(id))).toEqual([])
    const { thread: _none, ...channel } = threadOf(id)
    expect(await adapter.thread?.(channel)).toEqual([])
  })

  test('without the MessageContent intent, is what was said to the bot and by it', async () => {
    const { adapter, id } = await talked({ grantsContent: false })
    const all = await adapter.thread?.(threadOf(id))
    expect(all?.map(({ text }) => text)).toEqual(['材料 *见附件*', '好的'])
  })

  test('that the bot may not see is not read, and whoever asked is told what the bot itself knows', async () => {
    const { adapter, counterpart, id } = await talked()
    const refused = () => counterpart.plan('GET', /\/messages$/, { kind: 'refuse', status: 403, code: 50001 })
    refused()
    await expect(adapter.thread?.(threadOf(id))).rejects.toMatchObject({ permanent: true })
    refused()
    expect(await makeThreadReader(() => [adapter], silentLog)({ from: threadOf(id) })).toBeUndefined()
  })

  test('of more than a page is its end', async () => {
    const { adapter, world, id } = await talked()
    for (let at = 1; at <= 120; at += 1) world.post(id, { content: `第${at}条` }, ids.li)
    const all = await adapter.thread?.(threadOf(id))
    expect(all).toHaveLength(100)
    expect(all?.at(-1)?.text).toBe('第120条')
  })
})

test('a summary is asked for in a thread and stands in the direct messages of who asked, and nowhere else', async () => {
  let house: Awaited<ReturnType<typeof askHouse>> | undefined
  const { adapter, people, world, settled } = await openDiscord({
    receive: async (message, turn) => house?.receive(message, turn),
  })
  house = await askHouse(
    undefined,
    makeThreadReader(() => [adapter], silentLog),
  )
  const id = people.mention('验收材料什么时候交')
  await settled(id)
  await settled(people.say('宜兴的验收材料6月20日已经报到省里了。', { channel: id, person: ids.li }))
  const before = world.inChannel(id).length
  await settled(people.say(`<@${ids.bot}> 总结一下`, { channel: id }))
  const told = world.inChannel(ids.direct).map(readable).join('\n')
  expect(told).toContain('【草稿】这个消息列的概括（2 条消息）')
  expect(told).toContain(`宜兴的验收材料6月20日已经报到省里了。（<@${ids.li}>`)
  expect(told).toContain('只给您看')
  // The question itself, and no word of the summary.
  expect(world.inChannel(id).slice(before).map(readable).join('')).not.toContain('草稿')
})
