import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, supervisionPaths } from '../paths.ts'
import type { findSessionRecord, SessionHeld } from '../queries/supervision.ts'
import { noteWords } from '../words/supervision.ts'

/** One session, for the two who met: what is about the practitioner, what is to be done, and which families were talked about (E8). */
export function SupervisionSessionPage(props: {
  readonly visit: Visit
  readonly person: string
  readonly session: SessionHeld
  /** Every version of its record, the latest first. */
  readonly versions: readonly SessionHeld[]
  readonly record: Awaited<ReturnType<typeof findSessionRecord>>
  /** Families of which the supervisor may still write what was decided. */
  readonly open: ReadonlySet<string>
}): JSX.Element {
  const { visit, person, session, record } = props
  const title = `Supervision on ${dayInWords(session.heldOn)}`
  const crumbs = [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Supervision', href: supervisionPaths.home() },
  ]
  const nameOf = (id: string) => (id === session.supervisor ? session.supervisorName : session.workerName)
  return (
    <Page visit={visit} title={title} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title}
        caption={`${session.workerName} with ${session.supervisorName}, ${session.organisationName}`}
        lead="Read by the two of you, and part of no family’s record."
      />
      <Versions {...props} />
      <Card
        title={`About ${session.workerName}`}
        id="about"
        link={session.correctedAt ? undefined : { text: 'Add something', href: supervisionPaths.remark(session.id) }}
      >
        {record.notes.length === 0 && <p class="govuk-body">Nothing was written.</p>}
        {record.notes.map(({ id, kind, words, enteredBy, enteredAt, former }) => (
          <>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{noteWords[kind as keyof typeof noteWords]}</h3>
            <TypedWords words={words} />
            {kind === 'remark' && (
              <p class="govuk-body-s">
                {`${nameOf(enteredBy)}, `}
                <InstantText instant={enteredAt} />
                {enteredBy === person && !session.correctedAt && (
                  <>
                    {' · '}
                    <a class="govuk-link" href={supervisionPaths.reword(session.id, id)}>
                      Word it anew
                    </a>
                  </>
                )}
              </p>
            )}
            {former.map((one) => (
              <p class="govuk-body-s">
                {'Before: '}
                <del dir="auto">{one.words}</del>
              </p>
            ))}
          </>
        ))}
      </Card>
      <Answer {...props} />
      <Card title="What is to be done" id="actions" flush={record.actions.length > 0}>
        {record.actions.length === 0 ? (
          <p class="govuk-body">Nothing besides what stands in families’ records.</p>
        ) : (
          <DataTable
            caption="What is to be done, by whom and by when"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'What' }, { heading: 'Who' }, { heading: 'By' }, { heading: 'How it stands' }]}
            rows={record.actions.map(({ id, words, owner, dueOn, doneOn }) => ({
              cells: [
                words,
                nameOf(owner),
                dayInWords(dueOn),
                <DoneState
                  {...{ visit, dueOn, doneOn }}
                  action={owner === person && !session.correctedAt ? supervisionPaths.actionDone(id) : undefined}
                  about={words}
                />,
              ],
            }))}
          />
        )}
      </Card>
      <Discussed {...props} />
    </Page>
  )
}

/** What whoever was supervised says of this version, or the way to say it. */
function Answer({ person, session, record }: Parameters<typeof SupervisionSessionPage>[0]): JSX.Element | null {
  const { answer } = record
  if (!answer && session.correctedAt) return null
  return (
    <Card title={`Is it right? What ${session.workerName} says`} id="answer">
      {answer ? (
        <>
          <p class="govuk-body">
            <StatusPill meaning={answer.agrees ? 'good' : 'warning'}>{answer.agrees ? 'Confirmed' : 'Sees something otherwise'}</StatusPill>{' '}
            <InstantText instant={answer.enteredAt} />
          </p>
          {answer.words && <TypedWords words={answer.words} />}
        </>
      ) : (
        <p class="govuk-body">
          <StatusPill meaning="neutral">Not said yet</StatusPill>
        </p>
      )}
      {!answer && person === session.worker && (
        <a class="govuk-button govuk-!-margin-bottom-0" href={supervisionPaths.answer(session.id)}>
          Say whether it is right
        </a>
      )}
    </Card>
  )
}

