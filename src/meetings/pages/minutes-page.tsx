import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { Clearance } from '../queries/clearance.ts'
import type { DecisionForce } from '../queries/decision-force.ts'
import type { FiledShown } from '../queries/filed-shown.ts'
import type { Minutes, MinutesVersion } from '../queries/minutes.ts'
import type { MinutesPart } from '../queries/minutes-parts.ts'
import type { MinutesLink } from '../queries/minutes-view.ts'
import type { PackFile } from '../queries/publications.ts'
import type { MinutesStep } from '../rules/minutes.ts'
import { minutesStateWords, minutesStepWords } from '../words/minutes.ts'
import { FiledList } from './filed-list.tsx'
import { MinutesLinks } from './minutes-links.tsx'
import { MinutesSections } from './minutes-sections.tsx'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** A deadline of minutes with how it stands. */
export interface MinutesDeadline {
  readonly label: string
  readonly words: string
  /** How somebody read where its clock starts. */
  readonly reading: string
}

/** What the page of minutes shows. */
export interface MinutesPageProps {
  readonly visit: Visit
  readonly head: RecordHead
  /** Undefined where there are none that the reader may know of. */
  readonly minutes: Minutes | undefined
  readonly version: MinutesVersion | undefined
  /** Whether a newer version is shown to this reader at the usual address. */
  readonly isOld: boolean
  readonly parts: readonly MinutesPart[]
  readonly steps: readonly MinutesStep[]
  readonly mayDraft: boolean
  readonly approvedAt: { readonly id: string; readonly heldOn: Temporal.PlainDate } | undefined
  readonly deadlines: readonly MinutesDeadline[]
  /** Files of what is published, as far as the reader may have them. */
  readonly files: readonly PackFile[]
  /** Statements, presentations and the like, as far as the reader may open them. */
  /** Decisions that partners must take home, as they stand today; empty where there are none. */
  readonly force: readonly DecisionForce[]
  readonly filed: readonly FiledShown[]
  readonly mayFile: boolean
  /** Whether the reader publishes minutes, and so is told what went wrong. */
  readonly mayRetry: boolean
  /** Links to what the text rests on, by kind and id, as far as the reader may see it. */
  readonly links: ReadonlyMap<string, MinutesLink>
  /** Where text and record say different things, for those who write them. */
  readonly differences: readonly string[]
  /** Who cleared the draft as it stands; undefined where nobody has. */
  readonly clearance: Clearance | undefined
}

/** The minutes of a meeting. */
export function MinutesPage(props: MinutesPageProps): JSX.Element {
  const { visit, head, minutes, version, mayDraft } = props
  if (!minutes) {
    const text = mayDraft
      ? 'They can be written from what was recorded: attendance, items, decisions and actions.'
      : 'They are shown here once they are published.'
    return (
      <RecordPage visit={visit} head={head} title="Minutes">
        <EmptyState title="No minutes yet" text={text} />
        {mayDraft && (
          <PostButton visit={visit} action={recordPaths.draftMinutes(head.meeting)} text="Write the draft from the record" look="primary" />
        )}
      </RecordPage>
    )
  }
  const { meaning, word } = minutesStateWords[minutes.state]
  return (
    <RecordPage visit={visit} head={head} title="Minutes" status={<StatusPill meaning={meaning}>{word}</StatusPill>}>
      <Notices {...props} minutes={minutes} />
      <Differences {...props} />
      <Steps {...props} />
      {version ? <MinutesSections parts={props.parts} links={props.links} /> : <p>The text of these minutes is not published.</p>}
      <InForce {...props} />
      <Filed {...props} />
      <MinutesLinks {...props} />
    </RecordPage>
  )
}

