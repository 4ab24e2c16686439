import type { JSX } from 'hono/jsx/jsx-runtime'
import { providerPaths } from '#commissioning/public.ts'
import { ownRecordLinks } from '#governance/public.ts'
import { nextDue } from '#meetings/public.ts'
import type { ActionDuty } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card, CardGrid, LinkCard } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { FamilyWork } from '../family-work.ts'
import { homePaths } from '../paths.ts'
import type { Work } from '../queries/work.ts'
import { paperDutyInWords, rolesInWords } from '../words.ts'
import { isOverdue, workToDo } from './work-to-do.ts'

/** How many things to do stand open, the most urgent ones; the rest folds. */
const MOST_TO_DO = 20

/** What one person has to do, the most urgent first, over all boards. */
export function WorkPage(props: {
  readonly visit: Visit
  readonly work: Work
  /** What early help asks, and its pages that one opens most; undefined for whoever has no post there. */
  readonly families?: FamilyWork | undefined
}): JSX.Element {
  const { visit, work, families } = props
  const name = visit.account?.name ?? ''
  return (
    <Page visit={visit} title="My work" width="workspace">
      <PageHead title="My work" caption={name} />
      <AttentionStrip title="To do" items={[...(families?.items ?? []), ...workToDo(work, visit.today)]} most={MOST_TO_DO} />
      <Columns main={<Main work={work} families={families} today={visit.today} />} aside={<Boards work={work} families={families} />} />
    </Page>
  )
}

/** When an action is due, in words; for one that returns also when next. */
function dueOf({ dueWords, returns }: ActionDuty, today: Temporal.PlainDate): string {
  if (dueWords === '') return 'No due date was given'
  const next = returns && nextDue(returns, today)
  return next ? `Due: ${dueWords}; next due ${dayInWords(next)}` : `Due: ${dueWords}`
}

interface MainProps {
  readonly work: Work
  readonly families: FamilyWork | undefined
  readonly today: Temporal.PlainDate
}

/** Of practitioners who sit on no board, what boards would ask is left out while there is nothing of it. */
const isOfBoards = (work: Work, families: FamilyWork | undefined): boolean => (families?.doors ?? []).length === 0 || work.bodies.length > 0

function Main({ work, families, today }: MainProps): JSX.Element {
  const always = isOfBoards(work, families)
  return (
    <>
      {families && families.doors.length > 0 && (
        <Card id="families" title="Early help">
          <ul class="gt-list">
            {families.doors.map(({ text, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {(always || work.papers.length > 0) && <Papers papers={work.papers} />}
      {(always || work.actions.length > 0) && <Actions actions={work.actions} today={today} />}
    </>
  )
}

function Papers({ papers }: Pick<Work, 'papers'>): JSX.Element {
  return (
    <Card id="papers" title="Papers you write" link={{ text: 'All your papers', href: '/papers' }}>
      {papers.length === 0 ? (
        <EmptyState title="No paper is waiting for you" text="A clerk who asks you for a paper puts it here." />
      ) : (
        <ul class="gt-list">
          {papers.map(({ id, title, state, submittedAt, heldOn }) => (
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
  )
}

function Actions({ actions, today }: Pick<Work, 'actions'> & { readonly today: Temporal.PlainDate }): JSX.Element {
  return (
    <Card id="actions" title="Actions you lead">
      {actions.length === 0 ? (
        <EmptyState
          title="No open action of a meeting is yours"
          text="Actions that a meeting gives you appear here with their due date. Actions of plans that you lead stand above while a review asks about them."
        />
      ) : (
        <ul class="gt-list">
          {actions.map((action) => (
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
  )
}

function Boards({ work, families }: Omit<MainProps, 'today'>): JSX.Element {
  const names = new Map(work.bodies.map(({ id, name }) => [id, name]))
  return (
    <>
      {(isOfBoards(work, families) || work.meetings.length > 0) && (
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
      )}
      {work.standing.person && (
        <Card id="own" title="What you keep yourself">
          <ul class="gt-list">
            {(families?.doors ?? []).length === 0 && work.standing.administrator && (
              <li>
                <a class="govuk-link" href={homePaths.families}>
                  Posts in early help
                </a>
              </li>
            )}
            {work.isProvider && (
              <li>
                <a class="govuk-link" href={providerPaths.own()}>
                  Contracts, reports and letters of your organisation
                </a>
              </li>
            )}
            {ownRecordLinks.map(({ text, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
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
      <p>
        <a class="govuk-link" href={homePaths.ownCalendar}>
          Your meetings in your calendar
        </a>
      </p>
      <p>
        <a class="govuk-link" href={homePaths.ownTokens}>
          Access tokens for your programs
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
