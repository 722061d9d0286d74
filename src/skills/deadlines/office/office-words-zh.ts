import type { OfficeWords } from './office-words.ts'

export const officeZh: OfficeWords = {
  rule: {
    yearly: (day, from, until) => `每年 ${day} 从${from}${until === undefined ? '起' : `到${until}`}`,
    after: (milestone, years, day) => `${milestone === '建区' ? '建区' : '验收'}满${years}年 ${day}`,
    between: '；',
    event: (event, on, days) => `${event} ${on} ${days < 0 ? '前' : '后'}${Math.abs(days)}天`,
    unset: '日期未定',
  },
  ladder: (before, after, at, province, office) =>
    `截止前 ${before} 天，逾期后 ${after} 个工作日，${at} 提醒；截止前 ${province} 个工作日起抄送省级部门，逾期 ${office} 个工作日起抄送办公室`,
  states: { draft: '草稿', live: '已发布', retired: '已停用' },
  duties: {
    title: '报送事项',
    header: ['编号', '事项', '谁要交', '什么时候', '状态'],
    none: '还没有报送事项。',
    create: '新建',
    createHint: '新建一项：填好后先存为草稿，看过影响再发布。',
    show: '查看一项请发送 /alliance duties 编号',
    labels: { id: '编号', audience: '谁要交', rule: '什么时候', ladder: '提醒', state: '状态' },
    saved: (title) => `已存为草稿：${title}。现在还没有人收到消息；请看下面的影响，没有问题就发布。`,
    changed: (title, told) =>
      `已修改：${title}。${told > 0 ? `已告诉 ${told} 家单位原来怎样、现在怎样。` : ''}`,
    unchanged: (title) => `${title}没有变化。`,
    published: (title, owed) => `已发布：${title}，涉及 ${owed} 家；到时按提醒时间通知。`,
    publishedAlready: (title) => `${title}已经发布过了，没有再改动。`,
    retired: (title) => `已停用：${title}。没交的不用再交，已交的都保留。`,
    retiredAlready: (title) => `${title}已经停用了。`,
    told: (names) => (names.length === 0 ? '' : `已告诉：${names.join('、')}。`),
  },
  buttons: {
    publish: '发布',
    edit: '修改',
    ladder: '提醒时间',
    retire: '停用',
    adopt: '采用',
    dismiss: '忽略',
    propose: '再看一遍文件',
    settle: '补年份',
  },
  preview: {
    title: '发布后的影响',
    touches: (count, names, more) => `涉及 ${count} 家：${names}${more > 0 ? `，等（另 ${more} 家）` : ''}。`,
    nobody: '现在谁也不涉及。',
    nextTitle: '接下来的通知',
    next: (at, step, zones, copied) => `${at}　${step}　${zones} 家${copied}`,
    noNext: '今后 400 天内没有通知。',
    unknown: (count, names) => `建区年份待补 ${count} 家，算不出日期：${names}。`,
    conflicts: (count, names) => `年份有矛盾 ${count} 家：${names}；先按列在最前的来源算。`,
    unpublishedYear: (year) =>
      `${year} 年的放假安排还没有公布，先按周一至周五算工作日；公布后请写进 data/workdays.csv，未发的通知随之改期。`,
    province: '，抄送省级部门',
    office: '，抄送办公室',
  },
  years: {
    title: '建区年份待补',
    missing: (milestone, duties) => `缺${milestone}年份，影响：${duties.join('、')}`,
    none: '没有待补的年份。',
    how: '补一个：点「补年份」，写实验区、年份和依据。',
    conflictTitle: '年份有矛盾',
    conflictHeader: ['实验区', '事项', '现在采用', '另有'],
    conflictNone: '没有矛盾的年份。',
    conflictHow: '两种说法都保留。要裁定，点「补年份」。',
    from: (source, due) =>
      `${{ settled: '办公室裁定', stated: '文件明说', register: '登记册' }[source]}：${due} 年交`,
    settled: (zone, what, year) => `已补：${zone} ${what} ${year} 年。`,
    more: (left) => `还有 ${left} 家没有列出。`,
  },
  proposals: {
    title: '文件里的截止日期',
    none: '没有等待决定的。',
    date: (date) => (date === undefined ? '没有写明完整日期' : date),
    who: '对谁说',
    what: '要办什么',
    when: '日期',
    looked: (documents, found) =>
      found === 0 ? `看了 ${documents} 份文件，没有新的。` : `看了 ${documents} 份文件，新找到 ${found} 句。`,
    adopted: (title) => `已采用，存为草稿：${title}。请补全以后发布。`,
    dismissed: '已忽略，以后不再提出这一句。',
    decided: '这一条已经决定过了。',
    more: (left) => `还有 ${left} 条，决定了上面的再显示。`,
  },
  import: {
    columns: '编号,名称,类型,谁要交,什么时候,提前几天,逾期后几个工作日,材料,渠道,出处,路径,原文,状态',
    missing: (columns) => [`表里缺少列：${columns}。`, `第一行请写：${officeColumns}（后面的列可空）。`],
    bad: (rows) => [`有写得不对的行，一行也没有导入：\n${rows}`, '请改好后再导入一次。'],
    done: (added, changed, unchanged) =>
      `已导入：新增 ${added} 项，修改 ${changed} 项，未变 ${unchanged} 项。`,
    rehearsed: (added, changed, unchanged) =>
      `试导入（没有保存）：新增 ${added} 项，修改 ${changed} 项，未变 ${unchanged} 项。`,
    row: (line, what) => `第 ${line} 行：${what}`,
    item: (n, what) => `第 ${n} 项：${what}`,
    noJson: (file, why) => [
      `${file} 不是完好的 JSON：${why}。`,
      '请改好后再导入；写法见 data/duties 文件夹里的例子，或改用 CSV、XLSX。',
    ],
    noList: (file) => [
      `${file} 里不是事项的列表。`,
      '请写成 [{…}, {…}]，每项一个事项；写法见 data/duties 文件夹里的例子。',
    ],
  },
  bad: {
    noTitle: '没有写名称',
    day: (at) => `每年的日子「${at}」看不懂或不存在，请写 06-30 或 6月30日`,
    rule: (at) => `「${at}」不是能算出日期的写法`,
    audience: (words) => `谁要交：不认识「${words}」`,
    numbers: (field, at) => `${field}「${at}」应为用逗号分开的整数`,
    time: (at) => `时间「${at}」应为 09:00 这样的写法`,
    twiceItem: (n) => `编号与第 ${n} 项重复`,
    quote: (title, quote) => `《${title}》里没有这句原文：「${quote}」，请照文件逐字抄录`,
    twice: (line) => `编号与第 ${line} 行重复`,
    state: (at) => `状态「${at}」应为 草稿、已发布 或 已停用`,
  },
  problems: {
    noDocument: (typed) => [`没有找到文件「${typed}」。`, '运行 alliance documents 查看文件名和文号。'],
    noDuty: (typed) => [`没有找到事项「${typed}」。`, '发送 /alliance duties 查看编号。'],
    wrong: (what) => [`还不能保存：${what}。`, '请改好再提交。'],
    noZone: ['没有写是哪个实验区。', '请写登记册里的名称，例如「宜兴市」。'],
    badYear: (typed) => [`年份「${typed}」不对。`, '请写 1986 年以后、今年以前的四位数字。'],
  },
}

const officeColumns = '编号,名称,类型,谁要交,什么时候'
