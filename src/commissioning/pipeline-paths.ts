/** Addresses of pipelines. */
export const pipelinePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/pipelines`,
  pipeline: (id: string): string => `/pipelines/${id}`,
  csv: (id: string): string => `/pipelines/${id}/cases.csv`,
  caseOf: (id: string): string => `/pipeline-cases/${id}`,
  step: (id: string, step: 'events' | 'dates'): string => `/pipeline-cases/${id}/${step}`,
} as const
