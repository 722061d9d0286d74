import type { OrganizingWords } from './words.ts'

const names = (all: readonly string[]) => all.join(', ')

export const organizingEn: OrganizingWords = {
  steps: { basics: '1 Basics', people: '2 People', programme: '3 Programme', extras: '4 Extras' },
  files: {
    roster: 'roster.xlsx',
    badges: 'badges.pdf',
    'sign-in': 'sign-in.pdf',
    summary: 'summary.pdf',
    certificates: 'certificates.pdf',
  },
  labels: {
    title: 'Title',
    kind: 'Kind',
    days: 'Days',
    place: 'Place',
    hosts: 'Hosts',
    audience: 'For',
    seats: 'Seats',
    quotas: 'Set aside',
    nomination: 'Registration',
    nominations: { open: 'everybody themselves', province: 'named by provinces' },
    open: 'Open',
    questions: 'Asked',
    materials: 'Materials',
    about: 'About',
    hold: 'Hold of a freed seat (working hours)',
    programme: 'Programme',
    state: 'State',
    registered: 'Registered',
    came: 'Came',
  },
  list: { title: (count) => `Trainings that you organize (${count})`, none: 'You organize no training yet.' },
  outline: {
    title: (title) => `Draft: ${title}`,
    untitled: '(no title yet)',
    start:
      'A new training in four steps; each is kept as a draft that only its organizers see until it is published.',
    saved: 'Saved.',
    unread: (faults) => `Not understood, and not saved: ${faults.join('; ')}.`,
    missing: 'Before it can be published:',
    complete: 'Nothing is missing. Look at the preview, then publish.',
    live: 'Published; everybody registered hears of a change, old and new.',
    moreSessions: (count) => `${count} more sessions.`,
    dropSure: (title) => `Delete the draft "${title}"? It cannot be brought back.`,
    dropped: (title) => `Deleted: ${title}.`,
    kept: (id) => `Kept as draft ${id}: check, complete and publish it in the chat, /alliance training.`,
  },
  preview: {
    title: 'Once published',
    reaches: (organizations, people) =>
      `It is for ${organizations} organizations; ${people} people are told in private.`,
    header: ['Province', 'Organizations', 'People told'],
    unreachable: (count, some, more) =>
      `${count} cannot be told, nobody has joined: ${names(some)}${more > 0 ? `, and ${more} more` : ''}.`,
    clashes: 'On the same days',
    clash: (title, days, both) => `"${title}" (${days}), for ${both} of the same organizations`,
  },
  publish: {
    done: (title, told) => `Published: ${title}. ${told} people are told; bound channels get its card.`,
    already: (title) => `"${title}" is published already; nothing was sent again.`,
  },
  board: {
    published: 'published',
    toClose: 'It is over: check who came, then close it; certificates follow.',
  },
  change: {
    changed: (title, told) =>
      `Changed: ${title}.${told > 0 ? ` ${told} registered people are told, old and new.` : ''}`,
    unchanged: (title) => `"${title}" is as it was.`,
    none: 'none',
    sessions: (was, is) => `${was} sessions → ${is} sessions`,
    cancelSure: (title, seated, waiting) =>
      `Cancel "${title}"? ${seated} seated and ${waiting} waiting people are told, and it cannot be undone. To move it, change its days in step 1.`,
    cancelled: (title, told) =>
      `Cancelled: ${title}.${told > 0 ? ` ${told} registered people are told.` : ''}`,
    held: (title, came) =>
      `Closed: ${title}; ${came} people came. Certificates and summary can be given out.`,
    heldAlready: (title) => `"${title}" is closed already.`,
    released: (title, promoted) =>
      `Seats set aside are everybody's now: ${title}. ${promoted > 0 ? `${promoted} who waited have one.` : 'Nobody waited.'}`,
    releasedAlready: (title) => `Nothing of "${title}" is set aside any more.`,
  },
  roster: {
    title: (title, count) => `${title}: roster (${count})`,
    header: ['#', 'Name', 'Organization', 'State', 'Signed in'],
    none: 'Nobody whom you may see has registered yet.',
    page: (at, of) => `Page ${at} of ${of}`,
    moved: (name, from, to) =>
      to === ''
        ? `${name} registered from ${from} and has left.`
        : `${name} registered from ${from}, now ${to}.`,
  },
  code: {
    title: (code) => `Code ${code}`,
    how: 'How',
    typed: (code) => `Whoever is here tells the bot in private: "sign in ${code}"`,
    came: (came, seated) => `${came} / ${seated}`,
    limits:
      'Valid today. It can be passed on to somebody who is not here: only people with a seat can use it; draw a new one now and then, the old one ends after two minutes; check the roster where in doubt.',
    welcome: (title) => `Signed in: ${title}. Welcome!`,
    again: (title) => `You have signed in already: ${title}.`,
  },
  did: {
    notice:
      'DRAFT, out of what the training was told; gaps are marked. Check it, and send it out yourselves: nothing is sent by itself.',
    header: ['Name', 'Organization', 'Now'],
    nominated: (title) => `Named for ${title}`,
    seated: (title) => `Seated: ${title}`,
    full: (all) => `No seat is left for ${names(all)}. Withdraw somebody first, or add seats.`,
    withdrawn: (title, all, promoted) =>
      `Withdrawn: ${names(all)} (${title}).${promoted > 0 ? ` ${promoted} who waited get the seats.` : ''}`,
    came: (title, marked, again) =>
      `${title}: ${marked} signed in${again > 0 ? `, ${again} were already` : ''}.`,
    file: (kind, title) => `${title}: ${kind}`,
    unprintable: (texts) => `Some characters cannot be printed, please write them by hand: ${names(texts)}`,
    certified: (name, title, at) => `The certificate is true: ${name} came to "${title}", signed in ${at}.`,
  },
  buttons: {
    create: 'New training',
    preview: 'Preview',
    publish: 'Publish',
    outline: 'Back',
    board: 'Manage',
    drop: 'Delete draft',
    dropSure: 'Delete',
    cancel: 'Cancel training',
    cancelSure: 'Cancel it',
    close: 'Close',
    release: 'Release set-aside seats',
    roster: 'Roster',
    code: 'Code',
    newCode: 'Another code',
    signIn: 'Sign in',
    nominate: 'Nominate',
    seat: 'Give seats',
    withdraw: 'Withdraw somebody',
    came: 'Mark as present',
    file: 'File',
    notice: 'Draft the notice',
    basics: '1 Basics',
    people: '2 People',
    programme: '3 Programme',
    extras: '4 Extras',
    next: 'Next',
    previous: 'Previous',
  },
  faults: {
    tooLong: (length, most) => `a field has ${length} characters; ${most} at most`,
    day: (at, fault) =>
      ({
        empty: 'there is no date',
        unreadable: `"${at}" is no date; write 2014-10-15, or two days with 至 between them`,
        impossible: `the calendar has no "${at}"`,
        'no-year': `"${at}" has no year`,
        'no-day': `"${at}" has no day`,
        ambiguous: `day and month of "${at}" could change places; write 2014-06-05`,
      })[fault],
    kind: (at) => `there is no kind "${at}"`,
    audience: (all) => `for whom: "${all.join('", "')}" is not known`,
    seats: (at) => `"${at}" is no number of seats`,
    quotas: (all) => `"${all.join('", "')}" is no quota; write "江苏 3", a province or an organization`,
    quotasSeveral: (all) => `"${all.join('", "')}" could be several organizations; write the full name`,
    session: (line, at, fault) =>
      ({
        'no-time': `line ${line} of the programme, "${at}", has no times; write 09:00-10:30`,
        'no-day': `line ${line} of the programme, "${at}", has no day`,
        empty: `line ${line} of the programme has no date`,
        unreadable: `line ${line} of the programme: "${at}" is no date`,
        impossible: `line ${line} of the programme: the calendar has no "${at}"`,
        'no-year': `line ${line} of the programme: "${at}" has no year`,
        ambiguous: `line ${line} of the programme: day and month of "${at}" could change places`,
      })[fault],
    materials: (all) => `materials "${all.join('", "')}" have no address`,
    hold: (at) => `"${at}" is no number of hours`,
    begun: 'it begins in the past; check the days',
    closed: 'registration ends in the past',
    nobody: 'it is for no organization at all',
    beyondProvince: (province) =>
      `${province} may invite its own province only; otherwise the zone office publishes`,
  },
  read: {
    kept: (file) => `"${file}" was read into a draft; please check it. Each field stands with its words.`,
  },
  problems: {
    oneFile: ['One file at a time can be read.', 'Send them one by one; each becomes a draft.'],
    tooLarge: (file) => [`"${file}" is too large and was not read.`, 'Send the notice alone, up to 20 MB.'],
    gone: ['There is no such training, or it was deleted.', 'See yours with /alliance training.'],
    draft: (title) => [`"${title}" is a draft still.`, 'Publish it first.'],
    noTraining: (typed) => [`You organize no training "${typed}".`, 'See yours with /alliance training.'],
    severalTrainings: (typed, titles) => [
      `"${typed}" could be: ${titles.join('; ')}.`,
      'Please write more of the title.',
    ],
    noOrganization: ['A training needs an organization, and you belong to none.', 'Join with a code first.'],
    published: (title) => [
      `"${title}" is published and cannot be deleted.`,
      'Cancel it: everybody registered is told.',
    ],
    cancelled: (title) => [`"${title}" is cancelled.`, 'Make a new one to hold it after all.'],
    over: (title) => [
      `"${title}" is over and cannot be changed.`,
      'Its roster can be seen, and people marked as present.',
    ],
    begun: (title) => [
      `"${title}" has begun; nobody can be named any more.`,
      'Whoever is there can be given a seat.',
    ],
    notOver: (title, end) => [`"${title}" is not over before ${end}.`, 'Close it then, or cancel it.'],
    notBegun: (title, starts) => [
      `"${title}" begins on ${starts}; nobody can sign in yet.`,
      'Sign people in on the day.',
    ],
    notToday: (title, starts) => [
      `"${title}" is not today; it begins on ${starts}.`,
      'A code can be shown from the day before on.',
    ],
    wrong: (faults) => [
      `That cannot be done: ${faults.join('; ')}.`,
      'Mend it and try again; what was saved is kept.',
    ],
    previewAgain: (title) => [
      `"${title}" was changed after your preview and was not published.`,
      'Look at the preview again.',
    ],
    differs: (label, is, typed) => `${label}: now "${is}", you wrote "${typed}"`,
    changedMeanwhile: (title, differing) => [
      `Somebody changed "${title}" after you opened the form; yours was not saved. ${differing.length > 0 ? `What differs: ${differing.join('; ')}.` : 'It says what you wrote.'}`,
      'Open the form again: it holds what is there now.',
    ],
    tooFewSeats: (over, all) => [
      `Too few seats: ${over} more people have one or are offered one; nothing was changed. The last to get theirs: ${names(all)}.`,
      'Agree on who stays away, withdraw them, then lower the number.',
    ],
    tooEarly: (title, from) => [`Registration for "${title}" opens at ${from}.`, 'Name people then.'],
    closed: (title, until) => [
      `Registration for "${title}" closed at ${until}.`,
      'Ask the organizer to give seats.',
    ],
    full: (name, waiting) => [
      `No seat is left for ${name} (${waiting} wait).`,
      'Withdraw somebody first, or add seats.',
    ],
    notRegistered: (name, title) => [
      `${name} is not registered for "${title}".`,
      'Check the name on the roster.',
    ],
    refused: (title) => [`That cannot be done to "${title}" now.`, 'Open it again to see how it stands.'],
    noNames: ['There are no names.', 'Write names with 、 or commas between them.'],
    names: (faults) => [`Nobody was moved: ${faults.join('; ')}.`, 'Mend the names and send them again.'],
    several: (all) => `several bear that name, write "name (organization)": ${names(all)}`,
    notYours: (all) => `no member of your province is called ${names(all)}; check, or have them join`,
    notMembers: (all) => `no member is called ${names(all)}; check, or have them join`,
    notOnRoster: (all) => `not on the roster: ${names(all)}`,
    nobodyToNominate: ['Nobody of your province has joined yet.', 'Invite the zones first.'],
    notInvited: (title, all) => [
      `"${title}" is not for the organizations of: ${names(all)}. Nobody was named.`,
      'Leave them out and try again.',
    ],
    cancelReason: [
      'No reason was given; nothing is cancelled.',
      'Press "Cancel it" again and say why: those who registered read it.',
    ],
    noReason: ['There is no reason.', 'Write one; it is kept with the registration.'],
    seatFirst: (all) => [
      `No seat, so not signed in: ${names(all)}.`,
      'Give them a seat first, if one is left.',
    ],
    badCode: ['A code has four figures.', 'See the screen in the room and send "sign in" with the figures.'],
    wrongCode: (left) => [
      'The code is wrong, or was replaced.',
      left > 0
        ? `See the screen and try again; ${left} tries are left within the hour.`
        : 'That was the fifth; please sign in at the desk.',
    ],
    codeLocked: (until) => [
      `Too many wrong codes; try again after ${until}.`,
      'If you are there, please sign in at the desk.',
    ],
    noSeat: (title) => [
      `You have no seat in "${title}" and were not signed in.`,
      'If you are there, ask at the desk: a free seat can be given at once.',
    ],
    nobodyCame: (title) => [
      `Nobody has signed in at "${title}"; there is no certificate to give.`,
      'Check who came first.',
    ],
    noCertificate: (number) => [
      `No certificate bears the number "${number}".`,
      'Check the number; otherwise it is none of ours.',
    ],
  },
}
