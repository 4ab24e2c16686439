import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'

/** An exception report: what of a plan is off track, and what came of saying so. */
export interface ExceptionReport {
  readonly id: string
  readonly plan: string
  readonly body: string
  readonly priority: string
  /** Null: the priority as a whole. */
  readonly action: string | null
  readonly title: string
  readonly offTrack: string
  readonly why: string
  readonly impact: string
  readonly proposed: string
  /** The decision that is asked for. */
  readonly asked: string
  readonly raisedOn: Temporal.PlainDate
  readonly name: string
  readonly planItem: string | null
  /** '' until the board has answered. */
  readonly answer: string
  readonly decision: string | null
  readonly answeredOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly closeWords: string
  readonly version: number
}

function exceptions(reader: Reader) {
  return reader
    .selectFrom('plans.exception_report as e')
    .select(['e.id', 'e.plan', 'e.body', 'e.priority', 'e.action', 'e.title', 'e.off_track as offTrack', 'e.why', 'e.impact', 'e.proposed'])
    .select(['e.asked', 'e.raised_on as raisedOn', 'e.name', 'e.plan_item as planItem', 'e.answer', 'e.decision'])
    .select(['e.answered_on as answeredOn', 'e.closed_on as closedOn', 'e.close_words as closeWords', 'e.version'])
}

/** The exception reports of a plan that one may see, the latest first; at most 200. */
export async function listExceptions(reader: Reader, plan: string): Promise<readonly ExceptionReport[]> {
  return exceptions(reader).where('e.plan', '=', plan).orderBy('e.raised_on', 'desc').orderBy('e.id', 'desc').limit(200).execute()
}

/** One of them. @throws NotFound where there is none that one may see */
export async function findException(reader: Reader, id: string): Promise<ExceptionReport> {
  const found = isUuid(id) ? await exceptions(reader).where('e.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound('No such exception report.')
  return found
}

/** What waits: for sponsors of the priorities that nobody has answered for yet, for clerks what is not closed of their boards; each once. */
export async function findOpenExceptions(
  reader: Reader,
  { person, clerkOf }: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
): Promise<readonly ExceptionReport[]> {
  if (person === undefined && clerkOf.length === 0) return []
  return exceptions(reader)
    .where('e.closed_on', 'is', null)
    .where((where) =>
      where.or([
        ...(clerkOf.length === 0 ? [] : [where('e.body', 'in', [...clerkOf])]),
        ...(person === undefined
          ? []
          : [
              where.and([
                where('e.answered_on', 'is', null),
                where.exists(
                  where
                    .selectFrom('plans.lead as l')
                    .innerJoin('plans.plan_version as v', 'v.id', 'l.version')
                    .select('l.id')
                    .whereRef('l.priority', '=', 'e.priority')
                    .where('l.part', '=', 'sponsor')
                    .where('l.person', '=', person)
                    .where('v.shown', '=', true),
                ),
              ]),
            ]),
      ]),
    )
    .orderBy('e.raised_on')
    .limit(100)
    .execute()
}

/** An exception report as the access matrix names it; `leads` are the people who lead or sponsor what it is about. */
export function guardedException(body: string, leads: readonly string[] = []): Guarded {
  return { record: 'plan-exception', state: 'members', ties: { body, leads } }
}
