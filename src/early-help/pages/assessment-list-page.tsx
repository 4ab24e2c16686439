import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { assessmentPaths, familyPaths } from '../paths.ts'
import type { AssessmentLine } from '../queries/assessments.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { FamilyFrame } from './family-frame.tsx'

/** The assessments of a family, the latest first, each as it was made. */
export function AssessmentListPage(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly assessments: readonly AssessmentLine[]
  readonly isOpenToMe: boolean
  readonly isAgreed: boolean
}): JSX.Element {
  const { visit, family, relations, assessments, isOpenToMe, isAgreed } = props
  const mayStart = mayIn(relations, 'family', 'assess') && !family.closedOn && !assessments.some(({ isOpen }) => isOpen)
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="assessment" title="Assessment">
      <Card title="Assessments with this family" id="assessments" flush={assessments.length > 0}>
        {assessments.length === 0 ? (
          <p class="govuk-body">{isOpenToMe ? 'None is begun yet.' : 'Nothing of this is open to you.'}</p>
        ) : (
          <DataTable
            caption="Assessments with this family"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Assessment' }, { heading: 'Started' }, { heading: 'Sent to the co-ordinator' }, { heading: 'State' }]}
            rows={assessments.map((one) => ({
              cells: [
                <a class="govuk-link" href={assessmentPaths.one(family.id, one.id)}>
                  {one.revision === 1 ? one.number : `${one.number}, version ${one.revision}`}
                </a>,
                dayInWords(one.startedOn),
                one.sentOn ? dayInWords(one.sentOn) : <span class="gt-missing">Not sent</span>,
                <StateOf assessment={one} />,
              ],
            }))}
          />
        )}
      </Card>
      {mayStart &&
        (isAgreed ? (
          <a class="govuk-button" href={assessmentPaths.start(family.id)}>
            Begin an assessment
          </a>
        ) : (
          <p class="govuk-body">
            An assessment begins once the family’s agreement opens it to your agency.{' '}
            <a class="govuk-link" href={familyPaths.step(family.id, 'agreement')}>
              Record what the family agrees to
            </a>
          </p>
        ))}
    </FamilyFrame>
  )
}

/** Whether an assessment is complete. */
export function StateOf({ assessment }: { readonly assessment: AssessmentLine }): JSX.Element {
  if (assessment.takenBack) return <StatusPill meaning="neutral">Taken back</StatusPill>
  return assessment.completedAt ? <StatusPill meaning="good">Complete</StatusPill> : <StatusPill meaning="draft">Being made</StatusPill>
}
