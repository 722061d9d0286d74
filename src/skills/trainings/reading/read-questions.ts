import type { RegistrationQuestion } from '../../../core/training.ts'
import type { NoticeTable } from './notice.ts'

export interface QuestionsRead {
  readonly questions: readonly RegistrationQuestion[]
  /** Columns that need no question: the house knows who somebody is, and where they work. */
  readonly known: readonly string[]
  /** Columns that are not asked: the chat reaches everybody, and numbers of identity cards are not kept. */
  readonly refused: readonly string[]
}

const known =
  /^(?:序号|姓\s*名|(?:工作|所在|推荐)?单位(?:名称)?|实验区(?:名称)?|省份|省[（(]?[市区].*|所属省份)$/u
const refused = /电\s*话|手\s*机|联系方式|邮\s*箱|e-?mail|身份证|传真|微信|qq/iu

interface Form {
  readonly pattern: RegExp
  readonly name: string
  readonly choices?: readonly string[]
}

/** Questions that return forms ask again and again, with the answers there are. */
const usual: readonly Form[] = [
  { pattern: /^性\s*别$/u, name: 'gender', choices: ['男', '女'] },
  { pattern: /^民\s*族$/u, name: 'nationality' },
  { pattern: /^职\s*[务称]/u, name: 'post' },
  { pattern: /住宿|住房|房间/u, name: 'lodging', choices: ['单间', '合住', '不住宿'] },
  { pattern: /清真|饮食|用餐|忌口/u, name: 'diet' },
  { pattern: /到达|抵达|车次|航班|接站/u, name: 'arrival' },
  { pattern: /返程|离开/u, name: 'departure' },
  { pattern: /护照.*(?:姓名|拼音)|姓名拼音/u, name: 'passport-name' },
  { pattern: /^备\s*注$/u, name: 'remarks' },
]

/** Whether a table is the form that people send back: it begins with their name. Pure. */
export function isReturnForm({ rows, caption }: NoticeTable): boolean {
  const [header = []] = rows
  const people = header.some((it) => /^姓\s*名$/u.test(it))
  return (
    people &&
    (/回执|报名/u.test(caption) || rows.slice(1).every((row) => row.slice(1).every((it) => it === '')))
  )
}

/** What people are asked when registering, out of the columns of a return form. Pure. */
export function questionsOf(columns: readonly string[]): QuestionsRead {
  const asked = columns.map((it) => it.replace(/\s+/gu, '')).filter((it) => it !== '')
  const toAsk = asked.filter((it) => !known.test(it) && !refused.test(it))
  return {
    questions: toAsk.map((label, at) => questionOf(label, at)),
    known: asked.filter((it) => known.test(it)),
    refused: asked.filter((it) => refused.test(it)),
  }
}

function questionOf(label: string, at: number): RegistrationQuestion {
  const form = usual.find((it) => it.pattern.test(label))
  // 住宿（单间/合住）: a column says itself what may stand in it.
  const own = /[（(]([^）)]*[/、]+[^）)]*)[）)]/u
    .exec(label)?.[1]
    ?.split(/[/、]/)
    .map((it) => it.trim())
  const yesOrNo = /^是否/u.test(label) ? ['是', '否'] : undefined
  const choices = own ?? form?.choices ?? yesOrNo
  return {
    name: form?.name ?? `question-${at + 1}`,
    label: own ? label.replace(/[（(].*$/u, '') : label,
    kind: choices ? 'choice' : form?.name === 'remarks' ? 'paragraph' : 'line',
    required: false,
    ...(choices ? { choices } : {}),
  }
}
