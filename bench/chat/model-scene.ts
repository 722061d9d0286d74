import { LLMock } from '@copilotkit/aimock'
import { APP_TOKEN, BOT_TOKEN, startSlack } from '../../test/support/slack/counterpart.ts'
import type { Message } from '../../test/support/slack/workspace.ts'
import type { Scene } from './days.ts'
import { openHouse } from './house.ts'
import { makeSlackHands } from './slack-hands.ts'
import { makeTurns, type Turn } from './stage.ts'

/** Invented people; their organizations are the register's. */
const people = {
  zone: { id: 'U0WANG', name: '王工', organization: 'zhejiang-ninghai' },
  province: { id: 'U0SHEN', name: '沈处', organization: 'province-浙江' },
} as const

const question = '验收这事儿后面咋安排，材料啥时候交、交给谁？'
const messy = '浙江那边验收的事儿谁家拖着没弄完，离截止还剩几天'

/** What the model on this machine says: three sentences of the passages, and one that no document holds. */
const sentences: readonly (readonly [said: string, stands: string])[] = [
  ['各有关实验区须于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料。', '于2014年6月30日前'],
  ['逾期不交的，取消实验区资格。', '于2014年6月30日前'],
  ['实验区办公室将组织对建设满5年的实验区开展验收工作。', '组织对建设满5年的实验区开展验收工作'],
  ['各有关实验区须认真做好各项验收准备工作。', '认真做好各项验收准备工作'],
]

/** A private chat with the bot behind a model that speaks slowly: an answer at three moments, and what is looked up in the store. */
export async function playModel(): Promise<readonly Scene[]> {
  const model = await slowModel()
  const slack = await startSlack()
  const { workspace } = slack
  for (const { id, name } of Object.values(people)) workspace.addPerson(id, name)
  const { house, close } = await openHouse(
    {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      OPENAI_API_KEY: 'none',
      OPENAI_BASE_URL: `${model.url}/v1`,
      OPENAI_MODEL: 'scripted',
    },
    { now: '2014-06-23T09:00+08:00' },
  )
  await slack.until(() => (slack.socket?.open() ?? 0) > 0, 'a connection')
  let turns = makeTurns()
  let watched = ''
  const hands = makeSlackHands(
    slack,
    (...shown) => turns.show(...shown),
    (message) => message.channel === watched,
  )
  const scenes: Scene[] = []
  const chatOf = (who: keyof typeof people) => workspace.direct(people[who].id).id
  const begin = (who: keyof typeof people, title: string) => {
    watched = chatOf(who)
    turns.begin(title)
  }

  try {
    for (const who of ['zone', 'province'] as const) {
      const { code } = await house.members.invite({ organization: people[who].organization })
      await hands.handOf(people[who], chatOf(who)).calls('join', { code })
    }
    turns = makeTurns()
    scenes.push(...(await streamed()))
    begin('province', '不用大模型：直接问 Asked plainly, no model')
    await hands.handOf(people.province, watched).asks('浙江还有哪些区没验收，离截止还有几天')
    begin(
      'province',
      '说得含糊：模型选查什么，程序列行和条件 Asked loosely: the model chooses, the program looks',
    )
    await slack.says(people.province.id, watched, messy)
    // The model thinks longer than a bot that has nothing more to say.
    await slack.until(
      () => JSON.stringify(answerIn(watched) ?? '').includes('大模型没有改动'),
      'what was looked up',
    )
    hands.look()
    scenes.push({ name: 'looked-up', turns: turns.turns })
    return scenes
  } finally {
    await close()
    await slack.close()
    await model.stop()
  }

  function answerIn(channel: string): Message | undefined {
    return workspace.channels.get(channel)?.messages.findLast((it) => it.bot && !it.gone)
  }

  /** The same message, as it is posted, while it grows, and when it is checked to its end. */
  async function streamed(): Promise<readonly Scene[]> {
    const channel = chatOf('zone')
    const answer = () => answerIn(channel)
    const before = answer()
    const moments: readonly (readonly [name: string, title: string, reached: (text: string) => boolean])[] = [
      [
        'streaming-1',
        '立刻：文件里的原话 At once: the documents’ words',
        (text) => text.includes('正在组织语言'),
      ],
      [
        'streaming-2',
        '几秒后：核对过的句子逐句出现 Growing: each sentence checked',
        (text) => text.includes('①') && text.includes('正在组织语言'),
      ],
      [
        'streaming-3',
        '完成：每句注明出处，没有依据的一句已丢掉 Done: sources, and no word without one',
        (text) => text.includes('由大模型组织语言'),
      ],
    ]
    await slack.says(people.zone.id, channel, question)
    const drawn: Scene[] = []
    for (const [name, title, reached] of moments) {
      await slack.until(() => answer() !== before && reached(JSON.stringify(answer() ?? '')), name)
      drawn.push({ name, turns: [momentOf(title, answer())] })
    }
    hands.look()
    turns = makeTurns()
    return drawn
  }
}

function momentOf(title: string, answer: Message | undefined): Turn {
  const asked = { text: question, blocks: [] }
  const shown = { inThread: false } as const
  return {
    title,
    shown: [
      { kind: 'message', who: people.zone.name, bot: false, message: asked, edited: false, ...shown },
      {
        kind: 'message',
        who: '联盟助手',
        bot: true,
        message: structuredClone({ text: answer?.text, blocks: answer?.blocks }),
        edited: (answer?.edits ?? 0) > 0,
        ...shown,
      },
    ],
  }
}

/** An OpenAI-compatible endpoint on this machine that says the sentences above, a few characters at a time. */
async function slowModel(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' })
  mock.on(
    {},
    ({ messages }) => {
      const asked = messages.map((it) => String(it.content)).join('\n')
      const said = asked.includes('查询：')
        ? {
            lookups: [
              { name: 'deadlines', arguments: { provinces: ['浙江'], duty: '验收', state: 'unfiled' } },
            ],
          }
        : { sentences: sentences.map(([text, stands]) => ({ text, passage: numberOf(asked, stands) })) }
      return { content: JSON.stringify(said) }
    },
    { chunkSize: 6, latency: 120 },
  )
  await mock.start()
  return mock
}

/** The number of the passage in which words stand. */
function numberOf(prompt: string, words: string): number {
  const passages = [...prompt.matchAll(/<passage id="(\d+)"[^>]*>\n([\s\S]*?)\n<\/passage>/gu)]
  return Number(passages.find(([, , text = '']) => text.replace(/\s/gu, '').includes(words))?.[1] ?? 0)
}
