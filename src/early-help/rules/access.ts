/**
 * What somebody can be towards a family. Membership opens content, never an agency or a role: 'reader' holds a grant now, 'keeper' leads the family or asked
 * for it while nobody leads, 'proposed' was asked to lead, 'co-ordinator' has its locality, 'approver' owns information governance, 'practitioner' has any post,
 * 'organiser' holds a co-ordinator's post of any locality, 'receiver' works where a transition was sent, 'breaker' opened
 * it in an emergency, 'supervisor' supervises its lead: both read and write nothing but what was decided in supervision; 'agency-lead' leads the practice of an
 * agency, and reads no family by that.
 */
export const caseworkRelations = [
  'keeper',
  'reader',
  'proposed',
  'co-ordinator',
  'approver',
  'practitioner',
  'organiser',
  'receiver',
  'breaker',
  'supervisor',
  'agency-lead',
  'administrator',
] as const

/** One of them. */
export type CaseworkRelation = (typeof caseworkRelations)[number]

/** Parts of a family's record that are opened one by one (handbook of early help 1.4). */
export const contentClasses = ['family', 'assessment', 'voice', 'plan'] as const

/** One of them. */
export type ContentClass = (typeof contentClasses)[number]

/** Who may do what, as data; what is not named is denied. */
export type CaseworkMatrix = Readonly<Record<string, Readonly<Record<string, readonly CaseworkRelation[]>>>>

const keeps: readonly CaseworkRelation[] = ['keeper', 'co-ordinator']

/**
 * The access matrix of early help (E6, handbook 7.1): a board, a commissioner and an administrator read nothing of a family. The policies of migration 0501
 * say the same in SQL, and a test holds the two together. 'content' is besides opened class by class, by a grant that holds now.
 */
export const caseworkAccess: CaseworkMatrix = {
  families: {
    list: ['practitioner'],
    ask: ['practitioner'],
    involved: ['practitioner'],
    advise: ['practitioner'],
    movements: ['practitioner'],
    drift: ['practitioner'],
    'drift-rules': ['practitioner', 'administrator'],
    'set-drift': ['administrator'],
    emergency: ['practitioner'],
  },
  practice: { keep: ['approver'] },
  // How long things hold and by when they are done: whoever has a post may know; what guards families is settled by whoever owns information governance.
  settled: { read: ['practitioner', 'administrator'], set: ['administrator'], 'set-guarded': ['approver'] },
  // What is withheld, without a word of a family: whoever owns information governance ends it with a reason (E6).
  shields: { keep: ['approver'] },
  // What is asked to be put right: of a closed record a co-ordinator proposes, and whoever owns information governance decides (E12).
  rights: { read: ['approver', 'organiser'], decide: ['approver'] },
  emergencies: { read: ['practitioner', 'approver'], review: ['approver'] },
  posts: { read: ['practitioner', 'administrator'], keep: ['administrator'] },
  // What is held of somebody, and how long it is kept: whoever owns information governance; destroying is approved by another, who may be a co-ordinator (E12).
  requests: { keep: ['approver'] },
  retention: { read: ['approver', 'organiser'], keep: ['approver'], approve: ['approver', 'organiser'] },
  // Who was supervised when is theirs and their supervisor’s; how an agency stands is its lead’s. A session is read by the two who met (E8).
  supervision: { read: ['practitioner', 'administrator'], compliance: ['agency-lead'], keep: ['agency-lead', 'administrator'] },
  quality: { keep: ['organiser'], report: ['organiser'], rules: ['organiser', 'administrator'], set: ['administrator'] },
  // Of what is not published co-ordinators see what will be; what figures wait for, whoever sets it sees, too.
  figures: { read: ['organiser', 'approver', 'administrator'], preview: ['organiser'], set: ['approver', 'administrator'] },
  // A claim is drawn and looked behind by co-ordinators, approved by another of them or an owner of information governance, who sets the headings, too.
  claims: {
    read: ['organiser', 'approver'],
    draw: ['organiser'],
    answer: ['organiser', 'approver'],
    families: ['organiser'],
    // A family is taken out of an approved claim by two: a co-ordinator proposes, another of those who may approve claims approves.
    'take-out': ['organiser'],
    correct: ['organiser', 'approver'],
    set: ['approver'],
  },
  training: { read: ['practitioner', 'administrator'], book: ['practitioner'], keep: ['organiser'], set: ['administrator'] },
  forms: { read: ['practitioner', 'administrator'], keep: ['organiser', 'administrator'] },
  family: {
    assessment: ['keeper', 'reader', 'breaker', 'supervisor'],
    'assessment-print': ['keeper', 'reader'],
    assess: ['keeper'],
    fill: ['keeper', 'reader'],
    list: ['keeper', 'reader', 'proposed', 'co-ordinator', 'breaker', 'supervisor'],
    content: ['reader', 'breaker', 'supervisor'],
    export: ['reader'],
    agree: keeps,
    withdraw: keeps,
    propose: keeps,
    answer: ['proposed'],
    team: keeps,
    share: keeps,
    approve: ['approver'],
    relatives: ['reader', 'keeper', 'breaker', 'supervisor'],
    people: ['keeper'],
    review: ['co-ordinator'],
    supervise: ['supervisor'],
    quality: ['keeper', 'co-ordinator'],
    say: ['reader'],
    looks: keeps,
    close: ['keeper'],
    // The plan and the team: whoever leads writes all of it, whoever else reads it what is theirs; a co-ordinator sees days, and reads while it is theirs to review (E4, E7).
    // Whoever opens it in an emergency reads people, assessment, plan, team and meetings on the screen, and takes nothing of it away on paper or as a file (E6; handbook 7.3).
    plan: ['keeper', 'reader', 'co-ordinator', 'breaker', 'supervisor'],
    'plan-read': ['reader', 'co-ordinator', 'breaker', 'supervisor'],
    'plan-paper': ['reader', 'co-ordinator', 'supervisor'],
    'plan-write': ['reader'],
    'plan-lead': ['keeper'],
    rectify: ['keeper', 'reader'],
    'rectify-closed': ['co-ordinator'],
    shield: keeps,
    // A co-ordinator finds a family that is withheld only where they are named as whom one asks instead.
    'end-shield': keeps,
    'ask-another': keeps,
    restrict: keeps,
    'read-held': ['keeper', 'reader'],
    disagree: keeps,
    'settle-disagreement': ['co-ordinator'],
    move: keeps,
    level: ['keeper'],
    grown: ['keeper'],
    reopen: ['co-ordinator'],
  },
  transition: { read: ['keeper', 'reader', 'co-ordinator', 'receiver'], send: keeps, answer: ['receiver'], decide: ['receiver', ...keeps] },
}

/** Whether one of these relations may do this. */
export function mayIn(relations: ReadonlySet<CaseworkRelation>, record: string, verb: string): boolean {
  return (caseworkAccess[record]?.[verb] ?? []).some((relation) => relations.has(relation))
}

/** Whether somebody reads of a family because they supervise its lead or opened it in an emergency, and by nothing else: of agreements they read nothing. */
export const readsOnly = (relations: ReadonlySet<CaseworkRelation>): boolean =>
  (['breaker', 'supervisor'] as const).some((one) => relations.has(one)) &&
  !(['keeper', 'reader', 'co-ordinator'] as const).some((one) => relations.has(one))
