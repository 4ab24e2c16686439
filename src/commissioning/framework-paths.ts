/** Kinds of records that an organisation leads and that have pages of one manner. */
export type LedKind = 'pathway' | 'decommissioning' | 'framework' | 'market' | 'delegated' | 'scenario'

/** Where their pages stand. */
const roots: Readonly<Record<LedKind, string>> = {
  pathway: 'pathways',
  decommissioning: 'decommissionings',
  framework: 'commissioning-frameworks',
  market: 'markets',
  delegated: 'delegated-budgets',
  scenario: 'cost-scenarios',
}

/** Addresses of records that an organisation leads. */
export const ledPaths = {
  ofBoard: (kind: LedKind, slug: string): string => `/boards/${slug}/${roots[kind]}`,
  create: (kind: LedKind, slug: string): string => `/boards/${slug}/${roots[kind]}/new`,
  record: (kind: LedKind, id: string): string => `/${roots[kind]}/${id}`,
  step: (kind: LedKind, id: string, step: string): string => `/${roots[kind]}/${id}/${step}`,
} as const

/** Addresses of what a service is to deliver. */
export const specificationPaths = {
  ofService: (service: string): string => `/services/${service}/specifications`,
  create: (service: string): string => `/services/${service}/specifications/new`,
  compare: (service: string, before: number, after: number): string =>
    `/services/${service}/specifications/compare?from=${before}&to=${after}`,
  end: (service: string, served: string): string => `/services/${service}/outcomes/${served}/end`,
} as const

/** Addresses of what follows on a strategy. */
export const strategyWorkPaths = {
  work: (strategy: string): string => `/strategies/${strategy}/work`,
  step: (strategy: string, step: string): string => `/strategies/${strategy}/${step}`,
} as const

/** Addresses of what is intended for services. */
export const intentionPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/commissioning-intentions`,
  create: (service: string): string => `/services/${service}/intentions`,
  /** The same, and back to the page of the service. */
  ofService: (service: string): string => `/services/${service}/intentions?from=service`,
} as const
