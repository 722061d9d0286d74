import { foldArticle, numeralCharacters } from '../../../core/numerals.ts'

const article = new RegExp(
  `第\\s*[${numeralCharacters}]+\\s*条(?:\\s*之\\s*[${numeralCharacters}]+)?|(?<![${numeralCharacters}])[0-9０-９]+\\s*条(?=是|怎|内|规|讲|说|$)`,
  'g',
)

/** All articles that a text names, each once, in one spelling (第三条 is `3`, 第120条之一 is `120-1`), in its order. */
export function articleKeysIn(text: string): string[] {
  const keys = [...text.matchAll(article)].flatMap(([found]) => foldArticle(found) ?? [])
  return [...new Set(keys)]
}
