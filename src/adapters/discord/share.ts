import { type APIEmbed, type APIMessage, ComponentType, InteractionResponseType } from 'discord.js'
import type { Locale } from '../../core/locale.ts'
import type { Api, InteractionRef } from './api.ts'
import { decode, nonceOf } from './custom-id.ts'
import { limits } from './limits.ts'
import { clean, literal } from './markdown.ts'
import { shortened } from './page.ts'
import type { Payload } from './render.ts'
import { words } from './words.ts'

type Rows = Payload['components']

/** An answer that one person saw, as all shall see it: with who shares it, without the button that did. Pure. */
export function sharedCopy(message: APIMessage, name: string, locale: Locale): Payload {
  const by = `-# ${words[locale].sharedBy(literal(shortened(clean(name).replaceAll('\n', ' '), 24)))}`
  return {
    content: shortened(message.content === '' ? by : `${by}\n${message.content}`, limits.content),
    embeds: message.embeds.map(plainEmbed),
    components: withoutShare(message),
    allowed_mentions: { parse: [] },
  }
}

/**
 * Posts the copy. The button goes away first, so that nobody shares twice; where the copy cannot be posted, the person
 * who pressed is told.
 */
export async function share(
  api: Api,
  pressed: InteractionRef & { readonly message: APIMessage; readonly channel: string; readonly name: string },
  locale: Locale,
): Promise<void> {
  const { message, channel, name } = pressed
  await api.respond(pressed, InteractionResponseType.UpdateMessage, { components: withoutShare(message) })
  try {
    await api.post(channel, sharedCopy(message, name, locale), { nonce: nonceOf(`share:${message.id}`, 0) })
  } catch (thrown) {
    const told: Payload = {
      content: words[locale].shareExpired,
      embeds: [],
      components: [],
      allowed_mentions: { parse: [] },
    }
    await api.followUp(pressed, told, true)
    throw thrown
  }
}

function withoutShare(message: APIMessage): Rows {
  const rows: Rows = []
  for (const row of message.components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue
    const kept = row.components.filter((it) => it.type === ComponentType.Button && 'custom_id' in it)
    const ours = kept.filter((it) => decode(it.custom_id)?.kind !== 'share')
    if (ours.length > 0) rows.push({ type: row.type, components: ours as Rows[number]['components'] })
  }
  return rows
}

/** Only what may be sent: Discord adds a type, proxies and sizes to what it gives back. */
function plainEmbed({ title, description, color, fields, footer }: APIEmbed): APIEmbed {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(color === undefined ? {} : { color }),
    ...(fields === undefined || fields.length === 0
      ? {}
      : { fields: fields.map(({ name, value, inline }) => ({ name, value, inline: inline ?? false })) }),
    ...(footer === undefined ? {} : { footer: { text: footer.text } }),
  }
}
