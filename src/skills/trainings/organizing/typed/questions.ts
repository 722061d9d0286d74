import type { RegistrationQuestion, TrainingMaterial } from '../../../../core/training.ts'

/**
 * What people are asked, a question a line: `饮食：普通/清真*` is a choice that must be made, `护照姓名*` a line, `备注……` a
 * paragraph. Pure.
 * @param known questions of before: one of the same label keeps its name, so that answers stay with it
 */
export function readQuestions(
  typed: string,
  known: readonly RegistrationQuestion[],
): readonly RegistrationQuestion[] {
  const taken = new Set(known.map((it) => it.name))
  let next = 1
  const nameOf = (label: string): string => {
    const before = known.find((it) => it.label === label)
    if (before) return before.name
    while (taken.has(`q${next}`)) next += 1
    taken.add(`q${next}`)
    return `q${next}`
  }
  return linesOf(typed).map((line): RegistrationQuestion => {
    const required = /(?:\*|＊|（必填）|\(必填\))$/u.test(line)
    const bare = line.replace(/\s*(?:\*|＊|（必填）|\(必填\))$/u, '').trim()
    const [label = '', given] = bare.split(/[:：]/u, 2).map((it) => it.trim())
    const long = /(?:…+|\.{3,})$/u.test(bare)
    const choices =
      given
        ?.split(/[/／]/u)
        .map((it) => it.trim())
        .filter((it) => it !== '') ?? []
    if (choices.length > 0) return { name: nameOf(label), label, kind: 'choice', required, choices }
    const plain = bare.replace(/(?:…+|\.{3,}|[:：])$/u, '')
    return { name: nameOf(plain), label: plain, kind: long ? 'paragraph' : 'line', required }
  })
}

/** Questions as {@link readQuestions} reads them. Pure. */
export function questionsText(questions: readonly RegistrationQuestion[]): string {
  return questions
    .map(({ label, kind, required, choices = [] }) => {
      const how = kind === 'choice' ? `：${choices.join('/')}` : kind === 'paragraph' ? '……' : ''
      return `${label}${how}${required ? '*' : ''}`
    })
    .join('\n')
}

/** Materials, one a line: `讲义 https://… 会前`; after it, unless it says 会前. @returns lines without an address as well. Pure. */
export function readMaterials(typed: string): {
  readonly materials: readonly TrainingMaterial[]
  readonly unknown: readonly string[]
} {
  const materials: TrainingMaterial[] = []
  const unknown: string[] = []
  for (const line of linesOf(typed)) {
    const {
      title = '',
      url = '',
      when = '',
    } = /^(?<title>.*?)\s*(?<url>https?:\/\/\S+)\s*(?<when>会前|会后|before|after)?$/iu.exec(line)?.groups ??
    {}
    if (url === '') unknown.push(line)
    else
      materials.push({
        title: title === '' ? url : title.replace(/[:：]$/u, ''),
        url,
        when: /会前|before/iu.test(when) ? 'before' : 'after',
      })
  }
  return { materials, unknown }
}

/** Materials as {@link readMaterials} reads them. Pure. */
export function materialsText(materials: readonly TrainingMaterial[]): string {
  return materials
    .map(({ title, url, when }) => `${title} ${url} ${when === 'before' ? '会前' : '会后'}`)
    .join('\n')
}

const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/\r?\n|[;；]/u)
    .map((it) => it.trim())
    .filter((it) => it !== '')
