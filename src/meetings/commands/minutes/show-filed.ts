import type { Writer } from '#platform/database/session.ts'
import type { Sight } from '../../rules/meeting.ts'
import { sightOfFiled } from '../../rules/minutes-file.ts'

/** Shows what is filed with minutes as far as these are seen; exempt matter goes no further than the members, what was taken back nowhere. */
export async function showFiled(tx: Writer, meeting: string, minutes: Exclude<Sight, 'draft'>): Promise<void> {
  for (const category of ['public', 'exempt', 'confidential'] as const)
    await tx
      .updateTable('meetings.minutes_file')
      .set({ sight: sightOfFiled(category, minutes) })
      .where('meeting', '=', meeting)
      .where('category', '=', category)
      .where('taken_back_at', 'is', null)
      .execute()
}
