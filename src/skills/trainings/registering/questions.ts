import type { Locale } from '../../../core/locale.ts'
import type { Form, FormField } from '../../../core/reply.ts'
import type { RegistrationQuestion, Training } from '../../../core/training.ts'
import { actions } from '../faces.ts'
import { words } from '../words.ts'

/** Fields of one form on every platform; a training that asks more is asked in parts, after the seat is sure. */
export const mostFields = 5

/** Signs of an answer. */
const most = { line: 200, paragraph: 1000, choice: 200 } as const

/**
 * The form of what a training asks. Its words are in both languages, because a platform wants a form before anybody knows
 * who reads it. Pure.
 * @param part from 1
 * @returns undefined where it asks nothing (more)
 */
export function answersForm(training: Training, part: number): Form | undefined {
  const asked = askedIn(training, part)
  if (asked.length === 0) return undefined
  const [zh, en] = [words['zh-CN'].form, words.en.form]
  const title = zh.title(training.title)
  const parts = Math.ceil(training.questions.length / mostFields)
  return {
    name: actions.answers,
    title: parts === 1 ? title : zh.part(title, part, parts),
    submit: `${zh.submit} ${en.submit}`,
    fields: asked.map(fieldOf),
  }
}

/** What a button that opens a part of the questions carries. Pure. */
export function partOf(training: Training, part: number): string {
  return part === 1 ? training.id : `${training.id}/${part}`
}

/** The training and the part that such a value names. Pure. */
export function readPart(value: string): { readonly id: string; readonly part: number } {
  const [id = '', part = '1'] = value.split('/')
  return { id, part: Math.max(1, Math.trunc(Number(part)) || 1) }
}

/** The answers of one form, or everything that is wrong with them. Pure. */
export function readAnswers(
  training: Training,
  part: number,
  given: Readonly<Record<string, string>>,
  locale: Locale,
): { readonly answers: Readonly<Record<string, string>> } | { readonly faults: readonly string[] } {
  const say = words[locale].faults
  const faults: string[] = []
  const answers: Record<string, string> = {}
  for (const { name, label, kind, required, choices = [] } of askedIn(training, part)) {
    const answer = given[name]
    if (answer === undefined) {
      if (required) faults.push(say.missing(label))
    } else if (kind === 'choice' && !choices.includes(answer)) faults.push(say.notAmong(label, choices))
    else if ([...answer].length > most[kind]) faults.push(say.tooLong(label, most[kind]))
    else answers[name] = answer
  }
  return faults.length > 0 ? { faults } : { answers }
}

/**
 * What somebody has still to answer, and the first part in which it stands; undefined where nothing is missing. Pure.
 */
export function unanswered(
  { questions }: Training,
  answers: Readonly<Record<string, string>>,
): { readonly left: number; readonly part: number } | undefined {
  const open = questions.flatMap((it, at) => (it.required && answers[it.name] === undefined ? [at] : []))
  const [first] = open
  return first === undefined ? undefined : { left: open.length, part: Math.floor(first / mostFields) + 1 }
}

function askedIn({ questions }: Training, part: number): readonly RegistrationQuestion[] {
  return questions.slice((part - 1) * mostFields, part * mostFields)
}

function fieldOf({ name, label, kind, required, choices = [] }: RegistrationQuestion): FormField {
  return {
    name,
    label,
    kind,
    required,
    ...(kind === 'choice' ? { choices: choices.map((it) => ({ label: it, value: it })) } : {}),
  }
}
