import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { makeAnswerer } from '../../../../src/skills/ask/answer/make-answerer.ts'
import { makeSearcher } from '../../../../src/skills/ask/search/search.ts'
import { loadRegister } from '../../../../src/skills/zones/load-register.ts'
import { makeRegister } from '../../../../src/skills/zones/register.ts'
import { openHouse } from '../house.ts'
import { language } from './passages.ts'

const register = fileURLToPath(new URL('../../../../data/register', import.meta.url))

it('searches once for a list that stands under no heading, and again when it is asked again', async () => {
  const house = await openHouse()
  const { documents, passages, learned, zones } = house.store
  const searched: string[] = []
  const searcher = makeSearcher({ documents, passages, words: language })
  const answerer = makeAnswerer({
    searcher: {
      ...searcher,
      search(question, options) {
        searched.push(question)
        return searcher.search(question, options)
      },
    },
    passages,
    documents,
    confirmed: { revision: passages.index.revision, all: learned.active },
    register: makeRegister({ zones: zones.snapshot, data: loadRegister(register) }),
    language,
    repair: async (text) => text,
    placesIn: () => [],
    documentNames: [],
    required: () => [],
    unloaded: [],
  })
  for (const times of [1, 2]) {
    await answerer.answer({ question: '验收材料有哪些' })
    expect(searched).toEqual(Array.from({ length: times }, () => '验收材料有哪些'))
  }
  await house.close()
})
