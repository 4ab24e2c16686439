import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { trainingPaths } from '../paths.ts'
import type { Framework, listNeeds, listTrainingRules } from '../queries/training.ts'
import { courseKindWords } from '../words/training.ts'
import { MandatoryCourses, TrainingRules } from './mandatory-courses.tsx'
import { trainingCrumbs } from './training-parts.tsx'

/** What the page of the framework shows. */
export interface FrameworkPageProps {
  readonly visit: Visit
  readonly framework: Framework
  readonly needs: Awaited<ReturnType<typeof listNeeds>>
  /** Leads who are trained and places attended, by agency. */
  readonly agencies: readonly {
    readonly name: string
    readonly leads: number
    readonly trained: number
    readonly attended: number | undefined
  }[]
  /** What is decided for training, the latest first. */
  readonly rules: Awaited<ReturnType<typeof listTrainingRules>>
  readonly mayKeep: boolean
  readonly maySet: boolean
}

/** What everybody should be able to do, which course teaches it, who must attend what, what is lacking, and what training changed. */
export function FrameworkPage(props: FrameworkPageProps): JSX.Element {
  const title = 'Competencies and mandatory courses'
  return (
    <Page visit={props.visit} title={title} breadcrumbs={trainingCrumbs} width="workspace">
      <PageHead title={title} />
      {props.mayKeep && (
        <p class="govuk-body">
          <a class="govuk-link" href={trainingPaths.impact()}>
            What training changed, by agency
          </a>
        </p>
      )}
      <Competencies {...props} />
      <MandatoryCourses {...props} />
      <Courses {...props} />
      <Needs {...props} />
      <Agencies {...props} />
      <TrainingRules {...props} />
    </Page>
  )
}

const add = ({ mayKeep }: FrameworkPageProps, text: string, href: string) => (mayKeep ? { text, href } : undefined)
const courseNames = ({ framework }: FrameworkPageProps) => new Map(framework.courses.map(({ id, name }) => [id, name]))

function Competencies(props: FrameworkPageProps): JSX.Element {
  const { framework } = props
  const nameOf = courseNames(props)
  return (
    <Card
      title="Competencies"
      id="competencies"
      flush={framework.competencies.length > 0}
      link={add(props, 'Add a competency', trainingPaths.newCompetency())}
    >
      {framework.competencies.length === 0 ? (
        <p class="govuk-body">None is written down yet.</p>
      ) : (
        <DataTable
          caption="Competencies"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Competency' },
            { heading: 'Whoever has it can' },
            { heading: 'Taught in' },
            ...(props.mayKeep ? [{ heading: 'Change' }] : []),
          ]}
          rows={framework.competencies.map(({ id, name, words }) => ({
            cells: [
              name,
              words,
              framework.ties
                .filter(({ competency }) => competency === id)
                .map(({ course }) => nameOf.get(course) ?? '')
                .join(', ') || <span class="gt-missing">No course yet</span>,
              ...(props.mayKeep ? [<ChangeLink href={trainingPaths.changeCompetency(id)} name={name} />] : []),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function ChangeLink({ href, name }: { readonly href: string; readonly name: string }): JSX.Element {
  return (
    <a class="govuk-link" href={href}>
      Change
      <span class="govuk-visually-hidden">{` ${name}`}</span>
    </a>
  )
}

function Courses(props: FrameworkPageProps): JSX.Element {
  const { framework, mayKeep } = props
  return (
    <Card title="Courses" id="courses" flush={framework.courses.length > 0} link={add(props, 'Add a course', trainingPaths.newCourse())}>
      {framework.courses.length === 0 ? (
        <p class="govuk-body">There is no course yet.</p>
      ) : (
        <DataTable
          caption="Courses"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Course' }, { heading: 'Kind' }, { heading: 'What it is' }, ...(mayKeep ? [{ heading: 'Change' }] : [])]}
          rows={framework.courses.map(({ id, name, kind, summary }) => ({
            cells: [
              name,
              courseKindWords[kind as keyof typeof courseKindWords],
              summary,
              ...(mayKeep ? [<ChangeLink href={trainingPaths.changeCourse(id)} name={name} />] : []),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Needs(props: FrameworkPageProps): JSX.Element {
  const { needs } = props
  return (
    <Card title="Training needs" id="needs" flush={needs.length > 0} link={add(props, 'Record a need', trainingPaths.newNeed())}>
      {needs.length === 0 ? (
        <p class="govuk-body">No need is recorded yet.</p>
      ) : (
        <DataTable
          caption="Training needs by agency"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Agency' },
            { heading: 'Lacks' },
            { heading: 'People', numeric: true },
            { heading: 'How it is known' },
            { heading: 'Answered by' },
          ]}
          rows={needs.map((need) => ({
            cells: [
              need.organisationName,
              need.competency,
              String(need.people),
              `${need.evidence} (${dayInWords(need.foundOn)})`,
              need.course ?? <span class="gt-missing">No course yet</span>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Agencies(props: FrameworkPageProps): JSX.Element {
  const { agencies, mayKeep } = props
  return (
    <Card title="By agency" id="agencies" flush={agencies.length > 0}>
      {agencies.length === 0 ? (
        <p class="govuk-body">No agency leads an open family or has attended a course yet.</p>
      ) : (
        <DataTable
          caption="Training by agency"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Agency' },
            { heading: 'Leads who are trained', numeric: true },
            ...(mayKeep ? [{ heading: 'Places attended', numeric: true }] : []),
          ]}
          rows={agencies.map(({ name, leads, trained, attended }) => ({
            cells: [name, leads === 0 ? 'No lead' : `${trained} of ${leads}`, ...(mayKeep ? [String(attended ?? 0)] : [])],
          }))}
        />
      )}
    </Card>
  )
}
