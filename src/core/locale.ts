/** The supported languages; Chinese is the default. */
export type Locale = 'zh-CN' | 'en'

/** A module's user-facing texts: the compiler checks that every language has the same keys. */
export type Catalogue<T> = Readonly<Record<Locale, T>>

/** The language for a platform's BCP 47 tag: English for `en…`, otherwise Chinese. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}
