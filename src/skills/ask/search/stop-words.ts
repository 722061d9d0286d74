/** Words too common to tell one passage from another; they are neither indexed nor asked for. */
const stopWords = new Set(
  `的 了 和 与 及 或 在 是 为 于 对 以 由 其 该 等 之 也 并 而 从 到 向 按 把 被 将 就 都 又 还 但 若 如 所 则 且 这 那 有
  个 吗 呢 吧 啊 呀 嘛 么 我 你 他 她 它 们 我们 你们 他们 您 咱 哪 谁 啥 几 多少 什么 怎么 怎样 如何 为什么 为何 哪些 哪个 哪里 哪儿
  什么样 怎么办 怎么样 是否 是不是 能否 可否 能不能 可不可以 有没有 要不要 吗 请问 想问 问 一下 请 谢谢 不是 就是 还是 或者 以及
  the a an of to in is are what when who how which and or for do does i my we`
    .split(/\s+/)
    .filter((it) => it !== ''),
)

export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}
