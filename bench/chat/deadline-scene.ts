import type { Clock } from '../../src/core/clock.ts'
import type { Store } from '../../src/store/index.ts'
import { openDays, type Player, type Scene } from './days.ts'

/** Invented people; their organizations and what those owe are the register's and the documents'. */
const people = {
  yixing: { id: 'U0WANG', name: '王工', organization: 'jiangsu-yixing' },
  kunshan: { id: 'U0CHEN', name: '陈工', organization: 'jiangsu-kunshan' },
  changshu: { id: 'U0GU', name: '顾工', organization: 'jiangsu-changshu' },
  zhangjiagang: { id: 'U0XU', name: '徐工', organization: 'jiangsu-zhangjiagang' },
  suzhou: { id: 'U0LU', name: '陆工', organization: 'jiangsu-suzhou-chengqu' },
  province: { id: 'U0SHEN', name: '沈处', organization: 'province-江苏' },
  office: { id: 'U0ZHOU', name: '周主任', organization: 'office' },
} as const satisfies Readonly<Record<string, Player>>

/** The documents' own day for the acceptance files is 30 June 2014; nobody of 太仓市 has joined. */
export async function playDeadlines(): Promise<readonly Scene[]> {
  const stage = await openDays(people)
  const { on, begin, scene, presses, calls, comes } = stage
  try {
    await on('2014-05-29T10:00:00+08:00', stage.joins)

    await on('2014-05-30T09:00:10+08:00', async () => {
      begin('5月30日 9:00 王工（宜兴市）收到提醒 A reminder, a month before', 'yixing')
      await comes()
      scene('notice')
      begin('王工看本区要交什么 What our zone owes', 'yixing')
      await calls('yixing', 'deadlines')
      scene('zone')
    })

    await on('2014-06-06T10:00:00+08:00', async () => {
      await presses('kunshan', '正在准备')
      begin('6月6日 顾工（常熟市）按「已提交」 Filed', 'changshu')
      await presses('changshu', '已提交')
      begin('沈处（江苏省）随即知道 The province hears of it', 'province')
      await stage.shows('province')
      scene('filed')
    })

    await on('2014-06-09T08:30:10+08:00', async () => {
      begin('6月9日（周一）8:30 沈处收到每周一览 The weekly digest', 'province')
      await comes()
      scene('digest')
      begin('沈处看一览，确认收到，催一下 The board of a province', 'province')
      await calls('province', 'deadlines')
      await presses('province', '确认收到')
      await presses('province', '催一下（5 家）')
      begin('陈工（昆山市）被催 Nudged', 'kunshan')
      await stage.shows('kunshan')
      scene('province')
    })

    await on('2014-06-23T09:00:10+08:00', async () => {
      await comes()
      for (const who of ['yixing', 'zhangjiagang', 'suzhou'] as const) await presses(who, '已提交')
    })

    await on('2014-06-27T09:00:10+08:00', async () => {
      await comes()
      await othersFile(stage.house().store, stage.house().clock)
    })

    await on('2014-06-30T08:30:10+08:00', comes)

    await on('2014-07-01T09:00:10+08:00', async () => {
      begin('7月1日 9:00 陈工（昆山市）逾期 Overdue', 'kunshan')
      await comes()
      begin('同时抄送沈处（江苏省） Copied to the province', 'province')
      await stage.shows('province')
      begin('也抄送周主任（办公室） And to the office', 'office')
      await stage.shows('office')
      scene('overdue')
      begin('周主任（办公室）看全国一览 The network, for the office', 'office')
      await calls('office', 'deadlines')
      scene('office')
      begin('周主任看「建区年份待补」 Zones whose year is not known', 'office')
      await presses('office', '建区年份待补')
      scene('years')
    })
    return stage.scenes
  } finally {
    await stage.close()
  }
}

/** What zones of other provinces are said to have filed, as their boards would have it. */
async function othersFile({ obligations }: Pick<Store, 'obligations'>, clock: Clock): Promise<void> {
  const stamp = { who: 'scene', at: clock.now() }
  const others = (await obligations.list({ duty: 'acceptance', states: ['open'] })).filter(
    (it) => !it.organization.startsWith('jiangsu-'),
  )
  for (const [at, { id }] of others.entries()) {
    if (at % 8 === 0) continue
    await obligations.change(id, { verb: 'file' }, ['open'], stamp)
    if (at % 2 === 0) await obligations.change(id, { verb: 'confirm' }, ['filed'], stamp)
    if (at % 4 === 0) await obligations.change(id, { verb: 'receive' }, ['confirmed'], stamp)
  }
}
