import type { Profile } from '../../../core/profile.ts'
import { type DraftLine, draftDocx } from '../../../printing/draft-docx.ts'
import type { Taxonomy } from '../fitting/taxonomy.ts'
import { words } from '../words.ts'
import { wishPaperWords as say } from './wish-paper-words.ts'

/**
 * The draft of a need or an offer as a page that an organization passes round before it publishes it: what was said stands in
 * its words, what was not is marked as a gap. Chinese, whoever reads it. Pure.
 */
export function wishLines(it: Profile, owner: string, taxonomy: Taxonomy): readonly DraftLine[] {
  const { labels, stages, visibilities, visits, helps, list } = words['zh-CN']
  const named = (of: 'fields' | 'settings') => list(it[of].flatMap((id) => taxonomy[of].get(id)?.name ?? []))
  const open = list([...(it.visits ? [visits] : []), ...(it.helps ? [helps] : [])])
  const parts: readonly (readonly [label: string, text: string | undefined])[] = [
    [say.owner, owner],
    [labels.what, it.what],
    [labels.field, named('fields')],
    [labels.setting, named('settings')],
    [labels.stage, stages[it.stage]],
    [labels.gives, it.gives],
    [labels.asks, it.asks],
    ...(open === '' ? [] : [[labels.open, open] as const]),
    [labels.shown, visibilities[it.visibility]],
    [labels.until, it.validUntil],
  ]
  return [
    ...parts.flatMap(([label, text], at): DraftLine[] => {
      const [first = '', ...others] = (text?.trim() || say.gap('')).split('\n')
      return [say.item(at, label, first), ...others].map((it) => ({ as: 'text', text: it }))
    }),
    { as: 'signed', text: say.gap(say.person) },
  ]
}

/** The same as a file. @returns the bytes of a DOCX file */
export function wishPaper(it: Profile, owner: string, taxonomy: Taxonomy): Promise<Uint8Array> {
  return draftDocx({
    title: it.title,
    mark: say.draft,
    shortMark: say.shortMark(words['zh-CN'].kinds[it.kind]),
    gap: say.gap(''),
    lines: wishLines(it, owner, taxonomy),
  })
}
