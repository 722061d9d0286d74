import { readLocalDate } from '../../core/local-time.ts'
import type { Locale } from '../../core/locale.ts'
import type { Form, FormField } from '../../core/reply.ts'
import { harmless } from './render.ts'
import { words } from './words.ts'

/**
 * Asks for a form field by field.
 * @param ask shows a prompt and gives back the typed line, undefined at the end of the input
 * @returns the values by name, or undefined where the person gave up
 */
export async function fillForm(
  form: Form,
  ask: (prompt: string) => Promise<string | undefined>,
  print: (text: string) => void,
  locale: Locale,
): Promise<Record<string, string> | undefined> {
  print(`${harmless(form.title)}\n${words[locale].formHint}`)
  const values: Record<string, string> = {}
  for (const field of form.fields) {
    for (;;) {
      const typed = await ask(promptOf(field))
      if (typed === undefined || typed.trim() === '/cancel') return undefined
      const read = readField(field, typed.trim(), locale)
      if ('problem' in read) {
        print(read.problem)
        continue
      }
      if (read.value !== '') values[field.name] = read.value
      break
    }
  }
  return values
}

/** What a typed line means for a field. Pure. */
export function readField(
  field: FormField,
  typed: string,
  locale: Locale,
): { readonly value: string } | { readonly problem: string } {
  const say = words[locale]
  const text = typed === '' ? (field.initial ?? '') : typed
  if (text === '') return field.required ? { problem: say.required } : { value: '' }
  if (field.kind === 'date' && readLocalDate(text) === undefined) return { problem: say.notADate }
  if (field.kind !== 'choice') return { value: text }
  const choices = field.choices ?? []
  const chosen = choices[Number(text) - 1] ?? choices.find((it) => it.value === text || it.label === text)
  return chosen ? { value: chosen.value } : { problem: say.chooseOne(choices.length) }
}

function promptOf(field: FormField): string {
  const choices = (field.choices ?? []).map((it, at) => `\n  [${at + 1}] ${harmless(it.label)}`).join('')
  const hint = field.initial ?? field.placeholder
  const mark = field.required ? ' *' : ''
  return `${harmless(field.label)}${mark}${hint === undefined ? '' : `（${harmless(hint)}）`}${choices}\n› `
}
