/** Addresses of measures. */
export const measurePaths = {
  ofBoard: (slug: string) => `/boards/${slug}/measures`,
  new: (slug: string) => `/boards/${slug}/measures/new`,
  measure: (id: string) => `/measures/${id}`,
  define: (id: string) => `/measures/${id}/define`,
  show: (id: string) => `/measures/${id}/show`,
  withdraw: (id: string) => `/measures/${id}/withdraw`,
  baseline: (id: string) => `/measures/${id}/baseline`,
  target: (id: string) => `/measures/${id}/target`,
  /** A new measure whose figures the record itself gives. */
  newCounted: (slug: string) => `/boards/${slug}/measures/new-from-record`,
  /** How the record counts it, or that it does from now on. */
  counting: (id: string) => `/measures/${id}/counting`,
  recount: (id: string) => `/measures/${id}/recount`,
  /** What was counted in the period of these days, half-open. */
  counted: (id: string, startsOn: string, endsOn: string) => `/measures/${id}/counted/${startsOn}/${endsOn}`,
  enter: (id: string) => `/measures/${id}/enter`,
  withdrawTarget: (id: string, target: string) => `/measures/${id}/targets/${target}/withdraw`,
  /** What the owner says of the period of these days, half-open. */
  comment: (id: string, startsOn: string, endsOn: string) => `/measures/${id}/comment/${startsOn}/${endsOn}`,
  /** What it measures: outcomes and priorities of plans. */
  link: (id: string) => `/measures/${id}/measures`,
  endLink: (id: string, link: string) => `/measures/${id}/measures/${link}/end`,
  annotate: (id: string) => `/measures/${id}/annotate`,
  rebase: (id: string) => `/measures/${id}/rebase`,
  chartRules: (id: string) => `/measures/${id}/chart-rules`,
  takeBackMark: (id: string, kind: 'annotation' | 'rebase', mark: string) => `/measures/${id}/chart/${kind}/${mark}/take-back`,
} as const

/** What makes up the turning of a curve besides its forecast. */
export type CurvePart = 'story' | 'partner' | 'idea' | 'action'

/** Addresses of the turning of a curve: of one measure. */
export const curvePaths = {
  curve: (id: string) => `/measures/${id}/curve`,
  /** Where what comes if nothing is done is frozen. */
  forecast: (id: string) => `/measures/${id}/curve/forecast`,
  add: (id: string, part: CurvePart) => `/measures/${id}/curve/add/${part}`,
  takeBack: (id: string, part: CurvePart, row: string) => `/measures/${id}/curve/${part}/${row}/take-back`,
  csv: (id: string) => `/measures/${id}/curve.csv`,
} as const

/** Addresses of returns, uploads and what they owe. */
export const returnPaths = {
  ofBoard: (slug: string) => `/boards/${slug}/returns`,
  new: (slug: string) => `/boards/${slug}/returns/new`,
  edit: (slug: string, template: string) => `/boards/${slug}/returns/${template}/edit`,
  due: (id: string) => `/returns/${id}`,
  give: (id: string) => `/returns/${id}/give`,
  accept: (id: string) => `/returns/${id}/accept`,
  excuse: (id: string) => `/returns/${id}/excuse`,
  upload: (slug: string) => `/boards/${slug}/measures/upload`,
  uploadForm: (slug: string) => `/boards/${slug}/measures/upload/template.csv`,
  uploaded: (id: string) => `/uploads/${id}`,
  uploadProblems: (id: string) => `/uploads/${id}/problems.csv`,
  load: (id: string) => `/uploads/${id}/load`,
} as const

/** Addresses of measures for programs; figures are read and given at the second one. */
export const measureApiPaths = {
  measures: (slug: string) => `/api/v1/boards/${slug}/measures`,
  observations: (id: string) => `/api/v1/measures/${id}/observations`,
} as const

/** Addresses of what is made of the figures of a measure. */
export const figurePaths = {
  csv: (id: string) => `/measures/${id}/figures.csv`,
  areasCsv: (id: string) => `/measures/${id}/areas.csv`,
  longerCsv: (id: string) => `/measures/${id}/longer.csv`,
} as const

/** The forms in which a scorecard leaves the house. */
export type ScorecardFile = 'csv' | 'xlsx' | 'pdf'

/** Addresses of scorecards: of a board, of a priority of a plan, and as they were shown to a meeting. `to` is the last month, '2014-03'. */
export const scorecardPaths = {
  ofBoard: (slug: string) => `/boards/${slug}/scorecard`,
  report: (slug: string) => `/boards/${slug}/scorecard/report`,
  reportFile: (slug: string, file: ScorecardFile) => `/boards/${slug}/scorecard/report.${file}`,
  freeze: (slug: string) => `/boards/${slug}/scorecard/freeze`,
  /** Where one says when reports make themselves. */
  schedule: (slug: string) => `/boards/${slug}/scorecard/reports`,
  endSchedule: (id: string) => `/report-schedules/${id}/end`,
  freezePriority: (id: string) => `/priorities/${id}/scorecard/freeze`,
  schedulePriority: (id: string) => `/priorities/${id}/scorecard/reports`,
  ofPriority: (id: string) => `/priorities/${id}/scorecard`,
  priorityFile: (id: string, file: ScorecardFile) => `/priorities/${id}/scorecard.${file}`,
  frozen: (id: string) => `/scorecards/${id}`,
  /** What has become of its measures since. */
  since: (id: string) => `/scorecards/${id}/since`,
  frozenFile: (id: string, file: ScorecardFile) => `/scorecards/${id}/scorecard.${file}`,
} as const

/** Addresses of published figures of places of the country. `neighbours` is the month of a list, '2025-05'; '' for the latest. */
export const nationalPaths = {
  all: '/national',
  /** Where an administrator reads published files in. */
  readIn: '/national/read-in',
  reading: (id: string) => `/national/readings/${id}`,
  stop: (id: string) => `/national/readings/${id}/stop`,
  authority: (number: number) => `/national/${number}`,
  csv: (number: number, topic = '', neighbours = '') => {
    const asked = new URLSearchParams(Object.entries({ topic, neighbours }).filter(([, value]) => value !== ''))
    return `/national/${number}/scorecard.csv${asked.size > 0 ? `?${asked}` : ''}`
  },
  /** Which published measure a measure is shown beside. */
  tie: (measure: string) => `/measures/${measure}/national`,
  besideCsv: (measure: string) => `/measures/${measure}/national.csv`,
} as const

/** Addresses of programs that give figures. */
export const programPaths = {
  /** Those of the measures that somebody owns or keeps. */
  own: '/measure-programs',
  end: (measure: string, token: string) => `/measures/${measure}/programs/${token}/end`,
} as const

/** Figures of families in early help, as they were published. */
export const familyFigurePaths = { page: '/early-help-figures', csv: '/early-help-figures.csv', quality: '/early-help-figures/quality' }
