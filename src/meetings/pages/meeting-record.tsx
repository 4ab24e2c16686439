import type { JSX } from 'hono/jsx/jsx-runtime'
import type { QuorumVerdict } from '#governance/public.ts'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { partTwoPaths, recordPaths, retentionPaths } from '../paths.ts'
import type { MeetingRecordView } from '../queries/meeting-record.ts'
import { quorumReasons, quorumState } from '../words/attendance.ts'
import { minutesStateWords } from '../words/minutes.ts'
import { tallyWords } from '../words/motion.ts'
import { ActionTable } from './action-pages.tsx'
import { DecisionList } from './decision-pages.tsx'

/** What a meeting left behind: attendance, decisions, actions and the way to the minutes. Stands on the meeting's page, below its h1. */
export function MeetingRecord({
  record,
  mayRecord,
  hasBegun,
}: {
  readonly record: MeetingRecordView
  readonly mayRecord: boolean
  /** Before a meeting begins there is nothing to record but its beginning. */
  readonly hasBegun: boolean
}): JSX.Element {
  const { meeting, decisions, actions, arising, today } = record
  const isEmpty = !record.attendance && !record.minutes && decisions.length + actions.length === 0
  return (
    <section aria-labelledby="meeting-record">
      <h2 class="govuk-heading-l" id="meeting-record">
        Record of the meeting
      </h2>
      {isEmpty && !mayRecord && <p>Nothing of this meeting’s record is published yet.</p>}
      {record.attendance && <Attendance record={record} />}
      {record.minutes && <MinutesLine record={record} />}
      {record.excluded > 0 && (
        <p>
          <a class="govuk-link" href={partTwoPaths.exclusions(meeting)}>
            When the press and public were out of the room
          </a>
        </p>
      )}
      {(record.minutes || mayRecord) && hasBegun && (
        <p>
          <a class="govuk-link" href={retentionPaths.ofMeeting(meeting)}>
            How long this record is kept
          </a>
        </p>
      )}
      {decisions.length > 0 && <h3 class="govuk-heading-m">Decisions</h3>}
      {decisions.length > 0 && <DecisionList decisions={decisions} homes={record.homes} bodies={record.boards} withDay={false} level={4} />}
      {record.lost.length > 0 && <LostMotions record={record} />}
      {actions.length > 0 && <h3 class="govuk-heading-m">Actions</h3>}
      {actions.length > 0 && <ActionTable actions={actions} today={today} caption="Actions from this meeting" />}
      {actions.length > 0 && (
        <p>
          <a class="govuk-link" href={recordPaths.meetingActions(meeting)}>
            These actions on a page of their own
          </a>
        </p>
      )}
      {arising.length > 0 && <h3 class="govuk-heading-m">Matters arising: open actions of earlier meetings</h3>}
      {arising.length > 0 && <ActionTable actions={arising} today={today} caption="Open actions of earlier meetings" />}
      {mayRecord && <RecordLinks meeting={meeting} hasBegun={hasBegun} />}
    </section>
  )
}

/** What was put and fell is part of the record, too. */
function LostMotions({ record }: { readonly record: MeetingRecordView }): JSX.Element {
  return (
    <>
      <h3 class="govuk-heading-m">Motions that fell</h3>
      <ul class="govuk-list govuk-list--bullet">
        {record.lost.map(({ text, tally, minorityView }) => (
          <li>
            {text} {tally && <strong>{tallyWords(tally)}.</strong>} {minorityView !== '' && `Minority view: ${minorityView}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function Attendance({ record }: { readonly record: MeetingRecordView }): JSX.Element {
  const { attendance, meeting } = record
  if (!attendance) return <p></p>
  const { present, apologies, chair, quorum, bodies } = attendance
  const verdicts = bodies.length > 0 ? bodies : [{ name: '', quorum }]
  return (
    <p>
      {chair !== undefined && `${chair} in the chair. `}
      <a class="govuk-link" href={recordPaths.attendance(meeting)}>
        {present} present
      </a>
      , {apologies} {apologies === 1 ? 'apology' : 'apologies'}.{' '}
      {verdicts.map((own) => (
        <Verdict name={own.name} quorum={own.quorum} />
      ))}
    </p>
  )
}

/** At a joint meeting each board has its own. */
function Verdict({ name, quorum }: { readonly name: string; readonly quorum: QuorumVerdict | undefined }): JSX.Element | null {
  if (!quorum) return null
  const { meaning, word } = quorumState(quorum)
  return (
    <>
      {name !== '' && (
        <>
          <br />
          <strong>{name}:</strong>{' '}
        </>
      )}
      <StatusPill meaning={meaning}>{word}</StatusPill> {quorumReasons(quorum)}
    </>
  )
}

function MinutesLine({ record }: { readonly record: MeetingRecordView }): JSX.Element {
  const { minutes, meeting } = record
  if (!minutes) return <p></p>
  const { meaning, word } = minutesStateWords[minutes.state]
  return (
    <p>
      <a class="govuk-link" href={recordPaths.minutes(meeting)}>
        Minutes of this meeting
      </a>{' '}
      {minutes.withdrawnAt ? <StatusPill meaning="neutral">Withdrawn</StatusPill> : <StatusPill meaning={meaning}>{word}</StatusPill>}
    </p>
  )
}

function RecordLinks({ meeting, hasBegun }: { readonly meeting: string; readonly hasBegun: boolean }): JSX.Element {
  const begun = [
    { href: recordPaths.newDecision(meeting), text: 'Record a decision' },
    { href: recordPaths.newAction(meeting), text: 'Record an action' },
    { href: partTwoPaths.exclusions(meeting), text: 'Resolutions to exclude the press and public' },
    { href: partTwoPaths.copies(meeting), text: 'Copies of exempt papers and their destruction' },
    { href: recordPaths.minutes(meeting), text: 'Write or see the minutes' },
  ]
  const links = [{ href: recordPaths.attendance(meeting), text: 'Record attendance, start or end the meeting' }, ...(hasBegun ? begun : [])]
  return (
    <ul class="govuk-list">
      {links.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
