import type { Address, AttachedFile, Message } from '../../src/core/message.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { Attachment, Button } from '../../src/core/reply.ts'
import { lastVersion, type Outcome } from '../../src/core/skill.ts'

/** Where and as whom somebody talks. */
export interface Place {
  readonly id: string
  readonly name?: string
  readonly locale?: string
  readonly from?: Partial<Address>
  readonly addressed?: Message['addressed']
}

/** What came back; `text` is empty where the bot stayed silent. */
export interface Heard {
  readonly text: string
  readonly private: boolean
  readonly buttons: readonly Button[]
  readonly files: readonly Attachment[]
}

/** A person in a chat with the house: everything they do goes through the real router. */
export interface Talker {
  says(text: string, ...files: readonly AttachedFile[]): Promise<Heard>
  calls(name: string, options?: Readonly<Record<string, string>>): Promise<Heard>
  /** Presses a button of the last reply, by its label. */
  presses(label: string): Promise<Heard>
  /** Presses a button that somebody else was shown. */
  pressesOf(press: { readonly action: string; readonly value: string }): Promise<Heard>
  /** @param value what the button that opened the form carried */
  submits(form: string, values: Readonly<Record<string, string>>, value?: string): Promise<Heard>
  /** Fills in the form that a button of the last reply opens. */
  submitsTo(label: string, values: Readonly<Record<string, string>>): Promise<Heard>
  /** The same person elsewhere. */
  at(place: Partial<Place>): Talker
}

let count = 0

export function makeTalker(
  receive: (message: Message) => Promise<Outcome>,
  place: Place,
  now: () => number,
): Talker {
  let last: Heard = { text: '', private: false, buttons: [], files: [] }

  async function send(
    content: Pick<Message, 'text' | 'files' | 'press' | 'form' | 'command'>,
  ): Promise<Heard> {
    count += 1
    const { id, name = id, locale, from, addressed = 'direct' } = place
    last = await heard(
      await receive({
        id: `t${count}`,
        from: { platform: 'slack', space: 'T1', channel: `D-${id}`, ...from },
        author: { id, name, ...(locale === undefined ? {} : { locale }) },
        at: now(),
        addressed,
        ...content,
      }),
    )
    return last
  }

  function buttonNamed(label: string): Button {
    const button = last.buttons.find((it) => it.label === label)
    if (!button) throw new Error(`no button ${label} among ${last.buttons.map((it) => it.label).join(', ')}`)
    return button
  }

  return {
    says: (text, ...files) => send({ text, ...(files.length > 0 ? { files } : {}) }),
    calls: (name, options = {}) => send({ text: `/alliance ${name}`, command: { name, options } }),
    presses: async (label) => {
      const { action, value } = buttonNamed(label)
      return send({ text: label, press: { action, value } })
    },
    pressesOf: (press) => send({ text: press.action, press }),
    submits: (form, values, value) =>
      send({ text: form, form: { name: form, values, ...(value === undefined ? {} : { value }) } }),
    submitsTo: async (label, values) => {
      const { opens = '', value } = buttonNamed(label)
      return send({ text: label, form: { name: opens, values, value } })
    },
    at: (elsewhere) => makeTalker(receive, { ...place, ...elsewhere }, now),
  }
}

async function heard(outcome: Outcome): Promise<Heard> {
  const reply = await lastVersion(outcome)
  return {
    text: reply ? plainText(reply) : '',
    private: reply?.private ?? false,
    buttons: reply?.blocks.flatMap((it) => (it.kind === 'buttons' ? it.buttons : [])) ?? [],
    files: reply?.files ?? [],
  }
}
