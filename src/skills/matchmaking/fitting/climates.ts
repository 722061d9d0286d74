/**
 * Reads data/alliance/climates.txt: a climate a line, with the short names of its provinces. What cannot be read is left out:
 * an unknown climate counts neither way.
 * @returns the climate of a province
 */
export function readClimates(text: string): (province: string) => string | undefined {
  const climates = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [name = '', provinces] = line.replace(/#.*/, '').split(/[:：]/)
    for (const it of (provinces ?? '').split(/[,，、]/))
      if (it.trim() !== '') climates.set(it.trim(), name.trim())
  }
  return (province) => climates.get(province)
}
