import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths, submissionPaths } from '../paths.ts'
import type { PlanHead } from '../queries/plans.ts'
import type { Condition, Sending, Submission, SubmissionQuery } from '../queries/submissions.ts'
import { daysLate, submissionStanding } from '../rules/submission.ts'
import { lateInWords, submissionOutcomeWords, submissionSightWords, submissionStandingWords } from '../words/submission.ts'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly head: PlanHead
  readonly submission: Submission
  readonly mayChange: boolean
  /** Ids of conditions of which whoever looks may say that they are met. */
  readonly meets: ReadonlySet<string>
}

/** How a submission stands, in a word. */
function Standing({ submission, visit }: Pick<Props, 'submission' | 'visit'>): JSX.Element {
  const { word, meaning } = submissionStandingWords[submissionStanding(submission, visit.today)]
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}

/** A submission of a plan to a national body, from its deadline to its outcome (P3). */
export function SubmissionPage(props: Props): JSX.Element {
  const { visit, board, head, submission, mayChange } = props
  const isOpen = submission.outcome === null && submission.withdrawnOn === null
  const title = `Submission to ${submission.toName}`
  return (
    <Page
      visit={visit}
      title={`${title}: ${head.title}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Plans', href: planPaths.ofBoard(board.slug) },
        { text: head.title, href: planPaths.plan(head.id) },
      ]}
      width="workspace"
    >
      <PageHead
        title={title}
        caption={head.title}
        status={<Standing submission={submission} visit={visit} />}
        actions={mayChange && isOpen ? <Steps submission={submission} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <Card id="about" title="About it">
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Card id="sent" title="What was sent">
        {submission.sendings.length === 0 ? (
          <p class="gt-missing">Nothing was sent yet</p>
        ) : (
          <ul class="govuk-list gt-rows">
            {submission.sendings.map((sending) => (
              <SentLine head={head} sending={sending} />
            ))}
          </ul>
        )}
      </Card>
      {submission.queries.length > 0 && (
        <Card id="questions" title="Questions and answers">
          <ul class="govuk-list gt-rows">
            {submission.queries.map((query) => (
              <QueryLine {...props} query={query} />
            ))}
          </ul>
        </Card>
      )}
      {submission.outcome !== null && (
        <Card id="outcome" title="Outcome">
          <p class="govuk-body">
            <strong>{submissionOutcomeWords[submission.outcome]}</strong>
            {submission.outcomeOn && `, ${dayInWords(submission.outcomeOn)}`}
          </p>
          <TypedWords words={submission.outcomeWords} />
        </Card>
      )}
      {submission.conditions.length > 0 && (
        <Card id="conditions" title="Conditions">
          <Conditions {...props} />
        </Card>
      )}
    </Page>
  )
}

function factsOf({ submission }: Props) {
  const { toName, source, dueOn, sight, withdrawnOn, withdrawnBecause } = submission
  const late = lateInWords(daysLate(submission))
  return [
    { label: 'To', value: toName },
    { label: 'Asked for by', value: source },
    { label: 'Last day', value: `${dayInWords(dueOn)}${late === '' ? '' : ` · sent ${late}`}` },
    ...(withdrawnOn === null ? [] : [{ label: 'Withdrawn', value: `${dayInWords(withdrawnOn)}: ${withdrawnBecause}` }]),
    { label: 'Read by', value: submissionSightWords[sight] },
  ]
}

function Steps({ submission }: Pick<Props, 'submission'>): JSX.Element {
  const { id, sendings } = submission
  const wasSent = sendings.some(({ asDraft }) => !asDraft)
  const step = (name: Parameters<typeof submissionPaths.step>[1], text: string, isFirst = false) => (
    <a class={isFirst ? 'govuk-button' : 'govuk-button govuk-button--secondary'} href={submissionPaths.step(id, name)}>
      {text}
    </a>
  )
  return (
    <>
      {wasSent && step('outcome', 'Record the outcome', true)} {step('send', 'Record what was sent', !wasSent)}{' '}
      {sendings.length > 0 && step('query', 'Record a question')} {step('edit', 'Change the deadline')} {step('withdraw', 'Withdraw')}
    </>
  )
}

function SentLine({ head, sending }: { readonly head: PlanHead; readonly sending: Sending }): JSX.Element {
  const { number, asDraft, sentOn, sentBy, reference } = sending
  return (
    <li>
      <div>
        <a class="govuk-link" href={planPaths.version(head.id, number)}>
          Version {number}
        </a>
        , {dayInWords(sentOn)}, by {sentBy}
        {reference !== '' && (
          <>
            <br />
            <span class="govuk-hint">{reference}</span>
          </>
        )}
      </div>
      {asDraft && <StatusPill meaning="draft">As a draft</StatusPill>}
    </li>
  )
}

function QueryLine({ visit, mayChange, query }: Props & { readonly query: SubmissionQuery }): JSX.Element {
  const { number, askedOn, question, dueOn, answer, answeredOn, answeredBy } = query
  const isLate = answeredOn === null && dueOn !== null && Temporal.PlainDate.compare(dueOn, visit.today) < 0
  return (
    <li>
      <div>
        <strong>Question {number}</strong>, {dayInWords(askedOn)}
        <TypedWords words={question} />
        {answeredOn ? (
          <>
            <strong>Answered</strong>, {dayInWords(answeredOn)}, by {answeredBy}
            <TypedWords words={answer} />
          </>
        ) : (
          <>
            {dueOn && <span class="govuk-hint">To be answered by {dayInWords(dueOn)}. </span>}
            {mayChange && (
              <a class="govuk-link" href={submissionPaths.query(query.id)}>
                Record the answer<span class="govuk-visually-hidden"> to question {number}</span>
              </a>
            )}
          </>
        )}
      </div>
      {answeredOn === null && <StatusPill meaning={isLate ? 'bad' : 'warning'}>{isLate ? 'Overdue' : 'Open'}</StatusPill>}
    </li>
  )
}

function Conditions({ visit, submission, mayChange, meets }: Pick<Props, 'visit' | 'submission' | 'mayChange' | 'meets'>): JSX.Element {
  return (
    <ul class="govuk-list gt-rows">
      {submission.conditions.map((one) => (
        <li>
          <div>
            {one.number}. {one.text}
            <br />
            <span class="govuk-hint">
              {one.ownerName}, by {dayInWords(one.dueOn)}
            </span>
            {one.metOn && (
              <>
                <br />
                Met since {dayInWords(one.metOn)}: {one.evidence}
              </>
            )}
            {one.metOn === null && (meets.has(one.id) || mayChange) && (
              <>
                <br />
                {meets.has(one.id) && (
                  <a class="govuk-link" href={submissionPaths.condition(one.id, 'met')}>
                    Say that it is met<span class="govuk-visually-hidden">: condition {one.number}</span>
                  </a>
                )}
                {meets.has(one.id) && mayChange && ' · '}
                {mayChange && (
                  <a class="govuk-link" href={submissionPaths.condition(one.id, 'edit')}>
                    Change owner or day<span class="govuk-visually-hidden"> of condition {one.number}</span>
                  </a>
                )}
              </>
            )}
          </div>
          <ConditionPill visit={visit} condition={one} />
        </li>
      ))}
    </ul>
  )
}

function ConditionPill({ visit, condition: { metOn, dueOn } }: { readonly visit: Visit; readonly condition: Condition }): JSX.Element {
  if (metOn !== null) return <StatusPill meaning="good">Met</StatusPill>
  const isLate = Temporal.PlainDate.compare(dueOn, visit.today) < 0
  return <StatusPill meaning={isLate ? 'bad' : 'warning'}>{isLate ? 'Overdue' : 'Open'}</StatusPill>
}

/** The submissions of a plan on its page, with the conditions that are open; nothing where there is none and nobody who could record one. */
export function SubmissionsOfPlan(props: {
  readonly visit: Visit
  readonly plan: string
  readonly submissions: readonly Submission[]
  readonly mayMake: boolean
}): JSX.Element | null {
  const { visit, plan, submissions, mayMake } = props
  if (submissions.length === 0 && !mayMake) return null
  return (
    <Card
      id="submissions"
      title="Submission to a national body"
      link={mayMake ? { text: 'Submit it to a national body', href: submissionPaths.create(plan) } : undefined}
    >
      {submissions.length === 0 ? (
        <p class="gt-missing">It is not submitted to any</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {submissions.map((submission) => (
            <li>
              <div>
                <a class="govuk-link" href={submissionPaths.submission(submission.id)}>
                  {submission.toName}
                </a>
                <br />
                <span class="govuk-hint">{inShort(submission)}</span>
                <OpenConditions visit={visit} submission={submission} />
              </div>
              <Standing submission={submission} visit={visit} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function inShort(submission: Submission): string {
  const { dueOn, sendings, outcomeOn } = submission
  const last = sendings.at(-1)
  const late = lateInWords(daysLate(submission))
  return [
    `Last day ${dayInWords(dueOn)}`,
    last
      ? `version ${last.number} sent ${dayInWords(last.sentOn)}${last.asDraft ? ' as a draft' : ''}${late === '' ? '' : `, ${late}`}`
      : 'nothing sent yet',
    outcomeOn ? `outcome ${dayInWords(outcomeOn)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function OpenConditions({ visit, submission }: Pick<Props, 'visit' | 'submission'>): JSX.Element | null {
  const open = submission.conditions.filter(({ metOn }) => metOn === null)
  if (open.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {open.map(({ text, dueOn, ownerName }) => (
        <li>
          {text}{' '}
          <span class="govuk-hint">
            (
            {[ownerName, `by ${dayInWords(dueOn)}`, Temporal.PlainDate.compare(dueOn, visit.today) < 0 ? 'overdue' : '']
              .filter(Boolean)
              .join(', ')}
            )
          </span>
        </li>
      ))}
    </ul>
  )
}
