/** Addresses of models of payment mechanisms. */
export const paymentModelPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/payment-models`,
  create: (slug: string): string => `/boards/${slug}/payment-models/new`,
  model: (id: string): string => `/payment-models/${id}`,
  step: (id: string, step: 'edit' | 'cohorts' | 'options' | 'payers' | 'choose' | 'show' | 'months.csv' | 'weeks.csv'): string =>
    `/payment-models/${id}/${step}`,
  cohort: (id: string, cohort: string): string => `/payment-models/${id}/cohorts/${cohort}`,
  option: (id: string, option: string): string => `/payment-models/${id}/options/${option}`,
} as const

/** Addresses of packages and of what is paid for them. */
export const packagePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/package-payments`,
  contract: (id: string): string => `/package-payments/${id}`,
  step: (id: string, step: 'terms' | 'packages' | 'runs' | 'reviews' | 'statement' | 'statement.csv' | 'statement.pdf'): string =>
    `/package-payments/${id}/${step}`,
  package: (id: string): string => `/care-packages/${id}`,
  packageStep: (id: string, step: 'deliveries' | 'end' | 'outcomes' | 'payers' | 'statement.csv' | 'statement.pdf'): string =>
    `/care-packages/${id}/${step}`,
  review: (id: string, week: number): string => `/care-packages/${id}/reviews/${week}`,
  payerBack: (id: string, day: string): string => `/care-packages/${id}/payers/${day}`,
  outcome: (id: string, outcome: string): string => `/care-packages/${id}/outcomes/${outcome}`,
  run: (id: string): string => `/payment-runs/${id}`,
  runStep: (id: string, step: 'approve' | 'drop' | 'post' | 'take-back'): string => `/payment-runs/${id}/${step}`,
  statement: (run: string, provider: string): string => `/payment-runs/${run}/statements/${provider}`,
  statementFile: (run: string, provider: string, kind: 'csv' | 'pdf'): string =>
    `/payment-runs/${run}/statements/${provider}/statement.${kind}`,
} as const