function Notices({ minutes, version, isOld, approvedAt, deadlines, head }: MinutesPageProps & { readonly minutes: Minutes }): JSX.Element {
  return (
    <>
      {minutes.withdrawnAt && (
        <p class="govuk-inset-text">
          <strong>Withdrawn from publication</strong> on <InstantText instant={minutes.withdrawnAt} />. {minutes.withdrawnReason}
        </p>
      )}
      {isOld && version && (
        <p class="govuk-inset-text">
          This is version {version.number}, an earlier one.{' '}
          <a class="govuk-link" href={recordPaths.minutes(head.meeting)}>
            Read the present version
          </a>
          .
        </p>
      )}
      {!isOld && version && version.number > 1 && version.reason !== '' && (
        <p>
          <strong>Version {version.number}:</strong> {version.reason}
        </p>
      )}
      {approvedAt && !minutes.withdrawnAt && (
        <p>
          Approved at the{' '}
          <a class="govuk-link" href={recordPaths.meeting(approvedAt.id)}>
            meeting of {dayInWords(approvedAt.heldOn)}
          </a>
          {minutes.amendments === '' ? ' as a correct record.' : `, with these amendments: ${minutes.amendments}`}
          {minutes.amendmentsBy !== '' && ` (proposed by ${minutes.amendmentsBy})`}
          {minutes.signedBy !== '' && ` Signed by ${minutes.signedBy}, who presided`}
          {minutes.signedBy !== '' && (minutes.signedOn ? `, on ${dayInWords(minutes.signedOn)}.` : '.')}
        </p>
      )}
      {approvedAt && !minutes.withdrawnAt && minutes.amendmentsRefused !== '' && (
        <p>
          <strong>Proposed and not agreed:</strong> {minutes.amendmentsRefused}
        </p>
      )}
      {deadlines.map(({ label, words, reading }) => (
        <p>
          <strong>{label}:</strong> {words} {reading !== '' && <span class="gt-missing">How this is read: {reading}</span>}
        </p>
      ))}
    </>
  )
}

/** Says where the text and the record disagree: never silently, and for those who can put it right. */
function Differences({ differences, minutes }: MinutesPageProps): JSX.Element | null {
  if (differences.length === 0) return null
  const isSettled = minutes !== undefined && minutes.departsReason !== ''
  return (
    <Card title="The text and the record disagree" id="differences">
      <p>
        {isSettled
          ? `The minutes were approved as they stand, because: ${minutes?.departsReason}`
          : 'Put the text or the record right. Minutes that contradict the record are approved only with a reason.'}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {differences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}

const stepLinks: Readonly<Record<Exclude<MinutesStep, 'clear'>, (meeting: string) => string>> = {
  write: recordPaths.editMinutes,
  correct: recordPaths.editMinutes,
  circulate: recordPaths.circulateMinutes,
  approve: recordPaths.approveMinutes,
  sign: recordPaths.signMinutes,
  publish: recordPaths.publishMinutes,
  'publish-draft': recordPaths.publishMinutes,
  withdraw: recordPaths.withdrawMinutes,
}

function Steps({ visit, head, minutes, steps, clearance, mayFile }: MinutesPageProps): JSX.Element | null {
  if (steps.length === 0 || !minutes) return null
  const cleared =
    clearance && `${clearance.byChair ? '' : 'As the clerk recorded, '}${clearance.clearedBy} cleared this text for circulation.`
  return (
    <Card title="What you can do next" id="next">
      {cleared && <p>{cleared}</p>}
      <ul class="govuk-list">
        {steps.map((step) =>
          step === 'clear' ? (
            !clearance && (
              <li>
                <PostButton
                  visit={visit}
                  action={recordPaths.clearMinutes(head.meeting)}
                  text={minutesStepWords[step]}
                  look="primary"
                  fields={{ version: minutes.version }}
                />
              </li>
            )
          ) : (
            <li>
              <a class="govuk-link" href={stepLinks[step](head.meeting)}>
                {minutesStepWords[step]}
              </a>
            </li>
          ),
        )}
        {mayFile && (
          <li>
            <a class="govuk-link" href={recordPaths.filedFiles(head.meeting)}>
              File statements and presentations
            </a>
          </li>
        )}
        {minutes.state === 'draft' && steps.includes('write') && (
          <li>
            <PostButton visit={visit} action={recordPaths.bringIn(head.meeting)} text="Bring in what was recorded since" />
          </li>
        )}
      </ul>
    </Card>
  )
}

/** How decisions stand today that partners must take home: the minutes stay as they were approved. Nothing where there are none. */
function InForce({ force }: MinutesPageProps): JSX.Element | null {
  if (force.length === 0) return null
  return (
    <Card
      title="How these decisions stand today"
      id="force"
      lead="They bind nobody until partners have taken them home, or ask for a reply."
    >
      <ul class="gt-list">
        {force.map(({ id, title, force: { words, meaning } }) => (
          <li>
            <a class="govuk-link" href={recordPaths.decision(id)}>
              {title}
            </a>
            <p>
              <StatusPill meaning={meaning}>{words}</StatusPill>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What was read out or shown at the meeting; nothing where nothing is filed. */
function Filed({ filed }: MinutesPageProps): JSX.Element | null {
  if (filed.length === 0) return null
  return (
    <Card title="Filed with these minutes" id="filed">
      <FiledList files={filed} />
    </Card>
  )
}
