import type { Catalogue } from '../core/locale.ts'

/** What the command line says about trainings. */
export interface TrainingCliWords {
  readonly about: string
  readonly coming: string
  readonly past: string
  readonly show: string
  readonly training: string
}

export const trainingWords: Catalogue<TrainingCliWords> = {
  'zh-CN': {
    about: '列出培训和交流：名额、报名、候补',
    coming: '只看将要举办的',
    past: '只看办过的，包括文件里记载的',
    show: '显示一个培训：日程、名额、出处',
    training: '培训的编号',
  },
  en: {
    about: 'list trainings and exchanges: seats, who registered, who waits',
    coming: 'only those to come',
    past: 'only those that were held, with what documents tell of',
    show: 'show one: programme, seats, source',
    training: 'id of a training',
  },
}
