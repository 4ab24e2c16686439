/** A level of a plan, as addresses name it. */
export type RowKind = 'priority' | 'outcome' | 'action'

/** Addresses of plans; those of a plan lead to its most recent version. */
export const planPaths = {
  /** Every plan that one may see. */
  all: '/plans',
  ofBoard: (slug: string): string => `/boards/${slug}/plans`,
  create: (slug: string): string => `/boards/${slug}/plans/new`,
  plan: (id: string): string => `/plans/${id}`,
  versions: (id: string): string => `/plans/${id}/versions`,
  version: (id: string, number: number): string => `/plans/${id}/versions/${number}`,
  compare: (id: string, from: number, to: number): string => `/plans/${id}/compare?from=${from}&to=${to}`,
  /** What a version lacks. */
  check: (id: string, number: number): string => `/plans/${id}/versions/${number}/check`,
  colours: (id: string): string => `/plans/${id}/colours`,
  /** Something that is done with a plan, in a form of its own. */
  step: (id: string, step: 'edit' | 'revise' | 'publish' | 'consult' | 'drop' | 'close' | 'back'): string => `/plans/${id}/${step}`,
  newRow: (id: string, kind: RowKind, under?: string): string =>
    `/plans/${id}/draft/${kind}/new${under === undefined ? '' : `?under=${under}`}`,
  rowStep: (id: string, kind: RowKind, row: string, step: 'edit' | 'up' | 'down' | 'remove'): string =>
    `/plans/${id}/draft/${kind}/${row}/${step}`,
  priority: (id: string): string => `/priorities/${id}`,
  outcome: (id: string): string => `/outcomes/${id}`,
  action: (id: string): string => `/plan-actions/${id}`,
  /** How an action goes, or which colour it has, in a form of its own. */
  actionStep: (id: string, step: 'say' | 'rate'): string => `/plan-actions/${id}/${step}`,
}

/** The page of a record of any level. */
export function rowPath(kind: RowKind, id: string): string {
  return kind === 'action' ? planPaths.action(id) : planPaths[kind](id)
}

/** Addresses of the consultation on a plan and of its approval by boards. */
export const consentPaths = {
  ask: (plan: string): string => `/plans/${plan}/approvals/new`,
  opinion: (plan: string): string => `/plans/${plan}/opinions/new`,
  place: (approval: string): string => `/plan-approvals/${approval}/place`,
  settle: (approval: string): string => `/plan-approvals/${approval}/settle`,
}

/** Addresses of needs assessments. */
export const needsPaths = {
  /** The assessments of every board that one may see. */
  all: '/needs',
  ofBoard: (slug: string): string => `/boards/${slug}/needs`,
  create: (slug: string): string => `/boards/${slug}/needs/new`,
  assessment: (id: string): string => `/needs/${id}`,
  /** Something that is done with an assessment. */
  step: (id: string, step: 'edit' | 'start' | 'publish' | 'decline' | 'withdraw'): string => `/needs/${id}/${step}`,
  newRow: (id: string, kind: 'evidence' | 'finding' | 'need' | 'gap'): string => `/needs/${id}/add/${kind}`,
  /** The address under which a need or a finding is cited: it leads to where it stands. */
  row: (row: string): string => `/needs/cited/${row}`,
  rowStep: (row: string, step: 'edit' | 'remove'): string => `/needs/rows/${row}/${step}`,
  /** Needs and findings that a priority rests on. */
  behind: (priority: string): string => `/priorities/${priority}/needs`,
}

/** Addresses of the reviews of a plan. */
export const reviewPaths = {
  open: (plan: string): string => `/plans/${plan}/reviews/new`,
  round: (id: string): string => `/plan-reviews/${id}`,
  step: (id: string, step: 'chase' | 'close'): string => `/plan-reviews/${id}/${step}`,
}

/** Addresses of risks. */
export const riskPaths = {
  register: (slug: string): string => `/boards/${slug}/risks`,
  create: (slug: string): string => `/boards/${slug}/risks/new`,
  risk: (id: string): string => `/risks/${id}`,
  /** Where an administrator sets a new version of the scale: first with how many levels, then what they are. */
  newScale: '/risk-scales/new',
  newScaleOf: (levels: number): string => `/risk-scales/new/${levels}`,
  /** Something that is done with a risk. */
  step: (id: string, step: 'edit' | 'score' | 'close'): string => `/risks/${id}/${step}`,
}

