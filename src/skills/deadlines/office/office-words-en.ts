import type { OfficeWords } from './office-words.ts'

export const officeEn: OfficeWords = {
  rule: {
    yearly: (day, from, until) =>
      `every year on ${day}, from ${from}${until === undefined ? '' : ` to ${until}`}`,
    after: (milestone, years, day) => `${years} years after being ${milestone}, ${day}`,
    between: '; ',
    event: (event, on, days) => `${Math.abs(days)} days ${days < 0 ? 'before' : 'after'} ${event} (${on})`,
    unset: 'no date yet',
  },
  ladder: (before, after, at, province, office) =>
    `${before} days before and ${after} workdays after, at ${at}; the province is copied from ${province} workdays before, the office from ${office} workdays after`,
  states: { draft: 'draft', live: 'live', retired: 'retired' },
  duties: {
    title: 'Duties',
    header: ['Id', 'What', 'Who', 'When', 'State'],
    none: 'There are no duties yet.',
    create: 'New',
    createHint: 'A new duty is a draft first; look at what it does, then publish it.',
    show: 'To see one: /alliance duties ID',
    labels: { id: 'Id', audience: 'Who', rule: 'When', ladder: 'Reminders', state: 'State' },
    saved: (title) =>
      `Saved as a draft: ${title}. Nobody has heard of it; look at what it does, then publish it.`,
    changed: (title, told) =>
      `Changed: ${title}. ${told > 0 ? `${told} were told what was and what is.` : ''}`,
    unchanged: (title) => `${title} is as it was.`,
    published: (title, owed) => `Published: ${title}; ${owed} owe it and will be reminded in time.`,
    publishedAlready: (title) => `${title} is live already.`,
    retired: (title) => `Retired: ${title}. What is open lapses, what was filed stays.`,
    retiredAlready: (title) => `${title} is retired already.`,
    told: (names) => (names.length === 0 ? '' : `Told: ${names.join(', ')}.`),
  },
  buttons: {
    publish: 'Publish',
    edit: 'Change',
    ladder: 'Reminders',
    retire: 'Retire',
    adopt: 'Adopt',
    dismiss: 'Dismiss',
    propose: 'Look at the documents again',
    settle: 'Settle a year',
  },
  preview: {
    title: 'What publishing does',
    touches: (count, names, more) => `${count} owe it: ${names}${more > 0 ? ` and ${more} more` : ''}.`,
    nobody: 'It concerns nobody now.',
    nextTitle: 'Notices to come',
    next: (at, step, zones, copied) => `${at}　${step}　${zones}${copied}`,
    noNext: 'No notice in the next 400 days.',
    unknown: (count, names) => `Year unknown for ${count}, no date can be told: ${names}.`,
    conflicts: (count, names) => `Sources disagree for ${count}: ${names}; the first one counts.`,
    unpublishedYear: (year) =>
      `The holiday arrangement of ${year} is not published yet; Monday to Friday are taken as workdays. Once it is, put it into data/workdays.csv; notices not sent move with it.`,
    province: ', province copied',
    office: ', office copied',
  },
  years: {
    title: 'Years unknown',
    missing: (milestone, duties) => `Year ${milestone} is missing, for: ${duties.join(', ')}`,
    none: 'No year is missing.',
    how: 'To settle one, press "Settle a year".',
    conflictTitle: 'Contradictions',
    conflictHeader: ['Zone', 'Duty', 'Counts now', 'Also said'],
    conflictNone: 'No sources disagree.',
    conflictHow: 'Both are kept. To decide, press "Settle a year".',
    from: (source, due) =>
      `${{ settled: 'settled by the office', stated: 'stated by a document', register: 'register' }[source]}: due ${due}`,
    settled: (zone, what, year) => `Settled: ${zone} ${what} in ${year}.`,
    more: (left) => `${left} more.`,
  },
  proposals: {
    title: 'Deadlines found in documents',
    none: 'Nothing waits for a decision.',
    date: (date) => (date === undefined ? 'no whole date' : date),
    who: 'Tells',
    what: 'To do',
    when: 'Date',
    looked: (documents, found) => `Looked at ${documents} documents, ${found} new.`,
    adopted: (title) => `Adopted as a draft: ${title}. Complete it, then publish.`,
    dismissed: 'Dismissed; this sentence is not proposed again.',
    decided: 'This was decided before.',
    more: (left) => `${left} more are shown when these are decided.`,
  },
  import: {
    columns: '编号,名称,类型,谁要交,什么时候,提前几天,逾期后几个工作日,材料,渠道,出处,路径,原文,状态',
    missing: (columns) => [
      `Missing columns: ${columns}.`,
      'First row: 编号,名称,类型,谁要交,什么时候 (others may follow).',
    ],
    bad: (rows) => [`Some rows are wrong, nothing was imported:\n${rows}`, 'Correct them and import again.'],
    done: (added, changed, unchanged) =>
      `Imported: ${added} new, ${changed} changed, ${unchanged} as they were.`,
    rehearsed: (added, changed, unchanged) =>
      `Dry run: ${added} new, ${changed} changed, ${unchanged} as they were; nothing was kept.`,
    row: (line, what) => `row ${line}: ${what}`,
    item: (n, what) => `item ${n}: ${what}`,
    noJson: (file, why) => [
      `${file} is no sound JSON: ${why}.`,
      'Correct it and import it again, see the examples in data/duties, or use CSV or XLSX.',
    ],
    noList: (file) => [
      `${file} holds no list of duties.`,
      'Write [{…}, {…}], one object a duty, see the examples in data/duties.',
    ],
  },
  bad: {
    noTitle: 'no title',
    day: (at) => `"${at}" is no day of a year, write 06-30`,
    rule: (at) => `no date can be told from "${at}"`,
    audience: (words) => `who: "${words}" is not known`,
    numbers: (field, at) => `${field} "${at}": whole numbers parted by commas`,
    time: (at) => `"${at}" is no time like 09:00`,
    twiceItem: (n) => `same id as item ${n}`,
    quote: (title, quote) => `"${title}" has no such words: "${quote}"; copy them from the document`,
    twice: (line) => `same id as row ${line}`,
    state: (at) => `state "${at}": draft, live or retired`,
  },
  problems: {
    noDocument: (typed) => [
      `There is no document "${typed}".`,
      'See `alliance documents` for names and numbers.',
    ],
    noDuty: (typed) => [`There is no duty "${typed}".`, 'See /alliance duties.'],
    wrong: (what) => [`This cannot be kept yet: ${what}.`, 'Correct it and submit again.'],
    noZone: ['No zone is named.', 'Use a name of the register, e.g. 宜兴市.'],
    badYear: (typed) => [`"${typed}" is no such year.`, 'Four digits, after 1986 and not in the future.'],
  },
}
