/** The addresses that anybody may visit; permanent once published. */
export const publicPaths = {
  front: '/',
  search: '/search',
  /** JSON Schema of the portable form of terms of reference. */
  termsSchema: '/schemas/goldenthread-terms-1.json',
  /** What open data there is, in plain English. */
  open: '/open',
  /** What programs can ask for, as OpenAPI. */
  openApi: '/api/openapi.json',
  /** A public table for spreadsheets. */
  csv: (table: string): string => `/open/csv/${table}.csv`,
  board: (slug: string): string => `/boards/${encodeURIComponent(slug)}`,
  calendar: (slug: string): string => `/calendar/${encodeURIComponent(slug)}.ics`,
  feed: (slug: string): string => `/feeds/${encodeURIComponent(slug)}.atom`,
} as const

/** The patterns under which the routes answer. */
export const publicPatterns = {
  csv: '/open/csv/:file{[a-z-]+\\.csv}',
  board: '/boards/:slug{[a-z0-9-]+}',
  calendar: '/calendar/:file{[a-z0-9-]+\\.ics}',
  feed: '/feeds/:file{[a-z0-9-]+\\.atom}',
  topicFeed: '/feeds/topics/:file{[a-z0-9-]+\\.atom}',
} as const
