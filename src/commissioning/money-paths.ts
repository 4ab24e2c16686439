/** Addresses of funds and of what is in them. */
export const fundPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/funds`,
  create: (slug: string): string => `/boards/${slug}/funds/new`,
  fund: (id: string, year?: number): string => `/funds/${id}${year === undefined ? '' : `?year=${year}`}`,
  flowOf: (id: string, year: number): string => `/funds/${id}/flow?year=${year}`,
  flow: (slug: string): string => `/boards/${slug}/money-flow`,
  step: (id: string, step: FundStep): string => `/funds/${id}/${step}`,
  year: (id: string, year: number, step: YearStep): string => `/funds/${id}/years/${year}/${step}`,
} as const

/** What can be done with a fund. */
export type FundStep =
  | 'edit'
  | 'show'
  | 'years'
  | 'ring-fences'
  | 'limits'
  | 'risk'
  | 'risk/new'
  | 'simulator'
  | 'savings'
  | 'savings/new'
  | 'posts'
  | 'flow'
  | 'posts/new'
/** What can be done with one year of it. */
export type YearStep =
  | 'edit'
  | 'agree'
  | 'contributions'
  | 'lines'
  | 'virements'
  | 'variations'
  | 'ledger'
  | 'place'
  | 'settle'
  | 'lines.csv'

/** Addresses of what stands in a fund. */
export const moneyPaths = {
  contribution: (id: string, step: 'edit' | 'instalments' | 'paid'): string => `/contributions/${id}/${step}`,
  line: (id: string): string => `/budget-lines/${id}`,
  lineStep: (id: string, step: 'edit' | 'entries' | 'commitments' | 'purpose' | 'moves.csv'): string => `/budget-lines/${id}/${step}`,
  virement: (id: string): string => `/virements/${id}`,
  ofPaper: (paper: string): string => `/committed-money/${paper}`,
  file: (id: string): string => `/ledger-files/${id}`,
  fileStep: (id: string, step: 'load' | 'drop' | 'problems.csv'): string => `/ledger-files/${id}/${step}`,
  rule: (id: string): string => `/risk-rules/${id}`,
  ruleStep: (id: string, step: 'steps' | 'drop-step' | 'drop' | 'force' | 'end'): string => `/risk-rules/${id}/${step}`,
  settlement: (id: string): string => `/settlements/${id}`,
  statement: (id: string, kind: 'csv' | 'pdf'): string => `/settlements/${id}/statement.${kind}`,
  reopen: (id: string): string => `/settlements/${id}/reopen`,
  saving: (id: string): string => `/savings/${id}`,
  savingStep: (id: string, step: 'claim' | 'forecast' | 'take-back'): string => `/savings/${id}/${step}`,
  postCost: (id: string): string => `/joint-posts/${id}/cost`,
} as const
