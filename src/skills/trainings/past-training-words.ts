import type { Catalogue } from '../../core/locale.ts'

interface PastTrainingWords {
  readonly refused: (faults: readonly string[]) => string
  readonly remedy: string
}

export const pastTrainingWords: Catalogue<PastTrainingWords> = {
  'zh-CN': {
    refused: (faults) => `data/trainings 里的往期培训有错，一条也没有采用：\n${faults.join('\n')}`,
    remedy: '请改正以上各项；只写文件里有的，没有的就不写。',
  },
  en: {
    refused: (faults) => `Past trainings in data/trainings are wrong; none was taken:\n${faults.join('\n')}`,
    remedy: 'Correct these; write only what the documents say, and leave out the rest.',
  },
}
