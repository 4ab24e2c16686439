import { printTerms, type Terms } from '#governance/public.ts'
import { findPersonOfAccount, findTermsInForce, findTermsVersion } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findItem } from '../../queries/agenda.ts'
import type { Meeting } from '../../queries/meeting.ts'
import { findMeetingsPutTo } from '../../queries/terms-proposals.ts'
import type { ItemInput } from '../../rules/item.ts'
import { proposalPaper } from '../../rules/terms-proposal.ts'
import { insertItem, itemProblems, lockForAgenda, plainItem } from '../agenda/add-item.ts'
import { renumber } from '../agenda/renumber.ts'
import { insertPaper } from '../paper/start-paper.ts'

/** Which draft is put to which meeting. */
export interface PutTerms {
  readonly body: string
  readonly number: number
  readonly meeting: string
}

/**
 * Puts a draft of terms to a meeting of its body: an item for decision, with a report that says what changes (G4, G18). The draft's words of this
 * moment are kept: they are what the meeting decides on.
 * Problems: 'meeting-not-open', 'put-already', and those of an item. @throws NotFound where the draft or the meeting is not the body's
 */
export async function putTerms(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  input: PutTerms,
): Promise<Result<{ readonly item: string; readonly paper: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForAgenda(tx, doer, input.meeting)
    const draft = await findTermsVersion(tx, input.body, input.number)
    if (meeting.body !== input.body || draft?.state !== 'draft') throw new NotFound('No such draft, or no such meeting.')
    if (meeting.state !== 'planned' && meeting.state !== 'called') return fail({ field: 'meeting', code: 'meeting-not-open' })
    const before = await findMeetingsPutTo(tx, input.body, input.number)
    if (before.some((put) => put.meeting === meeting.id)) return fail({ field: 'meeting', code: 'put-already' })
    const author = await findPersonOfAccount(tx, doer.actor)
    if (author === undefined) return fail({ field: '', code: 'author-unknown' })
    const face = itemOf(input.number)
    const [first] = await itemProblems(tx, meeting, face, undefined)
    if (first) return fail({ ...first, field: 'meeting' })
    const item = await insertItem(tx, meeting, face, undefined)
    await tx
      .insertInto('meetings.terms_proposal')
      .values({
        ...{ item, meeting: meeting.id, body: meeting.body, terms_version: draft.id, number: draft.number },
        ...{ document: printTerms(draft.terms), proposed_by: doer.actor, proposed_at: doer.now },
      })
      .execute()
    const paper = await startReport(tx, doer, meeting, item, { ...draft, author: author.id })
    await renumber(tx, meeting.id)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'terms.put',
      subjectType: 'agenda-item',
      subject: item,
      content: JSON.stringify(input),
    })
    return succeed({ item, paper })
  })
}

function itemOf(number: number): ItemInput {
  return {
    ...plainItem(`Terms of reference: version ${number}`),
    purpose: 'decision',
    reportStatus: 'attached',
    summary: 'The board is asked to adopt a new version of its terms of reference.',
  }
}

async function startReport(
  tx: Writer,
  doer: Doer,
  meeting: Meeting,
  item: string,
  { number, terms, author }: { readonly number: number; readonly terms: Terms; readonly author: string },
): Promise<string> {
  const inForce = await findTermsInForce(tx, meeting.body, meeting.heldOn)
  const from = dayInWords(Temporal.PlainDate.from(terms.from))
  return insertPaper(tx, doer, await findItem(tx, meeting.id, item), {
    title: `Terms of reference: version ${number}`,
    author,
    fields: {
      purpose: 'To adopt a new version of the terms of reference.',
      summary: `This report puts version ${number} of the terms of reference to the board, and says what it changes in the rules of today.`,
      recommendations: `Version ${number} of the terms of reference, as put to this meeting, is adopted from ${from}.`,
    },
    tree: proposalPaper(inForce, terms),
  })
}
