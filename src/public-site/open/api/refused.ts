import type { ApiShape } from './shapes.ts'

/** Why nothing is answered, in a sentence; with the problems of single figures where figures were given. */
export class Refused extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429
  readonly problems: ApiShape<'FiguresRefused'>['problems'] | undefined
  constructor(status: Refused['status'], message: string, problems?: Refused['problems']) {
    super(message)
    this.status = status
    this.problems = problems
  }
}
