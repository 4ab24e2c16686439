/** Addresses of early help. A reference or an id tells nothing of who a family is. */
export const familyPaths = {
  list: (): string => '/families',
  ask: (): string => '/families/new',
  involved: (): string => '/families/involved',
  posts: (): string => '/families/posts',
  newPost: (): string => '/families/posts/new',
  endPost: (id: string): string => `/families/posts/${id}/end`,
  annexA: (episode: string): string => `/families/${episode}/annex-a-list-2.csv`,
  episodeFile: (episode: string): string => `/families/${episode}/episode.json`,
  family: (episode: string): string => `/families/${episode}`,
  renew: (episode: string): string => `/families/${episode}/agreement/renew`,
  step: (episode: string, step: FamilyStep): string => `/families/${episode}/${step}`,
  looksFile: (episode: string, print: 'looks' | 'looks-large'): string => `/families/${episode}/${print}.pdf`,
  answerLead: (episode: string): string => `/families/${episode}/lead/answer`,
  withdraw: (episode: string, agreement: string): string => `/families/${episode}/agreements/${agreement}/withdraw`,
  approve: (decision: string): string => `/sharing-decisions/${decision}`,
  diary: (): string => '/families/diary',
  drift: (): string => '/families/drift',
  driftRules: (): string => '/families/drift/rules',
  setDrift: (): string => '/families/drift/rules/new',
  plan: (episode: string): string => `/families/${episode}/plan`,
  beginPlan: (episode: string): string => `/families/${episode}/plan/begin`,
  planWords: (episode: string): string => `/families/${episode}/plan/words`,
  ownWords: (episode: string): string => `/families/${episode}/plan/our-page`,
  newNeed: (episode: string): string => `/families/${episode}/plan/needs/new`,
  need: (episode: string, need: string): string => `/families/${episode}/plan/needs/${need}`,
  newAction: (episode: string, need: string): string => `/families/${episode}/plan/needs/${need}/actions/new`,
  action: (episode: string, action: string, step: 'answer' | 'progress' | 'change' | 'end'): string =>
    `/families/${episode}/plan/actions/${action}/${step}`,
  newMember: (episode: string): string => `/families/${episode}/plan/members/new`,
  endMember: (episode: string, member: string): string => `/families/${episode}/plan/members/${member}/end`,
  childrenAsked: (episode: string, of: 'meeting' | 'plan' | 'review', record: string): string =>
    `/families/${episode}/plan/children/${of}/${record}`,
  newReview: (episode: string): string => `/families/${episode}/plan/reviews/new`,
  review: (episode: string, review: string): string => `/families/${episode}/plan/reviews/${review}`,
  newPrint: (episode: string): string => `/families/${episode}/plan/print-for`,
  print: (episode: string, print: string): string => `/families/${episode}/plan/prints/${print}`,
  printPart: (episode: string, print: string, part: 'plan.pdf' | 'signed' | 'pages/new'): string =>
    `/families/${episode}/plan/prints/${print}/${part}`,
  signedPage: (episode: string, print: string, page: string): string => `/families/${episode}/plan/prints/${print}/pages/${page}`,
  newMeeting: (episode: string): string => `/families/${episode}/plan/new-meeting`,
  meeting: (episode: string, meeting: string): string => `/families/${episode}/plan/meetings/${meeting}`,
  meetingPart: (episode: string, meeting: string, part: MeetingPart): string => `/families/${episode}/plan/meetings/${meeting}/${part}`,
  noteOf: (episode: string, meeting: string, item: string): string => `/families/${episode}/plan/meetings/${meeting}/items/${item}/notes`,
  note: (episode: string, meeting: string, note: string): string => `/families/${episode}/plan/meetings/${meeting}/notes/${note}`,
  stand: (episode: string): string => `/families/${episode}/disagreement`,
  endStand: (episode: string, stand: string): string => `/families/${episode}/disagreements/${stand}/end`,
  decideStand: (episode: string, stand: string): string => `/families/${episode}/disagreements/${stand}`,
  moves: (episode: string, step?: MoveStep): string => `/families/${episode}/movement${step === undefined ? '' : `/${step}`}`,
  movements: (): string => '/families/movements',
  advice: (): string => '/families/advice',
  newAdvice: (): string => '/families/advice/new',
  outcome: (id: string): string => `/families/outcomes/${id}`,
  movement: (id: string): string => `/movements/${id}`,
  movementStep: (id: string, step: 'send' | 'receive' | 'answer' | 'withdraw' | 'dispute' | 'settle'): string => `/movements/${id}/${step}`,
  outside: (token: string, step?: 'code' | 'open' | 'answer'): string => `/answer/${token}${step === undefined ? '' : `/${step}`}`,
  emergencies: (): string => '/families/emergencies',
  emergency: (): string => '/families/emergency',
  reviewEmergency: (use: string): string => `/families/emergencies/${use}/review`,
  endDecision: (decision: string): string => `/sharing-decisions/${decision}/end`,
}

