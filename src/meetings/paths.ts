/** Addresses of preparing a meeting: forward plan, meetings, agendas, papers, publishing. */
export const meetingPaths = {
  meetings: (slug: string): string => `/boards/${slug}/meetings`,
  newMeeting: (slug: string): string => `/boards/${slug}/meetings/new`,
  plan: (slug: string): string => `/boards/${slug}/plan`,
  newPlanItem: (slug: string): string => `/boards/${slug}/plan/new`,
  showPlan: (slug: string): string => `/boards/${slug}/plan/show`,
  /** Puts standing items where the terms want them now. */
  placeStanding: (slug: string): string => `/boards/${slug}/plan/standing`,
  planItem: (slug: string, item: string): string => `/boards/${slug}/plan/${item}`,
  planStep: (slug: string, item: string, step: 'accept' | 'refuse' | 'move' | 'withdraw' | 'edit' | 'hide'): string =>
    `/boards/${slug}/plan/${item}/${step}`,
  meeting: (id: string): string => `/meetings/${id}`,
  editMeeting: (id: string): string => `/meetings/${id}/edit`,
  callMeeting: (id: string): string => `/meetings/${id}/call`,
  jointMeeting: (slug: string, id: string): string => `/boards/${slug}/joint-meetings/${id}`,
  cancelMeeting: (id: string): string => `/meetings/${id}/cancel`,
  rescheduleMeeting: (id: string): string => `/meetings/${id}/reschedule`,
  prepare: (id: string): string => `/meetings/${id}/prepare`,
  noticePdf: (id: string): string => `/meetings/${id}/notice.pdf`,
  notice: (id: string): string => `/meetings/${id}/notice`,
  calendar: (id: string): string => `/meetings/${id}/calendar.ics`,
  agenda: (id: string): string => `/meetings/${id}/agenda`,
  newItem: (id: string): string => `/meetings/${id}/agenda/new`,
  openers: (id: string): string => `/meetings/${id}/agenda/openers`,
  placePlanItem: (id: string): string => `/meetings/${id}/agenda/place`,
  item: (id: string, item: string): string => `/meetings/${id}/items/${item}`,
  itemStep: (id: string, item: string, step: 'edit' | 'up' | 'down' | 'remove' | 'withdraw' | 'paper'): string =>
    `/meetings/${id}/items/${item}/${step}`,
  check: (id: string): string => `/meetings/${id}/check`,
  publish: (id: string): string => `/meetings/${id}/publish`,
  publication: (id: string, publication: string): string => `/meetings/${id}/publications/${publication}`,
  publicationStep: (id: string, publication: string, step: 'retry' | 'withdraw' | 'words'): string =>
    `/meetings/${id}/publications/${publication}/${step}`,
  /** `file` is the name that `packFileName` makes. */
  packFile: (id: string, file: string): string => `/meetings/${id}/pack/${file}`,
  papers: (): string => '/papers',
  paper: (id: string): string => `/papers/${id}`,
  paperStep: (
    id: string,
    step: 'edit' | 'preview' | 'hand-in' | 'ask' | 'answer' | 'clear' | 'return' | 'consent' | 'correct' | 'publish-correction' | 'send',
  ): string => `/papers/${id}/${step}`,
  /** Where an own budget is named that pays for what a report commits. */
  ownBudgets: (id: string): string => `/papers/${id}/own-budgets`,
  paperVersion: (id: string, number: number): string => `/papers/${id}/versions/${number}`,
  /** The form in which a member questions the author. */
  askAuthor: (id: string): string => `/papers/${id}/questions/new`,
  questionStep: (id: string, question: string, step: 'answer' | 'publish'): string => `/papers/${id}/questions/${question}/${step}`,
  paperFiles: (id: string): string => `/papers/${id}/files`,
  fileStep: (id: string, file: string, step: 'edit' | 'up' | 'down' | 'remove' | 'confirm'): string =>
    `/papers/${id}/files/${file}/${step}`,
  /** Where a file is read; `name` is the one that it is kept under. */
  paperFile: (id: string, file: string, name: string): string => `/papers/${id}/files/${file}/${encodeURIComponent(name)}`,
  /** The same file as it came, for its author and the clerks. */
  originalFile: (id: string, file: string, name: string): string => `/papers/${id}/files/${file}/original/${encodeURIComponent(name)}`,
  convertedText: (id: string): string => `/papers/${id}/converted`,
  convertedStep: (id: string, step: 'accept' | 'drop'): string => `/papers/${id}/converted/${step}`,
  /** What a board says of a paper that it sent on. */
  sentComments: (id: string, sent: string): string => `/papers/${id}/sent/${sent}/comments`,
  /** What changed since the board before considered it. */
  compareBefore: (id: string): string => `/papers/${id}/before/compare`,
  /** Takes a paper in that another board sent. */
  takeIn: (id: string, item: string): string => `/meetings/${id}/items/${item}/take-in`,
  comparePaper: (id: string, from: number, to: number): string => `/papers/${id}/versions/${from}/compare/${to}`,
  /** Takes what is typed while it is typed, and drops it again. */
  typedPaper: (id: string, step: 'keep' | 'drop'): string => `/papers/${id}/${step}`,
} as const

