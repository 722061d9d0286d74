import type { Catalogue } from '../core/locale.ts'

/** What the command line says about trainings. */
export interface TrainingCliWords {
  readonly about: string
  readonly coming: string
  readonly past: string
  readonly show: string
  readonly visits: string
  readonly training: string
  readonly export: string
  readonly papers: Readonly<Record<'roster' | 'badges' | 'sign-in' | 'summary' | 'certificates', string>>
  readonly out: string
  readonly read: string
  readonly notice: string
  readonly save: string
  readonly template: string
  readonly templateFile: string
  readonly draftNotice: string
  readonly draftFile: string
  readonly report: string
  readonly reportYear: string
  readonly reportZone: string
  readonly certificate: string
  readonly number: string
  written(file: string): string
  notWritten(file: string, why: string): readonly [string, string]
  notDocx(file: string): readonly [string, string]
  readonly nothingWanted: readonly [string, string]
}

export const trainingWords: Catalogue<TrainingCliWords> = {
  'zh-CN': {
    about: '列出培训和交流：名额、报名、候补',
    coming: '只看将要举办的',
    past: '只看办过的，包括文件里记载的',
    show: '显示一个培训：日程、名额、出处',
    visits: '列出互访、跟岗：谁可以接待，谁申请了，进展如何',
    training: '培训的编号',
    export: '导出一个培训的名单、胸卡、签到表、总结、证书',
    papers: {
      roster: '名单（XLSX）',
      badges: '胸卡（PDF）',
      'sign-in': '签到表（PDF）',
      summary: '总结（PDF 和 Markdown）',
      certificates: '证书（PDF），只给签到的人',
    },
    out: '放到哪个文件夹',
    read: '读一份培训通知或填好的表，显示读到什么、没读懂什么',
    notice: '通知文件：docx、xlsx、pdf、txt、html',
    save: '存为办公室的草稿，在聊天里补齐后发布',
    template: '写出一份可填写的培训通知表（XLSX）',
    templateFile: '写到哪个文件',
    draftNotice: '起草一个培训的通知（Word），标为草稿，缺的标【待填】',
    draftFile: '写到哪个 .docx 文件',
    report: '起草一个实验区年度工作总结报告的提纲（Word），标为草稿',
    reportYear: '哪一年，默认今年',
    reportZone: '实验区的名称',
    certificate: '核对证书编号',
    number: '证书上的编号',
    written: (file) => `已写出 ${file}`,
    notWritten: (file, why) => [`写不出 ${file}：${why}`, '请检查文件夹和权限。'],
    notDocx: (file) => [`草稿是 Word 文件，「${file}」不是 .docx 文件名。`, '请把文件名写成以 .docx 结尾。'],
    nothingWanted: [
      '没有说要导出什么。',
      '请加上 --roster、--badges、--sign-in、--summary 或 --certificates。',
    ],
  },
  en: {
    about: 'list trainings and exchanges: seats, who registered, who waits',
    coming: 'only those to come',
    past: 'only those that were held, with what documents tell of',
    show: 'show one: programme, seats, source',
    visits: 'list visits between zones: what is offered, who asked, how far they are',
    training: 'id of a training',
    export: 'write roster, badges, sign-in sheet, summary and certificates of one',
    papers: {
      roster: 'roster (XLSX)',
      badges: 'badges (PDF)',
      'sign-in': 'sign-in sheet (PDF)',
      summary: 'summary (PDF and Markdown)',
      certificates: 'certificates (PDF), of those who signed in',
    },
    out: 'the folder to write to',
    read: 'read a notice, or a filled-in form, and show what was and was not understood',
    notice: 'the notice: docx, xlsx, pdf, txt, html',
    save: 'keep it as a draft of the office, to be completed in the chat',
    template: 'write a form for notices (XLSX)',
    templateFile: 'the file to write',
    draftNotice: 'draft the notice of a training (Word), marked as a draft, gaps marked 【待填】',
    draftFile: 'which .docx file to write',
    report: 'draft the outline of a zone’s annual report (Word), marked as a draft',
    reportYear: 'which year; this one by default',
    reportZone: 'the zone’s name',
    certificate: 'check the number of a certificate',
    number: 'the number on the certificate',
    written: (file) => `wrote ${file}`,
    notWritten: (file, why) => [`Cannot write ${file}: ${why}`, 'Check the folder and its permissions.'],
    notDocx: (file) => [
      `A draft is a Word file, and "${file}" does not end in .docx.`,
      'Let its name end in .docx.',
    ],
    nothingWanted: [
      'Nothing was asked for.',
      'Add --roster, --badges, --sign-in, --summary or --certificates.',
    ],
  },
}
