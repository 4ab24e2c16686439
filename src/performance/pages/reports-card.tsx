import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { scorecardPaths } from '../paths.ts'
import type { FrozenLine } from '../queries/frozen.ts'
import type { ReportRun } from '../queries/report-schedules.ts'
import type { ReportSchedule } from '../rules/report-schedule.ts'
import { runPeriod, runWords, scheduleWords } from '../words/report.ts'

/** When reports of a scorecard make themselves, and what became of each. */
export interface ReportsShown {
  /** Those that hold today or later. */
  readonly schedules: readonly ReportSchedule[]
  readonly runs: readonly ReportRun[]
}

/** How many are listed; earlier ones are folded. */
const SHOWN = 6

/** Scorecards that were shown to meetings; nothing where there is none. */
export function FrozenCard({ frozen }: { readonly frozen: readonly FrozenLine[] }): JSX.Element | null {
  if (frozen.length === 0) return null
  return (
    <Card id="frozen" title="As shown to meetings">
      <ul class="gt-list">
        {frozen.map(({ id, title, frozenAt, frozenBy }) => (
          <li>
            <a class="govuk-link" href={scorecardPaths.frozen(id)}>
              {title}, {instantInWords(frozenAt)}
            </a>
            <p>Frozen by {frozenBy}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Reports that made themselves, with those that were late or skipped. @param schedule - where a clerk says when they are made */
export function ReportsCard({
  reports,
  schedule,
}: {
  readonly reports: ReportsShown
  readonly schedule: string | undefined
}): JSX.Element | null {
  const { schedules, runs } = reports
  if (schedules.length + runs.length === 0 && schedule === undefined) return null
  const [now, before] = [runs.slice(0, SHOWN), runs.slice(SHOWN)]
  return (
    <Card id="reports" title="Reports that make themselves">
      {schedules.length === 0 && <p>No report is made by itself.</p>}
      {schedules.map((one) => (
        <p>
          {scheduleWords(one)}
          {schedule !== undefined && one.endsOn === null && (
            <>
              {' '}
              <a class="govuk-link" href={scorecardPaths.endSchedule(one.id)}>
                End this
              </a>
            </>
          )}
        </p>
      ))}
      <Runs runs={now} />
      {before.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Earlier reports</span>
          </summary>
          <Runs runs={before} />
        </details>
      )}
      {schedule !== undefined && (
        <p>
          <a class="govuk-link" href={schedule}>
            Let a report make itself
          </a>
        </p>
      )}
    </Card>
  )
}

function Runs({ runs }: { readonly runs: readonly ReportRun[] }): JSX.Element | null {
  if (runs.length === 0) return null
  return (
    <ul class="gt-list">
      {runs.map((run) => (
        <li>
          {run.scorecard === null ? (
            runPeriod(run)
          ) : (
            <a class="govuk-link" href={scorecardPaths.frozen(run.scorecard)}>
              Report for {runPeriod(run)}
            </a>
          )}
          <p>{runWords(run)}</p>
        </li>
      ))}
    </ul>
  )
}
