import type { Message } from '../../core/message.ts'
import { organizationsSuggested } from '../../core/organization-names.ts'
import { type Request, readRequest } from '../../core/request.ts'
import { isMine, type Outcome, type Skill } from '../../core/skill.ts'
import { listOwed } from './asking/list-owed.ts'
import { deadlineLookups } from './asking/lookups.ts'
import type { OwedAsked } from './asking/owed-asked.ts'
import { readAsked } from './asking/read-asked.ts'
import { commandsWith, forms } from './faces.ts'
import { makeFiling } from './filing.ts'
import { makeDeciding } from './office/deciding.ts'
import { makeDutiesFace } from './office/duties-face.ts'
import { makeProposing } from './office/proposing.ts'
import { makeViews } from './office/views.ts'
import { settleYear } from './office/years.ts'
import type { DeadlineParts, Handle } from './parts.ts'
import { makeFollowing } from './saying/following.ts'
import { readFollowed } from './saying/read-followed.ts'
import { readTold } from './saying/read-told.ts'
import { makeSaying } from './saying/saying.ts'
import { words } from './words.ts'

/** Deadlines: who owes what by when, how far it is, and what everybody may do about it. */
export function makeDeadlines(parts: DeadlineParts): Skill {
  const handles = {
    ...makeViews(parts),
    ...makeFiling(parts),
    ...makeDeciding(parts),
    ...makeDutiesFace(parts),
    ...makeProposing(parts),
    settle: (request) => settleYear(parts, request),
  } satisfies Readonly<Record<string, Handle>>
  const saying = makeSaying(parts, handles)
  const following = makeFollowing(parts, handles)

  const skill: Skill = {
    name: 'deadlines',
    summary: words['zh-CN'].summary,
    examples: words['zh-CN'].examples,
    commands: commandsWith(async (typed) => organizationsSuggested(await parts.organizations.all(), typed)),
    forms: Object.values(forms),
    lookups: deadlineLookups(parts),
    match: (message) => {
      if (isMine(skill, message)) return 1
      if (!isSpoken(message)) return 0
      if (asksForOwn(message.text) || readTold(message.text)) return 0.9
      return asksForOthers(message.text) || readFollowed(message.text) ? 0.85 : 0
    },
    async handle(message, caller) {
      const { verb, given, value } = readRequest(message)
      const request = { message, caller, given, value }
      if (verb === undefined) return spoken(request)
      return Object.hasOwn(handles, verb) ? handles[verb as keyof typeof handles](request) : undefined
    },
  }
  return skill

  /** Whoever owes nothing, and may see none of it, asked what the documents say. */
  async function spoken(request: Request): Promise<Outcome> {
    const { message, caller } = request
    if (asksForOwn(message.text)) return handles.mine(request)
    const told = readTold(message.text)
    const asked = told ? undefined : asksForOthers(message.text)
    const followed = told || asked ? undefined : readFollowed(message.text)
    return (
      (told && (await saying(told, request))) ??
      (asked && (await listOwed(asked, caller, parts))) ??
      (followed && (await following(followed, request))) ??
      parts.askPolicy(message.text, message, caller)
    )
  }

  function asksForOthers(text: string): OwedAsked | undefined {
    return readAsked(text, (word) => parts.regionOf(word) !== undefined)
  }
}

const ours = '(?:我们?|咱们?|本|贵|我们的?|咱们的?)(?:区|县|市|单位|这边|这里|实验区|省|厅)?'
const own: readonly RegExp[] = [
  // 我们还有什么没交, 我们区要交什么, 咱们还要报哪些材料
  new RegExp(
    `^${ours}(?:现在|今年|目前|最近|还)*(?:有|要|该|得|需要|应该|差)?(?:什么|啥|哪些|几项|多少)?(?:东西|材料|事项|报告)?(?:还)?(?:没有?|未|要|该|得|需要)(?:交|报|报送|提交|上报)(?:的|了|什么|啥|哪些|哪些材料|什么材料|什么东西|哪些东西|哪些报告)*$`,
  ),
  /^(?:还有|有)?(?:什么|啥|哪些)(?:材料|东西|事项)?(?:没有?|还没)(?:交|报|提交|报送)的?$/,
  // Without 我们 it goes on with what was asked before (截止日期呢), or is a question of policy (验收材料什么时候交).
  new RegExp(`^${ours}的?(?:什么时候|啥时候|何时|哪天)(?:截止|到期|要交|该交)$`),
  new RegExp(`^${ours}的?(?:截止日期|截止时间)$`),
  /^(?:现在)?还(?:有|剩)(?:几|多少)天了?$/,
  /^(?:现在)?(?:离|距离?|到)?(?:截止|到期)(?:日期|时间)?还(?:有|剩)(?:几|多少)?(?:天|久|多久)$/,
  new RegExp(`^(?:${ours}的?)?(?:待办|待交事项)$`),
  new RegExp(`^(?:看看|查看)?(?:${ours}的?)?(?:报送|待交|未交)(?:一览|清单|情况|进度)$`),
  /^(?:what (?:do|does) (?:we|our zone) (?:still )?owe|our deadlines|my deadlines|what is (?:still )?due)$/i,
]

const isSpoken = ({ command, form, press }: Message) => !(command || form || press)

/** 我们交了吗: with its question mark in words, else it is a statement. */
const ownFiled = new RegExp(`^${ours}(?:材料|报告)?(?:都)?(?:交|报|提交)了(?:没有?|没|吗)$`)

/** Whether a sentence asks what the asker's own organization owes. Pure. */
function asksForOwn(text: string): boolean {
  const asked = text
    .normalize('NFKC')
    .trim()
    .replace(/[?？。.!！~\s]+$/u, '')
  // 截止日期呢 follows up on what was asked before, whatever that was.
  if (/^截止(?:日期|时间)呢$/u.test(asked)) return false
  const bare = asked.replace(/(?:呢|吗|呀|啊|嘛|吧)$/u, '')
  return ownFiled.test(asked) || own.some((it) => it.test(bare))
}
