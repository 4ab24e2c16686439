import { bringBack } from '#meetings/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Acting, type Writer, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { nextMilestone } from '../rules/recommendation.ts'
import { returnWords } from '../words/returning.ts'

/** Something open that comes back to its board. */
export interface Returning {
  readonly id: string
  readonly body: string
  readonly reference: string
  readonly text: string
  readonly milestoneOn: Temporal.PlainDate | undefined
}

/** How far ahead of its milestone something is put on the forward plan, where the meeting is planned by then. */
const AHEAD = { months: 3 }

/** Puts an open recommendation before its board at the first meeting from its milestone on; once for each milestone. */
export async function bringRecommendationBack(tx: Writer, acting: Acting, record: Returning): Promise<boolean> {
  return bring(tx, acting, 'recommendation', record)
}

/** The same for a challenge. */
export async function bringChallengeBack(tx: Writer, acting: Acting, record: Returning): Promise<boolean> {
  return bring(tx, acting, 'challenge', record)
}

async function bring(tx: Writer, acting: Acting, kind: 'recommendation' | 'challenge', record: Returning): Promise<boolean> {
  const { id, body, milestoneOn } = record
  if (milestoneOn === undefined) return false
  const before = await tx
    .selectFrom('assurance.came_back')
    .select('plan_item')
    .where('kind', '=', kind)
    .where('subject', '=', id)
    .where('milestone_on', '=', milestoneOn)
    .executeTakeFirst()
  if (before) return false
  const placed = await bringBack(tx, acting, { body, notBefore: milestoneOn, ...returnWords(kind, record) })
  if (!placed) return false
  await tx
    .insertInto('assurance.came_back')
    .values({ kind, subject: id, body, milestone_on: milestoneOn, plan_item: placed.planItem, meeting: placed.meeting, at: acting.now })
    .execute()
  return true
}

/**
 * Once a day: what is open comes back by itself at its milestone (handbook plans 3.9), and where a milestone has passed and it is still open, the next
 * one is set. Answers how many were put on a forward plan.
 */
export async function bringBackWhatIsOpen(needs: Pick<AssuranceNeeds, 'db'>, now: Temporal.Instant): Promise<number> {
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  return writeAs(needs.db, acting, async (tx) => {
    let placed = 0
    for (const kind of ['recommendation', 'challenge'] as const) {
      for (const record of await findDue(tx, kind, acting.today)) {
        if (await bring(tx, acting, kind, record)) placed += 1
        if (Temporal.PlainDate.compare(record.milestoneOn, acting.today) >= 0) continue
        const milestone = nextMilestone(record.milestoneOn, record.everyMonths, acting.today)
        await tx
          .updateTable(kind === 'recommendation' ? 'assurance.recommendation' : 'assurance.challenge')
          .set({ milestone_on: milestone, version: record.version + 1 })
          .where('id', '=', record.id)
          .execute()
      }
    }
    return placed
  })
}

async function findDue(tx: Writer, kind: 'recommendation' | 'challenge', today: Temporal.PlainDate) {
  const until = today.add(AHEAD)
  const found =
    kind === 'recommendation'
      ? await tx
          .selectFrom('assurance.recommendation')
          .select(['id', 'body', 'reference', 'text', 'milestone_on', 'every_months', 'version'])
          .where('closed_on', 'is', null)
          .where('sight', '<>', 'draft')
          .where('milestone_on', '<=', until)
          .execute()
      : await tx
          .selectFrom('assurance.challenge')
          .select((row) => [
            'id',
            'body',
            row.cast<string>('number', 'text').as('reference'),
            'title as text',
            'milestone_on',
            'every_months',
            'version',
          ])
          .where('closed_on', 'is', null)
          .where('milestone_on', '<=', until)
          .execute()
  return found.flatMap(({ milestone_on, every_months, ...rest }) =>
    milestone_on === null ? [] : [{ ...rest, milestoneOn: milestone_on, everyMonths: every_months }],
  )
}
