import type { JSX } from 'hono/jsx/jsx-runtime'
import { newReportPath, requestPath, settleDutyPath } from '#governance/paths.ts'
import { livePaths, readingPaths, recordPaths, submissionPaths } from '#meetings/paths.ts'
import { missedDays, nextDue } from '#meetings/public.ts'
import type { ActionDuty, ClerkDuty } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type AttentionItem, AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card, CardGrid, LinkCard } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { homePaths } from '../paths.ts'
import type { Work } from '../queries/work.ts'
import {
  clerkDutyInWords,
  paperDutyInWords,
  protocolDutyInWords,
  ratificationDutyInWords,
  reportDueInWords,
  requestDutyInWords,
  rolesInWords,
  toReadInWords,
} from '../words.ts'

/** What one person has to do, the most urgent first, over all boards. */
export function WorkPage({ visit, work }: { readonly visit: Visit; readonly work: Work }): JSX.Element {
  const name = visit.account?.name ?? ''
  return (
    <Page visit={visit} title="My work" width="workspace">
      <PageHead title="My work" caption={name} />
      <AttentionStrip title="To do" items={attentionOf(work, visit.today)} />
      <Columns main={<Main work={work} today={visit.today} />} aside={<Boards work={work} />} />
    </Page>
  )
}

function attentionOf(work: Work, today: Temporal.PlainDate): AttentionItem[] {
  const overdue = work.actions.filter((action) => isOverdue(action, today)).length
  const unwritten = work.papers.filter(({ submittedAt }) => submittedAt === null).length
  const prepare = work.meetings.filter(({ body }) => work.standing.clerkOf.has(body)).slice(0, 1)
  const live = work.meetings.filter(({ state, heldOn }) => state === 'in_progress' || (state === 'called' && heldOn.equals(today)))
  return [
    ...live.map(({ id, state }) => ({
      text: state === 'in_progress' ? 'A meeting you sit on is running: go to it' : 'A meeting you sit on is today: open its live screen',
      href: livePaths.live(id),
    })),
    ...(overdue > 0 ? [{ text: overdue === 1 ? 'action is overdue' : 'actions are overdue', href: '#actions', count: overdue }] : []),
    ...(unwritten > 0 ? [{ text: unwritten === 1 ? 'paper to hand in' : 'papers to hand in', href: '#papers', count: unwritten }] : []),
    ...toReadOf(work, today, 'soon'),
    ...work.returned.map(({ meeting, heldOn, count }) => ({
      text: count === 1 ? `message for ${dayInWords(heldOn)} came back` : `messages for ${dayInWords(heldOn)} came back`,
      href: readingPaths.told(meeting),
      count,
    })),
    ...work.absences.map(({ id }) => ({ text: 'Explain why you missed a meeting', href: recordPaths.absence(id) })),
    ...work.clerking.map((duty) => ({ text: clerkDutyInWords(duty), href: clerkDutyPath(duty) })),
    ...toReadOf(work, today, 'later'),
    ...work.ratifications.map((duty) => ({
      text: ratificationDutyInWords(duty, today),
      href: duty.kind === 'answer' ? recordPaths.answerRatification(duty.id) : recordPaths.decision(duty.id),
    })),
    ...work.requests.map((duty) => ({ text: requestDutyInWords(duty), href: requestPath(duty.slug, duty.id) })),
    ...work.promised.map((duty) => ({ text: protocolDutyInWords(duty), href: settleDutyPath(duty.slug, duty.duty, duty.year) })),
    ...work.reports.map((due) => ({ text: reportDueInWords(due), href: newReportPath(due.slug, due.relation) })),
    ...prepare.map(({ id }) => ({ text: 'Prepare your next meeting', href: `/meetings/${id}/prepare` })),
  ]
}

/** Days before a meeting within which its papers press. */
const SOON = 7

