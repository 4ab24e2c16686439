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
  /** What the columns of such a table mean, for programs (CSV on the Web). */
  csvDescription: (table: string): string => `/open/csv/${table}.csv-metadata.json`,
  /** Grants by the 360Giving Data Standard. */
  grants: '/open/360giving/grants.json',
  /** Asks for mails about a board, a topic or a search, named by `board=`, `topic=` or `search=`. */
  follow: (what: { readonly board?: string; readonly topic?: string; readonly search?: string } = {}): string => {
    const named = Object.entries(what).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    return named.length === 0 ? '/follow' : `/follow?${named.join('&')}`
  },
  followAsked: '/follow/asked',
  confirmFollow: (key = ''): string => (key === '' ? '/follow/confirm' : `/follow/confirm?key=${encodeURIComponent(key)}`),
  followConfirmed: '/follow/confirmed',
  stopFollowing: (key = ''): string => (key === '' ? '/follow/stop' : `/follow/stop?key=${encodeURIComponent(key)}`),
  stoppedFollowing: '/follow/stopped',
  /** What a mail program posts by itself (RFC 8058). */
  oneClickStop: (key: string): string => `/mail/follow/${encodeURIComponent(key)}`,
  /** How many follow what, for administrators. */
  followers: '/admin/followers',
  board: (slug: string): string => `/boards/${encodeURIComponent(slug)}`,
  calendar: (slug: string): string => `/calendar/${encodeURIComponent(slug)}.ics`,
  feed: (slug: string): string => `/feeds/${encodeURIComponent(slug)}.atom`,
} as const

/** Where the API for signed-in people's programs begins; permanent. Cookies are not looked at below it. */
export const apiRoot = '/api/v1'
/** The type of its errors, as OParl has it. */
export const apiErrorType = 'https://schema.oparl.org/1.1/Error'

/** The patterns under which the routes answer. */
export const publicPatterns = {
  csv: '/open/csv/:file{[a-z-]+\\.csv}',
  csvDescription: '/open/csv/:file{[a-z-]+\\.csv-metadata\\.json}',
  board: '/boards/:slug{[a-z0-9-]+}',
  calendar: '/calendar/:file{[a-z0-9-]+\\.ics}',
  feed: '/feeds/:file{[a-z0-9-]+\\.atom}',
  topicFeed: '/feeds/topics/:file{[a-z0-9-]+\\.atom}',
} as const

/** Forms of visitors that change nothing of anybody's but by a link in their mail: they need no token, and so set no cookie. */
export const openForms: readonly string[] = [publicPaths.follow(), publicPaths.confirmFollow(), publicPaths.stopFollowing()]
