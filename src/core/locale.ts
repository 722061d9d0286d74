/** The languages that this house speaks; Chinese comes first. */
export type Locale = 'zh-CN' | 'en'

/** One catalogue a room: the same keys in every language, checked by the compiler. */
export type Catalogue<T> = Readonly<Record<Locale, T>>

/** The language of a person by the platform's BCP 47 tag; Chinese unless it clearly is English. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}
