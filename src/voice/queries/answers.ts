import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/voice.ts'
import type { Source } from './views.ts'

/** What an answer is an answer to: something said at a source, or the complaints and compliments of a board, by its id. */
export type AnswerSource = Source | { readonly kind: 'feedback'; readonly id: string; readonly body: string }

/** 'You said, we did': what people said, and the decision or the reason (S3). */
export interface Answer {
  readonly id: string
  readonly source: AnswerSource
  readonly sight: Sight
  readonly theme: string | null
  /** The service, of what was learned from complaints; '' for all else. */
  readonly service: string
  readonly said: string
  /** What was done; '' where nothing was. */
  readonly did: string
  readonly decision: string | null
  /** Why nothing was done; '' where something was. */
  readonly reason: string
  readonly onDay: Temporal.PlainDate
  readonly version: number
}

function answers(reader: Reader) {
  return reader
    .selectFrom('voice.answer')
    .select([
      'id',
      'body',
      'event',
      'consultation',
      'of_feedback as ofFeedback',
      'service',
      'sight',
      'theme',
      'said',
      'did',
      'decision',
      'reason',
    ])
    .select(['on_day as onDay', 'version'])
}

type Row = Awaited<ReturnType<ReturnType<typeof answers>['execute']>>[number]

function answerOf({ body, event, consultation, ofFeedback, ...row }: Row): Answer {
  const source: AnswerSource = ofFeedback
    ? { kind: 'feedback', id: body, body }
    : { kind: event === null ? 'consultation' : 'event', id: event ?? consultation ?? '', body }
  return { ...row, sight: row.sight as Sight, source }
}

/** The answers to what was said at a source, to a board's complaints, or to everything that it was told, the latest first. */
export async function findAnswers(
  reader: Reader,
  of: Pick<AnswerSource, 'kind' | 'id'> | { readonly kind: 'board'; readonly id: string },
): Promise<readonly Answer[]> {
  const column = { event: 'event', consultation: 'consultation', board: 'body', feedback: 'body' } as const
  const rows = await answers(reader)
    .where(column[of.kind], '=', of.id)
    .$if(of.kind === 'feedback', (query) => query.where('of_feedback', '=', true))
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(answerOf)
}

/** What was done about what people said, by the decision that did it. */
export async function findAnswersBy(reader: Reader, decision: string): Promise<readonly Answer[]> {
  return (await answers(reader).where('decision', '=', decision).orderBy('id').limit(20).execute()).map(answerOf)
}

/** One answer. @throws NotFound where there is none that one may see */
export async function findAnswer(reader: Reader, id: string): Promise<Answer> {
  const row = isUuid(id) ? await answers(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such answer.')
  return answerOf(row)
}

/** An answer as the access matrix names it. */
export function guardedAnswer({ sight, source }: Pick<Answer, 'sight' | 'source'>): Guarded {
  return { record: 'answer', state: sight, ties: { body: source.body } }
}
