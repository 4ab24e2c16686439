import type { ApiAnswer } from './shapes.ts'

/** Where the API for signed-in people's programs begins; permanent. */
export const apiRoot = '/api/v1'

/** One address of the API: what it is for, what it answers, which range may be asked for. */
export interface ApiAddress {
  /** As OpenAPI writes it. */
  readonly path: string
  readonly summary: string
  readonly answers: ApiAnswer
  readonly hasRange?: true
}

/** Every address; all of them are read with GET. */
export const apiAddresses = {
  me: { path: `${apiRoot}/me`, summary: 'Who the token acts for', answers: 'Me' },
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
} as const satisfies Readonly<Record<string, ApiAddress>>

/** The name of an address. */
export type ApiName = keyof typeof apiAddresses

/** The pattern under which an address answers. */
export function apiPattern(name: ApiName): string {
  return apiAddresses[name].path.replace(/\{(\w+)\}/g, ':$1')
}
