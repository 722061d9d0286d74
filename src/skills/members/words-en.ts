import type { MemberWords } from './words.ts'

export const en: MemberWords = {
  summary: 'Members and channels: join with a code, see who you are, invite colleagues, bind channels',
  examples: ['whoami', '中文'],
  languageName: 'English',
  problems: {
    noCode: () => [
      'There is no code.',
      'Send "join CODE"; codes come from the zone office or your province.',
    ],
    badCode: () => [
      'This code does not work: mistyped, expired, used up or revoked.',
      'Please check it; if it still fails, ask for a new one where it came from.',
    ],
    locked: (minutes) => [
      'Too many tries.',
      `Please wait ${minutes} min, or check the code with whoever gave it to you.`,
    ],
    elsewhere: (organization) => [
      `You are a member of ${organization} already; a person belongs to one organization.`,
      'To change, send "leave" first and then join with the new code.',
    ],
    operator: () => [
      'The operator at the terminal is the office, without a membership.',
      'Do this in a chat.',
    ],
    pressedLate: () => ['This button no longer works.', 'Please send the command again.'],
    badNumber: (what, most) => [
      `${what}: a whole number from 1 to ${most}, please.`,
      'Correct it and send again.',
    ],
    noInvitation: (id) => [`No working code is called "${id}".`, 'See /alliance invitations.'],
    noMember: (id) => [`No member is called "${id}".`, 'See /alliance members.'],
    notInPrivate: () => ['A private chat cannot be bound.', 'Send this in the channel that you mean.'],
    notBound: () => ['This channel is not bound.', 'Use /alliance bind.'],
    guestBinds: () => ['Only members bind channels.', 'Please join with your code first.'],
  },
  join: {
    joined: (organization, role) => `Welcome to ${organization}! You are here as: ${role}.`,
    linked: (organization) => `Linked: this account and your other one are one member now (${organization}).`,
    already: (organization) => `You are a member of ${organization} already.`,
    seen: 'This code stood in a channel, where others see it. If it has uses left, have it revoked and replaced.',
    more: 'Send "who am I" to see what you may do; codes for colleagues come from the province or the zone office.',
    next: {
      guest: 'Send "who am I" to see what you can do.',
      staff: 'Try "what do we still owe" and "upcoming trainings"; "who am I" shows what you may do.',
      province: 'Try /alliance deadlines and /alliance invite; "who am I" shows what you may do.',
      expert: 'Try /alliance queue; "who am I" shows what you may do.',
      office: 'Try /alliance deadlines and /alliance training; "who am I" shows what you may do.',
    },
    button: 'Enter a code',
  },
  moved: {
    now: (organization) => `You are a member of ${organization} and hear what is told to it.`,
    successor:
      'Somebody else does this now: let them join first (the provincial department or the zone office gives codes), then leave.',
    wrong: 'The wrong organization: leave, then join with a code of the right one. What you did is kept.',
    others: (names) => `Also there: ${names.join(', ')}; they go on hearing everything.`,
    alone: 'You are the only one there: once you leave, the province is asked to pass things on.',
  },
  who: {
    title: 'Who you are',
    name: 'Name',
    organization: 'Organization',
    role: 'Role',
    language: 'Language',
    may: 'You may',
    guest:
      'You are a guest and can ask about policy right away. If you work in a zone, a provincial department, the expert committee or the office, join with your code.',
  },
  link: {
    code: 'Your link code (15 minutes, one use):',
    how: 'On the other platform, write to me in private: "join" and this code.',
    care: 'Whoever uses it is you: give it to nobody.',
  },
  leave: {
    sure: (organization) =>
      `Leave ${organization}? You will be a guest; your accounts are forgotten, what you did stays recorded.`,
    button: 'Leave',
    done: (organization) => `You have left ${organization}. To come back, join with a new code.`,
  },
  language: { which: '请选择语言 / Choose a language', done: 'English from now on.' },
  invite: {
    hint: 'For which organization is the code?',
    button: 'Fill in',
    made: (organization) => `Code for ${organization} (shown this once):`,
    how: 'Pass it on; they write to me in private: "join" and the code.',
    uses: (uses, until, id) =>
      `${uses} use(s), until ${until}, called ${id} (to revoke: /alliance revoke ${id}).`,
    care: 'Whoever has the code can join: give it to people of that organization only.',
    usesName: 'Uses',
    daysName: 'Days',
  },
  invitations: {
    title: 'Working codes',
    none: 'There are no working codes.',
    header: ['Id', 'Organization', 'Used/uses', 'Until'],
    revoke: (id) => `Revoke ${id}`,
  },
  revoked: (id, organization) => `Code ${id} (${organization}) is revoked; whoever joined with it stays.`,
  members: {
    title: (count) => `Members (${count})`,
    none: 'There are no members yet.',
    header: ['Name', 'Organization', 'Role', 'Platforms', 'Id'],
    more: (left) => `${left} more; narrow it down with "organization".`,
  },
  remove: {
    sure: (name, organization) =>
      `Remove ${name} from ${organization}? Their accounts are forgotten, what they did stays recorded.`,
    button: 'Remove',
    done: (name) => `${name} is removed.`,
  },
  bind: {
    now: (to, answers) => `This channel is bound to: ${to}; ${answers}.`,
    free: 'This channel is not bound.',
    button: 'Bind this channel',
    done: (to, answers) => `This channel is now bound to: ${to}; ${answers}.`,
    instead: (to) => `Before that it was bound to: ${to}.`,
    undone: 'This channel is no longer bound; I answer here when mentioned.',
  },
  audit: {
    title: 'Audit (newest first)',
    none: 'No entry fits.',
    header: ['When', 'Who', 'What', 'Of', 'Before', 'After'],
    operator: 'operator',
    register: 'register',
  },
  purposes: { questions: 'questions', notices: 'notices', trainings: 'trainings', alliance: 'alliance' },
  answers: { mention: 'I answer when mentioned', every: 'I answer every question' },
}
