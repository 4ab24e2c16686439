import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, retentionPaths } from '../paths.ts'
import type { DueRecord, RetainedRecord } from '../queries/retention.ts'
import type { RetentionClass, RetentionStanding } from '../rules/retention.ts'
import {
  retainedKindWords,
  retentionClassWords,
  retentionReviewWords,
  retentionSourceWords,
  retentionStandingWords,
} from '../words/retention.ts'
import { BoardRecordPage, type RecordHead, RecordPage } from './record-page.tsx'

/** For how long the record of one meeting is kept; its clerk and chair see what was decided of it (M16). */
export function MeetingRetentionPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly records: readonly RetainedRecord[]
  readonly mayDecide: boolean
}): JSX.Element {
  const { visit, head, records, mayDecide } = props
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="How long this record is kept"
      lead="The record copy that the clerk keeps. Nothing is deleted by itself: what is due is looked at by somebody, and what they decide stands here."
      width="workspace"
    >
      {records.length === 0 ? (
        <EmptyState title="There is no record yet" text="Papers and minutes appear here once they are published." />
      ) : (
        <DataTable
          caption="Records of this meeting"
          hideCaption
          columns={[{ heading: 'Record' }, { heading: 'Period' }, { heading: 'Source' }, { heading: 'Kept' }]}
          rows={records.map(({ kind, found, standing }) => ({
            cells: [
              retainedKindWords[kind],
              retentionClassWords(found),
              found ? retentionSourceWords(found) : <span class="gt-missing">Not stated</span>,
              <Standing standing={standing} />,
            ],
          }))}
          narrow="stack"
        />
      )}
      {records.map((record) => (
        <Decided record={record} meeting={head.meeting} mayDecide={mayDecide} />
      ))}
    </RecordPage>
  )
}

function Standing({ standing }: { readonly standing: RetentionStanding }): JSX.Element {
  const meaning = standing.state === 'due' ? 'warning' : standing.state === 'unknown' ? 'unknown' : 'neutral'
  return <StatusPill meaning={meaning}>{retentionStandingWords(standing)}</StatusPill>
}

function Decided(props: { readonly record: RetainedRecord; readonly meeting: string; readonly mayDecide: boolean }): JSX.Element | null {
  const { record, meeting, mayDecide } = props
  const isSettled = record.standing.state === 'transferred' || record.standing.state === 'to_be_destroyed'
  if (record.reviews.length === 0 && !mayDecide) return null
  return (
    <>
      <h2 class="govuk-heading-m">{retainedKindWords[record.kind]}</h2>
      {record.reviews.length === 0 ? (
        <p class="govuk-body">Nothing was decided of them.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {record.reviews.map((review) => (
            <li>{retentionReviewWords(review)}</li>
          ))}
        </ul>
      )}
      {mayDecide && !isSettled && (
        <p class="govuk-body">
          <a class="govuk-link" href={retentionPaths.decide(meeting, record.kind)}>
            Record a decision on {retainedKindWords[record.kind].toLowerCase()}
          </a>
        </p>
      )}
    </>
  )
}

/** By which periods a board's records are kept, and for its clerk and chair what is due. */
export function BoardRetentionPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly classes: readonly (RetentionClass & { readonly isNow: boolean })[]
  /** Undefined for whoever may not know. */
  readonly due: readonly DueRecord[] | undefined
  readonly maySet: boolean
}): JSX.Element {
  const { visit, board, classes, due, maySet } = props
  return (
    <BoardRecordPage
      visit={visit}
      board={board}
      section="meetings"
      title="How long records are kept"
      lead="Of each meeting, the copy that the clerk keeps. Nothing is deleted by itself."
      width="workspace"
    >
      {maySet && (
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" href={retentionPaths.set(board.slug)}>
            Set a period for this board
          </a>
        </p>
      )}
      <DataTable
        caption="Periods"
        hideCaption
        columns={[{ heading: 'Records' }, { heading: 'Period' }, { heading: 'Source' }, { heading: 'Holds' }]}
        rows={classes.map((one) => ({
          cells: [
            retainedKindWords[one.kind],
            retentionClassWords(one),
            retentionSourceWords(one),
            one.isNow ? <StatusPill meaning="good">Now</StatusPill> : <StatusPill meaning="neutral">{holdsWords(one)}</StatusPill>,
          ],
        }))}
        narrow="stack"
      />
      {due && <Due due={due} />}
    </BoardRecordPage>
  )
}

function holdsWords({ startsOn, endsOn, body }: RetentionClass): string {
  if (endsOn) return `Until ${dayInWords(endsOn.subtract({ days: 1 }))}`
  return body === null ? 'Where the board has none of its own' : `From ${dayInWords(startsOn)}`
}

function Due({ due }: { readonly due: readonly DueRecord[] }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Due to be looked at</h2>
      {due.length === 0 ? (
        <EmptyState title="Nothing is due" text="Records appear here from the day on which their period is over." />
      ) : (
        <DataTable
          caption="Records that are due, the earliest first"
          hideCaption
          columns={[{ heading: 'Meeting' }, { heading: 'Record' }, { heading: 'Due since' }]}
          rows={due.map(({ meeting, heldOn, kind, due: since }) => ({
            cells: [
              <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
                {dayInWords(heldOn)}
              </a>,
              <a class="govuk-link" href={retentionPaths.ofMeeting(meeting)}>
                {retainedKindWords[kind]}
              </a>,
              dayInWords(since),
            ],
          }))}
          narrow="stack"
        />
      )}
    </>
  )
}
