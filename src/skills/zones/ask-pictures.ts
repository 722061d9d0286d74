import {
  asks,
  madeOf,
  type Question,
  type RegisterAnswer,
  surenessOf,
  type Teller,
  valuesOf,
  type World,
} from './facts.ts'
import { fold } from './lexicon.ts'
import { phrases } from './phrases.ts'
import type { PictureCaption } from './register-data.ts'

/** Questions about the captions of pictures: what 图8 shows, which picture shows 贵溪, how many there are. */
export const askPictures: Teller = (question, world) => {
  const numbers = valuesOf(question, 'picture')
  if (numbers.includes('all')) {
    const whole = madeOf(question, 'picture', 'op', 'year')
    return whole ? told(question, phrases.pictureCount(world.pictures.length), world.pictures) : undefined
  }
  if (numbers.length > 0) {
    if (!madeOf(question, 'picture', 'op', 'under') || asks(question, 'why', 'when', 'where', 'count'))
      return undefined
    const shown = world.pictures.filter((it) => numbers.includes(String(it.n)))
    if (shown.length === numbers.length) return told(question, phrases.pictures(shown), shown)
    const [first] = world.pictures
    return first && told(question, phrases.noPicture(numbers, world.pictures.length), [first])
  }
  if (!asks(question, 'whichpicture')) return undefined
  const words = question.tokens.filter((it) => !['noise', 'op', 'number'].includes(it.slot))
  const shown = world.pictures.filter(
    (picture) =>
      words.length > 0 &&
      words.every((it) =>
        namesOf(it.value, it.text, world).some((name) => fold(picture.caption).includes(name)),
      ),
  )
  return shown.length > 0 ? told(question, phrases.pictures(shown), shown) : undefined
}

/** A zone is captioned by any of its names: 毕节地区 as 毕节市. */
function namesOf(value: string, text: string, world: World): string[] {
  const zone = world.zones.find((it) => it.id === value)
  return zone ? [zone.short, ...zone.aliases] : [text]
}

function told(question: Question, text: string, pictures: readonly PictureCaption[]): RegisterAnswer {
  const sources = pictures.map((it) => ({ document: it.file, quote: it.words }))
  const filter = phrases.pictureFilter
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question) }
}
