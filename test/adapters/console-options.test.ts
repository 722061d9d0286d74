import { expect, test } from 'vitest'
import { parseLine } from '../../src/adapters/console/parse.ts'
import type { Skill } from '../../src/core/skill.ts'

const skills = [
  {
    name: 'matching',
    summary: '',
    examples: [],
    match: () => 0,
    handle: async () => undefined,
    commands: [
      {
        name: 'match',
        summary: '',
        options: [
          { name: 'view', summary: '', choices: [{ label: '全年成效', value: 'figures' }] },
          { name: 'profile', summary: '' },
        ],
      },
    ],
  },
] as const satisfies readonly Skill[]

test.each([
  ['/alliance match view:figures', { view: 'figures' }],
  ['/match view=figures', { view: 'figures' }],
  ['/match 全年成效', { view: 'figures' }],
  ['/match guixi-soil', { profile: 'guixi-soil' }],
])('%s sets its options', (line, options) => {
  expect(parseLine(line, skills, [])).toMatchObject({ kind: 'message', content: { command: { options } } })
})

test('what is no choice of an option is refused, and the choices are named', () => {
  expect(parseLine('/match view:nothing', skills, [])).toEqual({
    kind: 'no-choice',
    value: 'nothing',
    choices: ['figures'],
  })
})
