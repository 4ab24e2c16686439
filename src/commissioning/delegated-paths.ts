import { ledPaths } from './framework-paths.ts'

const of = (id: string) => ledPaths.record('delegated', id)

/** Addresses of what is bought from delegated budgets, and of the budgets of persons. */
export const delegatedPaths = {
  share: (id: string, holder: string, step: 'purchases' | 'returns'): string => `${of(id)}/holders/${holder}/${step}`,
  endRule: (id: string, rule: string): string => `${of(id)}/rules/${rule}/end`,
  undo: (id: string, entry: string): string => `${of(id)}/entries/${entry}/undo`,
  individuals: (slug: string): string => `/boards/${slug}/individual-budgets`,
  openIndividual: (slug: string): string => `/boards/${slug}/individual-budgets/new`,
  individual: (id: string): string => `/individual-budgets/${id}`,
  individualStep: (id: string, step: 'readers' | 'purchases' | 'returns'): string => `/individual-budgets/${id}/${step}`,
  undoIndividual: (id: string, entry: string): string => `/individual-budgets/${id}/entries/${entry}/undo`,
} as const
