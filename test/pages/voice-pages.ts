import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'

/** A form: as it opens, and as it comes back when it is sent with nothing in it. Forms of the same make are sent once. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

const council = [`${board}/voices`, 'Children in care council']
const carers = [`${board}/voices`, 'young carers']
const places = [`${board}/consultations`, 'Places to go', '+/said']
const safe = [`${board}/consultations`, 'Safe ways', '+/said']
const ofCouncil = (name: string) => ({ path: `/voice-events/:event/${name}`, as: 'clerk', via: [...council, `+/${name}`] })
const open = [`+${board}/voices/feedback/register`, 'Complaint F-AAAA-4442']
const saidAt = '/boards/:slug/consultations/:consultation/said'

/** What people said: events, consultations, words to check, and when a board last heard a child. */
export const voicePages: readonly VisitedPage[] = [
  { path: '/boards/:slug/voices', via: [`+${board}/voices`], screenshot: 'voices' },
  { path: `${board}/voices`, as: 'clerk' },
  { path: '/boards/:slug/voices/heard', via: [`${board}/voices`, 'Of how many decisions'], screenshot: 'heard' },
  { path: '/boards/:slug/voices/to-review', as: 'clerk', via: [`+${board}/voices/to-review`] },
  ...form({ path: '/boards/:slug/voices/events/new', as: 'clerk', via: [`+${board}/voices/events/new`] }),
  { path: '/voice-events/:event', via: council, screenshot: 'voice-event' },
  { path: '/voice-events/:event', as: 'clerk', via: carers },
  { path: '/voice-events/:event', findAs: 'clerk', via: carers, status: 404 },
  ofCouncil('edit'),
  { path: '/voice-events/:event/show', as: 'clerk', via: [...carers, '+/show'] },
  ...form(ofCouncil('views')),
  ...form(ofCouncil('answers')),
  ofCouncil('attach'),
  ...form({
    path: '/boards/:slug/voices/link/:kind/:target',
    as: 'clerk',
    via: [`${board}/plans`, 'Northbrook children and young people', '/priorities/:row', '/boards/:slug/voices/link/:kind/:target'],
  }),
  { path: saidAt, via: places, screenshot: 'what-people-said' },
  { path: saidAt, as: 'clerk', via: safe },
  { path: `${saidAt}/about`, as: 'clerk', via: [...safe, '+/about'] },
  ...form({ path: `${saidAt}/responses`, as: 'clerk', via: [...safe, '+/responses'] }),
  { path: `${saidAt}/publish`, as: 'clerk', via: [...safe, '+/publish'] },
  { path: `${saidAt}/views`, as: 'clerk', via: [...safe, '+/views'] },
  { path: `${saidAt}/answers`, as: 'clerk', via: [...safe, '+/answers'] },
  { path: `${saidAt}/attach`, as: 'clerk', via: [...safe, '+/attach'] },
  { path: '/boards/:slug/voices/feedback', via: [`+${board}/voices/feedback`], screenshot: 'complaints' },
  ...form({ path: '/boards/:slug/voices/feedback/send', via: [`+${board}/voices/feedback/send`] }),
  { path: '/boards/:slug/voices/feedback/sent', via: [`+${board}/voices/feedback/sent?reference=F-ABCD-2345`] },
  { path: '/boards/:slug/voices/feedback/register', as: 'clerk', via: [`+${board}/voices/feedback/register`] },
  { path: '/boards/:slug/voices/feedback/new', as: 'clerk', via: [`+${board}/voices/feedback/new`] },
  { path: '/boards/:slug/voices/feedback/learning', as: 'clerk', via: [`+${board}/voices/feedback/learning`] },
  { path: '/boards/:slug/voices/feedback/numbers', as: 'clerk', via: [`+${board}/voices/feedback/numbers`] },
  { path: '/voice-feedback/:feedback', as: 'clerk', via: open },
  { path: '/voice-feedback/:feedback/take', as: 'clerk', via: [...open, '+/take'] },
  { path: '/voice-feedback/:feedback/extend', as: 'clerk', via: [...open, '+/extend'] },
  { path: '/voice-feedback/:feedback/answer', as: 'clerk', via: [...open, '+/answer'] },
  { path: '/voice-views/:view/edit', as: 'clerk', via: [...council, '/voice-views/:view/edit'] },
  { path: '/voice-views/:view/withhold', as: 'clerk', via: [`+${board}/voices/to-review`, '/voice-views/:view/withhold'] },
  { path: '/voice-answers/:answer/edit', as: 'clerk', via: [...council, '/voice-answers/:answer/edit'] },
]
