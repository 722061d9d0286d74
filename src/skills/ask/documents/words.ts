/** What a person is told when a file cannot be read, and what to do: [what happened, remedy]. Chinese, for whoever loads documents. */
export const words = {
  empty: ['文件是空的（0 字节）', '请换成有内容的文件再导入'],
  noText: ['文件里没有文字', '请确认导出时没有丢失正文，再重新导入'],
  tooLarge: (megabytes: number, limit: number) => [
    `文件太大（${megabytes} MB，上限 ${limit} MB）`,
    '请拆成几个文件，或去掉其中的图片后再导入',
  ],
  notText: [
    '文件内容不是可识别的文字（既不是 UTF-8、UTF-16，也不是 GB18030）',
    '请确认文件没有损坏，另存为 UTF-8 文本、.docx 或带文字层的 .pdf 后再导入',
  ],
  otherKind: (extension: string, kind: string) => [
    extension === '' ? `文件内容是${kind}，不是文档` : `文件名以 ${extension} 结尾，内容却是${kind}`,
    '请找到原来的文档；如果只有图片，请先做文字识别（OCR），再导入识别后的文字',
  ],
  oldOffice: [
    '这是旧版 Office 文件（.doc、.xls 或 .ppt）',
    '请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再导入',
  ],
  encrypted: ['文件加了密码，打不开', '请在原软件中去掉密码，另存后再导入'],
  broken: (format: string) => [`${format} 文件已损坏，打不开`, '请重新下载或从原软件重新导出，再导入'],
  archive: ['这是压缩包，不是 .docx 或 .xlsx 文档', '请先解压，再导入里面的文件或整个文件夹'],
  zipBomb: (megabytes: number) => [
    `文件解压后异常巨大（超过 ${megabytes} MB 或压缩比异常），为安全起见没有打开`,
    '请确认文件来源；如确是正常文档，请另存一份不含多余内容的再导入',
  ],
  scanned: (pages: number) => [
    `这份 PDF 共 ${pages} 页，没有可读取的文字层，是扫描件`,
    '请先做文字识别（OCR），导出带文字层的 PDF 或 .txt 后再导入',
  ],
  unknownGlyphs: [
    '这份 PDF 的字体没有正确的文字编码，读出来是乱码',
    '请做文字识别（OCR），或从原软件重新导出 PDF 后再导入',
  ],
  badTable: (reason: string) => [
    `表格文件的格式有误：${reason}`,
    '请用 Excel 或 WPS 打开检查，另存为 .csv（UTF-8）或 .xlsx 后再导入',
  ],
  badManifest: (problems: string) => [
    `清单（manifest）有误：\n${problems}`,
    '请按 data/policies/manifest.json 的写法改正以上各项；一个文件也没有导入',
  ],
  manifestNotJson: (reason: string) => [
    `清单（manifest）不是合法的 JSON：${reason}`,
    '请检查逗号、引号和括号是否成对',
  ],
  missingPath: ['没有这个文件或文件夹', '请检查路径是否写对'],
  unreadable: ['没有读取权限', '请给运行本程序的用户读取权限，再导入'],
  danglingLink: ['符号链接指向的文件不存在', '请修正或删除这个链接'],
  loop: ['文件夹的符号链接绕成了环，已跳过', '请删除指回上级文件夹的符号链接'],
  notAFile: ['既不是文件也不是文件夹', '请换成普通文件或文件夹'],
  ioError: (reason: string) => [`读取失败：${reason}`, '请检查磁盘和权限，再导入'],
} as const satisfies Record<string, Told | ((...details: never[]) => Told)>

type Told = readonly [what: string, remedy: string]

/** Kinds of files that are no documents, by the first bytes. */
export const kindNames = {
  png: ' PNG 图片',
  jpeg: ' JPEG 图片',
  gif: ' GIF 图片',
  tiff: ' TIFF 图片',
  bmp: ' BMP 图片',
  webp: ' WebP 图片',
  rar: ' RAR 压缩包',
  sevenZip: ' 7z 压缩包',
  gzip: ' gzip 压缩包',
  rtf: ' RTF 文档',
  program: '程序',
  sqlite: '数据库',
} as const

/** The places of mistakes in a manifest. */
export const manifestWords = {
  place: (position: number, file: string) =>
    file === '' ? `第 ${position} 项` : `第 ${position} 项（${file}）`,
  wholeFile: '整个文件',
  unknownKeys: (keys: readonly string[]) => `不认识的键 ${keys.map((key) => `“${key}”`).join('、')}`,
  key: (name: string, what: string) => `“${name}” ${what}`,
  listedTwice: (file: string) => `文件 ${file} 列了两次`,
  day: '应为日期 YYYY-MM-DD',
  date: '应为 YYYY、YYYY-MM 或 YYYY-MM-DD',
  notEmpty: '不能为空',
} as const

/** Things noticed that did not stop the reading. */
export const warnings = {
  otherFormat: (extension: string, format: string) =>
    `文件名以 ${extension} 结尾，内容是 ${format}，已按内容读取`,
  pagesWithoutText: (pages: readonly number[]) =>
    `第 ${pages.join('、')} 页没有文字层（可能是扫描图），其内容没有读入`,
  hiddenSheets: (names: readonly string[]) => `隐藏的工作表没有读入：${names.join('、')}`,
  replaced: '文字中有无法识别的字符（�），可能是转换时丢失的',
} as const
