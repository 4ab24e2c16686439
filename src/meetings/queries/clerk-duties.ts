import type { Reader } from '#platform/database/session.ts'

/** Something that waits for a clerk, or of minutes to clear for a chair: a paper that was handed in, or the next step of a meeting's minutes. */
export interface ClerkDuty {
  readonly kind:
    | 'clear-paper'
    | 'write-minutes'
    | 'clear-minutes'
    | 'circulate-minutes'
    | 'approve-minutes'
    | 'publish-minutes'
    | 'publish-minutes-soon'
    | 'publish-minutes-late'
    | 'settle-question'
  /** The paper, or the meeting whose minutes or questions they are. */
  readonly id: string
  /** The paper's title; '' for minutes and questions. */
  readonly title: string
  readonly heldOn: Temporal.PlainDate
  /** The last day to publish minutes by the terms; absent where they name none. */
  readonly dueOn?: Temporal.PlainDate
}

/**
 * What waits for the clerks of bodies, the earliest meeting first, 50 at most of each kind: papers handed in for meetings to come and not cleared,
 * and minutes of meetings held since `since` that are not written, not circulated, or not approved although a later meeting was held. No bodies: nothing.
 */
export async function findClerkDuties(
  reader: Reader,
  bodies: readonly string[],
  { since, today }: { readonly since: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<ClerkDuty[]> {
  if (bodies.length === 0) return []
  const papers = await reader
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.id', 'p.title', 'm.held_on as heldOn'])
    .where('p.body', 'in', bodies)
    .where('p.submitted_at', 'is not', null)
    .where('p.state', 'in', ['draft', 'in_checking'])
    .where('m.held_on', '>=', today)
    .where('m.state', 'in', ['planned', 'called'])
    .orderBy('m.held_on')
    .limit(50)
    .execute()
  const minutes = await reader
    .selectFrom('meetings.meeting as m')
    .leftJoin('meetings.minutes as n', 'n.meeting', 'm.id')
    .select(['m.id', 'm.held_on as heldOn', 'n.state'])
    .select((select) => select.exists(laterHeld(reader, bodies)).as('laterHeld'))
    .where('m.body', 'in', bodies)
    .where('m.state', 'in', ['ended', 'abandoned'])
    .where('m.held_on', '>=', since)
    .where((where) => where.or([where('n.state', 'is', null), where('n.state', 'in', ['draft', 'circulated'])]))
    .orderBy('m.held_on')
    .limit(50)
    .execute()
  const questions = await reader
    .selectFrom('meetings.submission as s')
    .innerJoin('meetings.meeting as m', 'm.id', 's.meeting')
    .select(['m.id', 'm.held_on as heldOn'])
    .distinct()
    .where('s.body', 'in', bodies)
    .where('s.state', '=', 'received')
    .where('m.held_on', '>=', since)
    .orderBy('m.held_on')
    .limit(50)
    .execute()
  return [
    ...papers.map(({ id, title, heldOn }) => ({ kind: 'clear-paper' as const, id, title, heldOn })),
    ...questions.map(({ id, heldOn }) => ({ kind: 'settle-question' as const, id, title: '', heldOn })),
    ...minutes.flatMap(({ id, heldOn, state, laterHeld: isLater }) => {
      const kind = minutesDuty(state, Boolean(isLater))
      return kind ? [{ kind, id, title: '', heldOn }] : []
    }),
  ]
}

function laterHeld(reader: Reader, bodies: readonly string[]) {
  return reader
    .selectFrom('meetings.meeting as later')
    .select('later.id')
    .where('later.body', 'in', bodies)
    .whereRef('later.body', '=', 'm.body' as never)
    .whereRef('later.held_on', '>', 'm.held_on' as never)
    .where('later.state', 'in', ['in_progress', 'ended'])
}

function minutesDuty(state: string | null, isLaterHeld: boolean): ClerkDuty['kind'] | undefined {
  if (state === null) return 'write-minutes'
  if (state === 'draft') return 'circulate-minutes'
  return isLaterHeld ? 'approve-minutes' : undefined
}
