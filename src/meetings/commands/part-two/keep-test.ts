import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '../../needs.ts'
import { findTests, nextTestNumber } from '../../queries/public-interest.ts'
import type { ItemInput } from '../../rules/item.ts'
import type { Sight } from '../../rules/meeting.ts'
import { type InterestTest, sameTest } from '../../rules/public-interest.ts'

/** The item that a test is of. */
export interface TestedItem {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
}

/** Keeps the public-interest test that the form of an exempt item states, as the next one where it says something new. Confidential matter has none. */
export async function keepTest(tx: Writer, doer: Doer, item: TestedItem, input: ItemInput): Promise<void> {
  if (input.category !== 'exempt') return
  const test: Omit<InterestTest, 'number'> = {
    occasion: 'agenda',
    conclusion: 'exempt',
    reason: '',
    ...{ reasonsFor: input.interestFor ?? '', reasonsAgainst: input.publicInterest ?? '', decidedBy: input.exemptDecidedBy ?? '' },
    ...{ decidedOn: input.exemptDecidedOn ?? null, reviewOn: input.reviewOn ?? null },
  }
  const last = (await findTests(tx, [item.id])).get(item.id)?.at(-1)
  if (last && sameTest(last, test)) return
  await addTest(tx, doer, item, { ...test, number: await nextTestNumber(tx, item.id) })
}

/** Writes a test; `publication` is the release that it led to, `paper` the one that it is of, where it is not of the item. */
export async function addTest(
  tx: Writer,
  doer: Doer,
  item: TestedItem,
  test: InterestTest,
  { publication, paper }: { readonly publication?: string; readonly paper?: string } = {},
): Promise<void> {
  await tx
    .insertInto('meetings.public_interest_test')
    .values({
      ...{ id: newId(), item: item.id, meeting: item.meeting, body: item.body, sight: item.sight === 'draft' ? 'draft' : 'members' },
      ...{ number: test.number, occasion: test.occasion, conclusion: test.conclusion, reason: test.reason },
      ...{ reasons_for: test.reasonsFor, reasons_against: test.reasonsAgainst, decided_by: test.decidedBy },
      ...{ decided_on: test.decidedOn, review_on: test.reviewOn, publication: publication ?? null, paper: paper ?? null },
      ...{ actor: doer.actor, at: doer.now },
    })
    .execute()
}