/** What can be done at the page of a family's movement. */
export type MoveStep = 'new' | 'tier' | 'level' | 'pause' | 'go-on' | 'grown' | 'reopen'

/** What can be done at the page of a family. */
export type FamilyStep = 'agreement' | 'disagreement' | 'lead' | 'team' | 'sharing' | 'looks' | 'close'

/** Addresses of training. */
export const trainingPaths = {
  home: (): string => '/families/training',
  framework: (): string => '/families/training/framework',
  newCourse: (): string => '/families/training/courses/new',
  newCompetency: (): string => '/families/training/competencies/new',
  changeCourse: (id: string): string => `/families/training/courses/${id}/change`,
  changeCompetency: (id: string): string => `/families/training/competencies/${id}/change`,
  endMandatory: (id: string): string => `/families/training/mandatory/${id}/end`,
  impact: (): string => '/families/training/impact',
  setRule: (): string => '/families/training/rules/new',
  newMandatory: (): string => '/families/training/mandatory/new',
  newNeed: (): string => '/families/training/needs/new',
  newSchedule: (): string => '/families/training/schedules/new',
  schedule: (id: string): string => `/families/training/schedules/${id}`,
  agree: (id: string): string => `/families/training/schedules/${id}/agree`,
  newSession: (schedule: string): string => `/families/training/schedules/${schedule}/sessions/new`,
  session: (id: string): string => `/families/training/sessions/${id}`,
  change: (id: string): string => `/families/training/sessions/${id}/change`,
  book: (id: string): string => `/families/training/sessions/${id}/book`,
  place: (id: string): string => `/families/training/sessions/${id}/place`,
  answer: (booking: string, answer: 'cancel' | 'take' | 'seen'): string => `/families/training/bookings/${booking}/${answer}`,
  attendance: (session: string): string => `/families/training/sessions/${session}/attendance`,
  evaluate: (booking: string): string => `/families/training/bookings/${booking}/evaluation`,
  /** For everybody: sessions as Open Referral UK gives services. */
  openReferral: (): string => '/open-referral/training',
}
/** What is done at a meeting of a team. */
export type MeetingPart = 'edit' | 'people' | 'items' | 'actions' | 'start' | 'end' | 'minutes' | 'cancel' | 'meeting.ics'

/** Addresses of assessments. */
export const assessmentPaths = {
  list: (episode: string): string => `/families/${episode}/assessment`,
  start: (episode: string): string => `/families/${episode}/assessment/new`,
  one: (episode: string, id: string): string => `/families/${episode}/assessment/${id}`,
  part: (episode: string, id: string, part: string): string => `/families/${episode}/assessment/${id}/parts/${part}`,
  step: (episode: string, id: string, step: AssessmentStep): string => `/families/${episode}/assessment/${id}/${step}`,
  contribution: (id: string): string => `/families/contributions/${id}`,
}
/** What can be done with an assessment, and how it can be read. */
export type AssessmentStep =
  | 'read'
  | 'paper.pdf'
  | 'large.pdf'
  | 'views'
  | 'signatures'
  | 'sent'
  | 'contributors'
  | 'take-back'
  | 'authors'
  | 'end-author'
  | 'complete'
  | 'correct'
  | 'mistake'

/** Addresses of the form of assessments, which is worded in versions. */
export const formPaths = {
  list: (): string => '/families/forms',
  one: (id: string): string => `/families/forms/${id}`,
  paper: (id: string, print: 'paper' | 'large'): string => `/families/forms/${id}/${print}.pdf`,
  publish: (id: string): string => `/families/forms/${id}/publish`,
  discard: (id: string): string => `/families/forms/${id}/discard`,
  add: (id: string, part: string): string => `/families/forms/${id}/parts/${part}/new`,
  line: (id: string, field: string): string => `/families/forms/${id}/questions/${field}`,
  act: (id: string, field: string, act: 'raise' | 'retire'): string => `/families/forms/${id}/questions/${field}/${act}`,
}

