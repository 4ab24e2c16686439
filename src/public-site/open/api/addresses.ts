import { measureApiPaths } from '#performance/paths.ts'
import { apiRoot } from '../../paths.ts'
import type { ApiAnswer } from './shapes.ts'

/** One address of the API: what it is for, what it answers, which range may be asked for. */
export interface ApiAddress {
  /** As OpenAPI writes it. */
  readonly path: string
  readonly summary: string
  readonly answers: ApiAnswer
  readonly hasRange?: true
  /** True where a token that gives figures opens it, too, as far as it names what is asked for. */
  readonly forGivers?: true
}

/** Every address that is read with GET. */
export const apiAddresses = {
  me: { path: `${apiRoot}/me`, summary: 'Who the token acts for', answers: 'Me', forGivers: true },
  boards: { path: `${apiRoot}/boards`, summary: 'The boards to which one belongs', answers: 'Boards' },
  meetings: {
    path: `${apiRoot}/boards/{board}/meetings`,
    summary: 'Meetings of a board, the latest first, as far as one may know of them',
    answers: 'Meetings',
    hasRange: true,
  },
  meeting: { path: `${apiRoot}/meetings/{id}`, summary: 'A meeting with its agenda and papers, as its page shows it', answers: 'Meeting' },
  decisions: { path: `${apiRoot}/meetings/{id}/decisions`, summary: 'The decisions of a meeting', answers: 'Decisions' },
  actions: { path: `${apiRoot}/meetings/{id}/actions`, summary: 'The actions of a meeting', answers: 'Actions' },
  duties: { path: `${apiRoot}/actions`, summary: 'Open actions that one leads, the earliest due first', answers: 'Duties' },
  measures: {
    path: measureApiPaths.measures('{board}'),
    summary: 'The measures of a board that one may see, with how often they have figures and how these are split',
    answers: 'Measures',
    forGivers: true,
  },
  figures: {
    path: measureApiPaths.observations('{id}'),
    summary: 'Every figure of a measure with its revisions, by period; what is missing, not due or suppressed says so',
    answers: 'Figures',
    forGivers: true,
  },
} as const satisfies Readonly<Record<string, ApiAddress>>

/** The one address at which a program gives something: figures of a measure, with POST. */
export const givingAddress = {
  path: apiAddresses.figures.path,
  summary: 'Gives figures of a measure: all of them are stored, or none',
  answers: 'FiguresGiven',
  refuses: 'FiguresRefused',
} as const

/** The name of an address. */
export type ApiName = keyof typeof apiAddresses

/** The pattern under which an address answers. */
export function apiPattern(name: ApiName): string {
  return apiAddresses[name].path.replace(/\{(\w+)\}/g, ':$1')
}
