import type { Caller, Organization } from '../../core/caller.ts'
import { type Obligation, unfinished } from '../../core/duty.ts'
import type { Locale } from '../../core/locale.ts'
import { type Block, type Button, buttons } from '../../core/reply.ts'
import { opening, ownButtons } from './draw-entry.ts'
import { actions, forms } from './faces.ts'
import { handleOf } from './handle-of.ts'
import { words } from './words.ts'

/** Who looks at an obligation: whoever owes it, the province above them, or the office. */
export type Reader = 'owner' | 'province' | 'office'

/** Whoever may see it at all is one of the three. Pure. */
export function readerOf({ role, organization }: Caller, owner: Pick<Organization, 'id'>): Reader {
  if (organization?.id === owner.id) return 'owner'
  return role === 'office' ? 'office' : 'province'
}

/**
 * What its reader can say of an obligation, in the state that it is in; undefined where there is nothing to say. Nobody is shown what
 * is another's to say: a zone asks for more time, the office gives it. Pure.
 * @param asked whether more time was asked for and not answered
 */
export function answersOf(
  { id, state, organization }: Pick<Obligation, 'id' | 'state' | 'organization'>,
  reader: Reader,
  asked: boolean,
  locale: Locale,
): Block | undefined {
  const say = words[locale].buttons
  const value = handleOf(id)
  const press = (label: string, action: string, carried = value): Button => ({
    label,
    action,
    value: carried,
  })
  const history = press(say.history, actions.history)
  const sendBack = opening(say.sendBack, forms.sendBack.name, value)
  if (reader === 'owner') {
    if (unfinished.has(state)) return ownButtons({ id, state }, locale)
    return state === 'filed' ? buttons(press(say.undo, actions.reopen), history) : undefined
  }
  if (unfinished.has(state)) {
    if (reader === 'province')
      return buttons(
        press(say.nudgeOne, actions.nudge, organization),
        press(say.fileFor, actions.file),
        opening(say.requestFor, forms.request.name, value),
        history,
      )
    const decide = [
      opening(say.waive, forms.waive.name, value),
      opening(say.suspend, forms.suspend.name, value),
    ]
    return asked
      ? buttons(
          { ...opening(say.grant, forms.extend.name, value), style: 'primary' },
          opening(say.refuse, forms.refuse.name, value),
          ...decide,
          history,
        )
      : buttons(
          press(say.nudgeOne, actions.nudge, organization),
          press(say.fileFor, actions.file),
          opening(say.extend, forms.extend.name, value),
          ...decide,
        )
  }
  if (state === 'filed' || state === 'confirmed') {
    if (reader === 'office')
      return buttons({ ...press(say.receive, actions.receive), style: 'primary' }, sendBack, history)
    return state === 'filed'
      ? buttons({ ...press(say.confirm, actions.confirm), style: 'primary' }, sendBack, history)
      : buttons(sendBack, history)
  }
  if (reader === 'office' && (state === 'waived' || state === 'suspended'))
    return buttons(press(say.restore, actions.restore), history)
  return buttons(history)
}
