import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { longText, optionalLongText, optionalText, parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const publishForm = z.object({ version: version(), breachReason: optionalLongText(1000), breachApprover: optionalText(200) })
const ofBoard = /^breach(Reason|Approver)_[0-9a-f-]{36}$/
/** Most boards that meet at one table. */
const MOST_BOARDS = 20

/** Why notice is late and who approved publishing late; undefined where it is not said. */
export interface BreachAnswer {
  readonly breachReason?: string | undefined
  readonly breachApprover?: string | undefined
}

/** What the clerk says when publishing: the answer where one board's notice is late, or one for each late board, by board. */
export interface PublishInput extends BreachAnswer {
  readonly version: number
  readonly ofBoards?: ReadonlyMap<string, BreachAnswer> | undefined
}

/** The field of an answer: of one late board alone, or with the board where several are late. */
export function breachField(part: keyof BreachAnswer, board: string, isOnly: boolean): string {
  return isOnly ? part : `${part}_${board}`
}

/** Reads the form that publishes. */
export function parsePublish(body: FormBody): Result<PublishInput, FieldProblem> {
  const asked = Object.keys(body)
    .filter((name) => ofBoard.test(name))
    .slice(0, 2 * MOST_BOARDS)
  const fields = asked.map((name) => [name, name.startsWith('breachReason') ? optionalLongText(1000) : optionalText(200)] as const)
  const [whole, said] = [parseForm(publishForm, body), parseForm(z.object(Object.fromEntries(fields)), body)]
  if (!whole.ok) return said.ok ? whole : fail(...whole.problems, ...said.problems)
  if (!said.ok) return said
  const answers = [...new Set(asked.map((name) => name.slice(-36)))].map((board) => {
    const of = (part: keyof BreachAnswer): string | undefined => said.value[breachField(part, board, false)]
    return [board, { breachReason: of('breachReason'), breachApprover: of('breachApprover') }] as const
  })
  return succeed({ ...whole.value, ofBoards: new Map(answers) })
}

/** Reads why something is withdrawn; the reason is public. */
export function parseWithdrawal(body: FormBody): Result<{ readonly reason: string }, FieldProblem> {
  return parseForm(z.object({ reason: longText(1000) }), body)
}
