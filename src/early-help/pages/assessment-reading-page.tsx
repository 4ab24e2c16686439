import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { assessmentPaths } from '../paths.ts'
import type { KnownSources } from '../queries/known.ts'
import { readLines } from '../rules/answer-words.ts'
import type { Answer, FormPart } from '../rules/assessment-form.ts'
import { RowsTable } from './assessment-fields.tsx'
import { KnownLine } from './assessment-known.tsx'
import type { AssessmentPageProps } from './assessment-page.tsx'
import { Signatures, Views } from './assessment-parts.tsx'
import { FamilyFrame } from './family-frame.tsx'
import { ToldNote } from './told-note.tsx'

/** An assessment as it reads, in the words of the version of the form by which it was made; on paper without what surrounds it. */
export function AssessmentReadingPage(
  props: Omit<AssessmentPageProps, 'readers'> & {
    readonly known: KnownSources
    /** Whether its words name what is withheld from somebody of the family. */
    readonly told: 'exact' | 'loose' | undefined
  },
): JSX.Element {
  const { visit, family, ties, assessment, definition, answers, contributions, open, known } = props
  const title = `Assessment ${assessment.number}${assessment.revision === 1 ? '' : `, version ${assessment.revision}`}`
  return (
    <FamilyFrame visit={visit} family={family} relations={ties.relations} current="assessment" title={title}>
      {props.told && <ToldNote told={props.told} from="somebody of the family" />}
      <p class="govuk-body">
        {`${assessment.takenBack ? 'Taken back' : assessment.completedAt ? 'Complete' : 'Being made'}; begun ${dayInWords(assessment.startedOn)} by version ${definition.number} of the form. `}
        <a class="govuk-link gt-no-print" href={assessmentPaths.one(family.id, assessment.id)}>
          Back to the assessment
        </a>
      </p>
      {definition.parts.map((part) => (
        <Card title={part.title} id={`part-${part.code}`}>
          {open.has(part.class) ? (
            <>
              <ReadPart part={part} answers={answers} known={known} episode={family.id} />
              {contributions
                .filter((one) => one.part === part.id && one.contributedAt)
                .map((one) => (
                  <>
                    <h3 class="govuk-heading-m">{`From ${one.name}, ${one.organisationName}`}</h3>
                    <ReadPart part={part} answers={one.answers} known={undefined} episode={family.id} />
                  </>
                ))}
            </>
          ) : (
            <p class="govuk-body">
              <span class="gt-missing">Not open to you.</span>
            </p>
          )}
        </Card>
      ))}
      <Views {...props} keeps={false} />
      <Signatures {...props} keeps={false} />
    </FamilyFrame>
  )
}

function ReadPart({
  part,
  answers,
  known,
  episode,
}: {
  readonly part: FormPart
  readonly answers: readonly Answer[]
  readonly known: KnownSources | undefined
  readonly episode: string
}): JSX.Element {
  return (
    <>
      {readLines(part.lines, answers).map((read) => {
        if (read.kind === 'record') return known ? <KnownLine line={read.line} known={known} episode={episode} level={3} /> : null
        if (known === undefined && (read.kind === 'rows' ? read.rows.length === 0 : read.words === '')) return null
        return (
          <>
            <h3 class="govuk-heading-s">{read.line.label}</h3>
            {read.kind === 'rows' ? (
              <RowsTable {...read} />
            ) : read.words === '' ? (
              <p class="govuk-body">
                <span class="gt-missing">Not answered</span>
              </p>
            ) : (
              <div class="gt-prose" dir="auto">
                <TypedWords words={read.words} />
              </div>
            )}
          </>
        )
      })}
    </>
  )
}
