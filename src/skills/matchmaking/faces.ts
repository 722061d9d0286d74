import type { Command, CommandOption } from '../../core/skill.ts'

/** Buttons of this skill, `skill.verb`; with the value they have to fit into 90 characters on Discord. */
export const actions = {
  draft: 'matchmaking.draft',
  writeSaid: 'matchmaking.write-said',
  publish: 'matchmaking.publish',
  tidy: 'matchmaking.tidy',
  archive: 'matchmaking.archive',
  renew: 'matchmaking.renew',
  partners: 'matchmaking.partners',
  whole: 'matchmaking.whole',
  meet: 'matchmaking.meet',
  unfit: 'matchmaking.unfit',
  later: 'matchmaking.later',
  agree: 'matchmaking.agree',
  block: 'matchmaking.block',
  withdraw: 'matchmaking.withdraw',
  met: 'matchmaking.met',
  notYet: 'matchmaking.not-yet',
  digest: 'matchmaking.digest',
  paper: 'matchmaking.paper',
  publishDay: 'matchmaking.publish-day',
  printDay: 'matchmaking.print-day',
  showDay: 'matchmaking.show-day',
  adjustDay: 'matchmaking.adjust-day',
  preferences: 'matchmaking.preferences',
  preferNothing: 'matchmaking.prefer-nothing',
  preferInstead: 'matchmaking.prefer-instead',
} as const

/** What `/alliance match` can show beside partners. */
export const views = [
  'partners',
  'introductions',
  'timetable',
  'preferences',
  'settings',
  'figures',
  'assistance',
] as const

export type View = (typeof views)[number]

/** @param suggest names of organizations that fit what was typed so far */
export function commandsWith(suggest: NonNullable<CommandOption['suggest']>): readonly Command[] {
  const about = { name: 'about', summary: '领域或词，例如 土壤修复' }
  const whose = { name: 'organization', summary: '哪个单位的', suggest }
  return [
    { name: 'needs', summary: '需求：联盟里谁需要什么；写一条自己的', options: [about, whose] },
    { name: 'offers', summary: '供给：联盟里谁能给什么；写一条自己的', options: [about, whose] },
    {
      name: 'libraries',
      summary: '项目库、技术成果库、专家库',
      options: [
        {
          name: 'kind',
          summary: '哪个库',
          choices: [
            { label: '项目库', value: 'project' },
            { label: '技术成果库', value: 'result' },
            { label: '专家库', value: 'expert' },
          ],
        },
        about,
        whose,
      ],
    },
    {
      name: 'match',
      summary: '为我们的需求和供给找伙伴，附理由；介绍办到哪一步',
      options: [
        {
          name: 'view',
          summary: '看什么',
          choices: [
            { label: '合适的伙伴', value: 'partners' },
            { label: '介绍办到哪一步', value: 'introductions' },
            { label: '交流日的日程', value: 'timetable' },
            { label: '交流日想见谁、不想见谁、哪几轮不在', value: 'preferences' },
            { label: '提醒和不往来的单位', value: 'settings' },
            { label: '全年成效', value: 'figures' },
            { label: '对口支援', value: 'assistance' },
          ] satisfies readonly { label: string; value: View }[],
        },
        { name: 'profile', summary: '哪一条的编号：自己的找伙伴，别人的看全文' },
      ],
    },
  ]
}
