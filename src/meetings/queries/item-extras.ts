import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { recordPaths, submissionPaths } from '../paths.ts'
import { type Action, findMattersArising } from './actions.ts'
import type { AgendaItem } from './agenda.ts'
import type { Meeting } from './meeting.ts'
import { findMeetingBefore } from './meetings.ts'
import { findStandingKeys } from './standing-items.ts'
import { findSubmissions, type Submission } from './submissions.ts'

/** What stands under an item besides its papers. */
export interface ItemExtras {
  readonly brought: readonly Submission[]
  /** Open actions of earlier meetings that the reader may see, at the item of the last minutes. */
  readonly arising: readonly Action[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** What was brought under an item, and for an opener the way to what it is about: earlier minutes, matters arising, questions. */
export async function findItemExtras(reader: Reader, meeting: Meeting, item: AgendaItem): Promise<ItemExtras> {
  const brought = (await findSubmissions(reader, meeting.id)).filter((one) => one.item === item.id && one.state === 'accepted')
  const key = (await findStandingKeys(reader, [item])).get(item.id)
  if (key === 'questions' || key === 'petitions')
    return {
      brought,
      arising: [],
      links: [{ href: submissionPaths.list(meeting.id), text: 'All questions and petitions to this meeting' }],
    }
  if (key !== 'minutes') return { brought, arising: [], links: [] }
  const before = await findMeetingBefore(reader, meeting.body, meeting.heldOn)
  const minutes = before && { href: recordPaths.minutes(before.id), text: `Minutes of the meeting held on ${dayInWords(before.heldOn)}` }
  return {
    brought,
    arising: await findMattersArising(reader, meeting.body, meeting.heldOn),
    links: [...(minutes ? [minutes] : []), { href: recordPaths.mattersArising(meeting.id), text: 'All matters arising' }],
  }
}
