import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { procedurePaths } from '../paths.ts'
import type { ProcedureOpinion } from '../queries/procedures.ts'
import { readInWords } from '../words/procedure.ts'
import type { ProcedureView } from './procedure-page.tsx'

/** Who has read the version in force: by agency as numbers, and a button for whoever has not said so. */
export function ReadingCard({ visit, procedure, standing, readings, ownReading, may }: ProcedureView): JSX.Element | null {
  if (standing !== 'in-force' || (!may.confirm && readings.length === 0 && !may.names)) return null
  const [have, must] = [readings.reduce((sum, one) => sum + one.have, 0), readings.reduce((sum, one) => sum + one.must, 0)]
  return (
    <Card
      id="read"
      title="Who has read this version"
      link={may.names ? { text: 'By name', href: procedurePaths.readers(procedure.id) } : undefined}
    >
      {may.confirm &&
        (ownReading ? (
          <p>You said on {dayInWords(ownReading)} that you have read it.</p>
        ) : (
          <PostButton visit={visit} action={procedurePaths.step(procedure.id, 'read')} text="I have read this version" look="primary" />
        ))}
      {readings.length > 0 && (
        <>
          <p>{readInWords(have, must)}</p>
          <DataTable
            caption="Who must read this version and has, by agency"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Agency' }, { heading: 'Must read it', numeric: true }, { heading: 'Have read it', numeric: true }]}
            rows={readings.map((one) => ({ cells: [one.agency, String(one.must), String(one.have)] }))}
          />
        </>
      )}
    </Card>
  )
}

/** Who was asked about the version, what they said and what was changed because of it. */
export function OpinionsCard({ version, opinions, may, visit }: ProcedureView): JSX.Element | null {
  if (opinions.length === 0) return null
  const isOpen = version.state === 'consultation'
  return (
    <Card id="consultation" title="Who was asked about it" flush>
      <DataTable
        caption="Who was asked about this version, what they said and what was changed"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Asked' },
          { heading: 'What they said' },
          { heading: 'What was changed' },
          ...(isOpen && may.change ? [{ heading: 'To do' }] : []),
        ]}
        rows={opinions.map((opinion) => ({
          cells: [
            opinion.consultee,
            <Said opinion={opinion} today={visit.today} isOpen={isOpen} />,
            opinion.said === '' ? '' : opinion.changed === '' ? <span class="gt-missing">Not said yet</span> : opinion.changed,
            ...(isOpen && may.change
              ? [
                  <a class="govuk-link" href={procedurePaths.opinion(opinion.id)}>
                    {opinion.said === '' ? 'Record' : 'Change'}
                    <span class="govuk-visually-hidden"> what {opinion.consultee} said</span>
                  </a>,
                ]
              : []),
          ],
        }))}
      />
    </Card>
  )
}

function Said(props: { readonly opinion: ProcedureOpinion; readonly today: Temporal.PlainDate; readonly isOpen: boolean }): JSX.Element {
  const { opinion, today, isOpen } = props
  if (opinion.saidOn === null)
    return !isOpen ? (
      <span class="gt-missing">No answer came</span>
    ) : Temporal.PlainDate.compare(opinion.dueOn, today) < 0 ? (
      <StatusPill meaning="warning">{`No answer by ${dayInWords(opinion.dueOn)}`}</StatusPill>
    ) : (
      <>Asked until {dayInWords(opinion.dueOn)}</>
    )
  return (
    <>
      {dayInWords(opinion.saidOn)}:
      <TypedWords words={opinion.said} />
    </>
  )
}

/** What people said of it, as far as one may see that, and what the owner answered. */
export function FeedbackCard({ procedure, feedback, may, standing }: ProcedureView): JSX.Element | null {
  const maySay = may.say && standing === 'in-force'
  if (feedback.length === 0 && !maySay) return null
  return (
    <Card
      id="feedback"
      title="What people say of it"
      lead={may.change ? undefined : 'You see what you said yourself, and what was answered.'}
      link={maySay ? { text: 'Say what does not work', href: procedurePaths.step(procedure.id, 'feedback') } : undefined}
    >
      {feedback.length === 0 ? (
        <p class="gt-missing">{may.change ? 'Nobody has said anything yet' : 'You have not said anything of it'}</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {feedback.map((said) => (
            <li>
              <div>
                <TypedWords words={said.text} />
                <span class="govuk-hint">
                  {said.name}, {dayInWords(said.givenOn)}, on version {said.number}
                </span>
                {said.answeredOn && (
                  <>
                    <p class="govuk-!-margin-bottom-1">
                      <strong>Answered by {said.answeredName}</strong>, {dayInWords(said.answeredOn)}
                    </p>
                    <TypedWords words={said.answer} />
                  </>
                )}
              </div>
              {said.answeredOn ? (
                <StatusPill meaning="good">Answered</StatusPill>
              ) : may.change ? (
                <a class="govuk-link" href={procedurePaths.answer(said.id)}>
                  Answer<span class="govuk-visually-hidden"> {said.name}</span>
                </a>
              ) : (
                <StatusPill meaning="warning">Not answered yet</StatusPill>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** When it was looked at again, and what came of it. */
export function ReviewsCard({ reviews }: ProcedureView): JSX.Element | null {
  if (reviews.length === 0) return null
  return (
    <Card id="reviews" title="Reviews">
      <ul class="govuk-list gt-rows">
        {reviews.map(({ reviewedOn, outcome, nextOn }) => (
          <li>
            <div>
              {outcome}
              <br />
              <span class="govuk-hint">
                {dayInWords(reviewedOn)}; next by {dayInWords(nextOn)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
