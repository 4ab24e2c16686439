/** Addresses of assurance of a board, and of its registers. */
export const assurancePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/assurance`,
  /** Every recommendation that one may see, of all boards. */
  recommendations: (): string => '/recommendations',
  register: (slug: string): string => `/boards/${slug}/recommendations`,
  registerCsv: (slug: string): string => `/boards/${slug}/recommendations.csv`,
  newRecommendation: (slug: string): string => `/boards/${slug}/recommendations/new`,
  recommendation: (id: string): string => `/recommendations/${id}`,
  recommendationStep: (id: string, step: RecommendationStep): string => `/recommendations/${id}/${step}`,
  recommendationAction: (id: string, action: string): string => `/recommendations/${id}/actions/${action}`,
  reviews: (slug: string): string => `/boards/${slug}/reviews`,
  newReview: (slug: string): string => `/boards/${slug}/reviews/new`,
  review: (id: string): string => `/reviews/${id}`,
  reviewStep: (id: string, step: ReviewStep): string => `/reviews/${id}/${step}`,
  newPart: (id: string, kind: string): string => `/reviews/${id}/parts/${kind}`,
} as const

/** What can be done with a recommendation, as the last part of an address. */
export type RecommendationStep = 'edit' | 'respond' | 'actions' | 'notes' | 'milestone' | 'close' | 'reopen' | 'show' | 'take-back'
/** What can be done with a review. */
export type ReviewStep = 'edit' | 'recommendations' | 'report' | 'refer' | 'close' | 'show' | 'take-back' | 'evidence'

/** Addresses of the log of challenge. */
export const challengePaths = {
  log: (slug: string): string => `/boards/${slug}/challenges`,
  create: (slug: string): string => `/boards/${slug}/challenges/new`,
  ladder: (slug: string): string => `/boards/${slug}/challenges/ladder`,
  challenge: (id: string): string => `/challenges/${id}`,
  step: (id: string, step: ChallengeStep): string => `/challenges/${id}/${step}`,
  letter: (id: string, position: number): string => `/challenges/${id}/letters/${position}`,
  letterPdf: (id: string, position: number): string => `/challenges/${id}/letters/${position}/letter.pdf`,
  letterStep: (id: string, position: number, step: 'edit' | 'sent' | 'answer'): string => `/challenges/${id}/letters/${position}/${step}`,
} as const

/** What can be done with a challenge. */
export type ChallengeStep = 'edit' | 'respond' | 'impact' | 'milestone' | 'close' | 'escalate' | 'show' | 'take-back'

/** Addresses of audits. */
export const auditPaths = {
  audits: (slug: string): string => `/boards/${slug}/audits`,
  newToolkit: (slug: string): string => `/boards/${slug}/audits/toolkits/new`,
  newRound: (slug: string): string => `/boards/${slug}/audits/new`,
  newCaseAudit: (slug: string): string => `/boards/${slug}/case-audits/new`,
  caseAudit: (id: string): string => `/case-audits/${id}`,
  caseLearning: (id: string): string => `/case-audits/${id}/learning`,
  round: (id: string): string => `/audit-rounds/${id}`,
  roundStep: (id: string, step: 'agencies' | 'open' | 'chase' | 'moderation' | 'report' | 'show' | 'take-back'): string =>
    `/audit-rounds/${id}/${step}`,
  agency: (id: string, organisation: string): string => `/audit-rounds/${id}/agencies/${organisation}`,
  agencyStep: (id: string, organisation: string, step: 'answer' | 'hand-in' | 'moderate' | 'people'): string =>
    `/audit-rounds/${id}/agencies/${organisation}/${step}`,
  action: (id: string, action: string): string => `/audit-rounds/${id}/actions/${action}`,
} as const
