/** What people put before and behind the same question; none of it changes what is asked. */
const before = ['', '请问', '您好，', '麻烦问一下，', '想问下，', '你好，请问']
const behind = ['', '？', '，谢谢', '，多谢！', '，急', '，在线等', '，辛苦了']

/**
 * So many questions, no two of them alike: each of these in turn, with other words of courtesy in each round.
 * Pure; gives fewer where there are not so many.
 */
export function distinctOf(questions: readonly string[], many: number): string[] {
  const found = new Set<string>()
  for (const last of behind) {
    for (const first of before) {
      for (const question of questions) {
        if (found.size === many) return [...found]
        found.add(`${first}${question}${last}`)
      }
    }
  }
  return [...found]
}