/** Which version one reads, why it was corrected, and the way to the others; whoever recorded it corrects the one that holds. */
function Versions({ person, session, versions }: Parameters<typeof SupervisionSessionPage>[0]): JSX.Element {
  const later = versions.find(({ number }) => number === session.number + 1)
  const others = versions.filter(({ id }) => id !== session.id)
  return (
    <>
      {later && (
        <div class="govuk-inset-text">
          <StatusPill meaning="warning">Corrected</StatusPill>{' '}
          <a class="govuk-link" href={supervisionPaths.session(versions[0]?.id ?? later.id)}>
            Read the version that holds
          </a>
          <TypedWords words={later.because} />
        </div>
      )}
      {session.first !== null && (
        <Card title={`Version ${session.number}`} id="version" lead="Why the one before was corrected:">
          <TypedWords words={session.because} />
          <p class="govuk-body-s">
            <InstantText instant={session.enteredAt} />
          </p>
          <ul class="govuk-list">
            {others.map(({ id, number }) => (
              <li>
                <a class="govuk-link" href={supervisionPaths.session(id)}>{`Read version ${number}`}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {!session.correctedAt && person === session.supervisor && (
        <p class="govuk-body">
          <a class="govuk-link" href={supervisionPaths.correct(session.id)}>
            Correct this record
          </a>
        </p>
      )}
    </>
  )
}

/** How an action stands, with the button of whoever owns it. */
export function DoneState(props: {
  readonly visit: Visit
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
  readonly action: string | undefined
  readonly about: string
}): JSX.Element {
  const { visit, dueOn, doneOn, action, about } = props
  if (doneOn) return <StatusPill meaning="good">{`Done ${dayInWords(doneOn)}`}</StatusPill>
  const isLate = Temporal.PlainDate.compare(dueOn, visit.today) < 0
  return (
    <>
      <StatusPill meaning={isLate ? 'bad' : 'neutral'}>{isLate ? 'Overdue' : 'To do'}</StatusPill>{' '}
      {action && <PostButton visit={visit} action={action} text="It is done" about={about} look="link" />}
    </>
  )
}

function Discussed({ person, session, record, open }: Parameters<typeof SupervisionSessionPage>[0]): JSX.Element {
  const hidden = record.discussed.length - record.families.length
  return (
    <Card
      title="Families that you talked about"
      id="families"
      lead="What was decided stands in the family’s record, with its author, and not here."
      flush={record.families.length > 0}
    >
      {record.discussed.length === 0 && <p class="govuk-body">None.</p>}
      {record.families.length > 0 && (
        <DataTable
          caption="Families that you talked about"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Family' }, { heading: 'What was decided' }]}
          rows={record.families.map((family) => ({
            cells: [
              <a class="govuk-link" href={familyPaths.family(family.id)}>
                {family.label}
              </a>,
              <ul class="govuk-list govuk-list--spaced govuk-!-font-size-16 govuk-!-margin-bottom-0">
                <li>
                  <a class="govuk-link" href={supervisionPaths.family(family.id)}>
                    Read it in the record<span class="govuk-visually-hidden">{` of ${family.label}`}</span>
                  </a>
                </li>
                {person === session.supervisor && !session.correctedAt && open.has(family.id) && (
                  <li>
                    <a class="govuk-link" href={supervisionPaths.decide(session.id, family.id)}>
                      Write what was decided<span class="govuk-visually-hidden">{` of ${family.label}`}</span>
                    </a>
                  </li>
                )}
              </ul>,
            ],
          }))}
        />
      )}
      {hidden > 0 && (
        <p class="govuk-body govuk-!-margin-3">
          {hidden === 1 ? 'One family that is not open to you any more.' : `${hidden} families that are not open to you any more.`}
        </p>
      )}
    </Card>
  )
}
