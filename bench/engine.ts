/** A passage as every engine gets and gives it. */
export interface Found {
  /** The document's file name. */
  readonly document: string
  readonly title: string
  readonly path: string
  /** The article's number in one spelling, e.g. 120-1. */
  readonly articleKey?: string
  readonly text: string
}

/** A search engine under measurement. */
export interface Engine {
  /** Takes in the passages of these files. */
  index(files: Corpus): Promise<void>
  search(question: string, k: number): Promise<readonly Found[]>
  close?(): Promise<void>
}

export interface Corpus {
  readonly paths: readonly string[]
  readonly manifest?: string
  /** The passages as this project's readers cut them, so that search alone is compared. */
  passages(): Promise<readonly Found[]>
}

/** How a text is cut into words. */
export type Cut = (text: string) => readonly string[]