/** Addresses of equality impact assessments. */
export const equalityPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/equality`,
  create: (slug: string): string => `/boards/${slug}/equality/new`,
  assessment: (id: string): string => `/equality/${id}`,
  /** What it says of one characteristic. */
  line: (id: string, characteristic: string): string => `/equality/${id}/of/${characteristic}`,
  step: (id: string, step: 'edit' | 'finish' | 'improve'): string => `/equality/${id}/${step}`,
  done: (id: string, action: string): string => `/equality/${id}/actions/${action}/done`,
}

/** Addresses of exception reports. */
export const exceptionPaths = {
  raise: (plan: string): string => `/plans/${plan}/exceptions/new`,
  exception: (id: string): string => `/plan-exceptions/${id}`,
  step: (id: string, step: 'place' | 'answer' | 'close'): string => `/plan-exceptions/${id}/${step}`,
}

/** Addresses of what a board owes every year. */
export const dutyPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/duties`,
  create: (slug: string): string => `/boards/${slug}/duties/new`,
  end: (id: string): string => `/plan-duties/${id}/end`,
  /** What became of it in the cycle of a year. */
  settle: (id: string, year: number): string => `/plan-duties/${id}/${year}`,
}

/** Addresses of the reports of plans. */
export const reportPaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/plan-reports`,
  create: (slug: string, plan?: string): string => `/boards/${slug}/plan-reports/new${plan === undefined ? '' : `?plan=${plan}`}`,
  report: (id: string): string => `/plan-reports/${id}`,
  pdf: (id: string): string => `/plan-reports/${id}/report.pdf`,
  section: (id: string, code: string): string => `/plan-reports/${id}/sections/${code}`,
  /** Something that is done with a report. */
  step: (id: string, step: 'draft' | 'place' | 'publish' | 'drop' | 'revise'): string => `/plan-reports/${id}/${step}`,
}

/** Addresses of the library of procedures and guidance. */
export const procedurePaths = {
  /** The library of every board, as far as one may read it. */
  all: '/procedures',
  ofBoard: (slug: string): string => `/boards/${slug}/procedures`,
  create: (slug: string): string => `/boards/${slug}/procedures/new`,
  procedure: (id: string): string => `/procedures/${id}`,
  version: (id: string, number: number): string => `/procedures/${id}/versions/${number}`,
  document: (id: string, number: number): string => `/procedures/${id}/versions/${number}/document.pdf`,
  readers: (id: string): string => `/procedures/${id}/readers`,
  /** Something that is done with a procedure, in a form of its own or by a button. */
  step: (
    id: string,
    step: 'edit' | 'audience' | 'revise' | 'write' | 'document' | 'ask' | 'issue' | 'drop' | 'review' | 'withdraw' | 'read' | 'feedback',
  ): string => `/procedures/${id}/${step}`,
  opinion: (id: string): string => `/procedure-opinions/${id}`,
  answer: (id: string): string => `/procedure-feedback/${id}`,
}

/** Addresses of communication plans. */
export const communicationPaths = {
  /** Those of every board, as far as one may read them. */
  all: '/communications',
  ofBoard: (slug: string): string => `/boards/${slug}/communications`,
  /** The form of a new one; `about` is what it belongs to, as `kind:id`. */
  create: (slug: string, about?: string): string => `/boards/${slug}/communications/new${about === undefined ? '' : `?about=${about}`}`,
  communication: (id: string): string => `/communications/${id}`,
  step: (id: string, step: 'edit' | 'show' | 'close' | 'add'): string => `/communications/${id}/${step}`,
  item: (id: string, step: 'edit' | 'report' | 'call-off'): string => `/communication-items/${id}/${step}`,
}

/** Addresses of submissions to national bodies. */
export const submissionPaths = {
  create: (plan: string): string => `/plans/${plan}/submissions/new`,
  submission: (id: string): string => `/plan-submissions/${id}`,
  step: (id: string, step: 'edit' | 'send' | 'query' | 'outcome' | 'withdraw'): string => `/plan-submissions/${id}/${step}`,
  query: (id: string): string => `/submission-queries/${id}`,
  condition: (id: string, step: 'edit' | 'met'): string => `/submission-conditions/${id}/${step}`,
}
