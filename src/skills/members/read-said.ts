import { looksLikeCode } from './code.ts'
import { localeNamed } from './language.ts'

/** What a sentence asks of this skill, as a command with its options. */
export interface Said {
  readonly verb: 'join' | 'whoami' | 'leave' | 'link' | 'language' | 'moved' | 'invite' | 'members'
  readonly given: Readonly<Record<string, string>>
}

const I = '(?:我们?|本人)?'
const sentences: readonly (readonly [Said['verb'], string])[] = [
  [
    'whoami',
    '我是谁|我的身份|我的权限|我(?:现在)?(?:是|算)?(?:哪个|什么)(?:单位|身份)(?:的)?|who\\s?am\\s?i',
  ],
  ['leave', `退出(?:联盟|单位)|${I}(?:要|想|想要)(?:退出|离开)(?:联盟|单位|这个单位)?|leave`],
  ['link', `关联账号|${I}换(?:了)?(?:个)?(?:账?号|手机|微信|钉钉)了?|link`],
  // Without a code, and not what a zone asks that wants to become one: 怎么加入实验区 is a question of policy.
  [
    'join',
    `${I}(?:是\\S{2,12}的\\s*[,，]?\\s*)?${I}(?:要|想|想要|该)?(?:怎么|如何|咋|怎样)?(?:加入|注册|登录)(?:联盟|群|你们|进来)?|${I}?(?:要|想)?加入\\s?\\S{1,10}[市县区](?<!实验区|示范区)|join`,
  ],
  // 我换人了, 以后小王负责, 我进错单位了, 我调走了: who hears is no longer the right one.
  [
    'moved',
    `${I}(?:这边|单位|这里)?(?:换人|换负责人|换联系人|换经办人)了|(?:以后|现在|今后)(?:改)?(?:由|是|归)?\\S{2,6}(?:负责|接手|管|对接)(?:了)?`,
  ],
  [
    'moved',
    `我(?:已经?)?(?:要)?(?:调走|调离|调动|离职|退休|换岗|转岗|不干)了?|(?:我)?(?:要|想|怎么)?换(?:个)?单位了?|${I}(?:进|加|选)错(?:了)?(?:单位|群|区|市|县)?了?`,
  ],
  ['moved', '我不是\\S{2,10}的(?:人)?(?:\\s*[,，]?\\s*我是\\S{2,10}的(?:人)?)?|somebody else does this now'],
  [
    'invite',
    '(?:我)?(?:要|想)?(?:怎么|如何)?邀请(?:一下)?(?:我的?)?(?:同事|新人|新成员|别人|成员)(?:加入)?|(?:要|发|开)(?:一?个)?邀请码',
  ],
  [
    'invite',
    '(?:请|帮我|麻烦)?(?:给|为)(?<zone>\\S{2,12}?)(?:再)?(?:发|开|要)(?:一?[个份])?邀请码|邀请\\s+(?<name>\\S{2,12})|邀请(?<whom>\\S{2,12}?)加入(?:联盟)?',
  ],
  [
    'members',
    '(?:看看?|查看)?(?:我们?(?:省|区|单位)?的?)?成员(?:名单|列表)?|我们?(?:省|区|单位)?(?:都)?有(?:谁|哪些人|哪些成员)(?:加入)?',
  ],
]
const expressions = sentences.map(([verb, source]) => [verb, new RegExp(`^(?:${source})$`, 'iu')] as const)

/** A few plain sentences about who somebody is and who belongs where. Pure. */
export function readSaid(text: string): Said | undefined {
  const [, code] =
    /^(?:我要)?(?:加入联盟|加入|join)\s*[:：]?\s*([\p{L}\p{N}][\p{L}\p{N}\s\-–—]{6,30})$/iu.exec(text) ?? []
  if (code !== undefined && looksLikeCode(code)) return { verb: 'join', given: { code } }
  const language = /^(?:请?(?:说|用|换成?|speak)\s*)?(中文|简体中文|英文|英语|english|chinese)$/i.exec(
    text,
  )?.[1]
  if (language !== undefined && localeNamed(language)) return { verb: 'language', given: { language } }
  const said = text.trim().replace(/[?？。.!！~啊呀呢吧]+$/u, '')
  for (const [verb, expression] of expressions) {
    const found = expression.exec(said)
    if (!found) continue
    const { zone, name, whom } = found.groups ?? {}
    const organization = zone ?? name ?? whom
    return { verb, given: organization === undefined ? {} : { organization } }
  }
  return undefined
}
