/** What an editor of data/alliance is told. Chinese, for whoever keeps the office's files. */
export const words = {
  badTaxonomyLine: (line: number, text: string) => `领域表第 ${line} 行看不懂：“${text}”`,
  twiceInTaxonomy: (line: number, id: string) => `领域表第 ${line} 行的编号“${id}”前面已经用过`,
  badTaxonomyRemedy:
    '请按文件开头的写法改正（编号 | 中文名 | English | 同义词），缩进用两个空格；改正前不启用新的领域表',
  badSaying: (line: number, text: string) => `说法表第 ${line} 行看不懂：“${text}”`,
  badSayingsRemedy:
    '请按 data/alliance/sayings.txt 开头的写法改正（= 领域编号；? 需求的说法；! 供给的说法）；改正前不启用新的说法表',
  badWeight: (line: number, text: string) => `第 ${line} 行“${text}”不是“名称 0 到 1 之间的数”`,
  missingWeight: (term: string) => `缺少“${term}”`,
  badWeights: (wrong: readonly string[]) => `权重表有误：${wrong.join('；')}`,
  badWeightsRemedy: '请按 data/alliance/weights.txt 开头的写法改正；改正前不启用新的权重',
  badProfileCell: (line: number, column: string, cell: string) => `第 ${line} 行的 ${column} 不认识“${cell}”`,
  emptyProfileCell: (line: number, column: string) => `第 ${line} 行的 ${column} 是空的`,
  badProfiles: (wrong: readonly string[]) => `供需资料表有误：${wrong.join('；')}`,
  badProfilesRemedy: '请对照 data/alliance/taxonomy.txt 改正；一行也没有导入',
} as const
