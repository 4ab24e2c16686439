/** Addresses of measures. */
export const measurePaths = {
  ofBoard: (slug: string) => `/boards/${slug}/measures`,
  new: (slug: string) => `/boards/${slug}/measures/new`,
  measure: (id: string) => `/measures/${id}`,
  define: (id: string) => `/measures/${id}/define`,
  publish: (id: string) => `/measures/${id}/publish`,
  withdraw: (id: string) => `/measures/${id}/withdraw`,
  baseline: (id: string) => `/measures/${id}/baseline`,
  target: (id: string) => `/measures/${id}/target`,
  enter: (id: string) => `/measures/${id}/enter`,
  comment: (id: string) => `/measures/${id}/comment`,
  annotate: (id: string) => `/measures/${id}/annotate`,
  rebase: (id: string) => `/measures/${id}/rebase`,
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

/** Addresses of measures for programs. */
export const measureApiPaths = {
  measures: (slug: string) => `/api/v1/boards/${slug}/measures`,
  observations: (id: string) => `/api/v1/measures/${id}/observations`,
} as const
