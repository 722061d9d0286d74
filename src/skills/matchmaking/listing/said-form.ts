import type { Form } from '../../../core/reply.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'

/** As much as one button of the narrowest platform carries, with the kind before it, in characters. */
const mostSaid = 50

/** What somebody said that they look for or offer, as a button carries it. */
export interface SaidWish {
  readonly kind: 'need' | 'offer'
  readonly about: string
}

export const saidValue = ({ kind, about }: SaidWish): string => `${kind}/${about.slice(0, mostSaid)}`

export function saidIn(value: string): SaidWish {
  const at = value.indexOf('/')
  return { kind: value.slice(0, at) === 'offer' ? 'offer' : 'need', about: value.slice(at + 1) }
}

/** The form of a need or an offer, begun with the asker's own words: they change it, see the draft, and publish it or not. */
export function saidForm(value: string): Form {
  const { about } = saidIn(value)
  const fields = forms.write.fields.map((it) =>
    it.name === 'title' || it.name === 'what' ? { ...it, initial: about } : it,
  )
  return { ...forms.write, name: actions.writeSaid, fields }
}
