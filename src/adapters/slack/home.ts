import type { Locale } from '../../core/locale.ts'
import type { Author } from '../../core/message.ts'
import {
  type Block,
  bold,
  buttons,
  heading,
  list,
  paragraph,
  plain,
  type Reply,
  reply,
  type Text,
} from '../../core/reply.ts'
import type { Skill } from '../../core/skill.ts'
import { SLASH } from './command.ts'
import { words } from './words.ts'

/** Draws a person's Home tab: their zone, its open deadlines, coming trainings, their open questions. */
export type Home = (who: Author, space: string, locale: Locale) => Promise<Reply>

/**
 * The Home tab: what can be asked and how.
 * @param own the part about the person, shown first; empty for a guest
 * @param first the commands that the person needs first, in that order; the rest is a button away. All where left out.
 * Pure.
 */
export function plainHome(
  skills: readonly Skill[],
  locale: Locale,
  own: readonly Block[] = [],
  first?: readonly string[],
): Reply {
  const say = words[locale]
  // One of each skill: questions about policy alone would leave no room for the rest.
  const examples = skills.flatMap((it) => it.examples.slice(0, 1)).slice(0, 8)
  const all = skills.flatMap((it) => it.commands ?? [])
  const chosen = first?.flatMap((name) => all.filter((it) => it.name === name)) ?? []
  const commands = chosen.length > 0 ? chosen : all
  const section = (title: string, items: readonly Text[]): readonly Block[] =>
    items.length === 0 ? [] : [paragraph(bold(title)), list(items)]
  return reply(
    heading(say.homeTitle),
    say.homeIntro,
    ...own,
    ...section(say.homeTry, examples.map(plain)),
    ...section(
      say.homeCommands,
      commands.map((it): Text => [{ kind: 'code', text: `${SLASH} ${it.name}` }, ...plain(` ${it.summary}`)]),
    ),
    ...(commands.length < all.length ? [buttons({ label: say.homeAll, action: 'help.all', value: '' })] : []),
  )
}
