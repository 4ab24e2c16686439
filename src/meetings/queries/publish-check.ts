import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { deadlineOf, lastDayOf, type MeetingRules } from '../rules/deadlines.ts'
import { latenessOf, missingConsents } from '../rules/late-papers.ts'
import { lacksOf } from '../rules/public-interest.ts'
import {
  type ItemToPublish,
  isTabledRelease,
  kindOf,
  type PaperToPublish,
  type PublicationKind,
  type Publishable,
  type PublishProblem,
  papersReady,
  papersToTable,
  publishProblems,
} from '../rules/publication.ts'
import { type AgendaItem, findAgenda } from './agenda.ts'
import { type BoardNotice, findBoardNotices, sentNow } from './board-notices.ts'
import type { Meeting } from './meeting.ts'
import { findMeetingRules } from './meeting-rules.ts'
import { findPaperSecrecy } from './paper-secrecy.ts'
import { findConsents, findPapersOfMeeting, type PaperRecord } from './papers.ts'
import { findPaperTests, findTests } from './public-interest.ts'
import { type Breach, findBreaches, findPublications, type Publication } from './publications.ts'

/** Everything that the check before publishing rests on; the page shows it, and the command asks it again. */
export interface PublishCheck {
  readonly rules: MeetingRules
  readonly agenda: readonly AgendaItem[]
  readonly papers: readonly PaperRecord[]
  readonly publications: readonly Publication[]
  readonly publishable: Publishable
  readonly kind: PublicationKind
  readonly problems: readonly PublishProblem[]
  /** Papers that would go out now. */
  readonly ready: readonly PaperToPublish[]
  /** Whether they are tabled ones: handed out at the meeting, with the chair's consent. */
  readonly tabled: boolean
  /** Papers that are cleared and wait to be tabled. */
  readonly toTable: readonly PaperToPublish[]
  /** What the notice would be if it went out at this instant, for each board at the table, the one that calls first. A supplement has its own. */
  readonly notices: readonly BoardNotice[]
  /** Whether publishing now would break the rule of a board at the table: a pack can, a supplement has its own computation and breaks none. */
  readonly isLate: boolean
  /** Breaches of the notice rule that are recorded already, of each board for itself. */
  readonly breaches: readonly Breach[]
  /** Boards whose notice would be late and for which no reason is recorded. */
  readonly unanswered: readonly string[]
}

/** Puts together the check of a meeting at an instant, as the clerk. */
export async function findPublishCheck(reader: Reader, meeting: Meeting, now: Temporal.Instant): Promise<PublishCheck> {
  const rules = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const agenda = await findAgenda(reader, meeting.id)
  const papers = await findPapersOfMeeting(reader, meeting.id)
  const publications = await findPublications(reader, meeting.id)
  const consents = await findConsents(
    reader,
    papers.map(({ id }) => id),
  )
  const breaches = (await findBreaches(reader, meeting.id)).filter(({ ruleKey }) => ruleKey === 'agendaOut')
  const today = dayOf(now)
  const due = lastDayOf(deadlineOf('papersDue', rules, meeting.heldOn))
  const live = agenda.filter((item) => !item.withdrawnAt)
  const late = rules.terms?.latePapers.value ?? undefined
  const secrecy = await findPaperSecrecy(reader, meeting.id)
  const paperTests = await findPaperTests(reader, meeting.id)
  const toPublish = papers.flatMap((paper): PaperToPublish[] => {
    const item = live.find(({ id }) => id === paper.item)
    if (!item || paper.state === 'withdrawn') return []
    const lateness = latenessOf(paper.submittedAt && dayOf(paper.submittedAt), due, today)
    const given = consents.filter((consent) => consent.paper === paper.id).map(({ consenter }) => consenter)
    // What is tabled is handed out with the consent that its item names; it is not late as well.
    const consentsMissing = lateness === 'late' && item.reportStatus !== 'tabled' ? missingConsents(late, given) : []
    const testLacks = secrecy.has(paper.id) ? lacksOf(paperTests.get(paper.id)?.at(-1), today) : []
    return [
      { id: paper.id, item: item.id, itemNumber: item.number, state: paper.state, lateness, consentsMissing, correction: false, testLacks },
    ]
  })
  const tests = await findTests(
    reader,
    live.filter(({ category, sight }) => category === 'exempt' && sight === 'draft').map(({ id }) => id),
  )
  const packOut = publications.some(({ kind, withdrawnAt }) => kind === 'pack' && !withdrawnAt)
  const begun = ['in_progress', 'ended', 'abandoned'].includes(meeting.state)
  const publishable: Publishable = {
    state: meeting.state,
    packOut,
    begun,
    items: live.map((item) => itemToPublish(item, tests, today)),
    papers: toPublish,
  }
  const notices = await findBoardNotices(reader, [meeting.body, ...meeting.joint], meeting.heldOn, sentNow(now))
  const kind = kindOf(publishable)
  const lateFor = kind === 'pack' ? notices.flatMap(({ body: board, verdict }) => (verdict?.state === 'late' ? [board.id] : [])) : []
  return {
    rules,
    agenda,
    papers,
    publications,
    publishable,
    kind,
    problems: publishProblems(publishable),
    ready: papersReady(publishable),
    tabled: isTabledRelease(publishable),
    toTable: papersToTable(publishable),
    notices,
    isLate: lateFor.length > 0,
    breaches,
    unanswered: lateFor.filter((board) => !breaches.some(({ ofBody }) => ofBody === board)),
  }
}

function itemToPublish(
  { id, number, reportStatus, urgent, sight, category }: AgendaItem,
  tests: Awaited<ReturnType<typeof findTests>>,
  today: Temporal.PlainDate,
): ItemToPublish {
  const testLacks = category === 'exempt' ? lacksOf(tests.get(id)?.at(-1), today) : []
  return { id, number, reportStatus, urgent, published: sight !== 'draft', testLacks }
}
