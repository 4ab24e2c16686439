import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { reviewDue } from '../rules/plan.ts'

/**
 * What was asked for, and how far the work is, in one statement: the page of a family is opened often. What one may not read is null or nothing here, by the
 * policies; the request is undefined where it may not be read.
 */
export async function findRequestAndWork(reader: Reader, episode: string, today: Temporal.PlainDate) {
  const latest = <Value>(column: string, table: string, order: string) =>
    sql<Value | null>`(select ${sql.ref(column)} from ${sql.table(table)} where episode = ${episode} order by ${sql.ref(order)} desc limit 1)`
  const ruled = (column: string, table: string) =>
    sql<number>`(select ${sql.ref(column)} from ${sql.table(table)} where starts_on <= ${today.toString()}::date order by starts_on desc limit 1)`
  const row = await reader
    .selectFrom(sql<{ about: string }>`(select ${episode}::uuid as about)`.as('asked'))
    .leftJoin('casework.request as r', 'r.episode', 'asked.about')
    .select(['r.why', 'r.is_family_told as isFamilyTold', 'r.not_told_because as notToldBecause'])
    .select([
      sql<
        boolean | null
      >`(select bool_or(a.completed_at is not null) from casework.assessment a where a.episode = ${episode} and a.taken_back_at is null)`.as(
        'isAssessed',
      ),
      latest<Temporal.PlainDate>('agreed_on', 'casework.plan_version', 'number').as('plannedOn'),
      latest<Temporal.PlainDate>('next_due_on', 'casework.plan_review', 'plan_number').as('nextDueOn'),
      ruled('first_review_weeks', 'casework.plan_rule').as('firstReviewWeeks'),
      ruled('renewal_notice_days', 'casework.practice_rule').as('renewalNoticeDays'),
    ])
    .executeTakeFirstOrThrow()
  const { why, isFamilyTold, notToldBecause, isAssessed, plannedOn, nextDueOn, ...rule } = row
  const dates = { agreedOn: plannedOn ?? undefined, lastNextDueOn: nextDueOn ?? undefined }
  return {
    request: why === null || isFamilyTold === null ? undefined : { why, isFamilyTold, notToldBecause: notToldBecause ?? '' },
    progress: {
      assessment: isAssessed === null ? ('none' as const) : isAssessed ? ('complete' as const) : ('open' as const),
      reviewOn: reviewDue(dates, rule),
      renewalNoticeDays: rule.renewalNoticeDays,
    },
  }
}
