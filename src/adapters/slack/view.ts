import type { types } from '@slack/bolt'
import type { Locale } from '../../core/locale.ts'
import type { Choice, Form, FormField, Reply } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { renderBlocks } from './render.ts'
import { visible } from './rich-text.ts'
import { clip } from './split.ts'
import { lineUnits } from './unit.ts'
import { words } from './words.ts'

/** Where a form was opened and with what, kept by Slack until it is submitted. */
export interface Opened {
  /** Absent in App Home: then the answer goes to the person. */
  readonly channel?: string
  readonly thread?: string
  readonly value: string
}

/** The one element of each input block; the block carries the field's name. */
const ELEMENT = 'value'

/** A form as a modal, within Slack's limits; a title that Slack would cut stands above the fields in full. Pure. */
export function modalOf(form: Form, opened: Opened, locale: Locale): types.ModalView {
  const title = visible(form.title)
  return {
    type: 'modal',
    callback_id: form.name.slice(0, limits.callbackId),
    private_metadata: JSON.stringify(opened).slice(0, limits.viewMetadata),
    title: plain(title, limits.viewTitle),
    submit: plain(form.submit, limits.viewTitle),
    close: plain(words[locale].cancel, limits.viewTitle),
    blocks: [
      ...(title.length > limits.viewTitle ? lineUnits(title).map((it) => it.block) : []),
      ...form.fields.map(inputOf),
    ],
  }
}

function inputOf(field: FormField): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name.slice(0, limits.blockId),
    label: plain(field.label, limits.inputLabel),
    optional: field.required !== true,
    element: elementOf(field),
  }
}

function elementOf(field: FormField): types.InputBlockElement {
  const placeholder =
    field.placeholder === undefined ? {} : { placeholder: plain(field.placeholder, limits.placeholder) }
  if (field.kind === 'choice' && field.choices && field.choices.length > 0)
    return {
      type: 'static_select',
      action_id: ELEMENT,
      ...placeholder,
      ...optionsOf(field.choices, field.initial),
    }
  if (field.kind === 'date')
    return {
      type: 'datepicker',
      action_id: ELEMENT,
      ...placeholder,
      ...(field.initial === undefined ? {} : { initial_date: field.initial }),
    }
  return {
    type: 'plain_text_input',
    action_id: ELEMENT,
    multiline: field.kind === 'paragraph',
    max_length: limits.inputText,
    ...placeholder,
    ...(field.initial === undefined ? {} : { initial_value: field.initial.slice(0, limits.inputText) }),
  }
}

/** Choices as options; more than a hundred as groups of a hundred, named by their first and last. */
function optionsOf(choices: readonly Choice[], initial: string | undefined) {
  const options = choices.map(({ label, value }) => ({
    text: plain(label, limits.optionText),
    value: value.slice(0, limits.optionValue),
  }))
  const at = choices.findIndex((it) => it.value === initial)
  const chosen = options[at]
  const first = chosen === undefined ? {} : { initial_option: chosen }
  if (options.length <= limits.options) return { options, ...first }
  const groups = Array.from({ length: Math.ceil(options.length / limits.options) }, (_, group) =>
    options.slice(group * limits.options, (group + 1) * limits.options),
  )
  return {
    option_groups: groups.slice(0, limits.optionGroups).map((group) => ({
      label: plain(`${group[0]?.text.text ?? ''} – ${group.at(-1)?.text.text ?? ''}`, limits.optionText),
      options: group,
    })),
    ...first,
  }
}

/** The state of a submitted modal, as far as we put inputs into it. */
export interface ViewState {
  readonly values: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly value?: string | null
            readonly selected_date?: string | null
            readonly selected_option?: { readonly value: string } | null
          }
        >
      >
    >
  >
}

/** What was filled in, by field; fields that were left empty are left out. Pure. */
export function valuesOf(state: ViewState): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, block] of Object.entries(state.values)) {
    const input = block[ELEMENT]
    const value = input?.selected_option?.value ?? input?.selected_date ?? input?.value ?? ''
    if (value !== '') values[name] = value
  }
  return values
}

/** What {@link modalOf} put into `private_metadata`; empty where it is not ours. Pure. */
export function readMetadata(metadata: string): Opened {
  try {
    const it: unknown = JSON.parse(metadata)
    if (typeof it !== 'object' || it === null) return { value: '' }
    const { channel, thread, value } = it as Readonly<Record<string, unknown>>
    return {
      ...(typeof channel === 'string' ? { channel } : {}),
      ...(typeof thread === 'string' ? { thread } : {}),
      value: typeof value === 'string' ? value : '',
    }
  } catch {
    return { value: '' }
  }
}

/** A reply as the Home tab; what does not fit its hundred blocks is said to be left out. Pure. */
export function homeOf(reply: Reply, locale: Locale): types.HomeView {
  const blocks = renderBlocks(reply, 'home')
  if (blocks.length <= limits.viewBlocks) return { type: 'home', blocks: [...blocks] }
  const more: types.ContextBlock = {
    type: 'context',
    elements: [plain(words[locale].moreByMessage, limits.sectionText)],
  }
  return { type: 'home', blocks: [...blocks.slice(0, limits.viewBlocks - 1), more] }
}

function plain(text: string, max: number): types.PlainTextElement {
  const shown = visible(text).trim()
  return { type: 'plain_text', text: shown === '' ? '·' : clip(shown, max), emoji: false }
}
