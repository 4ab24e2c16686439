import type { JSX } from 'hono/jsx/jsx-runtime'
import { findAccessNeeds, findMembership, findOffices, findPeopleNames } from '#governance/public-data.ts'
import { dayOf } from '#platform/time/london.ts'
import { PreparePage } from '../pages/prepare-page.tsx'
import { findPlacedItems } from '../queries/plan.ts'
import { findPackFiles } from '../queries/publications.ts'
import { findPublishCheck } from '../queries/publish-check.ts'
import { deadlinesOf, judge } from '../rules/deadlines.ts'
import type { AskedMeeting } from './gates.ts'

/** The clerk's way from a date to a published pack: the steps, what is due when, what is late. */
export async function preparePage({ reader, visit, meeting, body }: AskedMeeting): Promise<JSX.Element> {
  const check = await findPublishCheck(reader, meeting, visit.now)
  const packs = check.publications.filter(({ kind, withdrawnAt }) => kind === 'pack' && !withdrawnAt)
  const [pack] = packs
  const sent = pack ? { day: dayOf(pack.publishedAt) } : null
  const deadlines = deadlinesOf(check.rules, meeting.heldOn).map((deadline) => ({
    deadline,
    verdict: judge(deadline, deadline.name === 'agendaOut' ? sent : null, visit.today, check.rules.calendar),
  }))
  const names = await findPeopleNames(
    reader,
    check.papers.map(({ author }) => author),
  )
  return (
    <PreparePage
      visit={visit}
      board={body}
      meeting={meeting}
      check={check}
      deadlines={deadlines}
      placed={(await findPlacedItems(reader, meeting.id)).length}
      files={await findPackFiles(reader, meeting.id)}
      authors={names}
      needs={await findAccessNeeds(reader, await findCalled({ reader, meeting, body }))}
    />
  )
}

/** Who may come to a meeting: who fills a place or chairs on its day, and who may sit in for them. */
async function findCalled({ reader, meeting, body }: Pick<AskedMeeting, 'reader' | 'meeting' | 'body'>): Promise<readonly string[]> {
  const { seats } = await findMembership(reader, body.id, meeting.heldOn)
  const places = seats.flatMap((seat) => seat.places)
  const holders = places.flatMap(({ holder, deputies }) => [...(holder ? [holder.person] : []), ...deputies.map(({ person }) => person)])
  const officers = (await findOffices(reader, body.id, meeting.heldOn)).map(({ person }) => person)
  return [...new Set([...holders, ...officers].map(({ id }) => id))]
}
