import { describe, expect, test } from 'vitest'
import { readSpokenVisit } from '../../../../src/skills/trainings/visits/spoken.ts'

describe('plain words about visits', () => {
  test.each([
    ['想去宜兴跟岗', 'ask', '宜兴'],
    ['我们想去如皋跟岗学习。', 'ask', '如皋'],
    ['我区打算派人到贵溪市跟岗', 'ask', '贵溪市'],
    ['申请去宜兴互访', 'ask', '宜兴'],
    ['我们想和宜兴互访', 'ask', '宜兴'],
  ] as const)('「%s」 is %s %s', (sentence, verb, named) => {
    expect(readSpokenVisit(sentence)).toEqual({ verb, named })
  })

  test.each([
    ['有哪些互访可以申请', 'open'],
    ['有哪些互访', 'open'],
    ['哪里可以跟岗？', 'open'],
    ['我们想跟岗', 'open'],
    ['互访', 'open'],
    ['我们的互访', 'ours'],
    ['我们申请了哪些跟岗', 'ours'],
    ['我们可以接待跟岗', 'offer'],
    ['我们愿意接待互访', 'offer'],
    ['open visits', 'open'],
    ['our visits', 'ours'],
  ] as const)('「%s」 is %s', (sentence, verb) => {
    expect(readSpokenVisit(sentence)).toEqual({ verb })
  })

  test.each([
    '什么是跟岗',
    '实验区之间的互访有什么规定',
    '2014年哪些实验区互访过',
    '我想参加宜兴的培训',
    '想去哪里跟岗',
  ])('「%s」 is a question for others', (sentence) => {
    expect(readSpokenVisit(sentence)).toBeUndefined()
  })
})
