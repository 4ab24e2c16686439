import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { partTwoPaths, recordPaths, submissionPaths, yearPaths } from '../paths.ts'
import { type Action, findMattersArising } from './actions.ts'
import type { AgendaItem } from './agenda.ts'
import { findConsultationsFeeding } from './consultations.ts'
import type { Meeting } from './meeting.ts'
import { findMeetingBefore } from './meetings.ts'
import { nextTestNumber } from './public-interest.ts'
import { findPublications } from './publications.ts'
import { findStandingKeys } from './standing-items.ts'
import { findSubmissions, type Submission } from './submissions.ts'

/** What stands under an item besides its papers. */
export interface ItemExtras {
  readonly brought: readonly Submission[]
  /** Open actions of earlier meetings that the reader may see, at the item of the last minutes. */
  readonly arising: readonly Action[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
  /** Where it was exempt until then; the words are for everybody. */
  readonly released: { readonly on: Temporal.PlainDate; readonly note: string } | undefined
}

/** What was brought under an item, and for an opener the way to what it is about: earlier minutes, matters arising, questions. */
export async function findItemExtras(reader: Reader, meeting: Meeting, item: AgendaItem): Promise<ItemExtras> {
  const brought = (await findSubmissions(reader, meeting.id)).filter((one) => one.item === item.id && one.state === 'accepted')
  const key = (await findStandingKeys(reader, [item])).get(item.id)
  const released = await findRelease(reader, item)
  const own = [...(await linksOfConsultations(reader, item)), ...(await linksOfPartTwo(reader, item))]
  if (key === 'questions' || key === 'petitions')
    return {
      brought,
      released,
      arising: [],
      links: [...own, { href: submissionPaths.list(meeting.id), text: 'All questions and petitions to this meeting' }],
    }
  if (key !== 'minutes') return { brought, released, arising: [], links: own }
  const before = await findMeetingBefore(reader, meeting.body, meeting.heldOn)
  const minutes = before && { href: recordPaths.minutes(before.id), text: `Minutes of the meeting held on ${dayInWords(before.heldOn)}` }
  return {
    brought,
    released,
    arising: await findMattersArising(reader, meeting.body, meeting.heldOn),
    links: [...own, ...(minutes ? [minutes] : []), { href: recordPaths.mattersArising(meeting.id), text: 'All matters arising' }],
  }
}

async function findRelease(reader: Reader, { releasedBy, meeting }: AgendaItem): Promise<ItemExtras['released']> {
  if (releasedBy === null) return undefined
  const release = (await findPublications(reader, meeting)).find(({ id, withdrawnAt }) => id === releasedBy && !withdrawnAt)
  return release && { on: release.publishedOn, note: release.reason }
}

/** The way to the tests of exempt matter, for whoever may read them. */
async function linksOfPartTwo(reader: Reader, item: AgendaItem): Promise<ItemExtras['links']> {
  const mayRead = item.category === 'exempt' ? item.content !== undefined : (await nextTestNumber(reader, item.id)) > 1
  if (!mayRead || item.category === 'confidential') return []
  return [
    { href: partTwoPaths.matter(item.meeting, item.id), text: 'Public interest: what is exempt and why, and when it is looked at again' },
  ]
}

/** The consultations that feed the matter under an item. */
async function linksOfConsultations(reader: Reader, { content }: AgendaItem): Promise<ItemExtras['links']> {
  if (!content?.planItem) return []
  const windows = await findConsultationsFeeding(reader, content.planItem)
  return windows.map(({ slug, id, title }) => ({ href: yearPaths.consultation(slug, id), text: `Consultation: ${title}` }))
}
