import type { Codes } from './house.ts'
import type { Stage } from './stage.ts'

/** What a platform does not have, because nobody else is there. */
export interface Without {
  readonly sharing?: boolean
}

const question = '验收材料什么时候交'
const unanswered = '2016年什么时候交验收材料'
/** No document says so: invented for this conversation, and it says that it is. */
const reply =
  '（演示用的虚构答复）2016年的验收通知还没有印发。请先按《管理办法》备好总结报告，印发后由省级科技主管部门转发。'

/** The same ten turns on every platform; each is done by the people of the stage. */
export const turns: readonly {
  readonly title: string
  play(stage: Stage, codes: Codes, without: Without): Promise<void>
}[] = [
  { title: '提问 Question', play: ({ zone }) => zone.asks(question) },
  { title: '追问 Follow-up', play: ({ zone }) => zone.follows('交给谁') },
  { title: '按「有用」Button', play: ({ zone }) => zone.presses('有用') },
  { title: '展开原文 The whole text', play: ({ zone }) => zone.presses('展开原文') },
  {
    title: '填邀请码加入 Join by a form',
    async play({ zone }, codes) {
      await zone.calls('join')
      await zone.fills('输入邀请码', { code: codes.zone })
    },
  },
  { title: '查不到就直说 Refusal', play: ({ zone }) => zone.asks(unanswered) },
  { title: '转人工 Hand over', play: ({ zone }) => zone.presses('转人工') },
  {
    title: '专家从队列里答复 The expert replies from the queue',
    async play({ expert }) {
      await expert.calls('queue')
      await expert.fills('答复', { text: reply })
    },
  },
  { title: '再问，引用专家 The expert is quoted', play: ({ zone }) => zone.asks(unanswered) },
  {
    title: '用命令问，分享到频道 Ask by command, share',
    async play({ zone }, _codes, { sharing = true }) {
      await zone.calls('ask', { question: '国家可持续发展先进示范区有几个' })
      if (sharing) await zone.presses('分享到频道')
    },
  },
]

/** Plays the whole conversation. @param after is told of each turn's number when it has been played */
export async function play(
  stage: Stage,
  codes: Codes,
  without: Without = {},
  after: (turn: number) => Promise<void> = async () => {},
): Promise<void> {
  for (const [at, turn] of turns.entries()) {
    stage.begin(turn.title)
    await turn.play(stage, codes, without)
    await after(at + 1)
  }
}
