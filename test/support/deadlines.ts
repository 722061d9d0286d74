import { makeListening, type Reachable } from '../../src/app/ears.ts'
import type { Duty } from '../../src/core/duty.ts'
import { plainText } from '../../src/core/plain-text.ts'
import { reply } from '../../src/core/reply.ts'
import type { DeadlineParts } from '../../src/skills/deadlines/parts.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { makeDeadlines } from '../../src/skills/deadlines/skill.ts'
import { makeDeadlineComposers } from '../../src/skills/deadlines/telling/compose.ts'
import type { OutboxRow } from '../../src/store/outbox.ts'
import { acceptance, operator, owed } from './duties.ts'
import { housePeople, type People } from './people.ts'

/** A delivery as its reader would see it now, or why it would not be sent. */
export interface Said {
  readonly to: string
  readonly kind: string
  readonly text: string
  readonly row: OutboxRow
}

export interface DeadlinePeople extends People {
  readonly parts: DeadlineParts
  /** Everything that waits to be said, oldest first. */
  waiting(): Promise<readonly Said[]>
}

const regions: Readonly<Record<string, string>> = { 江苏: '东部', 江西: '中部' }
/** Platforms as far as telling somebody alone goes. */
const platforms = ['slack', 'discord'].map(
  (platform): Reachable => ({
    platform,
    directly: ({ space, user }) => ({ platform, space, channel: user }),
  }),
)

/** The duty of the tests with its words, as the office would have it. */
export const quoted: Duty = {
  ...acceptance,
  source: {
    file: '2014-work-points.txt',
    title: '国家可持续发展实验区2014年度工作要点',
    path: '五、做好实验区新区发展和总结验收工作',
    quote:
      '各有关实验区须按《管理办法》要求，于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料，认真做好各项验收准备工作。',
  },
}

/** A house in which people talk about deadlines: the real skill behind the real router, on a real file. */
export async function deadlinePeople(duties: readonly Duty[] = [quoted]): Promise<DeadlinePeople> {
  let parts: DeadlineParts | undefined
  const people = await housePeople((store, clock) => {
    parts = {
      ...store,
      ...makeListening(store, () => platforms),
      clock,
      workdays: () => workdays,
      regionOf: (province) => regions[province],
      askPolicy: async (question) => reply(`问：${question}`),
      askAnybody: async ({ text }) => reply(`问：${text}`),
      newId: () => 'abcd1234',
    }
    return [makeDeadlines(parts)]
  })
  const { store } = people
  await store.duties.keep(duties, operator)
  await store.obligations.reconcile(
    {
      duties: duties.map((it) => it.id),
      owed: duties.some((it) => it.id === acceptance.id)
        ? [owed('jiangsu-yixing'), owed('jiangsu-rugao'), owed('jiangxi-guixi')]
        : [],
    },
    operator,
  )
  if (!parts) throw new Error('the skill was not made')
  const joined = { ...people, parts: parts as DeadlineParts }
  const composers = makeDeadlineComposers(joined.parts)
  return {
    ...joined,
    async waiting() {
      const rows = await store.outbox.list({ state: 'waiting' })
      return Promise.all(
        rows.map(async (row) => {
          const made = await composers[row.kind]?.(row)
          const text = !made ? '' : 'cancelled' in made ? `不发：${made.cancelled}` : plainText(made)
          return { to: row.to.channel, kind: row.kind, text, row }
        }),
      )
    },
  }
}

const workdays = makeWorkdays()
