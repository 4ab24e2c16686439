import { type AccessMatrix, anyone, type Role, roles } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk']
const clerk: readonly Role[] = ['clerk']

/** Whoever signs in as a person, whatever they are besides. */
const everyPerson: readonly Role[] = roles.filter((role) => role !== 'visitor' && role !== 'self')

/** The live screen: 'attend' sees all of it (others follow the public part); 'come-and-go' says of oneself that one has arrived or left. */
const inTheRoom: Readonly<Record<string, readonly Role[]>> = { attend: fullSight, 'come-and-go': ['member', 'chair'] }

/** What may be done with a record of the meeting itself, in each of its three sights. */
const keptByClerk = (read: readonly Role[], ...verbs: string[]): Readonly<Record<string, readonly Role[]>> => ({
  read,
  ...Object.fromEntries(verbs.map((verb) => [verb, clerk])),
})

/**
 * Who may do what with the records of meetings. The states are the three sights: 'draft' (those who prepare it), 'members' (those who may read
 * the full agenda; exempt matter never goes further) and 'public'. The policies of migration 0012 say the same in SQL, and tests hold the two together.
 */
export const meetingsAccess: AccessMatrix = {
  meeting: {
    // 'follow' keeps, for oneself alone, what one has seen and read.
    draft: { ...keptByClerk([...preparers, 'author'], 'change', 'call', 'cancel', 'record'), follow: [...preparers, 'author'] },
    members: {
      follow: [...fullSight, 'observer', 'author'],
      ...keptByClerk([...fullSight, 'observer', 'author'], 'change', 'cancel', 'publish', 'withdraw', 'record'),
      ...inTheRoom,
    },
    public: { follow: everyPerson, ...keptByClerk(anyone, 'change', 'cancel', 'publish', 'withdraw', 'record'), ...inTheRoom },
  },
  // That a board meets at another's table is for its own clerk to say, and public.
  'joint-body': { any: { read: anyone, agree: clerk } },
  'joining-details': {
    draft: keptByClerk(preparers, 'change'),
    members: keptByClerk([...fullSight, 'observer'], 'change'),
    public: keptByClerk([...fullSight, 'observer'], 'change'),
  },
  'plan-item': {
    draft: keptByClerk(preparers, 'change', 'accept', 'refuse', 'place', 'tag'),
    members: keptByClerk(fullSight, 'change', 'accept', 'refuse', 'place', 'tag'),
    public: keptByClerk(anyone, 'change', 'accept', 'refuse', 'place', 'tag'),
  },
  // A consultation window: what is asked, from when to when, and which meeting decides after it.
  consultation: { members: keptByClerk(fullSight, 'keep'), public: keptByClerk(anyone, 'keep') },
  // Holidays of schools belong to an area and not to a board: every clerk is an 'other-clerk' towards them.
  'school-holiday': { any: { read: anyone, keep: ['clerk', 'other-clerk', 'administrator'] } },
  'forward-plan': { any: { read: anyone, nominate: ['member', 'deputy', 'chair', 'clerk'], add: clerk } },
  'agenda-item': {
    // 'note' is a note for oneself; 'tag' says which topics it belongs to.
    draft: { ...keptByClerk([...preparers, 'author'], 'change', 'remove', 'tag'), note: [...preparers, 'author'] },
    members: { ...keptByClerk([...fullSight, 'author'], 'change', 'withdraw', 'tag'), note: [...fullSight, 'author'] },
    public: { ...keptByClerk(anyone, 'change', 'withdraw', 'tag'), note: everyPerson },
  },
  // The partnership's list of topics. Which of them an item belongs to is part of its content.
  topic: { any: { read: anyone, keep: ['administrator'] } },
  'item-content': {
    draft: keptByClerk([...preparers, 'author'], 'change'),
    members: keptByClerk([...fullSight, 'author'], 'change'),
    public: keptByClerk(anyone, 'change'),
  },
  // Terms that an item puts to its meeting; 'put' is asked before there is an item, 'adopt' once it was decided.
  'terms-proposal': {
    draft: keptByClerk([...preparers, 'author'], 'put', 'adopt'),
    members: keptByClerk([...fullSight, 'author'], 'adopt'),
    public: keptByClerk(anyone, 'adopt'),
  },
  paper: {
    draft: {
      read: [...preparers, 'author'],
      write: ['clerk', 'author'],
      'hand-in': ['clerk', 'author'],
      check: clerk,
      clear: clerk,
      consent: ['clerk', 'chair'],
      send: clerk,
    },
    // 'ask' questions the author before the meeting; 'send' offers it to another board.
    members: {
      read: [...fullSight, 'author'],
      correct: ['clerk', 'author'],
      withdraw: clerk,
      ask: ['member', 'deputy', 'chair'],
      send: clerk,
    },
    public: { read: anyone, correct: ['clerk', 'author'], withdraw: clerk, ask: ['member', 'deputy', 'chair'], send: clerk },
  },
  // A paper offered to another board, by the sight of the paper: both boards' clerks and chairs know of it while it waits, towards their own board each.
  'sent-paper': {
    draft: keptByClerk(preparers, 'comment'),
    members: keptByClerk(preparers, 'comment'),
    public: keptByClerk(preparers, 'comment'),
  },
  'offered-paper': { draft: { read: preparers } },
  // Where a paper was before it was taken in, with the comments of that board: seen with the paper that came of it.
  'travelled-paper': {
    draft: { read: [...preparers, 'author'] },
    members: { read: [...fullSight, 'author'] },
    public: { read: anyone },
  },
  'paper-question': {
    members: { read: [...fullSight, 'author'], answer: ['clerk', 'author'], publish: clerk },
    public: { read: anyone, answer: ['clerk', 'author'], publish: clerk },
  },
  // A file goes with the version of the paper that it belongs to; only a draft's can still be changed.
  'paper-file': {
    draft: { read: [...preparers, 'author'], change: ['clerk', 'author'] },
    members: { read: [...fullSight, 'author'], change: ['clerk', 'author'] },
    public: { read: anyone, change: ['clerk', 'author'] },
  },
  publication: {
    draft: keptByClerk(preparers, 'withdraw', 'clear'),
    members: keptByClerk(fullSight, 'withdraw', 'clear'),
    public: keptByClerk(anyone, 'withdraw', 'clear'),
  },
  // A sentence of Part 2 that somebody named called not confidential: the words are the clerks' alone.
  'cleared-sentence': { draft: { read: clerk }, members: { read: clerk }, public: { read: clerk } },
  pack: {
    draft: { read: preparers },
    members: { read: fullSight },
    public: { read: anyone },
  },
  despatch: { draft: keptByClerk(clerk, 'repeat'), members: keptByClerk(clerk, 'repeat'), public: keptByClerk(clerk, 'repeat') },
  'distribution-list': { any: { read: clerk, keep: clerk } },
  attendance: {
    draft: keptByClerk(preparers, 'record'),
    members: keptByClerk(fullSight, 'record'),
    public: keptByClerk(anyone, 'record'),
  },
  // 'ask' names the partners that must take it home, and puts changed words to them.
  decision: {
    draft: keptByClerk(preparers, 'record', 'change', 'withdraw', 'ask', 'tag'),
    members: keptByClerk(fullSight, 'record', 'change', 'withdraw', 'ask', 'tag'),
    public: keptByClerk(anyone, 'withdraw', 'ask', 'tag'),
  },
  // What a board asks of papers is public; of which item, and the answers, go with the item and the paper.
  'key-questions': { any: { read: anyone, keep: clerk } },
  // That an officer decided under delegation is public; what was decided goes as far as its category. Whoever holds the delegation leads it.
  'officer-decision': {
    members: { read: anyone, withdraw: ['clerk', 'lead'] },
    public: { read: anyone, record: ['clerk', 'lead'], withdraw: ['clerk', 'lead'] },
  },
  'officer-decision-content': { members: { read: [...fullSight, 'lead'] }, public: { read: anyone } },
  // One partner's part in a decision goes as far as the decision, and to whoever answers for the partner.
  ratification: {
    draft: { read: [...preparers, 'lead'], answer: ['clerk', 'lead'] },
    members: { read: [...fullSight, 'lead'], answer: ['clerk', 'lead'] },
    public: { read: anyone, answer: ['clerk', 'lead'] },
  },
  // Members declare their own; the clerk enters and withdraws; the chair rules on those of others.
  'declared-interest': {
    draft: { ...keptByClerk(preparers, 'keep'), rule: preparers },
    members: { ...keptByClerk(fullSight, 'keep'), declare: fullSight, rule: preparers },
    public: keptByClerk(anyone, 'keep'),
  },
  // The resolution to exclude the public goes as far as the record of the meeting.
  'public-exclusion': {
    draft: keptByClerk(preparers, 'keep'),
    members: keptByClerk(fullSight, 'keep'),
    public: keptByClerk(anyone, 'keep'),
  },
  // Of exempt matter: reasons and reviews never go further than the members, also once it is released. 'review' keeps it exempt or releases it.
  'public-interest-test': {
    draft: { read: preparers },
    members: { read: fullSight, review: clerk },
    public: { read: fullSight, review: clerk },
  },
  'exempt-list': { any: { read: preparers } },
  // A copy that was handed out is known to its holder, the clerk and the chair; the certificate of destruction to clerk and chair.
  'exempt-copy': {
    draft: { read: [...preparers, 'self'], keep: clerk, confirm: ['self'] },
    members: { read: [...preparers, 'self'], keep: clerk, confirm: ['self'] },
    public: { read: [...preparers, 'self'], keep: clerk, confirm: ['self'] },
  },
  'destruction-certificate': {
    draft: keptByClerk(preparers, 'keep'),
    members: keptByClerk(preparers, 'keep'),
    public: keptByClerk(preparers, 'keep'),
  },
  // For how long the record copy is kept is no secret; what is decided of it is for clerk and chair.
  'retention-class': { any: { read: anyone, keep: clerk } },
  'retention-review': { any: { read: preparers } },
  motion: {
    draft: keptByClerk(preparers, 'keep'),
    members: { ...keptByClerk(fullSight, 'keep'), 'ask-recorded': fullSight },
    public: keptByClerk(anyone, 'keep'),
  },
  // Read by others once the vote is closed; before, everybody reads their own.
  vote: {
    draft: keptByClerk(clerk, 'call-roll'),
    members: { ...keptByClerk(fullSight, 'call-roll'), cast: fullSight },
    public: keptByClerk(anyone, 'call-roll'),
  },
  action: {
    draft: { read: [...preparers, 'lead'], record: clerk, change: clerk, progress: ['clerk', 'lead'] },
    members: { read: [...fullSight, 'lead'], record: clerk, change: clerk, progress: ['clerk', 'lead'] },
    public: { read: anyone, change: clerk, progress: ['clerk', 'lead'] },
  },
  // A time of an action that returns, ticked off: read with its action.
  'action-time': {
    draft: { read: [...preparers, 'lead'], mark: ['clerk', 'lead'] },
    members: { read: [...fullSight, 'lead'], mark: ['clerk', 'lead'] },
    public: { read: anyone, mark: ['clerk', 'lead'] },
  },
  minutes: {
    draft: { ...keptByClerk(preparers, 'write', 'circulate'), clear: ['chair'] },
    members: keptByClerk(fullSight, 'write', 'circulate', 'approve', 'publish', 'withdraw'),
    public: keptByClerk(anyone, 'write', 'circulate', 'approve', 'publish', 'withdraw'),
  },
  // What is filed with minutes goes as far as they do.
  'minutes-file': {
    draft: keptByClerk(preparers, 'keep'),
    members: keptByClerk(fullSight, 'keep'),
    public: keptByClerk(anyone, 'keep'),
  },
  submission: {
    draft: keptByClerk(preparers, 'settle', 'answer'),
    members: keptByClerk(fullSight, 'settle', 'answer'),
    public: keptByClerk(anyone, 'settle', 'answer'),
  },
  'question-box': {
    draft: { read: [...preparers, 'author'], bring: clerk },
    members: { read: [...fullSight, 'observer', 'author'], bring: fullSight },
    public: { read: anyone, bring: anyone },
  },
  'submission-rule': { any: { read: anyone, keep: clerk } },
  'absence-question': { draft: { read: [...preparers, 'self'], ask: clerk, explain: ['self'] } },
  'officer-letter': { draft: { read: preparers, draft: clerk, send: clerk } },
  // An election: 'keep' is the clerk's running of it; the roll says who votes. The list of receipts stays with those who could vote.
  election: {
    members: { ...keptByClerk(fullSight, 'keep'), nominate: fullSight, vote: fullSight },
    public: { ...keptByClerk(anyone, 'keep'), nominate: fullSight, vote: fullSight },
  },
  'election-candidate': { members: { read: fullSight }, public: { read: fullSight } },
  'election-roll': { members: { read: fullSight }, public: { read: fullSight } },
  'ballot-paper': { members: { read: fullSight }, public: { read: fullSight } },
  compliance: { any: { read: anyone } },
}