/** Addresses of figures before they are published. */
export const figurePaths = {
  home: '/families/figures',
  set: '/families/figures/settings/new',
  voice: '/families/figures/voice/new',
  /** Where everybody reads what is published. */
  published: '/early-help-figures',
}

/** Addresses of quality assurance. */
export const qualityPaths = {
  home: (): string => '/families/quality',
  rules: (): string => '/families/quality/rules',
  setRule: (): string => '/families/quality/rules/new',
  drawMonth: (): string => '/families/quality/draws',
  draw: (id: string): string => `/families/quality/draws/${id}`,
  assign: (draw: string, item: string): string => `/families/quality/draws/${draw}/${item}/assign`,
  replace: (draw: string, item: string): string => `/families/quality/draws/${draw}/${item}/replace`,
  report: (): string => '/families/quality/report',
  reportOf: (month: Temporal.PlainDate): string => `/families/quality/report/${month.toPlainYearMonth()}`,
  reportPdf: (month: Temporal.PlainDate): string => `/families/quality/report/${month.toPlainYearMonth()}/report.pdf`,
  freeze: (month: Temporal.PlainDate): string => `/families/quality/report/${month.toPlainYearMonth()}/freeze`,
  family: (episode: string): string => `/families/${episode}/quality`,
  review: (episode: string): string => `/families/${episode}/quality/review`,
  moderate: (episode: string): string => `/families/${episode}/quality/moderate`,
  feedBack: (episode: string): string => `/families/${episode}/quality/feedback`,
  actionDone: (episode: string, action: string): string => `/families/${episode}/quality/actions/${action}/done`,
}

/** Addresses of withholding a family, and of holding a part of its record. */
export const guardPaths = {
  withheld: (): string => '/families/withheld',
  endUnseen: (shield: string): string => `/families/withheld/${shield}/end`,
  shield: (episode: string): string => `/families/${episode}/shield`,
  askAnother: (episode: string): string => `/families/${episode}/shield/ask`,
  askAnotherUnseen: (shield: string): string => `/families/withheld/${shield}/ask`,
  endShield: (episode: string): string => `/families/${episode}/shield/end`,
  hold: (episode: string): string => `/families/${episode}/hold`,
  readHeld: (episode: string): string => `/families/${episode}/hold/read`,
  lift: (episode: string, restriction: string): string => `/families/${episode}/hold/${restriction}/lift`,
}

const right = (episode: string): string => `/families/${episode}/put-right`

/** Addresses of putting right what is recorded, and of what somebody says against it. */
export const rightPaths = {
  section: right,
  other: (episode: string): string => `${right(episode)}/new`,
  dissent: (episode: string): string => `${right(episode)}/statement`,
  decide: (episode: string, request: string): string => `${right(episode)}/requests/${request}`,
  dissentAfter: (episode: string, request: string): string => `${right(episode)}/requests/${request}/statement`,
  ask: (episode: string, source: string, record: string): string => `${right(episode)}/${source}/${record}`,
  mistake: (episode: string, source: string, record: string): string => `${right(episode)}/${source}/${record}/mistake`,
}

/** Addresses of putting right what is recorded of a family whose record is closed. */
export const closedRightPaths = {
  register: (): string => '/families/put-right',
  approve: (request: string): string => `/families/put-right/${request}`,
  section: (episode: string): string => `/families/${episode}/closed-right`,
  other: (episode: string): string => `/families/${episode}/closed-right/new`,
  line: (episode: string, source: string, record: string): string => `/families/${episode}/closed-right/${source}/${record}`,
}

const people = (episode: string): string => `/families/${episode}/people`
const voice = (episode: string): string => `/families/${episode}/voice`

/** Addresses of the people of a family. */
export const peoplePaths = {
  section: people,
  enter: (episode: string): string => `${people(episode)}/new`,
  person: (episode: string, person: string): string => `${people(episode)}/${person}`,
  step: (episode: string, person: string, step: PersonStep): string => `${people(episode)}/${person}/${step}`,
  end: (episode: string, person: string, kind: string, line: string): string => `${people(episode)}/${person}/${kind}/${line}/end`,
  apart: (episode: string, person: string, merged: string): string => `${people(episode)}/${person}/apart/${merged}`,
}

/** What can be done at the page of somebody of a family. */
export type PersonStep = 'change' | 'known-as' | 'facts' | 'identifier' | 'relationship' | 'address' | 'contact' | 'shield' | 'merge'

