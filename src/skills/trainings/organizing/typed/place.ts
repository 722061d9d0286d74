/** A place, a link, or both, as a step shows and reads them. Pure. */
export function placeText(place: string | undefined, link: string | undefined): string | undefined {
  const both = [place, link].filter((it) => it !== undefined)
  return both.length === 0 ? undefined : both.join('；')
}
