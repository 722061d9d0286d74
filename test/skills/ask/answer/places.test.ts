import { describe, expect, test } from 'vitest'
import {
  makePlaceFinder,
  overlaps,
  placesOfZones,
  specificOf,
} from '../../../../src/skills/ask/answer/places.ts'

const placesIn = makePlaceFinder(
  placesOfZones([
    { name: '江苏省无锡市宜兴市', short: '宜兴市', aliases: ['宜兴'], province: '江苏' },
    { name: '青海省海南藏族自治州', short: '海南州', aliases: ['海南藏族自治州'], province: '青海' },
    { name: '江苏省苏州市昆山市', short: '昆山市', aliases: ['昆山'], province: '江苏' },
  ]),
)
const named = (text: string) => placesIn(text).map((place) => place.name)

describe('the places that a text names', () => {
  test.each([
    ['昆山和宜兴谁快', ['昆山市', '宜兴市']],
    ['青海省海南藏族自治州', ['海南州']],
    ['青海的海南藏族自治州', ['青海', '海南州']],
    ['海南省的实验区', ['海南']],
    ['内蒙这次报了哪些', ['内蒙古']],
    ['实验区有多少个', []],
  ])('%s', (text, names) => {
    expect(named(text)).toEqual(names)
  })
})

test('a province that is only the address of a zone is not meant itself', () => {
  const meant = (text: string) => specificOf(placesIn(text)).map((place) => place.name)
  expect(meant('江苏省无锡市宜兴市')).toEqual(['宜兴市'])
  expect(meant('江苏省与青海省')).toEqual(['江苏', '青海'])
})

describe('two places can be meant together', () => {
  const at = (text: string) => {
    const [place] = placesIn(text)
    if (!place) throw new Error(text)
    return place
  }
  test.each([
    ['宜兴', '宜兴', true],
    ['宜兴', '江苏', true],
    ['江苏', '宜兴', true],
    ['宜兴', '昆山', false],
    ['海南藏族自治州', '海南', false],
    ['江苏', '青海', false],
  ])('%s and %s: %s', (one, other, together) => {
    expect(overlaps(at(one), at(other))).toBe(together)
  })
})
