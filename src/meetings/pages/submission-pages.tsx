import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, recordPaths, submissionPaths } from '../paths.ts'
import type { Submission } from '../queries/submissions.ts'
import { answeredWords, fromWords, noticeTestWords, submissionKindWords, submissionStateWords } from '../words/submission.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

interface ListProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly submissions: readonly Submission[]
  /** Whether whoever reads may bring something now. */
  readonly mayBring: boolean
  /** Whether whoever reads settles them. */
  readonly maySettle: boolean
  /** Until when what can come, in sentences; empty where no rule says. */
  readonly rules: readonly string[]
  /** Whether whoever reads comes from confirming what they sent. */
  readonly isConfirmed: boolean
}

/** What was brought to a meeting: for everybody what was accepted, for the clerk all of it. */
export function SubmissionListPage(props: ListProps): JSX.Element {
  const { visit, head, submissions, mayBring, maySettle, rules, isConfirmed } = props
  const add = { text: 'Ask a question or bring a petition', href: submissionPaths.bring(head.meeting) }
  return (
    <RecordPage visit={visit} head={head} title="Questions and petitions">
      {isConfirmed && (
        <div class="govuk-inset-text">
          <strong>Thank you. What you sent is with the clerk.</strong> You get a mail when it is accepted or refused. It is listed here once
          it is accepted.
        </div>
      )}
      {rules.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {rules.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {submissions.length === 0 ? (
        <EmptyState
          title="Nothing to show"
          text={
            maySettle
              ? 'What people bring is listed here, and waits for you to settle it.'
              : 'What is accepted for the meeting is shown here.'
          }
          {...(mayBring ? { action: add } : {})}
        />
      ) : (
        <ul class="gt-card-grid">
          {submissions.map((submission) => (
            <SubmissionEntry submission={submission} withState={maySettle} level={2} />
          ))}
        </ul>
      )}
      {mayBring && submissions.length > 0 && (
        <p>
          <a class="govuk-link" href={add.href}>
            {add.text}
          </a>
        </p>
      )}
      <p>
        <a class="govuk-link" href={submissionPaths.rules(head.board.slug)}>
          What the board’s rules say of questions and petitions
        </a>
      </p>
    </RecordPage>
  )
}

/** One of them in a list. */
export function SubmissionEntry({
  submission,
  withState,
  level,
}: {
  readonly submission: Submission
  readonly withState: boolean
  readonly level: 2 | 3
}): JSX.Element {
  const { id, kind, title, text, state } = submission
  const Heading = `h${level}` as 'h2'
  const short = text.length <= 90 ? text : `${text.slice(0, 90).replace(/\s+\S*$/, '')}…`
  const { meaning, word } = submissionStateWords[state]
  return (
    <li class="gt-link-card">
      <p class="gt-link-card__caption">
        {submissionKindWords[kind]}
        {state === 'accepted' && `, ${fromWords(submission)}`}
      </p>
      <Heading class="gt-link-card__title">
        <a class="govuk-link" href={submissionPaths.submission(id)}>
          {title === '' ? short : title}
        </a>
      </Heading>
      {withState && <StatusPill meaning={meaning}>{word}</StatusPill>}
    </li>
  )
}

interface OneProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly submission: Submission
  readonly item: { readonly id: string; readonly title: string } | undefined
  /** For the clerk, and for whoever brought it. */
  readonly person: { readonly name: string; readonly email: string } | undefined
  readonly follows: string
  readonly maySettle: boolean
}

/** One question, petition, deputation or declaration with its answer. */
export function SubmissionPage(props: OneProps): JSX.Element {
  const { visit, head, submission, maySettle } = props
  const { id, kind, title, text, state, reason } = submission
  const { meaning, word } = submissionStateWords[state]
  const steps = [
    ...(state === 'withdrawn'
      ? []
      : [{ href: submissionPaths.step(id, 'settle'), text: state === 'received' ? 'Accept or refuse it' : 'Settle it again' }]),
    ...(state === 'accepted' ? [{ href: submissionPaths.step(id, 'answer'), text: 'Record the answer' }] : []),
    ...(state === 'withdrawn' ? [] : [{ href: submissionPaths.step(id, 'withdraw'), text: 'Withdraw it' }]),
  ]
  return (
    <RecordPage
      visit={visit}
      head={head}
      title={title === '' ? submissionKindWords[kind] : title}
      status={<StatusPill meaning={meaning}>{word}</StatusPill>}
    >
      {(state === 'refused' || state === 'withdrawn') && <p class="govuk-inset-text">{reason}</p>}
      <Paragraphs words={text} />
      <KeyFacts facts={factsOf(props)} />
      <Answer submission={submission} />
      {maySettle && (
        <ul class="govuk-list">
          {steps.map(({ href, text: words }) => (
            <li>
              <a class="govuk-link" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="govuk-link" href={submissionPaths.list(head.meeting)}>
          All questions and petitions to this meeting
        </a>
      </p>
    </RecordPage>
  )
}

function factsOf({ head, submission, item, person, follows, maySettle }: OneProps) {
  const { kind, signatures, receivedAt, notice, state, decision, action } = submission
  const link = (href: string, text: string): JSX.Element => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  const withheld = submission.withheld ? ' (asks that the name is not shown)' : ''
  return [
    { label: 'What', value: submissionKindWords[kind] },
    { label: 'From', value: person ? `${person.name}${withheld}` : fromWords(submission) },
    ...(maySettle && person?.email ? [{ label: 'Write to', value: person.email }] : []),
    ...(signatures === null ? [] : [{ label: 'Signatures', value: `${signatures}. ${follows}` }]),
    ...(maySettle
      ? [
          { label: 'Came', value: <InstantText instant={receivedAt} /> },
          { label: 'Tested', value: noticeTestWords(notice) },
        ]
      : [{ label: 'Came', value: dayInWords(dayOf(receivedAt)) }]),
    ...(state === 'accepted' && submission.reason !== '' ? [{ label: 'Why it was accepted', value: submission.reason }] : []),
    ...(item ? [{ label: 'Item', value: link(meetingPaths.item(head.meeting, item.id), item.title) }] : []),
    ...(decision ? [{ label: 'Decision', value: link(recordPaths.decision(decision), 'What was decided') }] : []),
    ...(action ? [{ label: 'Action', value: link(recordPaths.action(action), 'What is to be done') }] : []),
  ]
}

function Answer({ submission }: { readonly submission: Submission }): JSX.Element | null {
  const { answer, supplementary, supplementaryAnswer } = submission
  const how = answeredWords(submission)
  if (how === '' && answer === '') return null
  return (
    <>
      <h2 class="govuk-heading-m">Answer</h2>
      {how !== '' && <p class="govuk-hint">{how.charAt(0).toUpperCase() + how.slice(1)}</p>}
      <Paragraphs words={answer} />
      {supplementary !== '' && <h2 class="govuk-heading-m">Supplementary question</h2>}
      <Paragraphs words={supplementary} />
      {supplementaryAnswer !== '' && <h3 class="govuk-heading-s">Answer to it</h3>}
      <Paragraphs words={supplementaryAnswer} />
    </>
  )
}

function Paragraphs({ words }: { readonly words: string }): JSX.Element {
  return (
    <>
      {words
        .split(/\n+/)
        .filter((line) => line !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  )
}

/** After the public form: what happens next. */
export function SentPage({ visit, head }: { readonly visit: Visit; readonly head: RecordHead }): JSX.Element {
  return (
    <RecordPage visit={visit} head={head} title="Check your email">
      <p>We have sent you a mail with a link. Follow it within three days. The clerk sees what you sent only after that.</p>
      <p>No mail? Look among unwanted mail, or send it again: the address may have been mistyped.</p>
      <p>
        <a class="govuk-link" href={recordPaths.meeting(head.meeting)}>
          Back to the meeting
        </a>
      </p>
    </RecordPage>
  )
}

/** The page behind the link: a button, so that a mail program that opens links confirms nothing. */
export function ConfirmPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly what: string
  readonly text: string
  readonly token: string
}): JSX.Element {
  const { visit, head, what, text, token } = props
  return (
    <RecordPage visit={visit} head={head} title="Confirm what you sent">
      <p>
        <strong>{what}</strong>
      </p>
      <Paragraphs words={text} />
      <PostButton visit={visit} action={submissionPaths.confirm()} text="Confirm and send to the clerk" look="primary" fields={{ token }} />
    </RecordPage>
  )
}
