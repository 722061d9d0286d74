import type { Documents, StoredDocument } from '../../../store/documents.ts'
import type { Passages, StoredPassage } from '../../../store/passages.ts'
import { wasThere } from '../search/as-of.ts'
import type { Searcher } from '../search/search.ts'
import type { Answer, Asked } from './answer.ts'
import { bannerOf } from './check.ts'
import { citationOf, claimOf } from './citation.ts'
import { type DocumentName, documentsNamed } from './document-names.ts'
import { documentNumbersOf } from './facts-of-text.ts'
import { yearsOf } from './question.ts'
import { squeeze } from './quote.ts'
import { sentencesOf } from './sentences.ts'
import { words } from './words.ts'

interface Parts {
  readonly searcher: Pick<Searcher, 'search'>
  readonly documents: Pick<Documents, 'list'>
  readonly passages: Pick<Passages, 'ofDocument'>
  readonly documentNames: readonly DocumentName[]
}

/** 「要点是几号文」: the number of the document itself, not of one that it mentions. */
const asksNumber = /(?:文号|字号|发文号|几号文|多少号文)/u
/** 「工作报告几月印的」, 「纲要落款是哪天」. */
const asksDate =
  /(?:印出|印的|印发|落款|出的|出台|发布|成文|署).{0,6}(?:哪|几|什么|啥|多)|(?:哪|几|什么|啥).{0,6}(?:印出|印的|印发|落款|出的|出台|成文)/u

/**
 * What a document says of itself: its number, where some stored document prints it, and what stands on its cover. Only
 * where the question is about one named document and nothing else; undefined otherwise, then search goes on.
 */
export async function answerDocument(
  text: string,
  asked: Asked,
  parts: Parts,
): Promise<Omit<Answer, 'ms'> | undefined> {
  const named = documentsNamed(text, parts.documentNames)
  const [only] = named
  if (
    !only ||
    named.length > 1 ||
    !(asksNumber.test(text) || asksDate.test(text)) ||
    !isBare(text, only.name)
  )
    return undefined
  const document = (await parts.documents.list()).find(
    (it) => it.name === only.document && wasThere(it, asked.asOf),
  )
  if (!document || !isOfYears(document, yearsOf(text))) return undefined
  const found = asksNumber.test(text)
    ? await numberOf(document.title, document.number, parts)
    : await coverOf(document.id, parts)
  if (!found) return undefined
  const banner = bannerOf[document.status]
  return {
    kind: 'answer',
    text: `${banner === undefined ? '' : words.draft(banner)}${found.said}`,
    claims: [claimOf(found.passage, found.said, found.quote)],
    citations: [citationOf(found.passage, found.quote)],
    confidence: 0.9,
    ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
  }
}

/** 「2013年度的工作要点」 is not the document of 2014. */
function isOfYears(document: StoredDocument, years: readonly number[]): boolean {
  return years.every((year) => `${document.title} ${document.date ?? ''}`.includes(String(year)))
}

/** Whether a question holds little besides the document's name and what is asked of it. */
function isBare(text: string, name: string): boolean {
  const rest = squeeze(text)
    .replace(name, '')
    .replace(asksNumber, '')
    .replace(asksDate, '')
    .replace(
      /20\d{2}|年度?|国家|实验区|可持续发展|那|这|本|份|个|是|的|了|多少|什么|啥|最后|最早|咱|请问|哪|几|月|日|号|时候|给我|发我|正式|封面|上|部门/gu,
      '',
    )
  return rest.length <= 6
}

interface Found {
  readonly passage: StoredPassage
  readonly quote: string
  readonly said: string
}

/** A sentence of any stored document that prints the number beside the title it belongs to. */
async function numberOf(title: string, number: string | undefined, parts: Parts): Promise<Found | undefined> {
  if (number === undefined) return undefined
  const [wanted] = documentNumbersOf(number)
  const hits = await parts.searcher.search(`${title} ${number}`, { k: 10 })
  for (const { passage } of hits) {
    const sentence = sentencesOf(passage.text).find(
      (it) => wanted !== undefined && documentNumbersOf(it.text).includes(wanted),
    )
    if (!sentence) continue
    const said =
      sentence.text.split(/[，。；]/u).find((clause) => documentNumbersOf(clause).length > 0) ?? sentence.text
    return { passage, quote: sentence.text, said }
  }
  return undefined
}

/** The cover block, where it prints a date. */
async function coverOf(documentId: string, parts: Parts): Promise<Found | undefined> {
  const cover = (await parts.passages.ofDocument(documentId)).find((it) => it.kind === 'cover')
  if (!cover || !/年.{0,4}月/u.test(squeeze(cover.text))) return undefined
  return { passage: cover, quote: cover.text, said: cover.text.replace(/\n+/gu, '，') }
}
