import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findClearance } from '../../queries/clearance.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { tellMembers } from '../distribute.ts'
import { keepClearance } from './clear-minutes.ts'
import { holdMinutes } from './hold-minutes.ts'
import { showVersion } from './sections.ts'
import { showFiled } from './show-filed.ts'

/**
 * Sends the draft to the members once the chair has cleared it (M12).
 * @param saidCleared - the clerk says that the chair has cleared it; not needed where the chair pressed the button for this very text
 */
export async function circulateMinutes(
  needs: CommandNeeds,
  doer: Doer,
  meeting: string,
  saidCleared: boolean,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { minutes, version } = await holdMinutes(tx, doer, meeting, 'circulate', 'circulate')
    if (!(await findClearance(tx, minutes))) {
      if (!saidCleared) return fail({ field: 'cleared', code: 'not-cleared' })
      await keepClearance(tx, doer, minutes, false)
    }
    await tx
      .updateTable('meetings.minutes')
      .set({ state: 'circulated', sight: 'members', circulated_at: doer.now, version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    await showVersion(tx, version, 'members')
    await showFiled(tx, meeting, 'members')
    const held = await findMeeting(tx, meeting)
    await tellMembers(needs, tx, doer, held, { occasion: 'circulation', items: [], method: undefined, publication: undefined })
    await appendAudit(tx, { actor: doer.actor, act: 'minutes.circulated', subjectType: 'meeting', subject: meeting, content: version.id })
    return succeed(meeting)
  })
}