/** For how long record copies are kept, and what is decided of those that are due. */
export const retentionPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/retention`,
  set: (slug: string): string => `/boards/${slug}/retention/new`,
  ofMeeting: (id: string): string => `/meetings/${id}/retention`,
  decide: (id: string, kind: string): string => `/meetings/${id}/retention/${kind}`,
} as const

/** Addresses of Part 2: resolutions to exclude the public, exempt matter and its review, copies that were handed out and their destruction. */
export const partTwoPaths = {
  exclusions: (id: string): string => `/meetings/${id}/exclusions`,
  newExclusion: (id: string): string => `/meetings/${id}/exclusions/new`,
  /** Exempt matter: its tests, when it is looked at again, what was released. */
  matter: (id: string, item: string): string => `/meetings/${id}/items/${item}/exempt`,
  keepExempt: (id: string, item: string): string => `/meetings/${id}/items/${item}/exempt/keep`,
  release: (id: string, item: string): string => `/meetings/${id}/items/${item}/exempt/release`,
  /** Whether a paper is exempt for itself. */
  judgePaper: (paper: string): string => `/papers/${paper}/exempt`,
  /** Everything of a board that is exempt, what is due for review first. */
  ofBoard: (slug: string): string => `/boards/${slug}/exempt`,
  /** Copies of exempt papers, who has them, and their destruction. */
  copies: (id: string): string => `/meetings/${id}/copies`,
  askHolders: (id: string): string => `/meetings/${id}/copies/ask`,
  printedCopy: (id: string): string => `/meetings/${id}/copies/printed`,
  certify: (id: string): string => `/meetings/${id}/copies/certify`,
  certificate: (id: string, number: number): string => `/meetings/${id}/copies/certificates/${number}`,
  certificatePdf: (id: string, number: number): string => `/meetings/${id}/copies/certificates/${number}/certificate.pdf`,
  /** A copy, for its holder to confirm. */
  copy: (copy: string): string => `/exempt-copies/${copy}`,
  confirmCopy: (copy: string): string => `/exempt-copies/${copy}/confirm`,
  endCopy: (copy: string): string => `/exempt-copies/${copy}/end`,
  editExclusion: (id: string, exclusion: string): string => `/meetings/${id}/exclusions/${exclusion}/edit`,
} as const

/** Addresses of what a meeting leaves behind: attendance, decisions, actions, minutes, and how a board keeps its rules. */
export const recordPaths = {
  meeting: (id: string) => `/meetings/${id}`,
  attendance: (id: string) => `/meetings/${id}/attendance`,
  start: (id: string) => `/meetings/${id}/attendance/start`,
  end: (id: string) => `/meetings/${id}/attendance/end`,
  abandon: (id: string) => `/meetings/${id}/attendance/abandon`,
  waiver: (id: string) => `/meetings/${id}/attendance/consultation`,
  newDecision: (id: string) => `/meetings/${id}/decisions/new`,
  meetingDecisions: (id: string) => `/meetings/${id}/decisions`,
  decision: (id: string) => `/decisions/${id}`,
  changeDecision: (id: string) => `/decisions/${id}/change`,
  withdrawDecision: (id: string) => `/decisions/${id}/withdraw`,
  /** Puts it on the plan of the body that it names. */
  referDecision: (id: string) => `/decisions/${id}/refer`,
  /** Brings terms into force that it was asked to adopt. */
  adoptTerms: (id: string) => `/decisions/${id}/adopt-terms`,
  /** Who must take it home, and the form that puts changed words to them. */
  askPartners: (id: string) => `/decisions/${id}/partners`,
  changedText: (id: string) => `/decisions/${id}/partners/text`,
  /** One partner's part in a decision, and the form for its answer. */
  ratification: (id: string) => `/ratifications/${id}`,
  answerRatification: (id: string) => `/ratifications/${id}/answer`,
  newAction: (id: string) => `/meetings/${id}/actions/new`,
  meetingActions: (id: string) => `/meetings/${id}/actions`,
  action: (id: string) => `/actions/${id}`,
  changeAction: (id: string) => `/actions/${id}/change`,
  actionNote: (id: string) => `/actions/${id}/note`,
  actionState: (id: string) => `/actions/${id}/state`,
  /** Ticks off a time of an action that returns, or takes that back. */
  markTime: (id: string) => `/actions/${id}/times`,
  openTime: (id: string) => `/actions/${id}/times/open`,
  minutes: (id: string) => `/meetings/${id}/minutes`,
  minutesVersion: (id: string, number: number) => `/meetings/${id}/minutes/versions/${number}`,
  compareMinutes: (id: string, from: number, to: number) => `/meetings/${id}/minutes/versions/${from}/compare/${to}`,
  typedMinutes: (id: string, step: 'keep' | 'drop') => `/meetings/${id}/minutes/${step}`,
  minutesVersions: (id: string) => `/meetings/${id}/minutes/versions`,
  minutesPdf: (id: string) => `/meetings/${id}/minutes.pdf`,
  /** The same as Akoma Ntoso. */
  minutesXml: (id: string) => `/meetings/${id}/minutes.akn.xml`,
  minutesFullPdf: (id: string) => `/meetings/${id}/minutes-full.pdf`,
  minutesRecord: (id: string) => `/meetings/${id}/minutes/record`,
  clearMinutes: (id: string) => `/meetings/${id}/minutes/clear`,
  /** What is filed with minutes, and the form that files more. */
  filedFiles: (id: string) => `/meetings/${id}/minutes/files`,
  removeFiled: (id: string, file: string) => `/meetings/${id}/minutes/files/${file}/remove`,
  /** Where a filed file is opened; `name` is the one that it is kept under. */
  filedFile: (id: string, file: string, name: string) => `/meetings/${id}/minutes/filed/${file}/${encodeURIComponent(name)}`,
  draftMinutes: (id: string) => `/meetings/${id}/minutes/draft`,
  editMinutes: (id: string) => `/meetings/${id}/minutes/edit`,
  bringIn: (id: string) => `/meetings/${id}/minutes/bring-in`,
  circulateMinutes: (id: string) => `/meetings/${id}/minutes/circulate`,
  approveMinutes: (id: string) => `/meetings/${id}/minutes/approve`,
  signMinutes: (id: string) => `/meetings/${id}/minutes/sign`,
  publishMinutes: (id: string) => `/meetings/${id}/minutes/publish`,
  withdrawMinutes: (id: string) => `/meetings/${id}/minutes/withdraw`,
  board: (slug: string) => `/boards/${slug}`,
  boardMeetings: (slug: string) => `/boards/${slug}/meetings`,
  boardMembers: (slug: string) => `/boards/${slug}/members`,
  boardTerms: (slug: string) => `/boards/${slug}/terms`,
  /** What it owes every year, which plans keep. */
  boardDuties: (slug: string) => `/boards/${slug}/duties`,
  boardDecisions: (slug: string) => `/boards/${slug}/decisions`,
  boardActions: (slug: string) => `/boards/${slug}/actions`,
  completionCsv: (slug: string) => `/boards/${slug}/actions/completion.csv`,
  mattersArising: (id: string) => `/meetings/${id}/matters-arising`,
  register: (slug: string) => `/boards/${slug}/attendance`,
  registerCsv: (slug: string) => `/boards/${slug}/attendance/register.csv`,
  misses: (slug: string) => `/boards/${slug}/attendance/misses`,
  askAbsence: (meeting: string) => `/meetings/${meeting}/attendance/ask`,
  absence: (id: string) => `/absences/${id}`,
  newLetter: (slug: string) => `/boards/${slug}/attendance/letters`,
  letter: (id: string) => `/letters/${id}`,
  sendLetter: (id: string) => `/letters/${id}/sent`,
  compliance: (slug: string) => `/boards/${slug}/compliance`,
} as const

/** Addresses of what boards ask of papers before they are cleared (S2). */
export const questionPaths = {
  sets: (slug: string): string => `/boards/${slug}/key-questions`,
  newSet: (slug: string): string => `/boards/${slug}/key-questions/new`,
  endSet: (slug: string, set: string): string => `/boards/${slug}/key-questions/${set}/end`,
  ofItem: (meeting: string, item: string): string => `/meetings/${meeting}/items/${item}/key-questions`,
  answers: (paper: string): string => `/papers/${paper}/key-questions`,
} as const

/** Addresses of decisions that officers take under delegation, outside meetings. */
export const officerPaths = {
  list: (slug: string, delegation?: string): string =>
    `/boards/${slug}/officer-decisions${delegation === undefined ? '' : `?delegation=${delegation}`}`,
  record: (slug: string): string => `/boards/${slug}/officer-decisions/new`,
  decision: (id: string): string => `/officer-decisions/${id}`,
  correct: (id: string): string => `/officer-decisions/${id}/correct`,
  withdraw: (id: string): string => `/officer-decisions/${id}/withdraw`,
} as const

/** Addresses of topics, which lead over all boards (O2, O3). */
export const topicPaths = {
  topics: '/topics',
  newTopic: '/topics/new',
  topic: (slug: string): string => `/topics/${slug}`,
  changeTopic: (slug: string): string => `/topics/${slug}/change`,
  /** What comes out about it, as Atom; the public site answers. */
  feed: (slug: string): string => `/feeds/topics/${slug}.atom`,
  /** Asks for mails about it; the public site answers. */
  follow: (slug: string): string => `/follow?topic=${slug}`,
  ofItem: (meeting: string, item: string): string => `/meetings/${meeting}/items/${item}/topics`,
  ofPlanItem: (slug: string, item: string): string => `/boards/${slug}/plan/${item}/topics`,
  ofDecision: (id: string): string => `/decisions/${id}/topics`,
} as const

/** Addresses of the year ahead: boards side by side, the year of one board, consultation windows, holidays of schools (M1, G11). */
export const yearPaths = {
  calendar: '/calendar',
  /** The same with one board chosen. */
  calendarOf: (slug: string): string => `/calendar?board=${slug}`,
  year: (slug: string): string => `/boards/${slug}/year`,
  /** Creates the meetings that were proposed. */
  planYear: (slug: string): string => `/boards/${slug}/year/plan`,
  newConsultation: (slug: string): string => `/boards/${slug}/consultations/new`,
  /** The consultations of every board. */
  allConsultations: '/consultations',
  consultations: (slug: string): string => `/boards/${slug}/consultations`,
  consultation: (slug: string, id: string): string => `/boards/${slug}/consultations/${id}`,
  consultationStep: (slug: string, id: string, step: 'edit' | 'withdraw' | 'outcome'): string =>
    `/boards/${slug}/consultations/${id}/${step}`,
  /** What people said to it: a page of voice. */
  consultationSaid: (slug: string, id: string): string => `/boards/${slug}/consultations/${id}/said`,
  schoolHolidays: '/school-holidays',
  newSchoolHoliday: '/school-holidays/new',
  schoolHolidayStep: (id: string, step: 'edit' | 'remove'): string => `/school-holidays/${id}/${step}`,
} as const

/** Addresses over all boards of the arrangement. */
export const arrangementPaths = {
  compliance: '/compliance',
  complianceCsv: '/compliance.csv',
  board: (slug: string): string => `/boards/${slug}/compliance`,
} as const

/** Addresses of the meeting in the room (M8). */
export const livePaths = {
  live: (id: string): string => `/meetings/${id}/live`,
  part: (id: string, part: string): string => `/meetings/${id}/live/parts/${part}`,
  stream: (id: string): string => `/meetings/${id}/live/stream`,
  /** Where a form of the live page goes; `act` is the name of its entry. */
  act: (id: string, act: string): string => `/meetings/${id}/live/${act}`,
} as const

/** Addresses of what people bring to a meeting: questions, petitions, deputations, declarations of the whip (M13). */
export const submissionPaths = {
  list: (meeting: string): string => `/meetings/${meeting}/questions`,
  /** The form: for anybody where the meeting is public, for members where they are signed in, for the clerk on behalf of somebody. */
  bring: (meeting: string): string => `/meetings/${meeting}/questions/new`,
  sent: (meeting: string): string => `/meetings/${meeting}/questions/sent`,
  /** With '?token=' and the secret of the mail. */
  confirm: (): string => '/questions/confirm',
  submission: (id: string): string => `/questions/${id}`,
  step: (id: string, step: 'settle' | 'answer' | 'withdraw'): string => `/questions/${id}/${step}`,
  rules: (slug: string): string => `/boards/${slug}/question-rules`,
  newRule: (slug: string): string => `/boards/${slug}/question-rules/new`,
} as const

/** Addresses of who is told, what came of it, and what a member reads and notes. */
export const readingPaths = {
  lists: (slug: string): string => `/boards/${slug}/lists`,
  newList: (slug: string): string => `/boards/${slug}/lists/new`,
  list: (slug: string, list: string): string => `/boards/${slug}/lists/${list}`,
  listStep: (slug: string, list: string, step: 'edit' | 'end' | 'add-person' | 'add-post' | 'add-board' | 'add-outside'): string =>
    `/boards/${slug}/lists/${list}/${step}`,
  removeEntry: (slug: string, list: string, entry: string): string => `/boards/${slug}/lists/${list}/entries/${entry}/remove`,
  /** A page that asks first. */
  leaveList: (token: string): string => `/leave-list?token=${token}`,
  /** What a mail program asks without asking (RFC 8058). */
  leaveAtOnce: (token: string): string => `/mail/leave/${token}`,
  itemAudience: (meeting: string, item: string): string => `/meetings/${meeting}/items/${item}/audience`,
  told: (meeting: string): string => `/meetings/${meeting}/told`,
  toldStep: (meeting: string, despatch: string, step: 'again' | 'posted'): string => `/meetings/${meeting}/told/${despatch}/${step}`,
  proof: (meeting: string, publication: string, form: '' | '.csv' | '.pdf' = ''): string =>
    `/meetings/${meeting}/publications/${publication}/proof${form}`,
  reading: (meeting: string): string => `/meetings/${meeting}/reading`,
  seen: (meeting: string): string => `/meetings/${meeting}/reading/seen`,
  mark: (meeting: string): string => `/meetings/${meeting}/reading/mark`,
  notes: (meeting: string): string => `/meetings/${meeting}/reading/notes`,
  note: (meeting: string, item: string): string => `/meetings/${meeting}/items/${item}/note`,
  read: (meeting: string, item: string): string => `/meetings/${meeting}/items/${item}/read`,
  download: (meeting: string): string => `/meetings/${meeting}/papers.zip`,
} as const

/** Addresses of elections by secret ballot (M14). */
export const electionPaths = {
  list: (slug: string): string => `/boards/${slug}/elections`,
  call: (slug: string): string => `/boards/${slug}/elections/new`,
  election: (id: string): string => `/elections/${id}`,
  step: (id: string, step: 'nominate' | 'open' | 'ballot' | 'count' | 'tie' | 'publish' | 'call-off'): string => `/elections/${id}/${step}`,
  answer: (id: string, candidate: string): string => `/elections/${id}/candidates/${candidate}/answer`,
} as const
