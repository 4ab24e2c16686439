import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { trainingPaths } from '../paths.ts'
import type { listSchedules, SessionLine } from '../queries/training.ts'
import { Sessions, trainingCrumbs } from './training-parts.tsx'

/** A schedule with its sessions, district by district; a draft says that it is one. */
export function SchedulePage(props: {
  readonly visit: Visit
  readonly schedule: Awaited<ReturnType<typeof listSchedules>>[number]
  readonly sessions: readonly SessionLine[]
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, schedule, sessions, mayKeep } = props
  const undated = sessions.filter(({ heldOn }) => heldOn === null).length
  const places = sessions.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0)
  const unsized = sessions.filter(({ capacity }) => capacity === null).length
  return (
    <Page visit={visit} title={schedule.name} breadcrumbs={trainingCrumbs} width="workspace">
      <PageHead title={schedule.name} {...(schedule.source ? { lead: schedule.source } : {})} />
      {schedule.agreedOn ? (
        <p class="govuk-body">{`Agreed on ${dayInWords(schedule.agreedOn)}.`}</p>
      ) : (
        <InsetText text="Draft. Days and places can still change, and nobody can book yet." />
      )}
      <p class="govuk-body">
        {`${sessions.length} sessions with ${places} places${unsized > 0 ? `, and ${unsized} of a size not known yet` : ''}. ${undated === 0 ? 'Every one has a date.' : `${undated} still without a date.`}`}
      </p>
      {mayKeep && (
        <div class="govuk-button-group">
          <a class="govuk-button govuk-button--secondary" href={trainingPaths.newSession(schedule.id)}>
            Plan a session
          </a>
          {!schedule.agreedOn && (
            <PostButton visit={visit} action={trainingPaths.agree(schedule.id)} text="Agree this schedule" look="primary" />
          )}
        </div>
      )}
      <Card title="Sessions" id="sessions" flush={sessions.length > 0}>
        {sessions.length === 0 ? (
          <p class="govuk-body">No session is planned yet.</p>
        ) : (
          <Sessions caption="Sessions by district" sessions={sessions} byDistrict />
        )}
      </Card>
    </Page>
  )
}
