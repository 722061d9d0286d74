import type { ModelTrace } from '../core/llm.ts'
import type { Catalogue } from '../core/locale.ts'

export interface ModelWords {
  trace: {
    about: string
    id: string
    last: string
    none: string
    unknown(id: string): readonly [what: string, remedy: string]
    outcome: Readonly<Record<ModelTrace['outcome'], string>>
    first(id: string): string
    question: string
    rewritten: string
    searched: string
    draft: string
    reranked: string
    by: string
    spent(input: number, output: number, ms: number, ownMs: number): string
    passages: string
    kept: string
    dropped: string
  }
  eval: {
    llm: string
    skipped: string
    noSets: readonly [what: string, remedy: string]
    asking(model: string): string
    written(file: string): string
    notWritten(file: string): string
    plans(questions: number, lookups: number, filters: number): string
    plansOption: string
  }
}

/** What the command line says about the language model. */
export const modelWords: Catalogue<ModelWords> = {
  'zh-CN': {
    trace: {
      about: '大模型的一次回答是怎么来的：问题、段落、提示词、用量、逐句核对',
      id: '问题的编号；不写就列出最近的',
      last: '列出最近几次',
      none: '还没有大模型参与的回答。',
      unknown: (id) => [
        `没有编号为 ${id} 的记录。`,
        '运行 alliance trace 可以列出最近的编号；没有大模型参与的回答不留记录，90 天后删除。',
      ],
      outcome: {
        worded: '用了模型的话',
        'asked-back': '反问',
        extractive: '用原文摘录',
        'looked-up': '由模型选了查询',
        'nothing-found': '选了查询，没有查到',
        drafted: '起草',
        read: '把英文问题读成中文',
        again: '用了先前的答案',
      },
      first: (id) => `来历见先前的记录 ${id}`,
      question: '问题',
      rewritten: '补全后',
      searched: '换个说法再查',
      draft: '模型猜的答案（只用来检索，不给人看）',
      reranked: '模型排在前面的段落',
      by: '模型与提示词',
      spent: (input, output, ms, ownMs) =>
        `输入 ${input}、输出 ${output} token；共 ${ms} 毫秒，其中本程序 ${ownMs} 毫秒`,
      passages: '提供的段落',
      kept: '通过',
      dropped: '丢弃',
    },
    eval: {
      llm: '回答由大模型组织语言（需要 OPENAI_API_KEY）',
      skipped: '跳过：没有配置大模型（OPENAI_API_KEY），没有提问。设置见 docs/llm.md。',
      noSets: ['没有随程序带的题目。', '题目只在源码里（test/eval）；请写题目文件（JSONL）。'],
      asking: (model) => `用留出的题逐个问 ${model}，要用掉一些 token；Ctrl+C 可以停下。`,
      written: (file) => `结果已写入 ${file}。`,
      notWritten: (file) => `结果没有写入：${file} 不在，或里面没有 language-model 的标记。`,
      plansOption: '问的是要查什么（test/eval/plans）：大模型选的查询和条件对不对（需要 OPENAI_API_KEY）',
      plans: (questions, lookups, filters) =>
        `${questions} 个问题：查询选对 ${lookups} 个，查询和条件都对 ${filters} 个`,
    },
  },
  en: {
    trace: {
      about:
        'how an answer of the language model came about: question, passages, prompt, tokens, each sentence’s check',
      id: 'the question’s id; lists the latest where left out',
      last: 'how many of the latest to list',
      none: 'No answer has been worded by a language model yet.',
      unknown: (id) => [
        `There is no record ${id}.`,
        'Run alliance trace for the latest ids; answers without a model leave none, and records go after 90 days.',
      ],
      outcome: {
        worded: 'in the model’s words',
        'asked-back': 'asked back',
        extractive: 'in the documents’ words',
        'looked-up': 'looked up as the model chose',
        'nothing-found': 'chose what to look up, nothing was found',
        drafted: 'drafted',
        read: 'read an English question',
        again: 'answered as before',
      },
      first: (id) => `how it came about: ${id}`,
      question: 'question',
      rewritten: 'completed',
      searched: 'searched in other words',
      draft: 'the model’s guess (searched by, never shown)',
      reranked: 'passages that the model put first',
      by: 'model and prompt',
      spent: (input, output, ms, ownMs) =>
        `${input} tokens in, ${output} out; ${ms} ms, ${ownMs} of them ours`,
      passages: 'passages offered',
      kept: 'kept',
      dropped: 'dropped',
    },
    eval: {
      llm: 'answers are worded by the language model (needs OPENAI_API_KEY)',
      skipped:
        'Skipped: no language model is configured (OPENAI_API_KEY); nothing was asked. See docs/llm.md.',
      noSets: [
        'No questions came with the program.',
        'They are part of its source (test/eval); please name a file of questions (JSONL).',
      ],
      asking: (model) =>
        `Asks ${model} the held-out questions one by one, which costs tokens; Ctrl+C stops it.`,
      written: (file) => `Written to ${file}.`,
      notWritten: (file) => `Not written: ${file} is not there, or lacks the marks of language-model.`,
      plansOption:
        'what would be looked up (test/eval/plans): whether the model chooses the lookups and filters that answer (needs OPENAI_API_KEY)',
      plans: (questions, lookups, filters) =>
        `${questions} questions: ${lookups} with the right lookups, ${filters} with the right filters, too`,
    },
  },
}
