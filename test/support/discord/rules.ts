/** What Discord refuses of a message, a modal or a command: numbers of its documentation, kept apart from the adapter's. */

/** A field of a request that Discord does not take, as in the `errors` of its answer. */
export interface Refusal {
  readonly path: string
  readonly message: string
}

type Json = Record<string, unknown>

const blank = /^[\s\u200b]*$/

/** The first thing that Discord would not take of a message's body; undefined where it takes it. */
export function refusalOfMessage(body: unknown, edit = false): Refusal | undefined {
  const message = objectOf(body)
  const content = message.content
  const embeds = listOf(message.embeds)
  const rows = listOf(message.components)
  const wrong =
    tooLong('content', content, 2000) ??
    (embeds.length > 10 ? no('embeds', 'Must be 10 or fewer in length.') : undefined) ??
    first(embeds, (it, at) => refusalOfEmbed(it, `embeds.${at}`)) ??
    (lengthOfEmbeds(embeds) > 6000 ? no('embeds', 'Embed size exceeds maximum size of 6000') : undefined) ??
    refusalOfRows(rows) ??
    refusalOfNonce(message)
  if (wrong) return wrong
  const text = typeof content === 'string' ? content.trim() : ''
  const empty = text === '' && embeds.length === 0 && rows.length === 0
  if (empty && !edit) return no('content', 'Cannot send an empty message')
  const nothingSilent = !Array.isArray(objectOf(message.allowed_mentions).parse)
  return nothingSilent && /@everyone|@here|<@/.test(JSON.stringify(message))
    ? no('allowed_mentions', 'this counterpart takes no message that could ring somebody')
    : undefined
}

/** The first thing that Discord would not take of a scheduled event outside of it. @param now epoch milliseconds */
export function refusalOfEvent(event: Json, now: number): Refusal | undefined {
  const { name, description, entity_type, privacy_level, entity_metadata } = event
  const { location } = objectOf(entity_metadata)
  const starts = Date.parse(String(event.scheduled_start_time))
  const ends = Date.parse(String(event.scheduled_end_time))
  if (typeof name !== 'string' || blank.test(name)) return no('name', 'This field is required')
  if (entity_type !== 3) return no('entity_type', 'this counterpart knows external events only')
  if (privacy_level !== 2) return no('privacy_level', 'Value must be one of {2}.')
  if (typeof location !== 'string' || blank.test(location))
    return no('entity_metadata', 'This field is required')
  if (!(starts > now)) return no('scheduled_start_time', 'Cannot schedule event in the past.')
  if (!(ends > starts)) return no('scheduled_end_time', 'Cannot schedule an event to end before its start.')
  return (
    tooLong('name', name, 100) ??
    tooLong('description', description, 1000) ??
    tooLong('entity_metadata', location, 100)
  )
}

function refusalOfNonce(message: Json): Refusal | undefined {
  const { nonce, enforce_nonce } = message
  if (nonce !== undefined && (typeof nonce !== 'string' || nonce.length > 25))
    return no('nonce', 'Must be 25 or fewer in length.')
  return enforce_nonce === true && nonce === undefined ? no('nonce', 'This field is required') : undefined
}

function refusalOfEmbed(embed: unknown, path: string): Refusal | undefined {
  const { title, description, footer, fields } = objectOf(embed)
  const all = listOf(fields)
  const foot = objectOf(footer).text
  if ([title, description, foot].every((it) => it === undefined || it === '') && all.length === 0)
    return no(path, 'This field is required')
  return (
    tooLong(`${path}.title`, title, 256) ??
    tooLong(`${path}.description`, description, 4096) ??
    tooLong(`${path}.footer.text`, foot, 2048) ??
    (all.length > 25 ? no(`${path}.fields`, 'Must be 25 or fewer in length.') : undefined) ??
    first(all, (it, at) => {
      const field = objectOf(it)
      const place = `${path}.fields.${at}`
      if (!field.name || !field.value) return no(place, 'This field is required')
      return tooLong(`${place}.name`, field.name, 256) ?? tooLong(`${place}.value`, field.value, 1024)
    })
  )
}

function refusalOfRows(rows: readonly unknown[]): Refusal | undefined {
  if (rows.length > 5) return no('components', 'Must be 5 or fewer in length.')
  const seen = new Set<unknown>()
  return first(rows, (row, at) => {
    const buttons = listOf(objectOf(row).components)
    if (objectOf(row).type !== 1) return no(`components.${at}`, 'Invalid type')
    if (buttons.length < 1 || buttons.length > 5)
      return no(`components.${at}`, 'Must be between 1 and 5 in length.')
    return first(buttons, (it, place) =>
      refusalOfButton(objectOf(it), `components.${at}.components.${place}`, seen),
    )
  })
}

function refusalOfButton(button: Json, path: string, seen: Set<unknown>): Refusal | undefined {
  if (button.type !== 2 || ![1, 2, 3, 4].includes(Number(button.style))) return no(path, 'Invalid button')
  if (typeof button.label !== 'string' || blank.test(button.label))
    return no(`${path}.label`, 'This field is required')
  const id = button.custom_id
  if (typeof id !== 'string' || id === '') return no(`${path}.custom_id`, 'This field is required')
  if (seen.has(id)) return no(`${path}.custom_id`, 'Component custom id cannot be duplicated')
  seen.add(id)
  return tooLong(`${path}.label`, button.label, 80) ?? tooLong(`${path}.custom_id`, id, 100)
}

