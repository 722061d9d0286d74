import type { MatchWords } from './words.ts'

const unwilling = 'They are not available for now; it is left at that.'

export const en: MatchWords = {
  summary: 'Needs and offers: finds the zone that has done it, and introduces both where both agree',
  examples: [
    'We want to clean soil of heavy metals, has anyone done it?',
    'We have a way of recycling copper, who needs it?',
  ],
  kinds: { need: 'need', offer: 'offer', project: 'project', result: 'result', expert: 'expert' },
  stages: { idea: 'idea', pilot: 'pilot', proven: 'proven' },
  visibilities: { alliance: 'the alliance', province: 'our province', named: 'named organizations' },
  states: {
    asked: 'waiting for their answer',
    agreed: 'both agreed, being arranged',
    talking: 'in touch',
    concluded: 'something came of it',
    declined: 'not available for now',
    withdrawn: 'withdrawn',
    lapsed: 'no answer, closed',
    blocked: 'closed',
  },
  outcomes: { visit: 'visit', memorandum: 'memorandum', project: 'project', nothing: 'nothing' },
  whys: {
    conditions: 'the conditions differ',
    matter: 'it is another matter',
    terms: 'no agreement on terms',
    time: 'no time for now',
    contact: 'nobody to talk to',
    solved: 'solved elsewhere',
    other: 'other',
  },
  list: (parts) => parts.join(', '),
  labels: {
    what: 'What',
    field: 'Field',
    setting: 'Setting',
    stage: 'Stage',
    gives: 'Gives',
    asks: 'Asks',
    open: 'Visits and assistance',
    shown: 'Seen by',
    until: 'Valid until',
    source: 'Source',
    about: 'About',
    state: 'State',
    other: 'With',
  },
  unconfirmed: (year) => `told as of ${year}, not confirmed`,
  visits: 'receives visitors',
  helps: 'paired assistance',
  buttons: {
    writeSaid: 'Go on with it',
    writeNeed: 'Write a need',
    writeOffer: 'Write an offer',
    writeProject: 'Write a project',
    writeResult: 'Write a result',
    writeExpert: 'Name an expert',
    publish: 'Publish',
    tidy: 'Publish without numbers',
    edit: 'Edit',
    more: 'Add more',
    paper: 'As a Word file',
    drop: 'Drop it',
    renew: 'Still needed, one more year',
    solved: 'Solved, archive',
    partners: 'Find partners',
    meet: 'We want to meet',
    unfit: 'Does not fit',
    later: 'Not now',
    whole: 'In full',
    agree: 'Yes, introduce us',
    decline: 'Not this time',
    block: 'Never again',
    withdraw: 'Withdraw',
    met: 'We met',
    notYet: 'Not yet',
    conclude: 'Something came of it',
    passOn: 'Pass on words',
    digestOn: 'Tell me of what fits',
    digestOff: 'Stop telling me',
    quiet: 'Quiet for a while',
    blockList: 'Block list',
  },
  draft: {
    begun: (kind, about) =>
      `DRAFT, ${kind}: ${about}\nThe button opens it to go on and to preview; until you publish it nobody sees it.`,
    title: (kind, owner) => `Draft: ${kind} of ${owner}`,
    confirm:
      'Only your organization sees it. Once published, those whom it fits will hear of it; nobody is given your name before both agree.',
    paper: 'Attached is this draft as a Word file, for your organization alone; change and publish it here.',
    fileName: (title) => `${title} (draft).docx`,
    published: (kind) => `The ${kind} is published.`,
    archived: 'Archived; nobody else sees it any more.',
    renewed: (until) => `Valid until ${until} now.`,
    fault: (it) => {
      switch (it.kind) {
        case 'short':
          return `Too short for anybody to answer: beside who has done it, write at least ${it.least} more characters.`
        case 'no-field':
          return 'No field of work could be read out of it: press “Edit” and fill one in, e.g. Sewage, Heavy metals, Household waste; without one no partner is found.'
        case 'long':
          return `It has ${it.length} characters, which nobody reads in a chat: keep it under ${it.most}; details can wait until you meet.`
        case 'twin':
          return `Your organization has published the very same: "${it.title}".`
        case 'personal':
          return `It holds a telephone number, an ID number or an address. Everybody in the alliance would see it; you are put in touch once both agree. Without it:\n${it.masked}`
        case 'over':
          return 'Its last day is past; please give a later one.'
      }
    },
  },
  lists: {
    title: (kind, count) => `${count} × ${kind}`,
    none: (kind) => `No ${kind} found.`,
    mine: (kind) => `Ours (${kind})`,
    header: ['Id', 'Organization', 'In one line', 'Stage', 'Until'],
    more: (left) => `${left} more are not listed; narrow it down with a field or an organization.`,
    drafts: 'draft',
  },
  partners: {
    title: (own) => `Partners for "${own}"`,
    none: (own) => `Nobody fits "${own}" for now; you will be told of new ones.`,
    nothingOfOurs: 'Your organization has published nothing yet. Write a need or an offer first.',
    choose: 'For which one?',
    more: (left) => `${left} more`,
    against: 'See first:',
    cameOf: (times) => `introductions by the alliance have led to something ${times} times`,
    again: (day, why) =>
      `You talked on ${day} and nothing came of it: ${why}. That passes; it may be tried again.`,
    dismissed: (until) =>
      until === undefined ? 'It will not be suggested again.' : `It comes back after ${until}.`,
  },
  introduction: {
    asked: (name) =>
      `${name} is being asked. You are told when they answer; they do not see your name before they agree.`,
    agreed: 'Both agreed; a place to talk is being arranged.',
    declined: 'They are told, kindly, that it does not suit for now; nothing else.',
    withdrawn: 'Withdrawn.',
    blocked: 'They will not be suggested again, and will not be told why.',
    met: 'Good. Tell me what comes of it: a visit, a memorandum, a project.',
    notYet: 'You will be asked again in two weeks.',
    concluded: (outcome) => `Noted: ${outcome}. Thank you; it makes later suggestions better.`,
    passedOn: 'Passed on to the other contact.',
    refused: (why) => {
      switch (why) {
        case 'self':
          return 'That is your own.'
        case 'unwilling':
          return unwilling
        case 'waiting':
          return 'They have been asked; the answer is awaited.'
        case 'introduced':
          return 'You are being introduced already: /alliance match view:introductions.'
        case 'over':
          return 'That has been settled; this button is out of date.'
        case 'twice':
          return 'Noted already.'
        case 'not-yours':
          return 'The other side has to answer that.'
      }
    },
    title: (count) => `Introductions under way: ${count}`,
    none: 'No introductions are under way.',
    header: ['With', 'About', 'State', 'Date'],
  },
  settings: {
    title: 'What you are told of',
    on: 'New needs and offers that fit yours are told on workday mornings, once a day at most.',
    off: 'You are told nothing unasked; /alliance match shows it any time.',
    quiet: (until) => `Nothing is told before ${until}.`,
    blocked: (names) => `Block list (seen by your organization alone): ${names.join(', ')}`,
    nobodyBlocked: 'Nobody is blocked.',
    blockedNow: (name) =>
      `${name} will not be suggested again and is not told. Enter it again to take it off.`,
    unblocked: (name) => `${name} is off the list.`,
  },
  figures: {
    title: (year) => `What came of matchmaking in ${year}`,
    header: ['What', 'Count'],
    rows: {
      published: 'needs and offers that hold',
      asked: 'wanted to meet',
      agreed: 'both agreed',
      met: 'met',
      visit: 'visits',
      memorandum: 'memoranda',
      project: 'projects',
      nothing: 'nothing came of it',
    },
    why: 'Why nothing came of it:',
    because: (why, count, notes) => [`${why}: ${count}`, ...notes].join('; '),
  },
  problems: {
    guest: [
      'Needs and offers belong to organizations of the alliance, and you are in none.',
      'Join with your code first ("join CODE"); policy questions you may ask right away.',
    ],
    noPerson: [
      'To meet, and to agree, is for a person of an organization to say; the terminal is the office and no such person. Nobody was asked.',
      'Let a member of the organization whose need or offer it is press "We want to meet" in /alliance match; to bring two together, the office plans an exchange day with --together ONE×OTHER.',
    ],
    noProfile: ['There is no such profile.', 'See /alliance needs and /alliance offers.'],
    notPublished: ['It is not published yet, so no partners can be looked for.', 'Publish it first.'],
    noIntroduction: ['There is no such introduction.', 'See /alliance match view:introductions.'],
    whyNothing: [
      'Please choose why nothing came of it; for "Other", write a sentence.',
      'What does not fit is not suggested again; what lacked time may be.',
    ],
    badDay: ['That day cannot be read, or is past.', 'Write it like 2014-09-01, a day after today.'],
    noDay: ['No exchange day has been planned yet.', 'The office plans one: /alliance match view:timetable.'],
    noTimetable: [
      'No timetable of an exchange day has been sent to you.',
      'You will be told when the office sends it.',
    ],
    unread: (all) => [
      `Not understood: ${all.map((it) => `${it.field} "${it.typed}"`).join('; ')}. Nothing was changed.`,
      'Fields, settings and forms are those of data/alliance/taxonomy.txt, or may be left empty; visits and helps are yes or no; dates are like 2015-06-30.',
    ],
    faults: (all) => [`It cannot be published yet: ${all.join(' ')}`, 'Please edit it first.'],
  },
}
