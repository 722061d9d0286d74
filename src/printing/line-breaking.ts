/** May not begin a line. */
const closing = /^[，。、；：！？）」』》〉】〕·…—%℃,.;:!?)\]}]/u

/** What is kept together: a word of letters or digits, or one character with the closing marks after it. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (const piece of text.match(/[\p{Script=Latin}\p{N}'’@._+-]+|\s+|./gsu) ?? []) {
    if (pieces.length > 0 && closing.test(piece)) pieces.push(`${pieces.pop()}${piece}`)
    else pieces.push(piece)
  }
  return pieces
}

/**
 * Breaks a text into lines: at spaces, after the · of a long name first, otherwise between characters, and never before a
 * closing mark. A word that is wider than the line stays whole. Pure.
 * @param widthOf measures a stretch, in the unit of `width`
 */
export function linesOf(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of piecesOf(paragraph)) {
      if (line !== '' && widthOf(`${line}${piece}`.trimEnd()) > width) {
        const [kept, moved] = brokenAtDot(line)
        lines.push(kept.trimEnd())
        line = `${moved}${piece.trimStart()}`
      } else line += piece
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** 阿卜杜热依木·买买 breaks after its ·, unless that leaves most of the line empty. */
function brokenAtDot(line: string): readonly [kept: string, moved: string] {
  const dot = line.lastIndexOf('·')
  if (dot < 0 || /[\s，。、；：]/u.test(line) || dot + 1 < line.length / 2) return [line, '']
  return [line.slice(0, dot + 1), line.slice(dot + 1)]
}
