const signs = 8

/** The id of a training that is new, of what the house draws for ids. Pure. */
export function draftId(drawn: string): string {
  return `t${drawn
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, signs)
    .toLowerCase()}`
}
