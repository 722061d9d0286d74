import { may } from '../../../core/may.ts'
import { organizationsNamed } from '../../../core/organization-names.ts'
import type { Outcome } from '../../../core/skill.ts'
import type { DeadlineParts, Handle, Request } from '../parts.ts'
import type { Followed } from './read-followed.ts'

/** Handles that a sentence can mean, as a command with its options. */
type Handles = Readonly<Record<'deadlines' | 'export', Handle>>

/**
 * What a province or the office says to see how far others are, answered with the view that has the button: 催一下 alone sends nothing
 * before whom it would reach was seen.
 * @returns undefined where nobody bears that name, or the speaker may see no board: it is a question of policy
 */
export function makeFollowing({ organizations }: Pick<DeadlineParts, 'organizations'>, handles: Handles) {
  return async ({ verb, named }: Followed, request: Request): Promise<Outcome> => {
    const { caller } = request
    const shown = (given: Request['given']) => handles.deadlines({ ...request, given })
    if (named !== undefined) {
      const found = organizationsNamed(await organizations.all(), named)
      return found.length > 0 && caller.role !== 'guest' ? shown({ organization: named }) : undefined
    }
    const own = caller.organization
    const sees = caller.role === 'office' || (own && may(caller, 'obligation.read', { organization: own }))
    if (!sees) return undefined
    if (verb === 'export') return handles.export(request)
    const follows = caller.role === 'office' || own?.kind === 'province'
    if (!follows) return verb === 'board' ? shown({}) : undefined
    if (verb === 'nudge') return shown({ view: 'open' })
    return shown(verb === 'unreachable' ? { view: 'unreachable' } : {})
  }
}
