import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import type { Locale } from '../../core/locale.ts'
import type { Submission } from '../../core/message.ts'
import type { Form, FormField } from '../../core/reply.ts'
import { encode } from './custom-id.ts'
import { limits } from './limits.ts'
import { clean } from './markdown.ts'
import { filled, shortened } from './page.ts'
import { words } from './words.ts'

/** A form as a modal; undefined where the value of its button leaves no room in the id. Pure. */
export function modalOf(
  form: Form,
  value: string,
  locale: Locale,
): APIModalInteractionResponseCallbackData | undefined {
  const customId = encode({ kind: 'form', name: form.name, value }, 0)
  if (customId === undefined) return undefined
  return {
    custom_id: customId,
    title: shortened(filled(clean(form.title)), limits.modalTitle),
    components: form.fields.slice(0, limits.modalInputs).map((it) => labelOf(it, locale)),
  }
}

function labelOf(field: FormField, locale: Locale): APILabelComponent {
  const label = clean(field.label)
  const hints = [label.length > limits.inputLabel ? label : '', hintOf(field, locale)].filter(
    (it) => it !== '',
  )
  return {
    type: ComponentType.Label,
    label: shortened(filled(label), limits.inputLabel),
    ...(hints.length === 0 ? {} : { description: shortened(hints.join(' · '), limits.inputDescription) }),
    component: isSelect(field) ? selectOf(field, locale) : inputOf(field, locale),
  }
}

/** A select holds 25 options; a longer list is typed. */
function isSelect(field: FormField): boolean {
  const choices = field.choices ?? []
  const values = new Set(choices.map((it) => it.value))
  return (
    field.kind === 'choice' &&
    choices.length > 0 &&
    choices.length <= limits.selectOptions &&
    values.size === choices.length &&
    choices.every((it) => it.value.length > 0 && it.value.length <= limits.selectValue)
  )
}

function hintOf(field: FormField, locale: Locale): string {
  if (field.kind === 'date') return words[locale].dateHint
  if (field.kind !== 'choice' || isSelect(field)) return ''
  return words[locale].oneOf((field.choices ?? []).map((it) => it.label).join('、'))
}

function selectOf(field: FormField, locale: Locale): APILabelComponent['component'] {
  return {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    placeholder: shortened(field.placeholder ?? words[locale].choose, limits.inputPlaceholder),
    required: field.required ?? false,
    options: (field.choices ?? []).map((it) => ({
      label: shortened(filled(clean(it.label)), limits.selectLabel),
      value: it.value,
      ...(it.value === field.initial ? { default: true } : {}),
    })),
  }
}

function inputOf(field: FormField, locale: Locale): APILabelComponent['component'] {
  const placeholder = field.placeholder ?? (field.kind === 'date' ? words[locale].dateHint : undefined)
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.kind === 'paragraph' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required ?? false,
    ...(placeholder === undefined ? {} : { placeholder: shortened(placeholder, limits.inputPlaceholder) }),
    ...(field.initial === undefined ? {} : { value: shortened(field.initial, limits.inputValue) }),
  }
}

/** A submission as the form means it: a typed label of a choice becomes its value, the title becomes the text. Pure. */
export function readSubmission(form: Form | undefined, submission: Submission): Submission {
  const values = Object.entries(submission.values).map(([name, typed]) => {
    const choices = form?.fields.find((it) => it.name === name)?.choices ?? []
    return [name, choices.find((it) => it.label === typed.trim())?.value ?? typed]
  })
  return { ...submission, values: Object.fromEntries(values) }
}
