import type { VisitedPage } from './pages.ts'

/** Pages that say how the site treats people, every component, and every error page. */
const framePages: readonly VisitedPage[] = [
  { path: '/accessibility' },
  { path: '/privacy' },
  { path: '/cookies' },
  { path: '/patterns' },
  { path: '/patterns/board' },
  { path: '/patterns/charts' },
  { path: '/patterns/signed-in' },
  { path: '/patterns/form' },
  { path: '/patterns/form-errors' },
  { path: '/patterns/errors/:kind', via: ['+/patterns/errors/forbidden'], status: 403 },
  { path: '/patterns/errors/conflict', status: 409 },
  { path: '/patterns/errors/too-large', status: 413 },
  { path: '/patterns/errors/fault', status: 500 },
  { path: '/no-such-page', status: 404 },
]

/** The front door. */
const publicPages: readonly VisitedPage[] = [
  { path: '/', screenshot: 'front' },
  { path: '/', house: 'empty' },
  { path: '/', as: 'member' },
  { path: '/open' },
  { path: '/open', house: 'empty' },
  { path: '/open/ocds', screenshot: 'open-contracting' },
  { path: '/open/ocds', house: 'empty' },
  { path: '/search' },
  { path: '/search?q=minutes' },
  { path: '/search?q=hub', as: 'member' },
  { path: '/search?q=xylophone' },
  { path: '/search?q=safeg&kind=paper&order=newest', screenshot: 'search' },
  { path: '/follow', screenshot: 'follow' },
  { path: '/follow?board=northbrook-childrens-partnership' },
  { path: '/follow?board=northbrook-childrens-partnership', send: true, status: 422 },
  { path: '/follow?search=q%3Dbudget' },
  { path: '/follow?board=no-such-board', status: 404 },
  { path: '/follow/asked' },
  { path: '/follow/confirm' },
  { path: '/follow/confirm?key=spent', status: 404 },
  { path: '/follow/confirmed' },
  { path: '/follow/stop' },
  { path: '/follow/stopped' },
  { path: '/admin/followers', as: 'administrator' },
  { path: '/search?q=budget&from-day=31&from-month=2&from-year=2026', status: 422 },
]

/** Signing in, accounts and links that come by mail. */
const identityPages: readonly VisitedPage[] = [
  { path: '/sign-in' },
  { path: '/sign-in', send: true, status: 422 },
  { path: '/sign-in/code', as: 'deputy before the code' },
  { path: '/sign-in/code', as: 'deputy before the code', send: true, status: 422 },
  { path: '/sign-out', as: 'member' },
  { path: '/forgotten-password' },
  { path: '/forgotten-password', send: true, status: 422 },
  { path: '/reset-password', via: ['mail', 'Choose a new Goldenthread password'] },
  { path: '/reset-password', via: ['mail', 'Choose a new Goldenthread password'], send: true, status: 422 },
  { path: '/reset-password?token=spent', status: 410 },
  { path: '/invitation', via: ['mail', 'Your Goldenthread account'] },
  { path: '/invitation', via: ['mail', 'Your Goldenthread account'], send: true, status: 422 },
  { path: '/invitation?token=spent', status: 410 },
  { path: '/account', as: 'member' },
  { path: '/account/password', as: 'member' },
  { path: '/account/password', as: 'member', send: true, status: 422 },
  { path: '/account/recovery-codes', as: 'member' },
  { path: '/account/recovery-codes', as: 'member', send: true, status: 422 },
  { path: '/first-administrator', house: 'empty' },
  { path: '/first-administrator', house: 'empty', send: true, status: 422 },
  { path: '/first-administrator', status: 404 },
]

/** One's own work, and administration. */
const homePages: readonly VisitedPage[] = [
  { path: '/work', as: 'clerk', screenshot: 'work-clerk' },
  { path: '/work', as: 'member' },
  { path: '/work', as: 'author' },
  { path: '/work', as: 'observer' },
  { path: '/work', as: 'administrator' },
  { path: '/me/tokens', as: 'member' },
  { path: '/me/tokens', as: 'member', send: true, status: 422 },
  { path: '/admin', as: 'administrator' },
  { path: '/admin', as: 'member', status: 403 },
  { path: '/admin/mail', as: 'administrator' },
  { path: '/admin/mail/:id', as: 'administrator', via: ['/admin/mail', '/admin/mail/:id'] },
  { path: '/admin/audit', as: 'administrator' },
  { path: '/admin/export', as: 'administrator' },
  { path: '/admin/export', as: 'administrator', send: true, status: 422 },
  { path: '/admin/export', as: 'member', status: 403 },
]

/** What belongs to no domain of boards. */
export const sitePages: readonly VisitedPage[] = [...framePages, ...publicPages, ...identityPages, ...homePages]
