import type { Catalogue } from '../core/locale.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What the command line says. */
export interface CliWords {
  about: string
  db: string
  now: string
  json: string
  help: string
  titles: Readonly<Record<string, string>>
  misused(what: string): string
  /** The parser's own sentence in this language, where it is known. */
  usage(what: string): string
  defect(what: string): string
  batch: string
  document: string
  notADate: string
  badLine(file: string, line: number, what: string): string
  badLines(count: number): string
  start: {
    about: string
    console: string
    speed: string
    loading: Readonly<Record<string, string>>
    loaded(documents: number, passages: number): string
  }
  ask: { about: string; question: string; asOf: string }
  search: { about: string; words: string; k: string; badK: string; nothing: string }
  ingest: {
    about: string
    paths: string
    manifest: string
    columns: readonly string[]
    warning(file: string, what: string): string
    failure(file: string, what: string): string
  }
  learn: {
    about: string
    file: string
    learned(learned: number, known: number): string
    notFound(count: number): string
    citation(line: number, citation: string): string
  }
  documents: { about: string; versions: string; none: string; replaced: string; columns: readonly string[] }
  show: {
    about: string
    article: string
    none(name: string): string
    noneRemedy: string
    several(name: string, count: number): string
    severalRemedy(names: string): string
    noArticle(title: string, article: string): string
    noArticles: string
    articles(first: string, last: string): string
    warning(what: string): string
  }
  outline: { about: string }
  zones: {
    about: string
    list: string
    show: string
    import: string
    name: string
    file: string
    dryRun: string
    filters: { province: string; region: string; type: string; cohort: string }
    columns: readonly string[]
    count(shown: number): string
  }
  members: {
    about: string
    import: string
    imported(added: number, known: number): string
    invite: string
    organization: string
    office: string
    uses: string
    days: string
    notANumber: string
    invited(it: { code: string; organization: string; uses: number; until: string }): string
    audit: string
    most: string
    action: string
    noChanges: string
    columns: readonly string[]
  }
  boardExport: {
    group: string
    about: string
    file: string
    zone: string
    province: string
    notAWorkbook(file: string): readonly [what: string, remedy: string]
    notBoth: readonly [what: string, remedy: string]
    notWritten(file: string, why: string): readonly [what: string, remedy: string]
    done(file: string, rows: number): string
  }
  questions: {
    about: string
    open: string
    none: string
    after(context: string): string
    due(since: string): string
  }
  notices: {
    about: string
    outbox: string
    state: string
    notAState(states: string): string
    none: string
    columns: readonly string[]
    release: string
    key: string
    released(key: string): string
    notParked(key: string): string
    notParkedRemedy: string
  }
  eval: {
    about: string
    file: string
    failUnder: string
    failures: string
    heldOut: string
    developing: string
    columns: readonly string[]
    all: string
    noEvidence: string
    nothing: string
    nothingRemedy: string
    badSet: string
    gate(what: string): string
  }
  doctor: { about: string; well: string; sick: string }
  backup: { about: string; file: string; done(file: string): string }
  restore: { about: string; file: string; done(aside: string | undefined): string }
}

export const words: Catalogue<CliWords> = { 'zh-CN': zh, en }
