import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { recordPaths, submissionPaths } from '../paths.ts'
import { type AgendaItem, titleOf } from './agenda.ts'
import type { Meeting } from './meeting.ts'
import { findMeetingBefore } from './meetings.ts'
import { findSubmissions, type Submission } from './submissions.ts'

/** What stands under an item besides its papers. */
export interface ItemExtras {
  readonly brought: readonly Submission[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** What was brought under an item, and for an opener the way to what it is about: earlier minutes, matters arising, questions. */
export async function findItemExtras(reader: Reader, meeting: Meeting, item: AgendaItem): Promise<ItemExtras> {
  const brought = (await findSubmissions(reader, meeting.id)).filter((one) => one.item === item.id && one.state === 'accepted')
  const key = await findKey(reader, item)
  if (key === 'questions' || key === 'petitions')
    return { brought, links: [{ href: submissionPaths.list(meeting.id), text: 'All questions and petitions to this meeting' }] }
  if (key !== 'minutes') return { brought, links: [] }
  const before = await findMeetingBefore(reader, meeting.body, meeting.heldOn)
  const minutes = before && { href: recordPaths.minutes(before.id), text: `Minutes of the meeting held on ${dayInWords(before.heldOn)}` }
  return {
    brought,
    links: [
      ...(minutes ? [minutes] : []),
      { href: recordPaths.mattersArising(meeting.id), text: 'Matters arising: open actions of earlier meetings' },
    ],
  }
}

/** What an opener is for; agendas of before this was kept are read by their title. */
async function findKey(reader: Reader, item: AgendaItem): Promise<string> {
  const row = await reader.selectFrom('meetings.agenda_item').select('standing_key').where('id', '=', item.id).executeTakeFirst()
  if (row && row.standing_key !== '') return row.standing_key
  return /^minutes\b/i.test(titleOf(item)) ? 'minutes' : ''
}
