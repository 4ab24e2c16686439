/** A page to visit in every mode. */
export interface VisitedPage {
  /** Address, or a function of the addresses found so far: see `findPath`. */
  readonly path: string
  /** Role in the sample's sign-in list, for example 'clerk'; undefined for a visitor. */
  readonly as?: string | undefined
  /** Expected status; 200 unless said. */
  readonly status?: number | undefined
  /** When the path is only known from another page: a link there whose address matches is followed. */
  readonly follow?: { readonly from: string; readonly link: RegExp } | undefined
  /** A picture is kept under docs/screenshots by this name. */
  readonly screenshot?: string | undefined
}

/** Pages that say how the site treats people, every component, and every error page. */
const framePages: readonly VisitedPage[] = [
  { path: '/accessibility' },
  { path: '/privacy' },
  { path: '/cookies' },
  { path: '/patterns' },
  { path: '/patterns/board' },
  { path: '/patterns/signed-in' },
  { path: '/patterns/form' },
  { path: '/patterns/form-errors' },
  { path: '/patterns/errors/forbidden', status: 403 },
  { path: '/patterns/errors/conflict', status: 409 },
  { path: '/patterns/errors/too-large', status: 413 },
  { path: '/patterns/errors/fault', status: 500 },
  { path: '/no-such-page', status: 404 },
]

/** What anybody may open. */
const publicPages: readonly VisitedPage[] = [
  { path: '/', screenshot: 'front' },
  { path: '/boards' },
  { path: '/search' },
  { path: '/search?q=minutes', screenshot: 'search' },
  { path: '/sign-in', screenshot: 'sign-in' },
  { path: '/forgotten-password' },
]

/** Every page that `npm run test:pages` visits; each domain adds a list of its own. */
export const visitedPages: readonly VisitedPage[] = [...framePages, ...publicPages]
