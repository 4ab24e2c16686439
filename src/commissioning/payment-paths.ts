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
