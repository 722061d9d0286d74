import type { Store } from '../../src/store/index.ts'
import { openDays, type Player, type Scene } from './days.ts'

/** Invented people; their organizations are the register's. */
const people = {
  office: { id: 'U0ZHOU', name: '周主任', organization: 'office' },
  yixing: { id: 'U0WANG', name: '王工', organization: 'jiangsu-yixing' },
  kunshan: { id: 'U0CHEN', name: '陈工', organization: 'jiangsu-kunshan' },
  changshu: { id: 'U0GU', name: '顾工', organization: 'jiangsu-changshu' },
} as const satisfies Readonly<Record<string, Player>>

const title = '乡村污水治理培训班（虚构）'

/** A training with two seats for three who want to come, so that one waits and is asked when a seat is free. */
export async function playTraining(): Promise<readonly Scene[]> {
  const stage = await openDays(people)
  const { on, begin, scene, presses, calls, fills, comes } = stage
  try {
    await on('2014-09-15T10:00:00+08:00', async () => {
      await stage.joins()
      begin('9月15日 周主任（办公室）分步写一个培训 A training in steps', 'office')
      await calls('office', 'training', { do: 'new' })
      await fills('office', '新建培训', {
        title,
        kind: 'training',
        days: '2014年10月15日至16日',
        place: '宜兴市环科园',
        hosts: '实验区办公室',
      })
      await fills('office', '2 对象和名额', {
        audience: '江苏',
        capacity: '2',
        nomination: 'open',
        open: '2014-09-15 至 10月8日 17:00',
      })
      await fills('office', '3 日程', {
        sessions: '10月15日 09:00-11:30 村镇污水处理技术 李老师\n10月16日 09:00-17:00 参观环境医院',
        how: 'replace',
      })
      scene('writing')
      begin('预览：发布后谁会收到 Preview: whom it reaches', 'office')
      await presses('office', '预览')
      await presses('office', '发布')
      scene('preview')
    })
    await on('2014-09-16T09:10:00+08:00', async () => {
      begin('王工（宜兴市）收到卡片，按「报名」 A card, and one press', 'yixing')
      await comes()
      await presses('yixing', '报名')
      await presses('kunshan', '报名')
      begin('顾工（常熟市）也报名，排在候补第一 On the waiting list', 'changshu')
      await presses('changshu', '报名')
      scene('joining')
    })
    await on('2014-09-25T14:00:00+08:00', async () => {
      begin('9月25日 陈工（昆山市）去不了了 Giving a seat up', 'kunshan')
      await presses('kunshan', '不参加')
      await presses('kunshan', '确定放弃')
      begin('名额先问候补的顾工，保留四个工作小时 The seat is held for the next', 'changshu')
      await stage.shows('changshu')
      await presses('changshu', '接受')
      scene('offer')
    })
    await on('2014-10-14T09:00:10+08:00', async () => {
      begin('10月14日 9:00 王工收到提醒 The day before', 'yixing')
      await comes()
      scene('reminder')
    })
    await on('2014-10-15T08:00:10+08:00', async () => {
      await comes()
      begin('10月15日早上 周主任在现场显示签到码 The code in the room', 'office')
      await calls('office', 'training', { do: 'list' })
      await presses('office', title)
      await presses('office', '签到码')
      const code = await codeOf(stage.house().store)
      begin('王工签到 Signing in', 'yixing')
      await calls('yixing', 'sign-in', { code })
      begin('名单 The roster', 'office')
      await presses('office', '名单')
      scene('roster')
    })
    return stage.scenes
  } finally {
    await stage.close()
  }
}

/** What stands on the screen in the room. */
async function codeOf({ trainings }: Pick<Store, 'trainings'>): Promise<string> {
  const [training] = await trainings.list()
  const [code] = training ? await trainings.codes(training.id, 0) : []
  if (!code) throw new Error('no code is shown')
  return code.code
}
