import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, trainingPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { BookingLine, listSchedules, SessionLine } from '../queries/training.ts'
import { mayIn } from '../rules/access.ts'
import type { courseStanding } from '../rules/training.ts'
import { evaluationAsked } from '../rules/training-impact.ts'
import { bookingWords, changedWords, standingOfCourse, waitWords } from '../words/training.ts'
import { hubNavigation } from './hub-frame.tsx'
import { Sessions } from './training-parts.tsx'

/** What somebody must attend, and how they stand to it. */
export type OwnCourse = ReturnType<typeof courseStanding> & { readonly name: string }

/** What the first page of training shows. */
export interface TrainingPageProps {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly sessions: readonly SessionLine[]
  readonly schedules: Awaited<ReturnType<typeof listSchedules>>
  readonly own: readonly OwnCourse[]
  readonly bookings: readonly BookingLine[]
  /** Leads with an open family, and how many of them are trained; undefined where no course is mandatory for leads. */
  readonly trained: { readonly leads: number; readonly trained: number } | undefined
}

/** Training: what one must attend, what one has booked, what is coming, and how many leads are trained (E9). */
export function TrainingPage(props: TrainingPageProps): JSX.Element {
  const { visit, relations, sessions, schedules, own, bookings, trained } = props
  const live = bookings.filter(({ state, attended }) => ['booked', 'waiting', 'offered'].includes(state) && attended === null)
  const offered = live.filter(({ state }) => state === 'offered')
  const free = sessions.filter(({ state }) => state === 'open').length
  return (
    <Page visit={visit} title="Training" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead title="Training" lead="Courses, briefings and events for everybody who works in early help." />
      {hubNavigation(visit, relations)}
      <AttentionStrip
        title="Waits for you"
        items={[
          ...offered.map(({ session, courseName, offeredUntil }) => ({
            text: `A place is offered: ${courseName}${offeredUntil ? `, until ${instantInWords(offeredUntil)}` : ''}`,
            href: trainingPaths.session(session),
          })),
          ...live
            .filter(({ changed }) => changed.length > 0)
            .map(({ session, courseName, changed }) => ({
              text: `${changedWords(changed)}: ${courseName}`,
              href: trainingPaths.session(session),
            })),
          ...bookings.flatMap((one) => {
            const asked = evaluationAsked(one, visit.today)
            const text = asked === 'day' ? 'Say what it changed' : 'Say whether you used it'
            return asked ? [{ text: `${text}: ${one.courseName}`, href: trainingPaths.evaluate(one.id) }] : []
          }),
        ]}
      />
      <StatisticTiles
        tiles={[
          { label: 'Leads who are trained', ...trainedTile(trained) },
          { label: 'Sessions to come', figure: String(sessions.length), context: `${free} with places free` },
        ]}
      />
      {relations.has('practitioner') && (
        <Card title="What you must attend" id="own" flush={own.length > 0}>
          {own.length === 0 ? <p class="govuk-body">Nothing is mandatory for your posts.</p> : <Own own={own} />}
        </Card>
      )}
      {live.length > 0 && (
        <Card title="Your bookings" id="bookings" flush>
          <DataTable
            caption="Your bookings"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Session' }, { heading: 'Day' }, { heading: 'State' }]}
            rows={live.map(({ session, courseName, heldOn, state, cancelledBecause, changed, waitBefore }) => ({
              cells: [
                <a class="govuk-link" href={trainingPaths.session(session)}>
                  {courseName}
                </a>,
                heldOn ? dayInWords(heldOn) : 'No date yet',
                cancelledBecause ? (
                  <StatusPill meaning="bad">The session is cancelled</StatusPill>
                ) : (
                  <>
                    <StatusPill meaning={bookingWords[state]?.[0] ?? 'neutral'}>{bookingWords[state]?.[1] ?? ''}</StatusPill>
                    {waitBefore !== null && <div>{waitWords(waitBefore)}</div>}
                    {changed.length > 0 && <div>{changedWords(changed)}.</div>}
                  </>
                ),
              ],
            }))}
          />
        </Card>
      )}
      <Card title="Sessions to come" id="sessions" flush={sessions.length > 0}>
        {sessions.length === 0 ? (
          <p class="govuk-body">No session is agreed for a day that is still to come.</p>
        ) : (
          <Sessions caption="Sessions to come" sessions={sessions} />
        )}
      </Card>
      <Schedules {...props} schedules={schedules} />
      <p class="govuk-body">
        <a class="govuk-link" href={trainingPaths.framework()}>
          Competencies, mandatory courses, needs and what training changed
        </a>
      </p>
    </Page>
  )
}

function trainedTile(trained: TrainingPageProps['trained']) {
  if (trained === undefined) return { figure: 'Not known', context: 'No course is mandatory for leads' }
  if (trained.leads === 0) return { figure: 'None', context: 'Nobody leads an open family' }
  return {
    figure: `${trained.trained} of ${trained.leads}`,
    bar: {
      label: `${trained.trained} of ${trained.leads} leads with an open family are trained`,
      parts: [
        { amount: trained.trained, meaning: 'good' as const },
        { amount: trained.leads - trained.trained, meaning: 'neutral' as const },
      ],
    },
    context: 'Leads with an open family',
  }
}

function Own({ own }: { readonly own: readonly OwnCourse[] }): JSX.Element {
  return (
    <DataTable
      caption="What you must attend"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Course' }, { heading: 'How you stand' }, { heading: 'Refresher' }]}
      rows={own.map(({ name, standing, dueOn }) => ({
        cells: [
          name,
          <StatusPill meaning={standingOfCourse[standing][0]}>{standingOfCourse[standing][1]}</StatusPill>,
          dueOn ? dayInWords(dueOn) : 'None, or counted from when you attend',
        ],
      }))}
    />
  )
}

function Schedules({ relations, schedules }: TrainingPageProps): JSX.Element {
  const mayKeep = mayIn(relations, 'training', 'keep')
  return (
    <Card title="Schedules" id="schedules" link={mayKeep ? { text: 'Begin a schedule', href: trainingPaths.newSchedule() } : undefined}>
      {schedules.length === 0 ? (
        <p class="govuk-body">There is no schedule yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {schedules.map(({ id, name, agreedOn }) => (
            <li>
              <a class="govuk-link" href={trainingPaths.schedule(id)}>
                {name}
              </a>{' '}
              {agreedOn ? `agreed on ${dayInWords(agreedOn)}` : <StatusPill meaning="warning">Draft</StatusPill>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
