import { pinyin } from 'pinyin-pro'
import type { PassageIndex } from '../../../store/passage-index.ts'
import { fold } from './fold.ts'
import { remembering } from './remembering.ts'
import type { Words } from './words.ts'

/** Words that a text may be repaired toward, and in how many passages each stands. */
export type Vocabulary = ReadonlyMap<string, number>

const longest = 5

/** Characters that stand by themselves in any sentence: a run with one of them is grammar, not a misspelt word. */
const grammatical = new Set(
  '的了是在有和与及或也都就还不没要会能可以这那个各每某几一两三四五六七八九十百把被给对从向到为于上下里外中前后大小多少好吗呢吧啊谁啥咋哪么我你他她它们咱按照去来说看做搞弄得着过',
)

/** Of a larger corpus only so many words are known to the repair: they take memory. */
const wordsAtMost = 30_000

/** The repair over the words of the documents that answer now, made again when they change. */
export function makeCorpusRepair(
  index: Pick<PassageIndex, 'revisionOfTexts' | 'words'>,
  words: Pick<Words, 'piecesOf'>,
) {
  let kept: { readonly revision: number; readonly repair: (text: string) => string } | undefined
  return async (text: string): Promise<string> => {
    const revision = await index.revisionOfTexts()
    if (kept?.revision !== revision) {
      kept = { revision, repair: makeRepair(await index.words(wordsAtMost), words.piecesOf) }
    }
    return kept.repair(text)
  }
}

/**
 * Repairs homophone typos (实验曲 -> 实验区, 复盖 -> 覆盖) toward words of the corpus, and toward nothing else: a run of
 * whole pieces that the corpus does not know, that sounds like a word it knows (tones aside) and shares a character
 * with it, becomes that word; of several the commonest. From three characters on it need only sound alike the way the
 * South hears it (l for n, z for zh, n for ng: 神龙架 -> 神农架).
 * @param cut the pieces of a text by the dictionary alone, which together are the text: what the dictionary does not
 * know falls apart into single characters
 */
export function makeRepair(vocabulary: Vocabulary, cut: (text: string) => readonly string[]) {
  // Which words have a character at a place: only of those that share one with a run is the sound ever worked out.
  const byPlace = new Map<string, string[]>()
  for (const [word, passages] of vocabulary) {
    // A short word that stands in one passage only is as likely to be chance.
    if (!hanRun.test(word) || (word.length === 2 && passages < 2)) continue
    for (let at = 0; at < word.length; at++) {
      const place = placeOf(word, at)
      const its = byPlace.get(place)
      if (its) its.push(word)
      else byPlace.set(place, [word])
    }
  }
  const sound = remembering(soundOf)
  const heard = makeHearing(byPlace, sound)
  const heardLoosely = makeHearing(byPlace, (word) => looselyOf(sound(word)))

  return (text: string): string => {
    const pieces = [...cut(fold(text))]
    for (let from = 0; from < pieces.length; from++) {
      for (let to = from; to < pieces.length; to++) {
        const piece = pieces[to] ?? ''
        const run = pieces.slice(from, to + 1).join('')
        if (run.length > longest || grammatical.has(piece)) break
        // A single piece of two characters or more is a word that people know.
        const word = to === from ? undefined : repaired(run)
        if (word !== undefined) {
          pieces.splice(from, to - from + 1, word)
          break
        }
      }
    }
    return pieces.join('')
  }

  function repaired(run: string): string | undefined {
    if (!hanRun.test(run) || vocabulary.has(run)) return undefined
    const alike = heard(run)
    return commonest(alike.length > 0 || run.length < 3 ? alike : heardLoosely(run))
  }

  function commonest(words: readonly string[]): string | undefined {
    return words.toSorted((a, b) => (vocabulary.get(b) ?? 0) - (vocabulary.get(a) ?? 0))[0]
  }
}

/**
 * Finds the words that share a character at its place with a run and sound like it. Words are put in order by sound when
 * the first run with their character comes: most never are.
 */
function makeHearing(byPlace: ReadonlyMap<string, readonly string[]>, soundOf: (word: string) => string) {
  const bySound = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const wordsAt = (place: string) => {
    const known = bySound.get(place)
    if (known) return known
    const its = new Map<string, string[]>()
    for (const word of byPlace.get(place) ?? []) {
      const sound = soundOf(word)
      const alike = its.get(sound)
      if (alike) alike.push(word)
      else its.set(sound, [word])
    }
    bySound.set(place, its)
    return its
  }
  return (run: string): readonly string[] => {
    const places = Array.from(run, (_, at) => wordsAt(placeOf(run, at))).filter((it) => it.size > 0)
    if (places.length === 0) return []
    const sound = soundOf(run)
    return [...new Set(places.flatMap((it) => it.get(sound) ?? []))]
  }
}

const hanRun = /^\p{Script=Han}{2,5}$/u

/** A character with its place and the length of its word. */
function placeOf(word: string, at: number): string {
  return `${word.length}${at}${word.charAt(at)}`
}

function soundOf(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array' }).join(' ')
}

function looselyOf(sound: string): string {
  return sound
    .split(' ')
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/u, '$1')
        .replace(/^l/u, 'n')
        .replace(/ng$/u, 'n'),
    )
    .join(' ')
}
