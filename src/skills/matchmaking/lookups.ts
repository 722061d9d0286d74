import { z } from 'zod'
import { isSaid, type Lookup, wholeReply } from '../../core/lookup.ts'
import { profileKinds } from '../../core/profile.ts'
import { buttons, privately, reply } from '../../core/reply.ts'
import { actions } from './faces.ts'
import { makeLists } from './listing/lists.ts'
import { saidValue } from './listing/said-form.ts'
import type { MatchParts } from './parts.ts'
import { makeSuggesting } from './suggesting/face.ts'
import type { Partners } from './suggesting/partners.ts'
import { words } from './words.ts'

const asked = z.strictObject({
  kind: z.enum(profileKinds).default('offer'),
  about: z.string().trim().min(2).max(20).optional(),
})

const wish = z.strictObject({
  kind: z.enum(['need', 'offer']).default('need'),
  about: z.string().trim().min(4).max(50),
})

/** What can be looked up about needs and offers: those that the asker is shown, and partners for their own. */
export function matchLookups(parts: MatchParts & { readonly partners: Partners }): readonly Lookup[] {
  const lists = makeLists(parts)
  const { partners } = makeSuggesting(parts)
  return [
    {
      name: 'profiles',
      finds: '各单位发布的需求、供给、项目、成果、专家；带有写需求、写供给的按钮',
      takes: { kind: 'need、offer、project、result、expert', about: '关于什么，用问题里的词' },
      async find(given, asker) {
        const read = asked.safeParse(given).data
        const { caller, message } = asker
        if (!read || !caller.organization || !isSaid(read.about, asker)) return undefined
        const typed: Record<string, string> = { kind: read.kind }
        if (read.about !== undefined) typed.about = read.about
        const shown = { caller, message, value: '', given: typed }
        const list =
          read.kind === 'need' ? lists.needs : read.kind === 'offer' ? lists.offers : lists.libraries
        return wholeReply(await list(shown))
      },
    },
    {
      name: 'write-wish',
      finds: '替提问人把想找的帮助（need）或能提供的东西（offer）起个头，由他改定后发布；不会自动发布',
      takes: { kind: 'need 或 offer', about: '问题里说这件事的一段原话，照抄，不超过50字' },
      async find(given, asker) {
        const read = wish.safeParse(given).data
        const { caller } = asker
        if (!read || !caller.organization || !isSaid(read.about, asker)) return undefined
        const say = words[caller.locale]
        const open = { action: actions.writeSaid, value: saidValue(read), opens: actions.writeSaid }
        return privately(
          reply(
            say.draft.begun(say.kinds[read.kind], read.about),
            buttons({ ...open, label: say.buttons.writeSaid, style: 'primary' }),
          ),
        )
      },
    },
    {
      name: 'partners',
      finds: '适合提问人自己单位的对接伙伴和理由；带有想认识的按钮',
      takes: {},
      async find(_given, { caller, message }) {
        if (!caller.organization) return undefined
        return wholeReply(await partners?.({ caller, message, value: '', given: {} }))
      },
    },
  ]
}
