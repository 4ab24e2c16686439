/** Addresses of pipelines. */
export const pipelinePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/pipelines`,
  create: (slug: string): string => `/boards/${slug}/pipelines/new`,
  pipeline: (id: string): string => `/pipelines/${id}`,
  keep: (id: string, step: 'edit' | 'show' | 'stages' | 'rounds' | 'cases'): string => `/pipelines/${id}/${step}`,
  stage: (id: string, stage: string): string => `/pipelines/${id}/stages/${stage}`,
  criteria: (id: string, stage: string): string => `/pipelines/${id}/stages/${stage}/criteria`,
  endCriterion: (id: string, criterion: string): string => `/pipelines/${id}/criteria/${criterion}/end`,
  criterion: (id: string, criterion: string, step: 'tick' | 'waive'): string => `/pipeline-cases/${id}/criteria/${criterion}/${step}`,
  csv: (id: string): string => `/pipelines/${id}/cases.csv`,
  caseOf: (id: string): string => `/pipeline-cases/${id}`,
  step: (id: string, step: 'events' | 'dates' | 'edit'): string => `/pipeline-cases/${id}/${step}`,
} as const

/** Addresses of calls for sealed bids. */
export const bidPaths = {
  create: (pipeline: string): string => `/pipelines/${pipeline}/bid-calls`,
  call: (id: string): string => `/bid-calls/${id}`,
  submit: (id: string): string => `/bid-calls/${id}/bid`,
  files: (id: string): string => `/bid-calls/${id}/files`,
  file: (id: string, file: string): string => `/bid-calls/${id}/files/${file}`,
  withdrawFile: (id: string, file: string): string => `/bid-calls/${id}/files/${file}/withdraw`,
  open: (id: string): string => `/bid-calls/${id}/open`,
  /** What the opened bids say; each time it is read is written down. */
  look: (id: string): string => `/bid-calls/${id}/bids`,
  /** The contract that came of an award: made, or linked; or that none will follow. */
  contract: (id: string, step?: 'link' | 'none'): string => `/bid-calls/${id}/contract${step ? `/${step}` : ''}`,
  undoContract: (id: string, link: string): string => `/bid-calls/${id}/contract/${link}/undo`,
  step: (id: string, step: 'withdraw' | 'decided' | 'criteria' | 'evaluators'): string => `/bid-calls/${id}/${step}`,
  /** Whether somebody with an interest may read. */
  evaluator: (id: string, evaluator: string): string => `/bid-calls/${id}/evaluators/${evaluator}`,
  /** Scores and ranking, and the steps of an evaluator. */
  evaluation: (id: string, step?: 'interest' | 'hand-in' | 'recommend'): string => `/bid-calls/${id}/evaluation${step ? `/${step}` : ''}`,
  scores: (id: string, bid: string, whose: 'own' | 'agreed'): string => `/bid-calls/${id}/evaluation/${bid}/${whose}`,
} as const
