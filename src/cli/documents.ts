import Table from 'cli-table3'
import type { Command } from 'commander'
import { Problem } from '../core/errors.ts'
import { dayAt } from '../core/local-date.ts'
import type { StoredDocument } from '../store/documents.ts'
import type { StoredPassage } from '../store/passages.ts'
import { type AddCommand, type Context, done } from './host.ts'
import type { CliWords } from './words.ts'

/** `alliance documents`, `alliance show DOCUMENT [ARTICLE]`, `alliance outline DOCUMENT`. */
export function documentCommands(say: CliWords): AddCommand {
  return (program, run) => {
    program
      .command('documents')
      .description(say.documents.about)
      .option('--versions', say.documents.versions)
      .action((options: { versions?: boolean }, command: Command) =>
        run(command, (context) => list(options, context, say)),
      )
    program
      .command('show')
      .description(say.show.about)
      .argument('<document>', say.document)
      .argument('[article]', say.show.article)
      .action((name: string, article: string | undefined, _options: object, command: Command) =>
        run(command, (context) => show(name, article, context, say)),
      )
    program
      .command('outline')
      .description(say.outline.about)
      .argument('<document>', say.document)
      .action((name: string, _options: object, command: Command) =>
        run(command, (context) => outline(name, context, say)),
      )
  }
}

async function list(options: { versions?: boolean }, context: Context, say: CliWords): Promise<number> {
  const { store } = await context.services()
  const documents = await store.documents.list(options)
  if (context.flags.json) {
    for (const it of documents) await context.out(JSON.stringify(it))
    return done
  }
  if (documents.length === 0) context.tell(say.documents.none)
  const table = new Table({
    head: [...say.documents.columns],
    style: { head: [], border: [], compact: true },
  })
  for (const it of documents) {
    const version =
      it.replacedAt === undefined ? `v${it.version}` : `v${it.version} ${say.documents.replaced}`
    table.push([it.name, it.title, it.number ?? '', it.date ?? '', it.status, version])
  }
  if (documents.length > 0) await context.out(table.toString())
  return done
}

async function show(
  name: string,
  article: string | undefined,
  context: Context,
  say: CliWords,
): Promise<number> {
  const { store, articleKeysIn } = await context.services()
  const document = await theDocument(name, context, say)
  const all = await store.passages.ofDocument(document.id)
  // People write 第三条, 3 or 三.
  const keys = article === undefined ? [] : [article, `第${article}条`].flatMap((it) => articleKeysIn(it))
  const passages = article === undefined ? all : articlesOf(all, keys, article, document, say)
  if (context.flags.json) {
    await context.out(
      JSON.stringify({ ...document, passages: passages.map(({ document: _, ...rest }) => rest) }),
    )
    return done
  }
  await context.out(factsOf(document, say))
  let before: readonly string[] = []
  for (const it of passages) {
    const heading = it.path.join(' > ')
    if (heading !== before.join(' > ') && heading !== '') await context.out(`\n【${heading}】`)
    await context.out(it.text)
    before = it.path
  }
  return done
}

function articlesOf(
  all: readonly StoredPassage[],
  keys: readonly string[],
  asked: string,
  document: StoredDocument,
  say: CliWords,
): readonly StoredPassage[] {
  const found = all.filter((it) => it.articleKey !== undefined && keys.includes(it.articleKey))
  if (found.length > 0) return found
  const articles = all.flatMap((it) => it.article ?? [])
  throw new Problem(
    say.show.noArticle(document.title, asked),
    articles.length === 0 ? say.show.noArticles : say.show.articles(articles[0] ?? '', articles.at(-1) ?? ''),
  )
}

async function outline(name: string, context: Context, say: CliWords): Promise<number> {
  const { store } = await context.services()
  const document = await theDocument(name, context, say)
  const passages = await store.passages.ofDocument(document.id)
  const places = passages.map((it) => ({
    path: it.path,
    ...(it.article === undefined ? {} : { article: it.article }),
  }))
  if (context.flags.json) {
    await context.out(JSON.stringify({ ...document, places }))
    return done
  }
  await context.out(factsOf(document, say))
  let before: readonly string[] = []
  for (const { path, article } of places) {
    for (const [depth, heading] of path.entries()) {
      const same = path.slice(0, depth + 1).every((it, at) => it === before[at])
      if (!same) await context.out(`${'  '.repeat(depth)}${heading}`)
    }
    if (article !== undefined && article !== path.at(-1))
      await context.out(`${'  '.repeat(path.length)}${article}`)
    before = path
  }
  return done
}

/** The one document that a name, number, title or id means. @throws Problem where it means none or several */
async function theDocument(name: string, context: Context, say: CliWords): Promise<StoredDocument> {
  const { store } = await context.services()
  const found = await store.documents.find(name)
  const [first, ...others] = found
  if (!first) throw new Problem(say.show.none(name), say.show.noneRemedy)
  if (others.length === 0) return first
  const names = found.slice(0, 10).map((it) => `${it.title}（${it.name}）`)
  throw new Problem(say.show.several(name, found.length), say.show.severalRemedy(names.join('；')))
}

function factsOf(it: StoredDocument, say: CliWords): string {
  const facts = [it.issuer, it.number, it.date, it.status, `v${it.version}`, dayAt(it.addedAt)]
  const lines = [`《${it.title}》 ${it.name}`, facts.filter((fact) => fact !== undefined).join(' · ')]
  return [
    ...lines,
    ...(it.note === undefined ? [] : [it.note]),
    ...it.warnings.map((text) => say.show.warning(text)),
  ].join('\n')
}
