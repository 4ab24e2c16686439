/** Steps of a contract that have a form of their own. */
export type ContractStep =
  | 'edit'
  | 'facts'
  | 'ties'
  | 'providers'
  | 'lots'
  | 'options'
  | 'kpis'
  | 'notices'
  | 'clauses'
  | 'assessments'
  | 'visits'
  | 'poor-performance'
  | 'failure-plan'
  | 'steps'
  | 'clear'
  | 'show'
  | 'end'

/** Addresses of contracts. */
export const contractPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/contracts`,
  csv: (slug: string): string => `/boards/${slug}/contracts.csv`,
  calendar: (slug: string): string => `/boards/${slug}/contracts/calendar`,
  create: (slug: string): string => `/boards/${slug}/contracts/new`,
  contract: (id: string): string => `/contracts/${id}`,
  step: (id: string, step: ContractStep): string => `/contracts/${id}/${step}`,
  lot: (id: string, lot: string): string => `/contracts/${id}/lots/${lot}`,
  option: (id: string, option: string): string => `/contracts/${id}/options/${option}`,
  /** What a provider reports. */
  report: (id: string): string => `/contracts/${id}/report`,
  answer: (notice: string): string => `/performance-notices/${notice}/answer`,
  closeNotice: (notice: string): string => `/performance-notices/${notice}/close`,
  visit: (id: string, visit: string, step: 'held' | 'actions'): string => `/contracts/${id}/visits/${visit}/${step}`,
  visitAction: (id: string, action: string): string => `/contracts/${id}/visit-actions/${action}`,
  /** A provider says that it is done. */
  reportAction: (id: string, action: string): string => `/contracts/${id}/visit-actions/${action}/report`,
  /** Whoever keeps the contract answers that. */
  answerAction: (id: string, report: string): string => `/contracts/${id}/action-reports/${report}`,
} as const

/** Addresses of notices of buying that are brought. */
export const noticePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/contracts/notices`,
  buyers: (slug: string): string => `/boards/${slug}/contracts/notices/buyers`,
  waiting: (slug: string): string => `/boards/${slug}/contracts/notices/waiting`,
  complete: (release: string): string => `/notice-releases/${release}/complete`,
  file: (id: string): string => `/notice-files/${id}`,
  step: (id: string, step: 'load' | 'drop' | 'stop'): string => `/notice-files/${id}/${step}`,
} as const

/** Addresses of registers of contracts that are brought. */
export const registerPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/contracts/register`,
  file: (id: string): string => `/register-files/${id}`,
  step: (id: string, step: 'load' | 'drop' | 'stop'): string => `/register-files/${id}/${step}`,
} as const

/** Addresses of providers. */
export const providerPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/providers`,
  create: (slug: string): string => `/boards/${slug}/providers/new`,
  /** What each commissioner pays, compared. */
  rates: (slug: string): string => `/boards/${slug}/providers/rates`,
  endSignIn: (id: string, signIn: string): string => `/providers/${id}/sign-in/${signIn}`,
  provider: (id: string): string => `/providers/${id}`,
  step: (id: string, step: 'edit' | 'identifiers' | 'relations' | 'sign-in'): string => `/providers/${id}/${step}`,
  relation: (id: string): string => `/provider-relations/${id}`,
  relationStep: (id: string, step: 'contacts' | 'rates' | 'letters'): string => `/provider-relations/${id}/${step}`,
  /** What a provider sees of its own. */
  own: (): string => '/my-contracts',
  letter: (id: string): string => `/provider-letters/${id}`,
  send: (id: string): string => `/provider-letters/${id}/send`,
  acknowledge: (id: string): string => `/provider-letters/${id}/acknowledge`,
} as const
