import { openDays, type Player, type Scene } from './days.ts'

/** Invented people; their organizations, and what those need and offer, are the register's and the documents'. */
const people = {
  yixing: { id: 'U0WANG', name: '王工', organization: 'jiangsu-yixing' },
  guixi: { id: 'U0LI', name: '李工', organization: 'jiangxi-guixi' },
  longyan: { id: 'U0LIN', name: '林工', organization: 'fujian-longyan' },
  office: { id: 'U0ZHOU', name: '周主任', organization: 'office' },
} as const satisfies Readonly<Record<string, Player>>

/** The zones of 001 §三 that the register has as members. */
const guests = '宜兴市、宁海县、丰顺县、龙岩市、贵溪市、毕节地区、神农架林区'

/** A need that finds the zone that has done it, and an exchange day that loses a guest in the middle. */
export async function playMatches(): Promise<readonly Scene[]> {
  const stage = await openDays(people)
  const { on, begin, scene, presses, calls, fills } = stage
  try {
    await on('2014-06-23T10:00:00+08:00', async () => {
      await stage.joins()
      begin('6月23日 王工（宜兴市）说一句话，得到草稿 Plain words become a draft', 'yixing')
      await stage.says('yixing', '我们想治重金属污染的土壤，有没有做过的？')
      await presses('yixing', '发布')
      scene('need')
      begin('找伙伴：谁合适、为什么 Who fits, and why', 'yixing')
      await presses('yixing', '找伙伴')
      // The last of the two is about another matter.
      await presses('yixing', '不合适')
      scene('partners')
      begin('剩下的这一家：想认识 The one that is left', 'yixing')
      await presses('yixing', '找伙伴')
      await presses('yixing', '想认识')
      scene('wish')
    })
    await on('2014-06-23T11:00:10+08:00', async () => {
      begin('李工（贵溪市）被问：看得到单位和理由，看不到是谁 Asked, without a name', 'guixi')
      await stage.hears('guixi', '想认识贵单位')
      await presses('guixi', '愿意认识')
      scene('consent')
    })
    await on('2014-06-24T09:00:10+08:00', async () => {
      begin('双方同意后的群聊 The room, once both agree', 'yixing')
      await calls('yixing', 'match', { view: 'introductions' })
      await stage.showsRoom()
      scene('room')
    })
    await on('2014-07-09T09:00:10+08:00', async () => {
      await stage.comes()
      begin('两周后问王工：见面了吗 Two weeks later', 'yixing')
      await stage.hears('yixing', '见面了吗')
      await presses('yixing', '见了')
      await fills('yixing', '有结果了', { kind: 'visit', note: '8 月去贵溪看现场' })
      scene('outcome')
    })
    await on('2014-09-01T10:00:00+08:00', async () => {
      // What is overdue comes first of all, and is another story.
      await stage.comes()
      begin('9月1日 周主任（办公室）排交流日 The office plans an exchange day', 'office')
      await calls('office', 'match', { view: 'timetable' })
      await fills('office', '排交流日', { on: '2014-09-10', rounds: '3', tables: '4', only: guests })
      scene('plan')
      begin('发给各单位 Sent to each alone', 'office')
      await presses('office', '把日程发给各单位')
      scene('publish')
    })
    await on('2014-09-01T11:00:10+08:00', async () => {
      begin('林工（龙岩市）收到自己的日程 The own day of one', 'longyan')
      await stage.hears('longyan', '的日程')
      scene('timetable')
    })
    await on('2014-09-10T09:40:00+08:00', async () => {
      await stage.comes()
      begin('9月10日 宜兴来不了了 A guest stays away', 'office')
      await calls('office', 'match', { view: 'timetable' })
      await fills('office', '有人来不了、迟到', { from: '2', gone: '宜兴市' })
      scene('repair')
    })
    return stage.scenes
  } finally {
    await stage.close()
  }
}
