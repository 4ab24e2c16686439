import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { trainingPaths } from '../paths.ts'
import type { Framework, listNeeds } from '../queries/training.ts'
import type { Impact } from '../rules/training.ts'
import { impactWords, trainedRoleWords } from '../words/training.ts'
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
  /** What each course changed, for whoever keeps training; else undefined. */
  readonly impacts: ReadonlyMap<string, Impact> | undefined
  readonly mayKeep: boolean
}

/** What everybody should be able to do, which course teaches it, who must attend what, what is lacking, and what training changed. */
export function FrameworkPage(props: FrameworkPageProps): JSX.Element {
  const title = 'Competencies and mandatory courses'
  return (
    <Page visit={props.visit} title={title} breadcrumbs={trainingCrumbs} width="workspace">
      <PageHead title={title} />
      <Competencies {...props} />
      <Mandatory {...props} />
      <Courses {...props} />
      <Needs {...props} />
      <Agencies {...props} />
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
          columns={[{ heading: 'Competency' }, { heading: 'Whoever has it can' }, { heading: 'Taught in' }]}
          rows={framework.competencies.map(({ id, name, words }) => ({
            cells: [
              name,
              words,
              framework.ties
                .filter(({ competency }) => competency === id)
                .map(({ course }) => nameOf.get(course) ?? '')
                .join(', ') || <span class="gt-missing">No course yet</span>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Mandatory(props: FrameworkPageProps): JSX.Element {
  const { framework } = props
  const nameOf = courseNames(props)
  return (
    <Card
      title="Mandatory courses"
      id="mandatory"
      flush={framework.mandatory.length > 0}
      link={add(props, 'Make a course mandatory', trainingPaths.newMandatory())}
    >
      {framework.mandatory.length === 0 ? (
        <p class="govuk-body">No course is mandatory today.</p>
      ) : (
        <DataTable
          caption="Mandatory courses"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'For' }, { heading: 'Course' }, { heading: 'Again after' }, { heading: 'Since' }]}
          rows={framework.mandatory.map(({ role, course, refreshMonths, startsOn, source }) => ({
            cells: [
              trainedRoleWords[role as keyof typeof trainedRoleWords],
              nameOf.get(course) ?? '',
              refreshMonths === null ? 'Once is enough' : `${refreshMonths} months`,
              `${dayInWords(startsOn)} (${source})`,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Courses(props: FrameworkPageProps): JSX.Element {
  const { framework, impacts } = props
  return (
    <Card title="Courses" id="courses" flush={framework.courses.length > 0} link={add(props, 'Add a course', trainingPaths.newCourse())}>
      {framework.courses.length === 0 ? (
        <p class="govuk-body">There is no course yet.</p>
      ) : (
        <DataTable
          caption="Courses and what they changed"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Course' }, { heading: 'What it is' }, ...(impacts ? [{ heading: 'What it changed' }] : [])]}
          rows={framework.courses.map(({ id, name, summary }) => ({
            cells: [name, summary, ...(impacts ? [impactWords(impacts.get(id) ?? { state: 'nobody' })] : [])],
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
