/** Addresses of early help. A reference or an id tells nothing of who a family is. */
export const familyPaths = {
  list: (): string => '/families',
  ask: (): string => '/families/new',
  involved: (): string => '/families/involved',
  posts: (): string => '/families/posts',
  newPost: (): string => '/families/posts/new',
  endPost: (id: string): string => `/families/posts/${id}/end`,
  family: (episode: string): string => `/families/${episode}`,
  step: (episode: string, step: FamilyStep): string => `/families/${episode}/${step}`,
  answerLead: (episode: string): string => `/families/${episode}/lead/answer`,
  withdraw: (episode: string, agreement: string): string => `/families/${episode}/agreements/${agreement}/withdraw`,
  approve: (decision: string): string => `/sharing-decisions/${decision}`,
  endDecision: (decision: string): string => `/sharing-decisions/${decision}/end`,
}

/** What can be done at the page of a family. */
export type FamilyStep = 'agreement' | 'lead' | 'team' | 'sharing' | 'people' | 'looks' | 'close'

/** Addresses of training. */
export const trainingPaths = {
  home: (): string => '/families/training',
  framework: (): string => '/families/training/framework',
  newCourse: (): string => '/families/training/courses/new',
  newCompetency: (): string => '/families/training/competencies/new',
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
  cancel: (booking: string): string => `/families/training/bookings/${booking}/cancel`,
  take: (booking: string): string => `/families/training/bookings/${booking}/take`,
  attendance: (session: string): string => `/families/training/sessions/${session}/attendance`,
  evaluate: (booking: string): string => `/families/training/bookings/${booking}/evaluation`,
  /** For everybody: sessions as Open Referral UK gives services. */
  openReferral: (): string => '/open-referral/training',
}
