import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { meetingPaths, yearPaths } from '../paths.ts'
import type { Consultation } from '../queries/consultations.ts'
import { windowProblem, windowState } from '../rules/consultation.ts'
import { spanInWords, windowStateWords } from '../words/year.ts'

/** Consultation windows of a board: what is asked, from when to when, and which meeting decides after it (G11). */
export function ConsultationList(props: {
  readonly slug: string
  readonly windows: readonly Consultation[]
  readonly today: Temporal.PlainDate
  readonly mayKeep: boolean
}): JSX.Element {
  const { slug, windows, today, mayKeep } = props
  const add = mayKeep
    ? { text: 'Plan a consultation', href: yearPaths.newConsultation(slug) }
    : { text: 'All consultations', href: yearPaths.consultations(slug) }
  return (
    <Card title="Consultations" id="consultations" link={add}>
      {windows.length === 0 ? (
        <p class="gt-missing">No consultation is planned or open</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {windows.map((window) => (
            <Window slug={slug} window={window} today={today} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Window(props: { readonly slug: string; readonly window: Consultation; readonly today: Temporal.PlainDate }): JSX.Element {
  const { slug, window, today } = props
  const { word, meaning } = windowStateWords[windowState(window, window.withdrawnReason !== '', today)]
  const tooEarly = windowProblem(window, window.decidesOn ?? undefined) === 'decides-before-end'
  return (
    <li>
      <div>
        <a class="govuk-link" href={yearPaths.consultation(slug, window.id)}>
          {window.title}
        </a>
        <br />
        <span class="govuk-hint">
          {spanInWords(window.startsOn, window.endsOn)}. <Decides window={window} />
          {tooEarly && ' This meeting is held before the consultation ends.'}
          {window.withdrawnReason !== '' && ` Not held: ${window.withdrawnReason}`}
        </span>
        {window.summary !== '' && <p class="govuk-body-s">{window.summary}</p>}
      </div>
      <StatusPill meaning={tooEarly ? 'bad' : meaning}>{tooEarly ? 'Decided too early' : word}</StatusPill>
    </li>
  )
}

function Decides({ window: { meeting, decidesOn } }: { readonly window: Consultation }): JSX.Element {
  if (meeting === null) return <>No meeting is chosen to decide after it.</>
  if (decidesOn === null) return <>A meeting that is not announced yet decides after it.</>
  return (
    <>
      Decided on{' '}
      <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
        {weekdayInWords(decidesOn)}
      </a>
      .
    </>
  )
}
