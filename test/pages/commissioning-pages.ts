import type { VisitedPage } from './pages.ts'

const board = '/boards/joint-commissioning-board'

/** What a board commissions with its partners. */
export const commissioningPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/commissioning', via: [`+${board}/commissioning`], screenshot: 'commissioning' },
  { path: '/boards/:slug/services', via: [`+${board}/services`], screenshot: 'services' },
  { path: '/services/:service', via: [`${board}/services`, 'Health visiting'], screenshot: 'service' },
  { path: '/boards/:slug/agreements', via: [`+${board}/agreements`] },
  { path: '/agreements/:agreement', via: [`${board}/agreements`, 'Joint commissioning of health'], screenshot: 'agreement' },
]
