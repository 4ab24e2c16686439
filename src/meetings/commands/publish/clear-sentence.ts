import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ClearInput } from '../../forms/cleared-sentence.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findMatchedWords } from '../../queries/cleared-sentences.ts'
import { lockMeeting } from '../../queries/meeting.ts'
import { findPublication, guardedPublication } from '../../queries/publications.ts'
import { isWholeSentence } from '../../rules/cleared-sentence.ts'

/**
 * Keeps that the chair or the monitoring officer said of one sentence, found in Part 2 and in a public file, that it is not confidential. It holds for
 * this sentence and this meeting alone; the audit keeps its digest, never its words. A sentence that was confirmed before, as by a second click, stays so.
 */
export async function clearSentence(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  id: string,
  input: ClearInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const publication = await findPublication(tx, meetingId, id)
    await demand(tx, doer, guardedPublication(publication), 'clear')
    if (publication.withdrawnAt) return fail({ field: '', code: 'withdrawn-already' })
    // Only what was found can be confirmed: the words come from the search, never from the form.
    const match = (await findMatchedWords(tx, meetingId, id)).find(({ digest }) => digest === input.digest)
    if (!match || !isWholeSentence(match.words)) return fail({ field: 'digest', code: 'choice-unknown' })
    if (match.cleared) return succeed(null)
    const { digest, decidedBy, decidedName, reason } = input
    await tx
      .insertInto('meetings.cleared_sentence')
      .values({
        ...{ id: newId(), meeting: meetingId, body: meeting.body, publication: id, sentence: match.words, digest, reason },
        decided_by: decidedBy,
        decided_name: decidedName,
        made_by: doer.actor,
        made_at: doer.now,
      })
      .execute()
    const content = `${digest} ${decidedBy} ${decidedName} ${reason}`
    await appendAudit(tx, { actor: doer.actor, act: 'pack.sentence-cleared', subjectType: 'publication', subject: id, content })
    return succeed(null)
  })
}
