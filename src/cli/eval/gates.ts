import { Problem } from '../../core/errors.ts'
import type { Measures } from './measures.ts'

/** The measures that a gate can hold, by their name on the command line; shares are written in percent there. */
const gateNames = {
  'evidence@1': { key: 'evidence1', percent: true },
  'evidence@5': { key: 'evidence5', percent: true },
  right: { key: 'right', percent: true },
  refused: { key: 'refused', percent: true },
  'false-refusals': { key: 'falseRefusals', percent: true },
  length: { key: 'length', percent: false },
  p50: { key: 'p50', percent: false },
  p95: { key: 'p95', percent: false },
} as const satisfies Record<string, { key: keyof Measures; percent: boolean }>

/** The measures of which less is better. */
const falling: readonly string[] = ['false-refusals', 'length', 'p50', 'p95']

export interface Gate {
  readonly name: keyof typeof gateNames
  readonly limit: number
}

/**
 * Reads `right=82` or `p95=15`.
 * @throws Problem where the name is none of the measures or the value no number
 */
export function readGate(text: string): Gate {
  const [, name = '', value = ''] = /^([\w@-]+)=(.+)$/.exec(text) ?? []
  const limit = Number(value)
  if (!isGateName(name) || value === '' || !Number.isFinite(limit)) {
    throw new Problem(
      `看不懂 --fail-under ${text}。`,
      `请写成 名称=数值，名称是 ${Object.keys(gateNames).join('、')} 之一；比例用百分数，例如 right=82。`,
    )
  }
  return { name, limit }
}

/** The gates that the measures do not pass, as `right 79.5 < 82`. What was not measured does not pass. Pure. */
export function failedGates(gates: readonly Gate[], measures: Measures): readonly string[] {
  return gates.flatMap(({ name, limit }) => {
    const { key, percent } = gateNames[name]
    const measured = measures[key]
    const value = measured === undefined ? undefined : percent ? measured * 100 : measured
    const passes = value !== undefined && (falling.includes(name) ? value <= limit : value >= limit)
    const shown = value === undefined ? '-' : Number(value.toFixed(2))
    return passes ? [] : [`${name} ${shown} ${falling.includes(name) ? '>' : '<'} ${limit}`]
  })
}

function isGateName(name: string): name is Gate['name'] {
  return Object.hasOwn(gateNames, name)
}
