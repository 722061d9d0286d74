/** Somebody whom a typed name can mean. */
export interface Nameable {
  readonly member: string
  readonly name: string
  /** The organization's name, by which two of one name are told apart. */
  readonly place: string
}

export interface Named<T extends Nameable> {
  /** In the order in which they were typed, each once. */
  readonly found: readonly T[]
  readonly unknown: readonly string[]
  /** Names that several bear, with where each of them is. */
  readonly several: readonly string[]
}

/**
 * The people that are named: `张三、李四`, `张三（宜兴市）` where two are called so, a line each or apart by commas. A name is
 * taken whole: 张 is nobody. Pure.
 */
export function peopleNamed<T extends Nameable>(typed: string, all: readonly T[]): Named<T> {
  const found = new Map<string, T>()
  const unknown: string[] = []
  const several: string[] = []
  for (const part of new Set(typed.split(/[、，,；;\n]+/u).map((it) => it.trim()))) {
    if (part === '') continue
    const { name = part, place } =
      /^(?<name>[^（(]+?)\s*[（(]\s*(?<place>[^）)]+?)\s*[）)]$/u.exec(part)?.groups ?? {}
    const those = all.filter(
      (it) => plain(it.name) === plain(name) && (place === undefined || it.place.includes(place)),
    )
    const [one, another] = those
    if (!one) unknown.push(part)
    else if (another) several.push(`${name}（${those.map((it) => it.place).join('／')}）`)
    else found.set(one.member, one)
  }
  return { found: [...found.values()], unknown, several }
}

/** The dot of 阿卜杜·买买提 is typed in many ways. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[·・•‧∙]/gu, '·')
    .replace(/\s+/gu, '')
    .toLowerCase()
