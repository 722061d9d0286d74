import type { Catalogue } from '../../../core/locale.ts'
import type { Lack } from './day.ts'

interface PairingWords {
  /** What is missing, and what could be relaxed. @param nameOf a participant's name by id */
  readonly lack: (lack: Lack, nameOf: (id: string) => string) => string
}

export const pairingWords: Catalogue<PairingWords> = {
  'zh-CN': {
    lack: (lack, nameOf) => {
      switch (lack.kind) {
        case 'alone':
          return '只有一家报名，排不出对接。请再邀请至少一家。'
        case 'never-there':
          return `${nameOf(lack.id)}哪一轮都不在场，没有排。请请它至少参加一轮。`
        case 'few-tables':
          return `${nameOf(lack.id)}没有排上：桌子或轮次不够。加到 ${lack.needed} 张桌，或增加一轮。`
        case 'nobody-left':
          return (
            `${nameOf(lack.id)}没有可以见的单位（不见的 ${lack.vetoed} 家，已经见过的 ${lack.met} 家）。` +
            '请问它能否放宽“不见”，或允许与去年见过的再见，或多参加几轮。'
          )
      }
    },
  },
  en: {
    lack: (lack, nameOf) => {
      switch (lack.kind) {
        case 'alone':
          return 'Only one participant, so nobody can meet. Please invite at least one more.'
        case 'never-there':
          return `${nameOf(lack.id)} is there in no round, and was not planned. Ask it to come for one at least.`
        case 'few-tables':
          return `${nameOf(lack.id)} has no meeting: too few tables or rounds. ${lack.needed} tables would do, or one round more.`
        case 'nobody-left':
          return (
            `${nameOf(lack.id)} has nobody left to meet (${lack.vetoed} vetoed, ${lack.met} met before). ` +
            'Ask whether a veto may be lifted, last year’s partners may meet again, or it comes for more rounds.'
          )
      }
    },
  },
}
