import type { VisitedPage } from './pages.ts'

const practitioner = 'signed-in'
const list = ['/families', 'Hazel', 'Assessment']
const open = [...list, '/families/:episode/assessment/:assessment']
const complete = ['/families', 'Amber', 'Assessment', '/families/:episode/assessment/:assessment']
const root = '/families/:episode/assessment/:assessment'

const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const step = (name: string): VisitedPage => ({
  path: `${root}/${name.replace(/^parts.*/, 'parts/:part')}`,
  as: practitioner,
  via: [...open, `+/${name}`],
})
const version = ['/families/forms', 'Version 1']
const draft = ['/families/forms', 'Version 2']

/** Assessments of early help, and the form by which they are made. */
export const assessmentPages: readonly VisitedPage[] = [
  { path: '/families/:episode/assessment', as: practitioner, via: list },
  { path: root, as: practitioner, via: open, screenshot: 'assessment' },
  { path: root, as: practitioner, via: complete },
  { path: `${root}/read`, as: practitioner, via: [...complete, '+/read'] },
  step('read'),
  step('parts/reason'),
  step('parts/background'),
  { ...step('parts/professionals'), screenshot: 'assessment-part' },
  { ...step('parts/views') },
  ...['views', 'signatures', 'contributors', 'authors'].flatMap((name) => form(step(name))),
  step('sent'),
  ...form({ path: `${root}/correct`, as: practitioner, via: [...open, '+/correct'] }),
  { path: `${root}/mistake`, as: practitioner, via: [...open, '+/mistake'] },
  { path: '/families/:episode/assessment/new', as: practitioner, via: [...list, '+/new'] },
  { path: '/families/contributions/:contribution', as: 'deputy', via: ['/work', 'contribute to an assessment'] },
  { path: '/families/forms', as: practitioner },
  { path: '/families/forms', as: 'deputy' },
  { path: '/families/forms', as: 'member', status: 403 },
  { path: '/families/forms/:version', as: practitioner, via: version },
  { path: '/families/forms/:version', as: 'deputy', via: draft },
  { path: '/families/forms/:version/publish', as: 'deputy', via: [...draft, '+/publish'] },
  ...form({ path: '/families/forms/:version/parts/:part/new', as: 'deputy', via: [...draft, '/families/forms/:version/parts/:part/new'] }),
  { path: '/families/forms/:version/questions/:field', as: 'deputy', via: [...draft, '/families/forms/:version/questions/:field'] },
]
