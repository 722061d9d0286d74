import { Problem } from '../../../core/errors.ts'
import { takeCover } from './cover.ts'
import type { DocumentDraft, DocumentFacts } from './document.ts'
import { factsFromText } from './facts.ts'
import { extensionOf, type Format, type SourceFile } from './format.ts'
import { formats } from './formats.ts'
import { layOut } from './layout.ts'
import type { Block, Manuscript } from './manuscript.ts'
import { outline } from './outline.ts'
import { problem } from './problem.ts'
import { refuseOtherKinds } from './sniff.ts'
import { splitLong } from './split-long.ts'
import { warnings, words } from './words.ts'

/** Bytes that a file may have. The longest texts of law stay below 2 MB; scans with pictures are what is larger. */
export const fileLimit = 60 * 1024 * 1024

/**
 * Reads a file into passages with their outline. The format is told by the content, not by the name.
 * @param facts what is known besides (of a manifest): wins over what the text says of itself
 * @throws Problem where the file cannot be read: why, and what to do
 */
export async function readDocument(
  file: SourceFile,
  facts: Partial<DocumentFacts> = {},
): Promise<DocumentDraft> {
  const { bytes } = file
  if (bytes.length === 0) throw problem(words.empty)
  if (bytes.length > fileLimit) {
    throw problem(words.tooLarge(Math.ceil(bytes.length / 1024 / 1024), fileLimit / 1024 / 1024))
  }
  refuseOtherKinds(file)
  const format = formats.find((one) => one.recognises(file))
  if (format === undefined) throw problem(words.archive)
  const manuscript = await readWith(format, file)
  const draft = draftOf(file.name, manuscript, facts)
  if (draft.passages.length === 0) throw problem(words.noText)
  const extension = extensionOf(file.name)
  const owner = formats.find((one) => one.extensions.includes(extension))
  const noticed =
    owner !== undefined && owner !== format ? [warnings.otherFormat(extension, format.name)] : []
  const replaced = draft.printed.includes('\uFFFD') ? [warnings.replaced] : []
  return { ...draft, warnings: [...draft.warnings, ...noticed, ...replaced] }
}

/** A library that trips over a file tells of a broken file; what it said goes along as the cause, for the log. */
async function readWith(format: Format, file: SourceFile): Promise<Manuscript> {
  try {
    return await format.read(file)
  } catch (thrown) {
    throw thrown instanceof Problem ? thrown : problem(words.broken(format.name), thrown)
  }
}

/** The draft of a manuscript: layout, title block, facts, outline. Pure. */
export function draftOf(
  name: string,
  manuscript: Manuscript,
  given: Partial<DocumentFacts> = {},
): DocumentDraft {
  const { blocks, dropped } = layOut(manuscript)
  const { cover, body } = takeCover(blocks)
  const facts = { ...factsFromText(name, cover, body), ...manuscript.facts, ...given }
  const { passages, headings } = outline([...coverBlock(cover), ...body])
  return {
    facts,
    printed: manuscript.printed,
    passages: passages.flatMap((passage) => splitLong(passage, manuscript.printed)),
    headings,
    dropped,
    warnings: manuscript.warnings ?? [],
  }
}

function coverBlock(cover: readonly Block[]): readonly Block[] {
  const first = cover[0]
  const last = cover.at(-1)
  if (first === undefined || last === undefined) return []
  return [
    { kind: 'cover', text: cover.map((block) => block.text).join('\n'), start: first.start, end: last.end },
  ]
}
