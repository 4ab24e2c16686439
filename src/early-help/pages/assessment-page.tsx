import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { type AssessmentStep, assessmentPaths, formPaths } from '../paths.ts'
import type { AssessmentLine, findAround, findContributions, SavedPart } from '../queries/assessments.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { ContentClass } from '../rules/access.ts'
import { mayIn } from '../rules/access.ts'
import { type Answer, type FormDefinition, progressOf } from '../rules/assessment-form.ts'
import { StateOf } from './assessment-list-page.tsx'
import { Contributors, Signatures, Views } from './assessment-parts.tsx'
import { FamilyFrame } from './family-frame.tsx'

/** An assessment as one person may see it. */
export interface AssessmentPageProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly ties: CaseworkTies
  readonly assessment: AssessmentLine
  readonly definition: FormDefinition
  readonly answers: readonly Answer[]
  readonly saved: ReadonlyMap<string, SavedPart>
  readonly drafts: ReadonlyMap<string, { readonly savedAt: Temporal.Instant }>
  readonly around: Awaited<ReturnType<typeof findAround>>
  readonly contributions: Awaited<ReturnType<typeof findContributions>>
  /** For whom of the family it is printed apart; empty where nothing is withheld from one of them. */
  readonly readers: readonly { readonly id: string; readonly name: string }[]
  /** Classes that whoever looks may read now. */
  readonly open: ReadonlySet<ContentClass>
}

/** An assessment at a glance: what is answered, who says what of it, what comes next. */
export function AssessmentPage(props: AssessmentPageProps): JSX.Element {
  const { visit, family, ties, assessment, around, definition, readers } = props
  const keeps = mayIn(ties.relations, 'family', 'assess')
  const step = (name: AssessmentStep): string => assessmentPaths.step(family.id, assessment.id, name)
  const title = assessment.revision === 1 ? assessment.number : `${assessment.number}, version ${assessment.revision}`
  return (
    <FamilyFrame visit={visit} family={family} relations={ties.relations} current="assessment" title={`Assessment ${title}`}>
      <Card title="In short" id="short" link={{ text: 'Read it whole', href: step('read') }}>
        <p class="govuk-body">
          <StateOf assessment={assessment} />
        </p>
        <KeyFacts
          facts={[
            { label: 'About', value: around.children.length > 0 ? around.children.map(({ name }) => name).join(', ') : undefined },
            { label: 'Started', value: `${dayInWords(assessment.startedOn)}, by ${assessment.startedBy}` },
            {
              label: 'Sent to the co-ordinator',
              value: assessment.sentOn ? dayInWords(assessment.sentOn) : 'Not sent',
              ...(keeps && !assessment.takenBack ? { change: { href: step('sent') } } : {}),
            },
            assessment.takenBack
              ? {
                  label: 'Taken back',
                  value: `${instantInWords(assessment.takenBack.at)}, by ${assessment.takenBack.by}: ${assessment.takenBack.because}`,
                }
              : { label: 'Complete', value: assessment.completedAt ? instantInWords(assessment.completedAt) : 'Not yet' },
            ...(assessment.correctedBecause === '' ? [] : [{ label: 'Corrected because', value: assessment.correctedBecause }]),
            {
              label: 'Written by',
              value: ['The lead', ...around.authors.map(({ name }) => name)].join(', '),
              ...(keeps && assessment.isOpen ? { change: { href: step('authors') } } : {}),
            },
            {
              label: 'Form',
              value: <a class="govuk-link" href={formPaths.one(definition.id)}>{`Version ${definition.number}`}</a>,
            },
            ...(mayIn(ties.relations, 'family', 'assessment-print')
              ? [
                  {
                    label: 'On paper',
                    value: (
                      <>
                        <a class="govuk-link" href={step('paper.pdf')}>
                          As PDF
                        </a>
                        {', '}
                        <a class="govuk-link" href={step('large.pdf')}>
                          in large print
                        </a>
                        {readers.length > 0 && (
                          <>
                            {'. With what is not withheld from them, for '}
                            {readers.map(({ id, name }, at) => (
                              <>
                                {at > 0 && ', '}
                                <a class="govuk-link" href={`${step('paper.pdf')}?for=${id}`}>
                                  <bdi>{name}</bdi>
                                </a>
                              </>
                            ))}
                          </>
                        )}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Parts {...props} />
      <Views {...props} keeps={keeps} />
      <Contributors {...props} keeps={keeps} />
      <Signatures {...props} keeps={keeps} />
      {keeps && !family.closedOn && !assessment.takenBack && (
        <Card title="What comes next" id="next">
          {assessment.completedAt ? (
            <a class="govuk-link" href={step('correct')}>
              Correct it by another version
            </a>
          ) : (
            <>
              <p class="govuk-body">
                Once complete it stays as it was made. It needs the questions marked as needed, and at least one of the family’s own view of
                it.
              </p>
              <PostButton visit={visit} action={step('complete')} text="Complete this assessment" look="primary" />
              <p class="govuk-body govuk-!-margin-top-4">
                <a class="govuk-link" href={step('mistake')}>
                  It was begun by mistake
                </a>
              </p>
            </>
          )}
        </Card>
      )}
    </FamilyFrame>
  )
}

function Parts({ family, ties, assessment, definition, answers, saved, drafts, around, open }: AssessmentPageProps): JSX.Element {
  const writes =
    assessment.isOpen && (mayIn(ties.relations, 'family', 'assess') || around.authors.some(({ person }) => person === ties.person))
  return (
    <Card title="The parts" id="parts" flush>
      <DataTable
        caption="The parts of the form"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Part' }, { heading: 'Answered' }, { heading: 'Last saved' }]}
        rows={definition.parts.map((part) => {
          const { asked, answered } = progressOf(part, answers)
          const last = saved.get(part.id)
          const draft = drafts.get(part.id)
          const isOpen = open.has(part.class)
          return {
            cells: [
              writes && isOpen ? (
                <a class="govuk-link" href={assessmentPaths.part(family.id, assessment.id, part.code)}>
                  {part.title}
                </a>
              ) : (
                part.title
              ),
              isOpen ? (
                <>
                  {asked === 0 ? 'Comes from the record' : `${answered} of ${asked}`}{' '}
                  {draft && <StatusPill meaning="draft">Typed, not saved</StatusPill>}
                </>
              ) : (
                <span class="gt-missing">Not open to you</span>
              ),
              last ? `${last.savedBy}, ${instantInWords(last.savedAt)}` : asked === 0 ? '' : 'Not yet',
            ],
          }
        })}
      />
    </Card>
  )
}
