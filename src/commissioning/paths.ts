/** Addresses of what a board commissions. */
export const commissioningPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/commissioning`,
  rules: (slug: string): string => `/boards/${slug}/commissioning/rules`,
} as const

/** Addresses of services. */
export const servicePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/services`,
  create: (slug: string): string => `/boards/${slug}/services/new`,
  service: (id: string): string => `/services/${id}`,
  step: (id: string, step: 'edit' | 'status' | 'outcomes' | 'show' | 'directory' | 'checked' | 'report'): string =>
    `/services/${id}/${step}`,
} as const

/** Addresses of the early help offer, which is for everybody. */
export const offerPaths = {
  directory: (): string => '/early-help-offer',
  /** Anybody says that a service is missing. */
  missing: (slug: string): string => `/boards/${slug}/services/missing`,
  thanks: (slug: string): string => `/boards/${slug}/services/reported`,
  /** What was reported, for the clerk. */
  reports: (slug: string): string => `/boards/${slug}/services/reports`,
  settle: (report: string): string => `/offer-reports/${report}/settle`,
  /** As Open Referral UK: for programs. */
  openReferral: (): string => '/open-referral/services',
} as const

/** Addresses of commissioning strategies. */
export const strategyPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/strategies`,
  create: (slug: string): string => `/boards/${slug}/strategies/new`,
  strategy: (id: string): string => `/strategies/${id}`,
  step: (id: string, step: 'edit' | 'criteria' | 'options' | 'decide' | 'show'): string => `/strategies/${id}/${step}`,
  option: (id: string, option: string): string => `/strategies/${id}/options/${option}`,
} as const

/** Addresses of agreements. */
export const agreementPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/agreements`,
  create: (slug: string): string => `/boards/${slug}/agreements/new`,
  agreement: (id: string): string => `/agreements/${id}`,
  step: (id: string, step: 'edit' | 'words' | 'parties' | 'chapters' | 'scope' | 'show' | 'end'): string => `/agreements/${id}/${step}`,
  party: (id: string, party: string): string => `/agreements/${id}/parties/${party}`,
  chapter: (id: string, chapter: string): string => `/agreements/${id}/chapters/${chapter}`,
} as const

/** Addresses of what becomes of an agreement after it is signed. */
export const agreementChangePaths = {
  step: (id: string, step: 'history' | 'variations' | 'contributions' | 'grant-years' | 'claims' | 'grant-savings'): string =>
    `/agreements/${id}/${step}`,
  sign: (id: string, variation: string): string => `/agreements/${id}/variations/${variation}`,
  claim: (id: string, claim: string, step: 'settle' | 'claw-back'): string => `/agreements/${id}/claims/${claim}/${step}`,
  /** `period`: the first day after the period that is reported on. */
  report: (id: string, rule: string, period: string): string => `/agreements/${id}/reports/${rule}/${period}`,
  pdf: (id: string): string => `/agreements/${id}/agreement.pdf`,
} as const
