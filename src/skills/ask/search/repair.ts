import { pinyin } from 'pinyin-pro'
import type { PassageIndex } from '../../../store/passage-index.ts'
import { fold } from './fold.ts'
import type { Words } from './words.ts'

/** Words that a text may be repaired toward, and in how many passages each stands. */
export type Vocabulary = ReadonlyMap<string, number>

const longest = 5

/** Characters that stand by themselves in any sentence: a run with one of them is grammar, not a misspelt word. */
const grammatical = new Set(
  '的了是在有和与及或也都就还不没要会能可以这那个各每某几一两三四五六七八九十百把被给对从向到为于上下里外中前后大小多少好吗呢吧啊谁啥咋哪么我你他她它们咱按照去来说看做搞弄得着过',
)

/** Of a larger corpus only so many words are known to the repair: their sounds take time at the first question. */
const wordsAtMost = 30_000

/** The repair over the words of the documents that answer now, made again when they change. */
export function makeCorpusRepair(
  index: Pick<PassageIndex, 'revision' | 'words'>,
  words: Pick<Words, 'piecesOf'>,
) {
  let kept: { readonly revision: number; readonly repair: (text: string) => string } | undefined
  return async (text: string): Promise<string> => {
    const revision = await index.revision()
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
  const bySound = new Map<string, string[]>()
  const file = (sound: string, word: string) => bySound.set(sound, [...(bySound.get(sound) ?? []), word])
  for (const word of vocabulary.keys()) {
    // A short word that stands in one passage only is as likely to be chance.
    if (!/^\p{Script=Han}{2,5}$/u.test(word) || (word.length === 2 && (vocabulary.get(word) ?? 0) < 2))
      continue
    const sound = soundOf(word)
    file(sound, word)
    const loose = looselyOf(sound)
    if (word.length >= 3 && loose !== sound) file(loose, word)
  }

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
    if (!/^\p{Script=Han}{2,5}$/u.test(run) || vocabulary.has(run)) return undefined
    const sound = soundOf(run)
    const alike = bySound.get(sound) ?? (run.length >= 3 ? bySound.get(looselyOf(sound)) : undefined) ?? []
    return alike
      .filter(
        (word) =>
          word.length === run.length && [...word].some((character, at) => run.charAt(at) === character),
      )
      .sort((a, b) => (vocabulary.get(b) ?? 0) - (vocabulary.get(a) ?? 0))[0]
  }
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
