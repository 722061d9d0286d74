import type { App, RespondFn } from '@slack/bolt'
import type { Clock } from '../../core/clock.ts'
import type { Message } from '../../core/message.ts'
import { formOf, type Skill } from '../../core/skill.ts'
import { parseCall, SLASH, usageOf } from './command.ts'
import {
  type Press,
  parseCalled,
  parsePress,
  parseSaid,
  parseShortcut,
  parseSubmission,
  type Self,
} from './parse.ts'
import { makeResponses, type ReplyTarget, type Responses } from './reply-target.ts'
import { SHARE } from './shares.ts'
import { readMetadata } from './view.ts'
import type { SlackWords } from './words.ts'

/** `callback_id` of the message shortcut 「问问联盟助手」, as the app's manifest names it. */
export const SHORTCUT = 'ask_alliance'

type Acknowledge = () => Promise<void>

/** What happens on each kind of event. */
export interface EventHandlers {
  /** Routes a message and posts its answer; acknowledges as soon as the message is stored. */
  converse(message: Message, target: TargetDetails, acknowledge: Acknowledge): Promise<void>
  /** Posts a hint, visible to the asker only, in their language. */
  hint(message: Message, target: TargetDetails, hint: (say: SlackWords) => string): Promise<void>
  share(message: Message, target: TargetDetails, id: string): Promise<void>
  openForm(press: Press, triggerId: string, responses: Responses): Promise<void>
  showHome(user: string): Promise<void>
  revoked(code: string): void
}

/** The parts of a target that do not follow from the message. */
export type TargetDetails = Pick<ReplyTarget, 'responses' | 'on' | 'said'> & { readonly discreet?: boolean }

export interface ListenParts {
  readonly self: Self
  readonly skills: readonly Skill[]
  readonly clock: Clock
  readonly handlers: EventHandlers
}

/** Registers a listener for every event that the app subscribes to. */
export function listen(app: App, { self, skills, clock, handlers }: ListenParts): void {
  app.use(async ({ context, next }) => {
    await next()
    // Events without a listener are acknowledged too, or Slack would redeliver them.
    await acknowledgeOf(context)()
  })

  app.event('message', async ({ event, context }) => {
    const message = parseSaid(event, self)
    if (message) await handlers.converse(message, { said: event.ts }, acknowledgeOf(context))
  })

  app.event('app_mention', async ({ event, context }) => {
    const message = parseSaid(event, self)
    if (message) await handlers.converse(message, { said: event.ts }, acknowledgeOf(context))
  })

  app.event('app_home_opened', async ({ event, context }) => {
    await acknowledgeOf(context)()
    if (event.tab === 'home') await handlers.showHome(event.user)
  })

  for (const name of ['tokens_revoked', 'app_uninstalled'] as const) {
    app.event(name, async ({ context }) => {
      await acknowledgeOf(context)()
      handlers.revoked(name)
    })
  }

  app.command(SLASH, async ({ command, ack, respond }) => {
    const called = parseCalled(command, self, clock.now())
    const target = { discreet: true, responses: makeResponses(respond) }
    const call = parseCall(called.text, skills)
    if (call.kind === 'message') return handlers.converse({ ...called, ...call.content }, target, ack)
    await ack()
    await handlers.hint(called, target, (say) =>
      call.kind === 'missing'
        ? say.missing(call.option.summary, usageOf(call.command))
        : say.noChoice(call.typed, (call.option.choices ?? []).map((it) => it.label).join('、')),
    )
  })

  app.shortcut({ type: 'message_action', callback_id: SHORTCUT }, async ({ shortcut, ack, respond }) => {
    const message = parseShortcut(shortcut, self, clock.now())
    await handlers.converse(message, { discreet: true, responses: makeResponses(respond) }, ack)
  })

  app.action({ type: 'block_actions' }, async ({ body, ack, respond }) => {
    const press = parsePress(body, self, clock.now())
    if (!press) return ack()
    const responses = makeResponses(respondOf(respond))
    if (press.opens !== undefined) {
      // Slack accepts a modal only within three seconds of the press, so it comes before anything else.
      await Promise.all([ack(), handlers.openForm(press, body.trigger_id, responses)])
      return
    }
    const target = { responses, ...(press.on === undefined ? {} : { on: press.on }) }
    if (press.message.press?.action !== SHARE) return handlers.converse(press.message, target, ack)
    await ack()
    await handlers.share(press.message, target, press.message.press.value)
  })

  app.view({ type: 'view_submission' }, async ({ body, ack }) => {
    const { value } = readMetadata(body.view.private_metadata)
    const form = await formOf(skills, body.view.callback_id, value)
    await handlers.converse(parseSubmission(body, form, self, clock.now()), {}, () => ack())
  })
}

/** In App Home there is no response URL, and Bolt passes no `respond`. */
function respondOf(respond: RespondFn | undefined): RespondFn {
  return respond ?? (() => Promise.reject(new Error('no response URL')))
}

/** See `holdingAcknowledgements`; for all but events Bolt's own `ack` is used. */
function acknowledgeOf(context: Readonly<Record<string, unknown>>): Acknowledge {
  const { acknowledge } = context
  return typeof acknowledge === 'function' ? async () => acknowledge() : async () => {}
}
