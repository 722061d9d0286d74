import type { Catalogue } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'

interface ImportWords {
  readonly columns: Readonly<Record<'kind' | 'owner' | 'what', string>>
  noColumns(names: readonly string[]): string
  badKind(typed: string): string
  badOwner(typed: string): string
  badStage(typed: string): string
  bad(rows: readonly { readonly line: number; readonly what: string }[]): Told
  done(count: number): string
  checked(count: number): string
}

export const importWords: Catalogue<ImportWords> = {
  'zh-CN': {
    columns: { kind: '类型', owner: '单位', what: '内容' },
    noColumns: (names) => `缺少列：${names.join('、')}`,
    badKind: (typed) => `类型「${typed}」不认识，请写：需求、供给、项目、技术成果、专家`,
    badOwner: (typed) => `没有找到单位「${typed}」，请写登记册里的名称`,
    badStage: (typed) => `阶段「${typed}」不认识，请写：设想、试点、成熟应用`,
    bad: (rows) => [
      `有 ${rows.length} 处要改，一行也没有导入：\n${rows.map((it) => `第 ${it.line} 行：${it.what}`).join('\n')}`,
      '请改好后重新导入。',
    ],
    done: (count) => `已导入 ${count} 条。`,
    checked: (count) => `${count} 条都没有问题；只是检查，没有导入。`,
  },
  en: {
    columns: { kind: 'kind', owner: 'owner', what: 'what' },
    noColumns: (names) => `missing columns: ${names.join(', ')}`,
    badKind: (typed) => `"${typed}" is no kind: need, offer, project, result, expert`,
    badOwner: (typed) => `there is no organization "${typed}"`,
    badStage: (typed) => `"${typed}" is no stage: idea, pilot, proven`,
    bad: (rows) => [
      `${rows.length} things are wrong, and nothing was imported:\n${rows.map((it) => `row ${it.line}: ${it.what}`).join('\n')}`,
      'Please correct them and import again.',
    ],
    done: (count) => `${count} imported.`,
    checked: (count) => `${count} are in order; nothing was imported, this was a check.`,
  },
}
