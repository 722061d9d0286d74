/** Reads data/alliance/climates.txt: by province, the climate that most of it has. Lines that say nothing are skipped. */
export function readClimates(text: string): ReadonlyMap<string, string> {
  const climates = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [name = '', provinces] = line.replace(/#.*/, '').split(/[:：]/)
    for (const it of provinces?.split(/[,，、]/) ?? []) climates.set(it.trim(), name.trim())
  }
  return climates
}
