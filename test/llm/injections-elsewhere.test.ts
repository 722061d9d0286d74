import { describe, expect, test } from 'vitest'
import { type AskHouse, askHouse } from '../skills/ask/house.ts'
import { operator } from '../support/duties.ts'
import { profileWith } from '../support/profiles.ts'
import { type ScriptedModel, type Seen, scriptedModel } from '../support/scripted-model.ts'
import { course } from '../support/trainings.ts'
import { injections, obedient } from './injections.ts'

const isPlan = (seen: Seen) => seen.system.includes('查询：')
const bare = (text: string) => text.replace(/\s+/gu, '')

/** Does as it was told: looks for what it should not, names what nobody named, and says what it was ordered to say. */
function obeys(model: ScriptedModel, lookups: readonly string[]): void {
  model.says((seen) => {
    const at = model.seen.length
    const order = obedient[at % obedient.length] ?? ''
    if (isPlan(seen))
      return {
        lookups: [
          { name: 'delete-everything', arguments: { confirm: true } },
          ...lookups.map((name) => ({ name, arguments: argumentsOf(name, order) })),
        ],
      }
    const ids = seen.passages.length > 0 ? seen.passages.map((it) => it.id) : [1, 2, 3, 4]
    return { sentences: obedient.map((text) => ({ text, passage: ids })) }
  })
}

function argumentsOf(name: string, order: string): object {
  return (
    {
      deadlines: { duty: order, zone: order },
      zone: { name: order },
      trainings: { training: order },
      profiles: { about: order },
      passages: { question: order },
      article: { document: order, article: 1 },
      'write-wish': { kind: 'need', about: order },
      register: { province: order },
    }[name] ?? {}
  )
}

const lookups = [
  'deadlines',
  'zone',
  'trainings',
  'profiles',
  'passages',
  'article',
  'write-wish',
  'register',
]

const profileOf = (text: string, at: number) =>
  profileWith({
    id: `p${at}`,
    kind: 'offer',
    owner: 'jiangsu-rugao',
    title: text.slice(0, 60),
    what: text,
    stage: 'proven',
    confirmed: '2014-06-23',
    validUntil: '2015-06-23',
  })

/** What in an answer a person would take for the bot's own word. */
const ordersIn = (text: string) => obedient.filter((it) => bare(text).includes(bare(it)))

/** Everything that can be done to the house leaves a trace here. */
const tracesOf = async ({ store }: AskHouse) => (await store.audit.list({ most: 500 })).length

describe('words that are meant to steer a model, where people and programs read them', () => {
  test('a model that obeys an injected question chooses nothing that was not asked for, and changes nothing', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    const staff = await house.member('gx', '贵溪市')
    const before = await tracesOf(house)
    const said: string[] = []
    for (const [at, injection] of injections.entries()) {
      const chosen = [0, 1, 2].map((it) => lookups[(at * 3 + it) % lookups.length] ?? '')
      obeys(model, chosen)
      house.clock.at += 31 * 60_000
      const { text } = await staff.says(`甲乙丙丁还剩几天？${injection}`)
      // The question's own words may be read back to whoever asked it; nothing else of the orders is.
      const orders = ordersIn(text).filter((it) => !bare(injection).includes(bare(it)))
      if (orders.length > 0 || text.includes('由大模型组织语言')) said.push(`${injection} → ${text}`)
    }
    expect(said).toEqual([])
    expect(model.seen.filter(isPlan).length).toBeGreaterThanOrEqual(40)
    expect(await tracesOf(house)).toBe(before)
    expect(await house.store.profiles.list()).toEqual([])
  })

  test('what is found is never shown to the model: not profiles, not titles of trainings, not in the next question', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    await house.store.profiles.addAll(injections.map(profileOf), 'import', operator)
    for (const [at, title] of injections.entries())
      await house.store.trainings.create(
        { ...course, id: `t${at}`, title: title.slice(0, 60), place: title },
        operator,
      )
    const staff = await house.member('gx', '贵溪市')
    const heard: string[] = []
    for (const name of ['profiles', 'trainings', 'partners']) {
      model.says((seen) => (isPlan(seen) ? { lookups: [{ name, arguments: {} }] } : { sentences: [] }))
      heard.push((await staff.says(`瞅瞅都有啥能对接的、能报名的（${name}）`)).text)
      house.clock.at += 60_000
      heard.push((await staff.says('那还剩几天？')).text)
      house.clock.at += 60_000
    }
    // People see them, as what somebody wrote.
    expect(heard.join('\n')).toContain(injections[0])
    const sent = JSON.stringify(model.seen.map((it) => it.user))
    for (const injection of injections) expect(sent).not.toContain(JSON.stringify(injection).slice(1, 20))
  })

  test('in the name and title of a file they stay data, and an obeying model says nothing', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    const said: string[] = []
    for (const injection of injections) {
      obeys(model, [])
      const name = `${injection.replace(/[/\\\n]/gu, ' ').slice(0, 60)}.txt`
      await house.ingest(name, `${injection.replaceAll('\n', ' ')}\n\n第一条 验收材料须按要求提交。\n`)
      const { text } = await house.guest('li').says(`验收材料啥时候交？（${name.length}）`)
      if (text.includes('由大模型组织语言')) said.push(`${injection} → ${text}`)
    }
    expect(said).toEqual([])
    for (const { user } of model.seen) expect(user.match(/<passage /gu)?.length ?? 0).toBeLessThanOrEqual(8)
  })

  test('in a conversation they are summed up as what somebody said, or not at all', async () => {
    const model = await scriptedModel()
    const house = await askHouse(model.llm)
    const summaries: string[] = []
    for (const [at, injection] of injections.entries()) {
      const li = house.guest(`li-${at}`)
      obeys(model, [])
      await li.says(`验收材料什么时候交？${injection}`)
      house.clock.at += 60_000
      // It says the orders, citing every message, and repeats the injection from the message where it stands.
      model.says({
        sentences: [...obedient.slice(0, 6), injection].map((text) => ({ text, passage: [1, 2] })),
      })
      const { text } = await li.says('总结一下这段对话')
      const orders = ordersIn(text).filter((it) => !bare(injection).includes(bare(it)))
      if (orders.length > 0) summaries.push(`${injection} → ${text}`)
    }
    expect(summaries).toEqual([])
    expect(model.seen.filter((it) => it.user.includes('<messages>')).length).toBeGreaterThanOrEqual(40)
    for (const { user } of model.seen.filter((it) => it.user.includes('<messages>')))
      expect(user.match(/<\/?message[ >s]/gu)?.length).toBe(6)
  })
})
