import type { VisitedPage } from './pages.ts'

const practitioner = 'signed-in'
const voice = '/families/:episode/voice'
const one = '/families/:episode/people/:person'
const asked = ['/families', 'Hazel', '+/people']
const heard = ['/families', 'Amber', '+/voice']
const right = '/families/:episode/put-right'
const coordinator = 'deputy'
const closed = '/families/:episode/closed-right'
const closing = ['/families', 'Willow', '+/closed-right']
const wrong = ['/families', 'Amber', '+/put-right']

/** The form as it opens, and what it says when it is sent empty. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const of = (step: string): VisitedPage => ({ path: `${one}/${step}`, as: practitioner, via: [...asked, 'Ivy Hazel', `+/${step}`] })
const said = (step: string): VisitedPage => ({ path: `${voice}/${step}`, as: practitioner, via: [...heard, `+/${step}`] })

/** The people of a family, and what they say. */
export const peopleAndVoicePages: readonly VisitedPage[] = [
  { path: '/families/:episode/people', as: practitioner, via: ['/families', 'Amber', '+/people'], screenshot: 'family-people' },
  { path: '/families/:episode/people', as: practitioner, via: asked },
  ...form({ path: '/families/:episode/people/new', as: practitioner, via: [...asked, '+/new'] }),
  { path: one, as: practitioner, via: ['/families', 'Amber', '+/people', 'Wren Amber'], screenshot: 'family-person' },
  { path: one, as: practitioner, via: [...asked, 'Ivy Hazel'] },
  ...form(of('change')),
  ...['facts', 'known-as', 'identifier', 'relationship', 'address', 'contact', 'shield', 'merge'].flatMap((step) => form(of(step))),
  ...form({
    ...{ path: `${one}/apart/:merged`, as: 'Esther Quist' },
    via: ['/families', 'Amber', '+/people', 'Wren Amber', 'They are two people after all'],
  }),
  {
    ...{ path: `${one}/:kind/:line/end`, as: 'Esther Quist' },
    via: ['/families', 'Amber', '+/people', 'Wren Amber', `${one}/:kind/:line/end`],
  },
  { path: '/families/practice', as: 'Dr Ngozi Eze' },
  { path: voice, as: practitioner, via: heard, screenshot: 'family-voice' },
  { path: right, as: practitioner, via: wrong, screenshot: 'put-right' },
  ...form({ path: `${right}/new`, as: practitioner, via: [...wrong, '+/new'] }),
  ...form({ path: `${right}/statement`, as: practitioner, via: [...wrong, '+/statement'] }),
  ...form({ path: `${right}/requests/:request`, as: practitioner, via: [...wrong, 'Decide'] }),
  ...form({ path: `${right}/requests/:request/statement`, as: practitioner, via: [...wrong, 'Keep what they say against it'] }),
  ...form({ path: `${right}/:source/:record`, as: practitioner, via: [...heard, 'Somebody says this is wrong'] }),
  ...form({ path: `${right}/:source/:record/mistake`, as: practitioner, via: [...heard, 'Put a mistake right'] }),
  { path: '/families/put-right', as: 'Dr Ngozi Eze', screenshot: 'right-register' },
  ...form({ path: '/families/put-right/:request', as: 'Dr Ngozi Eze', via: ['/families/put-right', '/families/put-right/:request'] }),
  { path: closed, as: coordinator, via: closing, screenshot: 'closed-right' },
  ...form({ path: `${closed}/new`, as: coordinator, via: [...closing, '+/new'] }),
  ...form({ path: `${closed}/:source/:record`, as: coordinator, via: [...closing, `${closed}/:source/:record`] }),
  ...form(said('statements/new')),
  ...form({ path: `${voice}/statements/:statement/change`, as: practitioner, via: [...heard, `${voice}/statements/:statement/change`] }),
  ...form({ path: `${voice}/statements/:statement/dispute`, as: practitioner, via: [...heard, `${voice}/statements/:statement/dispute`] }),
  ...form(said('readings/new')),
  ...form(said('words/new')),
  ...form({ path: `${voice}/own/:person`, as: practitioner, via: [...heard, `${voice}/own/:person`], screenshot: 'own-reading' }),
]