/** The first thing that Discord would not take of a modal. */
export function refusalOfModal(body: unknown): Refusal | undefined {
  const modal = objectOf(body)
  const labels = listOf(modal.components)
  if (typeof modal.title !== 'string' || modal.title.trim() === '')
    return no('title', 'This field is required')
  if (typeof modal.custom_id !== 'string' || modal.custom_id === '')
    return no('custom_id', 'This field is required')
  if (labels.length < 1 || labels.length > 5) return no('components', 'Must be between 1 and 5 in length.')
  const seen = new Set<unknown>()
  return (
    tooLong('title', modal.title, 45) ??
    tooLong('custom_id', modal.custom_id, 100) ??
    first(labels, (it, at) => refusalOfInput(objectOf(it), `components.${at}`, seen))
  )
}

function refusalOfInput(label: Json, path: string, seen: Set<unknown>): Refusal | undefined {
  const input = objectOf(label.component)
  if (label.type !== 18 || typeof label.label !== 'string' || label.label === '')
    return no(path, 'Invalid label')
  if (input.type !== 4 && input.type !== 3) return no(`${path}.component`, 'Invalid type')
  if (typeof input.custom_id !== 'string' || seen.has(input.custom_id))
    return no(`${path}.custom_id`, 'Component custom id cannot be duplicated')
  seen.add(input.custom_id)
  const options = listOf(input.options)
  const values = options.map((it) => objectOf(it).value)
  if (input.type === 3 && (options.length < 1 || options.length > 25))
    return no(`${path}.options`, 'Must be between 1 and 25 in length.')
  if (new Set(values).size !== values.length)
    return no(`${path}.options`, 'The specified option value is already used')
  return (
    tooLong(`${path}.label`, label.label, 45) ??
    tooLong(`${path}.description`, label.description, 100) ??
    tooLong(`${path}.placeholder`, input.placeholder, input.type === 3 ? 150 : 100) ??
    tooLong(`${path}.value`, input.value, 4000) ??
    first(options, (it) => {
      const option = objectOf(it)
      if (!option.label || !option.value) return no(`${path}.options`, 'This field is required')
      return (
        tooLong(`${path}.options.label`, option.label, 100) ??
        tooLong(`${path}.options.value`, option.value, 100)
      )
    })
  )
}

/** The first thing that Discord would not take of a set of global commands. */
export function refusalOfCommands(body: unknown): Refusal | undefined {
  const commands = listOf(body)
  const names = commands.map((it) => `${objectOf(it).type ?? 1}/${objectOf(it).name}`)
  if (!Array.isArray(body) || commands.length > 100) return no('commands', 'Must be 100 or fewer in length.')
  if (new Set(names).size !== names.length) return no('name', 'Application command names must be unique')
  return first(commands, (it, at) => {
    const command = objectOf(it)
    if (command.type === 3)
      return command.description
        ? no(`${at}.description`, 'Context menu commands cannot have description')
        : tooLong(`${at}.name`, command.name, 32)
    return refusalOfOption(command, `${at}`)
  })
}

function refusalOfOption(option: Json, path: string): Refusal | undefined {
  if (
    typeof option.name !== 'string' ||
    !/^[-_'\p{L}\p{N}]{1,32}$/u.test(option.name) ||
    option.name !== option.name.toLowerCase()
  )
    return no(`${path}.name`, 'Command name is invalid')
  if (typeof option.description !== 'string' || option.description === '')
    return no(`${path}.description`, 'This field is required')
  const options = listOf(option.options)
  const choices = listOf(option.choices)
  if (options.length > 25) return no(`${path}.options`, 'Must be 25 or fewer in length.')
  if (choices.length > 25) return no(`${path}.choices`, 'Must be 25 or fewer in length.')
  if (choices.length > 0 && option.autocomplete === true)
    return no(`${path}.autocomplete`, 'choices and autocomplete exclude each other')
  const required = options.map((it) => objectOf(it).required === true)
  if (
    required.lastIndexOf(true) > required.indexOf(false) &&
    required.includes(false) &&
    required.includes(true)
  )
    return no(`${path}.options`, 'Required options must be placed before non-required options')
  return (
    tooLong(`${path}.description`, option.description, 100) ??
    refusalOfChoices(choices, `${path}.choices`) ??
    first(options, (it, at) => refusalOfOption(objectOf(it), `${path}.options.${at}`))
  )
}

/** The first thing that Discord would not take of choices, of an option or of autocomplete. */
export function refusalOfChoices(choices: readonly unknown[], path = 'choices'): Refusal | undefined {
  if (choices.length > 25) return no(path, 'Must be 25 or fewer in length.')
  return first(choices, (it) => {
    const { name, value } = objectOf(it)
    if (typeof name !== 'string' || name === '' || typeof value !== 'string')
      return no(path, 'This field is required')
    return tooLong(`${path}.name`, name, 100) ?? tooLong(`${path}.value`, value, 100)
  })
}

function lengthOfEmbeds(embeds: readonly unknown[]): number {
  const lengths = embeds.flatMap((it) => {
    const { title, description, footer, fields } = objectOf(it)
    const cells = listOf(fields).flatMap((field) => [objectOf(field).name, objectOf(field).value])
    return [title, description, objectOf(footer).text, ...cells]
  })
  return lengths.reduce<number>((sum, it) => sum + (typeof it === 'string' ? [...it].length : 0), 0)
}

function tooLong(path: string, value: unknown, most: number): Refusal | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') return no(path, 'Could not interpret as string.')
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value))
    return no(path, 'Invalid unicode')
  return [...value].length > most ? no(path, `Must be ${most} or fewer in length.`) : undefined
}

const no = (path: string, message: string): Refusal => ({ path, message })

function first<T>(
  items: readonly T[],
  check: (item: T, at: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [at, item] of items.entries()) {
    const refusal = check(item, at)
    if (refusal) return refusal
  }
  return undefined
}

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
