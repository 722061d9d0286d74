import type { Catalogue } from '../../core/locale.ts'

export interface ConsoleWords {
  welcome: string
  intro: string
  hint: string
  prompt: string
  thinking: string
  goodbye: string
  noSuchButton(number: number, last: number): string
  noSuchCommand(name: string): string
  missingOption(command: string, option: string): string
  noChoice(value: string, choices: readonly string[]): string
  press(number: number): string
  required: string
  chooseOne(last: number): string
  notADate: string
  formHint: string
  formDropped: string
  saved(path: string): string
}

export const words: Catalogue<ConsoleWords> = {
  'zh-CN': {
    welcome: '国家可持续发展实验区 · 联盟助手',
    intro: '用一句话问政策，我给出原文和出处；查不到就直说查不到。例如：',
    hint: '输入 /help 看全部功能，↑ ↓ 翻看历史，Ctrl+D 退出。',
    prompt: '问› ',
    thinking: '正在查……',
    goodbye: '再见。',
    noSuchButton: (number, last) =>
      last === 0 ? `现在没有可按的选项 ${number}。` : `没有选项 ${number}，请输入 1–${last}。`,
    noSuchCommand: (name) => `没有 /${name} 这个命令，输入 /help 看有哪些。`,
    missingOption: (command, option) => `/${command} 后面还要写：${option}。`,
    noChoice: (value, choices) => `没有「${value}」这一项；可以写：${choices.join('、')}。`,
    press: (number) => `输入 ${number}`,
    required: '这一项必填。',
    chooseOne: (last) => `请输入 1–${last} 中的一个数字。`,
    notADate: '请写成 年-月-日，例如 2014-06-30。',
    formHint: '逐项填写，直接回车跳过选填项，输入 /cancel 放弃。',
    formDropped: '已放弃，什么也没有提交。',
    saved: (path) => `文件已存到 ${path}`,
  },
  en: {
    welcome: 'National Sustainable Development Experimental Zones · alliance assistant',
    intro:
      'Ask about policy in one sentence; the answer quotes its source, or says that there is none. For example:',
    hint: '/help lists everything, ↑ ↓ walk through the history, Ctrl+D ends.',
    prompt: 'ask› ',
    thinking: 'Looking it up…',
    goodbye: 'Goodbye.',
    noSuchButton: (number, last) =>
      last === 0 ? `There is no choice ${number} now.` : `There is no choice ${number}; type 1-${last}.`,
    noSuchCommand: (name) => `There is no command /${name}; /help lists them.`,
    missingOption: (command, option) => `/${command} needs: ${option}.`,
    noChoice: (value, choices) => `There is no "${value}" to choose; write one of: ${choices.join(', ')}.`,
    press: (number) => `type ${number}`,
    required: 'This field is required.',
    chooseOne: (last) => `Type a number from 1 to ${last}.`,
    notADate: 'Write it as year-month-day, for example 2014-06-30.',
    formHint: 'Field by field; Enter skips optional ones, /cancel drops the form.',
    formDropped: 'Dropped, nothing was sent.',
    saved: (path) => `Saved as ${path}`,
  },
}
