import type { Catalogue } from '../../../core/locale.ts'
import type { Fit, ScoredTerm } from './score.ts'
import type { Term } from './weights.ts'

interface ScoreWords {
  /** The score with every term that something is known of: what it gave, and what it weighs. */
  told(fit: Fit): string
}

/** The terms of a score, as data/alliance/weights.txt explains them. */
const names: Readonly<Record<Term, string>> = {
  words: '用词',
  fields: '领域',
  vectors: '意思',
  setting: '场景',
  climate: '气候',
  type: '类型',
  region: '地区',
  readiness: '阶段',
  forms: '方式',
  capability: '能力',
  freshness: '新旧',
  repeat: '没有重复',
  load: '手上有空',
  record: '成效',
}

/** What does not depend on the place has climate and setting at no weight. */
const weighed = (terms: readonly ScoredTerm[]) => terms.filter((it) => it.weight >= 0.005)

/** How a score came about, for whoever runs the alliance; partners read reasons. */
export const scoreWords: Catalogue<ScoreWords> = {
  'zh-CN': {
    told: ({ score, terms }) =>
      `打分 ${score.toFixed(2)}：${weighed(terms)
        .map((it) => `${names[it.term]} ${it.value.toFixed(2)}（权重 ${it.weight.toFixed(2)}）`)
        .join('，')}`,
  },
  en: {
    told: ({ score, terms }) =>
      `Score ${score.toFixed(2)}: ${weighed(terms)
        .map((it) => `${it.term} ${it.value.toFixed(2)} (weight ${it.weight.toFixed(2)})`)
        .join(', ')}`,
  },
}
