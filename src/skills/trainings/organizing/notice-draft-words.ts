import { toChineseNumber } from '../../../core/numerals.ts'

/** The words of a notice. Chinese only: it is a Chinese notice, whoever organizes the training. */
export const noticeDraftWords = {
  draft: '【草稿】依据培训登记的内容起草，【待填】处请补齐；核对、盖章后由贵单位自行印发。',
  fileName: (title: string) => `关于举办${title}的通知（草稿）.docx`,
  shortMark: '草稿　未印发',
  heading: (title: string) => `关于举办${title}的通知`,
  opening: (title: string) => `现将举办${title}的有关事项通知如下：`,
  item: (at: number, label: string, text: string) => `${toChineseNumber(at + 1)}、${label}：${text}`,
  gap: (what: string) => `【待填】${what}`,
  labels: {
    title: '培训名称',
    days: '培训时间',
    place: '培训地点',
    hosts: '主办单位',
    audience: '参加人员',
    seats: '名额',
    registration: '报名',
    programme: '日程安排',
    about: '其他',
    signedOn: '印发日期',
  },
  seats: (capacity: number, quotas: string) => `共${capacity}人${quotas === '' ? '' : `，其中${quotas}`}`,
  registration: (until: string, how: string) => `${how}请于${until}前报名。`,
  nominations: { open: '自行报名，', province: '由省级科技主管部门推荐，' },
  signed: (organizer: string) => `　　　　${organizer}`,
}
