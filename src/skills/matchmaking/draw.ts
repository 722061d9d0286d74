import { dayAt, yearOf } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import { isUnconfirmed, type Profile } from '../../core/profile.ts'
import {
  type Block,
  type Button,
  bold,
  buttons,
  fields,
  list,
  note,
  paragraph,
  quote,
} from '../../core/reply.ts'
import { actions } from './faces.ts'
import { reasonsFor } from './fitting/reasons.ts'
import { nameOf } from './fitting/study.ts'
import type { Suggestion } from './fitting/suggest.ts'
import type { Taxonomy } from './fitting/taxonomy.ts'
import { forms } from './forms.ts'
import { MOST } from './listing/faults.ts'
import { words } from './words.ts'

/** A button that opens a form. */
export const opening = (label: string, form: string, value: string): Button => ({
  label,
  action: form,
  value,
  opens: form,
})

/** Of what is too long to be published its first characters are shown: whoever wrote it knows the rest. */
const BEGINNING = 200

/** What a profile says, as everybody who may see it sees it. Pure. */
export function drawProfile(it: Profile, taxonomy: Taxonomy, locale: Locale): readonly Block[] {
  const { labels, list: joined, stages, unconfirmed, visibilities, visits, helps } = words[locale]
  const names = (of: 'fields' | 'settings') =>
    joined(
      it[of]
        .map((id) => taxonomy[of].get(id))
        .flatMap((node) => (node ? [locale === 'en' ? node.english : node.name] : [])),
    )
  const cell = (label: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [[label, value] as const]
  const open = joined([...(it.visits ? [visits] : []), ...(it.helps ? [helps] : [])])
  return [
    paragraph(bold(it.title)),
    ...(it.source
      ? [quote(it.source.quote, `《${it.source.title}》 ${it.source.path ?? ''}`.trim())]
      : [paragraph(it.what.length > MOST ? `${it.what.slice(0, BEGINNING)}……` : it.what)]),
    fields([
      ...cell(labels.field, names('fields')),
      ...cell(labels.setting, names('settings')),
      ...cell(labels.stage, stages[it.stage]),
      ...cell(labels.gives, it.gives),
      ...cell(labels.asks, it.asks),
      ...cell(labels.open, open),
      ...cell(labels.shown, visibilities[it.visibility]),
      ...cell(labels.until, isUnconfirmed(it) ? unconfirmed(yearOf(it.confirmed)) : it.validUntil),
    ]),
  ]
}

/** What its owner can do with a profile. Pure. */
export function ownButtons(it: Profile, locale: Locale): Block {
  const say = words[locale].buttons
  const edit = opening(say.edit, forms.write.name, it.id)
  const more = opening(say.more, forms.more.name, it.id)
  if (it.state === 'published')
    return buttons(
      { label: say.partners, action: actions.partners, value: it.id, style: 'primary' },
      edit,
      more,
      { label: say.solved, action: actions.archive, value: it.id },
    )
  const publish = { label: say.publish, action: actions.publish, value: it.id, style: 'primary' } as const
  return buttons(
    publish,
    edit,
    more,
    { label: say.paper, action: actions.paper, value: it.id },
    { label: say.drop, action: actions.archive, value: it.id },
  )
}

/** Two ids on one button. */
export const pairValue = ({ need, offer }: Suggestion) => `${need.profile.id}/${offer.profile.id}`

export function pairIn(value: string): readonly [need: string, offer: string] {
  const [need = '', offer = ''] = value.split('/')
  return [need, offer]
}

/** A partner, why, what speaks against it, and what to do about it. Pure. @param reader the organization that reads it */
export function drawSuggestion(
  it: Suggestion,
  reader: string,
  taxonomy: Taxonomy,
  locale: Locale,
): readonly Block[] {
  const say = words[locale]
  const value = pairValue(it)
  return [
    ...drawReasons(it, reader, taxonomy, locale),
    buttons(
      { label: say.buttons.meet, action: actions.meet, value, style: 'primary' },
      { label: say.buttons.unfit, action: actions.unfit, value },
      { label: say.buttons.later, action: actions.later, value },
      { label: say.buttons.whole, action: actions.whole, value: otherIn(it, reader).profile.id },
    ),
  ]
}

const otherIn = ({ need, offer }: Suggestion, reader: string) =>
  need.profile.owner === reader ? offer : need

/** Who it is, and the reasons that speak for and against. Pure. */
export function drawReasons(
  it: Suggestion,
  reader: string,
  taxonomy: Taxonomy,
  locale: Locale,
): readonly Block[] {
  const other = otherIn(it, reader)
  const { source } = it.offer.profile
  const reasons = reasonsFor(it, taxonomy, locale)
  const say = words[locale]
  const { again, cameOf } = it
  const why = again && (again.note ?? say.whys[again.why ?? 'other'])
  const against = reasons.filter((reason) => reason.speaks === 'against')
  return [
    paragraph(bold(`${nameOf(other)}：${other.profile.title}`)),
    list([
      ...reasons.filter((reason) => reason.speaks === 'for').map((reason) => reason.text),
      ...(cameOf === undefined ? [] : [say.partners.cameOf(cameOf)]),
    ]),
    // What is quoted is the offer's.
    ...(source === undefined
      ? []
      : [
          note(
            `${say.labels.source}：${[`《${source.title}》`, source.path].filter((part) => part !== undefined).join(' ')}`,
          ),
        ]),
    ...(against.length === 0
      ? []
      : [note(`${say.partners.against}${against.map((reason) => reason.text).join('；')}`)]),
    ...(again && why ? [note(say.partners.again(dayAt(again.at), why))] : []),
  ]
}

/** One line of a list. */
export function rowOf(it: Profile, name: string, locale: Locale): readonly string[] {
  const { stages, unconfirmed } = words[locale]
  const until = isUnconfirmed(it) ? unconfirmed(yearOf(it.confirmed)) : (it.validUntil ?? '')
  return [it.id, name, it.title, stages[it.stage], until]
}