/** Papers of a meeting within a week stand above what only waits; those of later ones below. */
function toReadOf({ toRead, bodies }: Work, today: Temporal.PlainDate, when: 'soon' | 'later'): AttentionItem[] {
  const last = today.add({ days: SOON })
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return toRead
    .filter(({ heldOn }) => Temporal.PlainDate.compare(heldOn, last) <= 0 === (when === 'soon'))
    .map(({ meeting, body, heldOn, papers }) => ({
      text: `${toReadInWords(papers, heldOn)}, ${names.get(body) ?? ''}`,
      href: readingPaths.reading(meeting),
      ...(papers > 0 ? { count: papers } : {}),
    }))
}

function clerkDutyPath({ kind, id }: ClerkDuty): string {
  if (kind === 'settle-question') return submissionPaths.list(id)
  return kind === 'clear-paper' ? `/papers/${id}` : recordPaths.minutes(id)
}

function isOverdue({ dueTo, returns }: ActionDuty, today: Temporal.PlainDate): boolean {
  if (returns) return missedDays(returns, today).length > 0
  return dueTo !== null && Temporal.PlainDate.compare(dueTo, today) < 0
}

/** When an action is due, in words; for one that returns also when next. */
function dueOf({ dueWords, returns }: ActionDuty, today: Temporal.PlainDate): string {
  if (dueWords === '') return 'No due date was given'
  const next = returns && nextDue(returns, today)
  return next ? `Due: ${dueWords}; next due ${dayInWords(next)}` : `Due: ${dueWords}`
}

function Main({ work, today }: { readonly work: Work; readonly today: Temporal.PlainDate }): JSX.Element {
  return (
    <>
      <Card id="papers" title="Papers you write" link={{ text: 'All your papers', href: '/papers' }}>
        {work.papers.length === 0 ? (
          <EmptyState title="No paper is waiting for you" text="A clerk who asks you for a paper puts it here." />
        ) : (
          <ul class="gt-list">
            {work.papers.map(({ id, title, state, submittedAt, heldOn }) => (
              <li>
                <a class="govuk-link" href={`/papers/${id}`}>
                  {title}
                </a>
                <p>
                  For the meeting of <DateText day={heldOn} />
                </p>
                <StatusPill meaning={submittedAt === null ? 'draft' : 'good'}>{paperDutyInWords(state, submittedAt !== null)}</StatusPill>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card id="actions" title="Actions you lead">
        {work.actions.length === 0 ? (
          <EmptyState title="You lead no open action" text="Actions that a meeting gives you appear here with their due date." />
        ) : (
          <ul class="gt-list">
            {work.actions.map((action) => (
              <li>
                <a class="govuk-link" href={`/actions/${action.id}`}>
                  {action.text}
                </a>
                <p>{dueOf(action, today)}</p>
                {isOverdue(action, today) && <StatusPill meaning="bad">Overdue</StatusPill>}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}

function Boards({ work }: { readonly work: Work }): JSX.Element {
  const names = new Map(work.bodies.map(({ id, name }) => [id, name]))
  return (
    <>
      <Card id="meetings" title="Your next meetings">
        {work.meetings.length === 0 ? (
          <EmptyState
            title="No meeting is announced"
            text="Meetings of your boards appear here."
            action={{ text: 'All boards', href: '/boards' }}
          />
        ) : (
          <ul class="gt-list">
            {work.meetings.map(({ id, body, heldOn }) => (
              <li>
                <a class="govuk-link" href={`/meetings/${id}`}>
                  <DateText day={heldOn} />
                </a>
                <p>{names.get(body)}</p>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {work.bodies.length > 0 && <h2 class="govuk-heading-m">Your boards</h2>}
      <CardGrid>
        {work.bodies.map(({ id, slug, name }) => (
          <LinkCard title={name} href={`/boards/${slug}`} caption={`You: ${rolesInWords(work.standing, id)}`} />
        ))}
      </CardGrid>
      <p>
        <a class="govuk-link" href={homePaths.mailChoice}>
          What mails you get
        </a>
      </p>
      {work.standing.person && (
        <p>
          <a class="govuk-link" href="/me/contact">
            How you are reached
          </a>
        </p>
      )}
      {work.standing.administrator && (
        <p>
          <a class="govuk-link" href="/admin">
            Administration
          </a>
        </p>
      )}
    </>
  )
}
