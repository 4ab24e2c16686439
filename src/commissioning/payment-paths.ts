/** Addresses of models of payment mechanisms. */
export const paymentModelPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/payment-models`,
  create: (slug: string): string => `/boards/${slug}/payment-models/new`,
  model: (id: string): string => `/payment-models/${id}`,
  step: (id: string, step: 'edit' | 'cohorts' | 'options' | 'payers' | 'choose' | 'show' | 'months.csv'): string =>
    `/payment-models/${id}/${step}`,
  cohort: (id: string, cohort: string): string => `/payment-models/${id}/cohorts/${cohort}`,
  option: (id: string, option: string): string => `/payment-models/${id}/options/${option}`,
} as const

/** Addresses of packages and of what is paid for them. */
export const packagePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/package-payments`,
  contract: (id: string): string => `/package-payments/${id}`,
  step: (id: string, step: 'terms' | 'packages' | 'runs'): string => `/package-payments/${id}/${step}`,
  package: (id: string): string => `/care-packages/${id}`,
  packageStep: (id: string, step: 'deliveries' | 'end' | 'outcomes'): string => `/care-packages/${id}/${step}`,
  outcome: (id: string, outcome: string): string => `/care-packages/${id}/outcomes/${outcome}`,
  run: (id: string): string => `/payment-runs/${id}`,
  runStep: (id: string, step: 'approve' | 'drop'): string => `/payment-runs/${id}/${step}`,
  statement: (run: string, provider: string): string => `/payment-runs/${run}/statements/${provider}`,
  statementCsv: (run: string, provider: string): string => `/payment-runs/${run}/statements/${provider}/statement.csv`,
} as const
