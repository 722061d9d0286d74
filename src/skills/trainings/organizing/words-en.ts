import { faultsEn, problemsEn } from './fault-words-en.ts'
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
  faults: faultsEn,
  read: {
    kept: (file) => `"${file}" was read into a draft; please check it. Each field stands with its words.`,
  },
  problems: problemsEn,
}
