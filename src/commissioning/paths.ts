/** Addresses of what a board commissions. */
export const commissioningPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/commissioning`,
} as const

/** Addresses of services. */
export const servicePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/services`,
  create: (slug: string): string => `/boards/${slug}/services/new`,
  service: (id: string): string => `/services/${id}`,
  step: (id: string, step: 'edit' | 'status' | 'outcomes' | 'show'): string => `/services/${id}/${step}`,
} as const

/** Addresses of agreements. */
export const agreementPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/agreements`,
  create: (slug: string): string => `/boards/${slug}/agreements/new`,
  agreement: (id: string): string => `/agreements/${id}`,
  step: (id: string, step: 'edit' | 'parties' | 'chapters' | 'scope' | 'show'): string => `/agreements/${id}/${step}`,
} as const
