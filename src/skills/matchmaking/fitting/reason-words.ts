import type { Catalogue } from '../../../core/locale.ts'
import type { Form, Stage } from '../../../core/profile.ts'

interface ReasonWords {
  readonly field: (name: string) => string
  readonly kin: (name: string) => string
  readonly practice: (who: string, quote: string) => string
  readonly setting: (names: readonly string[]) => string
  readonly same: Readonly<Record<'climate' | 'type', (value: string) => string>>
  readonly otherClimate: (ask: string, there: string, give: string, here: string) => string
  readonly stage: (who: string, stage: string) => string
  readonly given: (who: string, forms: readonly string[]) => string
  readonly notGiven: (ask: string, forms: readonly string[], give: string) => string
  readonly visits: (who: string) => string
  readonly assistance: (who: string) => string
  readonly stages: Readonly<Record<Stage, string>>
  readonly forms: Readonly<Record<Form, string>>
}

/** Quotes stand in 「」, and nothing else does: check-reasons.ts looks for what is in them. */
export const reasonWords: Catalogue<ReasonWords> = {
  'zh-CN': {
    field: (name) => `说的是同一件事：${name}`,
    kin: (name) => `同属：${name}`,
    practice: (who, quote) => `${who}：「${quote}」`,
    setting: (names) => `场景相同：${names.join('、')}`,
    same: { climate: (it) => `气候相同：${it}`, type: (it) => `同为${it}` },
    otherClimate: (ask, there, give, here) =>
      `气候不同：${ask}是${there}，${give}是${here}，做法要先看能不能搬`,
    stage: (who, stage) => `${who}的做法${stage}`,
    given: (who, forms) => `${who}能给的正是所要的：${forms.join('、')}`,
    notGiven: (ask, forms, give) => `${ask}要的是${forms.join('、')}，${give}没有说能给`,
    visits: (who) => `${who}愿接待考察`,
    assistance: (who) => `${who}愿对口支援`,
    stages: { idea: '还是设想', pilot: '正在试点', proven: '已成熟应用' },
    forms: { technique: '技术', equipment: '装备', practice: '做法', training: '培训', funds: '资金' },
  },
  en: {
    field: (name) => `Both are about: ${name}`,
    kin: (name) => `Both touch on: ${name}`,
    practice: (who, quote) => `${who}: 「${quote}」`,
    setting: (names) => `Same setting: ${names.join(', ')}`,
    same: { climate: (it) => `Same climate: ${it}`, type: (it) => `Both are ${it}` },
    otherClimate: (ask, there, give, here) =>
      `Different climates: ${ask} ${there}, ${give} ${here}; see first whether it can be carried over`,
    stage: (who, stage) => `${who}: ${stage}`,
    given: (who, forms) => `${who} gives what is asked for: ${forms.join(', ')}`,
    notGiven: (ask, forms, give) =>
      `${ask} asks for ${forms.join(', ')}; ${give} does not say that it gives that`,
    visits: (who) => `${who} receives visitors`,
    assistance: (who) => `${who} is willing to help`,
    stages: { idea: 'still an idea', pilot: 'being tried', proven: 'proven in use' },
    forms: {
      technique: 'technique',
      equipment: 'equipment',
      practice: 'practice',
      training: 'training',
      funds: 'funds',
    },
  },
}
