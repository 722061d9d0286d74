import type { Caller } from '../../core/caller.ts'
import { Problem } from '../../core/errors.ts'
import type { Message } from '../../core/message.ts'
import type { Choice, Reply } from '../../core/reply.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import type { Zones } from '../../store/zones.ts'
import { choices, filterOf } from './filter.ts'
import { zoneLookups } from './lookups.ts'
import { candidatesReply, listReply, pageOf, zoneReply } from './replies.ts'
import { words } from './words.ts'

export interface ZonesSkillParts {
  readonly zones: Pick<Zones, 'list' | 'find' | 'show' | 'snapshot'>
}

const wholeList = /^(看看|查看|查)?(实验区)?(登记册|名册|列表|一览表?)[。！!]?$/
const oneZone = /^(?:看看|查看|查)?(.{2,20}?)(?:实验区)?的?(?:档案|登记信息|登记资料)[。！!？?]?$/

/**
 * The chat face of the register: `zones` lists, `zone` shows one with its sources. Questions in plain language
 * (how many, which, where) are answered by the ask skill, which calls `makeRegister`.
 */
export function zonesSkill({ zones }: ZonesSkillParts): Skill {
  const zh = words['zh-CN']
  const choice = (value: string): Choice => ({ label: value, value })
  const skill: Skill = {
    name: 'zones',
    summary: zh.summary,
    examples: ['江苏有哪些验收的实验区', '哪个省新申报最多', '宜兴档案'],
    commands: [
      {
        name: 'zones',
        summary: zh.listSummary,
        options: [
          { name: 'province', summary: zh.options.province },
          ...(['region', 'type', 'cohort'] as const).map((name) => ({
            name,
            summary: zh.options[name],
            choices: choices[name].map(choice),
          })),
          { name: 'status', summary: zh.options.status },
          { name: 'founded', summary: zh.options.founded },
        ],
      },
      {
        name: 'zone',
        summary: zh.showSummary,
        options: [
          { name: 'name', summary: zh.options.name, required: true, suggest: (typed) => suggest(typed) },
        ],
      },
    ],
    lookups: zoneLookups({ zones }),
    match(message) {
      if (isMine(skill, message)) return 1
      if (message.command || message.form || message.press) return 0
      const text = message.text.trim()
      return wholeList.test(text) || oneZone.test(text) ? 0.8 : 0
    },
    async handle(message, caller) {
      if (message.press) return pressed(message.press.action, message.press.value, caller)
      if (message.command?.name === 'zone') return show(message.command.options.name ?? '', caller)
      if (message.command) return page(message.command.options, 0, caller)
      return said(message, caller)
    },
  }

  async function said(message: Message, caller: Caller): Promise<Reply> {
    const text = message.text.trim()
    if (wholeList.test(text)) return page({}, 0, caller)
    return show(oneZone.exec(text)?.[1] ?? text, caller)
  }

  async function pressed(action: string, value: string, caller: Caller): Promise<Reply> {
    if (action === 'zones.show') return show(value, caller)
    const { page: at, typed } = pageOf(value)
    return page(typed, at, caller)
  }

  async function page(
    typed: Readonly<Record<string, string>>,
    at: number,
    { locale }: Caller,
  ): Promise<Reply> {
    const filter = filterOf(typed, locale)
    return listReply(await zones.list(filter), filter, locale, at)
  }

  async function show(name: string, { locale }: Caller): Promise<Reply> {
    const match = await zones.find(name)
    if (match.kind === 'several') return candidatesReply(name, match.candidates, locale)
    const record = match.kind === 'one' ? await zones.show(match.zone.id) : undefined
    if (!record) throw new Problem(words[locale].none(name), words[locale].noneRemedy)
    return zoneReply(record, locale)
  }

  /** Platforms show at most 25 suggestions. */
  async function suggest(typed: string): Promise<readonly Choice[]> {
    const wanted = typed.trim()
    const all = (await zones.snapshot()).zones
    return all
      .filter((it) => [it.name, it.short, ...it.aliases].some((name) => name.includes(wanted)))
      .slice(0, 25)
      .map((it) => ({ label: it.name, value: it.id }))
  }

  return skill
}