/** Addresses of what children and parents say. */
export const familyVoicePaths = {
  section: voice,
  statement: (episode: string): string => `${voice(episode)}/statements/new`,
  changeStatement: (episode: string, statement: string): string => `${voice(episode)}/statements/${statement}/change`,
  dispute: (episode: string, statement: string): string => `${voice(episode)}/statements/${statement}/dispute`,
  reading: (episode: string): string => `${voice(episode)}/readings/new`,
  readingsFile: (episode: string): string => `${voice(episode)}/readings.csv`,
  ownReading: (episode: string, person: string): string => `${voice(episode)}/own/${person}`,
  words: (episode: string): string => `${voice(episode)}/words/new`,
  drawing: (episode: string, drawing: string): string => `${voice(episode)}/drawings/${drawing}`,
  practice: (): string => '/families/practice',
}

/** Addresses of retention. */
export const retentionPaths = {
  home: (asked = ''): string => `/families/retention${asked}`,
  newRule: (): string => '/families/retention/rules/new',
  list: (): string => '/families/retention/destroyed.csv',
  giveBack: (): string => '/families/retention/give-back',
  step: (episode: string, step: 'review' | 'hold' | 'lift' | 'destroy'): string => `/families/retention/${episode}/${step}`,
  approve: (episode: string): string => `/families/retention/${episode}/approve`,
  certificate: (id: string): string => `/families/retention/certificates/${id}`,
  certificatePdf: (id: string): string => `/families/retention/certificates/${id}/certificate.pdf`,
}

/** Addresses of requests for what is held. */
export const requestPaths = {
  list: (): string => '/families/requests',
  begin: (): string => '/families/requests/new',
  one: (id: string): string => `/families/requests/${id}`,
  step: (id: string, step: 'longer' | 'send' | 'end' | 'give-all' | 'answer' | 'answer.pdf' | 'answer.csv'): string =>
    `/families/requests/${id}/${step}`,
  entry: (id: string, source: string, record: string): string => `/families/requests/${id}/entries/${source}/${record}`,
}

const supervision = '/families/supervision'

/** Addresses of supervision. */
export const supervisionPaths = {
  home: (): string => supervision,
  agency: (): string => `${supervision}/agency`,
  newStandard: (): string => `${supervision}/standards/new`,
  newTie: (): string => '/families/posts/supervision',
  endTie: (tie: string): string => `${supervision}/ties/${tie}/end`,
  newSession: (tie: string): string => `${supervision}/ties/${tie}/new`,
  session: (id: string): string => `${supervision}/sessions/${id}`,
  remark: (id: string): string => `${supervision}/sessions/${id}/remark`,
  reword: (id: string, note: string): string => `${supervision}/sessions/${id}/remarks/${note}`,
  answer: (id: string): string => `${supervision}/sessions/${id}/answer`,
  correct: (id: string): string => `${supervision}/sessions/${id}/correct`,
  decide: (id: string, episode: string): string => `${supervision}/sessions/${id}/families/${episode}`,
  actionDone: (action: string): string => `${supervision}/actions/${action}/done`,
  newAbsence: (): string => `${supervision}/absences/new`,
  endAbsence: (id: string): string => `${supervision}/absences/${id}/back`,
  family: (episode: string): string => `/families/${episode}/supervision`,
  decidedCorrect: (episode: string, decision: string): string => `/families/${episode}/supervision/${decision}/correct`,
  decidedDone: (episode: string, decision: string): string => `/families/${episode}/supervision/${decision}/done`,
}

/** Addresses of caseloads. */
export const caseloadPaths = {
  home: (): string => '/families/caseloads',
  newLimit: (): string => '/families/caseloads/limits/new',
  newShare: (): string => '/families/caseloads/shares/new',
}

/** What the partnership settled of its practice, and the form that settles one of it from a day on. */
export const settledPaths = {
  home: (code?: string): string => (code === undefined ? '/families/settled' : `/families/settled#${code}`),
  set: (code: string): string => `/families/settled/${code}/set`,
  levels: (step = ''): string => `/families/settled/levels${step}`,
  tiers: (step = ''): string => `/families/settled/tiers${step}`,
  closing: (step = ''): string => `/families/settled/closing${step}`,
  disputes: (step = ''): string => `/families/settled/disagreements${step}`,
  audit: (step = ''): string => `/families/settled/audit${step}`,
}
