import type { Writer } from '#platform/database/session.ts'
import { sampleAppointments } from './appointments.ts'
import { on, sampleId } from './ids.ts'

// What members of the sample keep themselves. Days follow today, so that a newcomer finds something due, something late and something done.

const PARTNERSHIP = 'northbrook-childrens-partnership'

/** Who has never looked their register through, and who is far behind: a partnership always has some. */
const behind: Readonly<Record<string, number | undefined>> = { eze: 510, venkat: 440, obrien: undefined, sutton: undefined, marsh: 350 }

/** Days since the last look of everybody who sits on a board; undefined for never. */
function reviewedAgo(key: string, index: number): number | undefined {
  return key in behind ? behind[key] : 20 + ((index * 37) % 280)
}

/** Puts in when members looked their register through, and the reviews of the partnership's terms. */
export async function addReviews(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const sitting = Object.values(sampleAppointments).flatMap((appointments) =>
    appointments.filter(([, , , , , end]) => end === undefined || Temporal.PlainDate.compare(today, on(end)) < 0).map(([, , who]) => who),
  )
  const reviews = [...new Set([...sitting, 'clarke'])].flatMap((key, index) => {
    const days = reviewedAgo(key, index)
    return days === undefined ? [] : [{ person: sampleId('person', key), reviewed_on: today.subtract({ days }), entries: 0 }]
  })
  await tx.insertInto('governance.register_review').values(reviews).execute()
  for (const { person, reviewed_on } of reviews) {
    const entries = await tx
      .updateTable('governance.interest')
      .set({ reviewed_on })
      .where('person', '=', person)
      .where('declared_on', '<=', reviewed_on)
      .executeTakeFirst()
    await tx
      .updateTable('governance.register_review')
      .set({ entries: Number(entries.numUpdatedRows) })
      .where('person', '=', person)
      .execute()
  }
  await addTermsReviews(tx, today)
}

/** Months since each board last kept its terms as they are: the partnership's are soon due again, those of the proactive care board are late. */
const keptAgo: readonly (readonly [slug: string, months: number])[] = [
  [PARTNERSHIP, 23],
  [PARTNERSHIP, 11],
  ['joint-commissioning-board', 5],
  ['women-and-childrens-delivery-board', 3],
  ['specialist-services-delivery-board', 7],
  ['early-help-steering-group', 8],
  ['east-local-area-group', 6],
]

async function addTermsReviews(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  for (const [slug, months] of keptAgo) {
    const day = today.subtract({ months, days: 5 })
    const body = sampleId('body', slug)
    const version = await tx
      .selectFrom('governance.terms_version')
      .select('id')
      .where('body', '=', body)
      .where('state', '=', 'adopted')
      .where('starts_on', '<=', day)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
      .executeTakeFirst()
    if (version === undefined) continue
    await tx
      .insertInto('governance.terms_review')
      .values({
        ...{ id: sampleId('terms-review', `${slug} ${months}`), terms_version: version.id, body, outcome: 'kept', reviewed_on: day },
        ...{ decided_in: 'The board’s meeting of that day', decision: null, draft: null },
      })
      .execute()
  }
}
