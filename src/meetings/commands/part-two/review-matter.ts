import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { KeepExemptInput, ReleaseInput } from '../../forms/exempt-review.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import { type ExemptMatter, findExemptMatter, guardedTest } from '../../queries/exempt-matter.ts'
import { lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { releaseProblems, reviewProblems } from '../../rules/exempt-review.ts'
import type { InterestTest } from '../../rules/public-interest.ts'
import { tellMembers } from '../distribute.ts'
import { reissueMinutes } from '../minutes/publish-minutes.ts'
import { addTest } from './keep-test.ts'
import { openItem, openPaper, openRecord, orderReleasedPapers } from './open-matter.ts'
import { insertRelease } from './release-event.ts'

interface Reviewed {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly matter: ExemptMatter
}

/** Holds what is looked at again. @throws Conflict where it was looked at, or changed, since the form was drawn */
async function hold(tx: Writer, doer: Doer, meetingId: string, itemId: string, version: number): Promise<Reviewed> {
  const meeting = await lockMeeting(tx, meetingId)
  const item = await findItem(tx, meetingId, itemId)
  await demand(tx, doer, guardedTest(item), 'review')
  const matter = await findExemptMatter(tx, meeting, item)
  if (version !== reviewVersion(item, matter)) throw new Conflict('Somebody else has looked at this again.')
  return { meeting, item, matter }
}

/** The version that a form of a review is made from: it moves with the item and with every test. */
export function reviewVersion(item: Pick<AgendaItem, 'version'>, { lastNumber }: Pick<ExemptMatter, 'lastNumber'>): number {
  return item.version + lastNumber
}

type TestInput = Pick<KeepExemptInput, 'reasonsFor' | 'reasonsAgainst' | 'reason' | 'decidedBy' | 'decidedOn'>

const testOf = (input: TestInput, before: ExemptMatter, reviewOn: Temporal.PlainDate | undefined): Omit<InterestTest, 'conclusion'> => ({
  ...{ number: before.lastNumber + 1, occasion: 'review', reason: input.reason, reviewOn: reviewOn ?? null },
  ...{ reasonsFor: input.reasonsFor, reasonsAgainst: input.reasonsAgainst, decidedBy: input.decidedBy, decidedOn: input.decidedOn },
})

/** Keeps exempt matter exempt, after it was looked at again, until the next review (M3). */
export async function keepExempt(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  itemId: string,
  input: KeepExemptInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { item, matter } = await hold(tx, doer, meetingId, itemId, input.version)
    const [first, ...more] = reviewProblems(matter.reviewed, input, doer.today)
    if (first) return fail(first, ...more)
    await addTest(tx, doer, item, { ...testOf(input, matter, input.reviewOn), conclusion: 'exempt' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'exempt.kept',
      subjectType: 'agenda-item',
      subject: item.id,
      content: JSON.stringify(input),
    })
    return succeed(null)
  })
}

/**
 * Releases exempt matter: the item, the chosen papers and, where it is wanted, what was recorded under it are public from this instant, with words for
 * the public. Nothing else moves: other items, papers that were not chosen, sensitive interests, drafts, files filed with minutes. The release is a
 * publication, and is taken back like one, with a reason (M3, M15).
 */
export async function releaseMatter(
  needs: CommandNeeds,
  doer: Doer,
  meetingId: string,
  itemId: string,
  input: ReleaseInput,
): Promise<Result<{ readonly publication: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { meeting, item, matter } = await hold(tx, doer, meetingId, itemId, input.version)
    const [first, ...more] = releaseProblems(matter.reviewed, input, doer.today)
    if (first) return fail(first, ...more)
    const publication = await insertRelease(tx, doer, meeting, input.publicNote)
    const staysExempt = matter.reviewed.papers.length > input.papers.length
    await addTest(
      tx,
      doer,
      item,
      { ...testOf(input, matter, staysExempt ? input.reviewOn : undefined), conclusion: 'open' },
      { publication },
    )
    if (item.category === 'exempt') {
      await openItem(tx, item, publication)
      await openRecord(tx, item, input.record)
      if (input.record) await reissueMinutes(needs, tx, doer, meeting.id, input.publicNote)
    }
    for (const paper of input.papers) await openPaper(tx, meeting, publication, { paper, item: item.id })
    if (input.papers.length > 0) await orderReleasedPapers(needs, tx, meeting, publication)
    await tx
      .updateTable('meetings.meeting')
      .set({ version: meeting.version + 1 })
      .where('id', '=', meeting.id)
      .execute()
    const items = [{ id: item.id, sight: meeting.sight }]
    await tellMembers(needs, tx, doer, meeting, { method: undefined, publication, occasion: 'release', items })
    const content = JSON.stringify({ ...input, publication })
    await appendAudit(tx, { actor: doer.actor, act: 'exempt.released', subjectType: 'agenda-item', subject: item.id, content })
    return succeed({ publication })
  })
}
