import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { ledPaths } from '../framework-paths.ts'
import type { FrameworkCase, Stage } from '../queries/frameworks.ts'
import type { LedRecord } from '../queries/led-records.ts'

/** Where a case is, and what one can do about it: sign as whoever holds the delegation, or record what the board decided. */
export function NowAt(props: {
  readonly record: LedRecord
  readonly of: FrameworkCase
  readonly stage: Stage | undefined
  readonly mayChange: boolean
  readonly maySign: boolean
}): JSX.Element {
  const { record, of, stage, mayChange, maySign } = props
  if (stage === undefined) return <StatusPill meaning="good">Through</StatusPill>
  if (!mayChange && !maySign) return <>{stage.name}</>
  const at = ledPaths.step('framework', record.id, `cases/${of.id}`)
  return (
    <>
      {stage.name}
      {maySign && (
        <>
          <br />
          <a class="govuk-link" href={`${at}/sign`}>
            {`Sign off for ${of.title}`}
          </a>
        </>
      )}
      {mayChange && (
        <>
          <br />
          <a class="govuk-link" href={at}>
            {`Record what the board decided on ${of.title}`}
          </a>
        </>
      )}
    </>
  )
}
