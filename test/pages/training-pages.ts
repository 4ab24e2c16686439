import type { VisitedPage } from './pages.ts'

const root = '/families/training'
const keeper = 'deputy'
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const schedule = [root, 'Training of this year']
const full = [root, '/families/training/sessions/:session']

/** Training of early help. */
export const trainingPages: readonly VisitedPage[] = [
  { path: root, as: 'signed-in', screenshot: 'training' },
  { path: root, as: keeper },
  { path: `${root}/framework`, as: keeper },
  { path: `${root}/framework`, as: 'administrator' },
  { path: `${root}/impact`, as: keeper },
  ...form({ path: `${root}/rules/new`, as: 'administrator' }),
  ...form({ path: `${root}/courses/:course/change`, as: keeper, via: [`${root}/framework`, '/families/training/courses/:course/change'] }),
  ...form({
    ...{ path: `${root}/competencies/:competency/change`, as: keeper },
    via: [`${root}/framework`, '/families/training/competencies/:competency/change'],
  }),
  ...form({
    path: `${root}/mandatory/:mandatory/end`,
    as: keeper,
    via: [`${root}/framework`, '/families/training/mandatory/:mandatory/end'],
  }),
  ...['courses', 'competencies', 'mandatory', 'needs', 'schedules'].flatMap((name) => form({ path: `${root}/${name}/new`, as: keeper })),
  { path: `${root}/schedules/:schedule`, as: keeper, via: [root, 'Launch briefings of spring 2014'] },
  { path: `${root}/schedules/:schedule`, as: 'signed-in', via: schedule },
  ...form({ path: `${root}/schedules/:schedule/sessions/new`, as: keeper, via: [...schedule, '+/sessions/new'] }),
  { path: `${root}/sessions/:session`, as: keeper, via: full },
  { path: `${root}/sessions/:session`, as: 'signed-in', via: full },
  { path: `${root}/sessions/:session/change`, as: keeper, via: [...full, '+/change'] },
  ...form({ path: `${root}/sessions/:session/book`, as: keeper, via: [...full, '+/book'] }),
  { path: `${root}/sessions/:session/attendance`, as: keeper, via: [...full, '+/attendance'] },
  { path: `${root}/bookings/:booking/evaluation`, as: 'signed-in', via: [root, '/families/training/bookings/:booking/evaluation'] },
]
