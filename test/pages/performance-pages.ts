import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const measures = `${board}/measures`

/** Measures: what each shows, scorecards live and as shown to meetings, reports. */
export const performancePages: readonly VisitedPage[] = [
  { path: '/measures/:measure', via: [measures, 'families starting'], screenshot: 'measure' },
  { path: '/measures/:measure', as: 'clerk', via: [measures, 'Plans checked'] },
  { path: '/measures/:measure', as: 'clerk', via: [measures, 'Attendance at meetings'], screenshot: 'measure-counted' },
  {
    path: '/measures/:measure/counted/:from/:until',
    via: [measures, 'Attendance at meetings', '/measures/:measure/counted/:from/:until'],
    screenshot: 'measure-rows-counted',
  },
  { path: '/measure-programs', as: 'clerk', screenshot: 'measure-programs' },
  {
    path: '/measures/:measure/programs/:token/end',
    as: 'clerk',
    via: [measures, 'families starting', '/measures/:measure/programs/:token/end'],
  },
  {
    path: '/measures/:measure/programs/:token/end',
    as: 'clerk',
    via: [measures, 'families starting', '/measures/:measure/programs/:token/end'],
    send: true,
    status: 422,
  },
  { path: '/measures/:measure/counting', as: 'clerk', via: [measures, 'Attendance at meetings', '+/counting'] },
  { path: '/measures/:measure/recount', as: 'clerk', via: [measures, 'Attendance at meetings', '+/recount'] },
  {
    path: '/boards/:slug/measures/new-from-record',
    as: 'clerk',
    via: [`+${board}/measures/new-from-record`],
    screenshot: 'measure-new-counted',
  },
  { path: '/boards/:slug/measures/new-from-record', as: 'clerk', via: [`+${board}/measures/new-from-record`], send: true, status: 422 },
  { path: '/measures/:measure/curve', as: 'clerk', via: [measures, 'families starting', '/measures/:measure/curve'], screenshot: 'curve' },
  { path: '/measures/:measure/annotate', as: 'clerk', via: [measures, 'families starting', '+/annotate'] },
  { path: '/measures/:measure/rebase', as: 'clerk', via: [measures, 'families starting', '+/rebase'] },
  { path: '/measures/:measure/chart-rules', as: 'clerk', via: [measures, 'families starting', '+/chart-rules'] },
  { path: '/measures/:measure/curve/forecast', as: 'clerk', via: [measures, 'families starting', '+/curve/forecast'] },
  { path: '/measures/:measure/curve/add/:part', as: 'clerk', via: [measures, 'families starting', '+/curve/add/action'] },
  { path: '/early-help-figures', screenshot: 'early-help-figures' },
  { path: '/boards/:slug/scorecard', via: [`+${board}/scorecard`], screenshot: 'scorecard' },
  { path: `${board}/scorecard`, as: 'clerk' },
  { path: '/boards/:slug/scorecard/report', via: [`+${board}/scorecard/report`] },
  { path: '/boards/:slug/scorecard/freeze', as: 'clerk', via: [`+${board}/scorecard/freeze`] },
  { path: '/boards/:slug/scorecard/freeze', as: 'clerk', via: [`+${board}/scorecard/freeze`], send: true, status: 422 },
  { path: '/priorities/:priority/scorecard', via: [`${board}/scorecard`, '/priorities/:priority/scorecard'] },
  { path: '/boards/:slug/scorecard/reports', as: 'clerk', via: [`+${board}/scorecard/reports`] },
  { path: '/boards/:slug/scorecard/reports', as: 'clerk', via: [`+${board}/scorecard/reports`], send: true, status: 422 },
  { path: '/report-schedules/:schedule/end', as: 'clerk', via: [`${board}/scorecard`, '/report-schedules/:schedule/end'] },
  { path: '/priorities/:priority/scorecard', as: 'clerk', via: [`${board}/scorecard`, '/priorities/:priority/scorecard'] },
  {
    path: '/priorities/:priority/scorecard/freeze',
    as: 'clerk',
    via: [`${board}/scorecard`, '/priorities/:priority/scorecard', '/priorities/:priority/scorecard/freeze'],
  },
  {
    path: '/priorities/:priority/scorecard/reports',
    as: 'clerk',
    via: [`${board}/scorecard`, '/priorities/:priority/scorecard', '/priorities/:priority/scorecard/reports'],
  },
  { path: '/scorecards/:scorecard/since', via: [`${board}/scorecard`, '/scorecards/:scorecard', '/scorecards/:scorecard/since'] },
  { path: '/scorecards/:scorecard', via: [`${board}/scorecard`, '/scorecards/:scorecard'], screenshot: 'scorecard-as-shown' },
]
