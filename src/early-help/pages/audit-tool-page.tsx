import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { settledPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { type AuditToolVersion, firstMonthOf, type ToolPart } from '../rules/audit-tool.ts'
import { DatedDocuments } from './dated-documents.tsx'
import { monthInWords } from './quality-page.tsx'

/** What a review of quality asks and how it grades: today's version, those to come, and those that held before (E7). */
export function AuditToolPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly tools: readonly AuditToolVersion[]
}): JSX.Element {
  const { visit, relations, tools } = props
  return (
    <DatedDocuments
      {...{ visit, relations, documents: tools }}
      title="What a review of quality asks"
      lead="A month’s records are reviewed by what holds on its first day, whenever the review is made. Each review is read as it was made."
      set={{ text: 'Set what is asked from a day on', href: settledPaths.audit('/new') }}
      body={(tool) => <Tool tool={tool} />}
    />
  )
}

function Tool({ tool }: { readonly tool: AuditToolVersion }): JSX.Element {
  const { number, startsOn, standards, grades, themes } = tool
  return (
    <>
      <p class="govuk-body">
        {`Version ${number}. `}
        {startsOn.day !== 1 && `The first month reviewed by it is ${monthInWords(firstMonthOf(startsOn))}, as it begins within a month.`}
      </p>
      <Parts caption="Standards" heading="Standard" says="What it asks" parts={standards} />
      <Parts caption="Grades, the best first" heading="Grade" says="What it means" parts={grades} />
      <h3 class="govuk-heading-s">Themes</h3>
      {themes.length === 0 && <p class="govuk-body gt-missing">None</p>}
      {themes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {themes.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Parts(props: {
  readonly caption: string
  readonly heading: string
  readonly says: string
  readonly parts: readonly ToolPart[]
}): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      narrow="stack"
      columns={[{ heading: props.heading }, { heading: props.says }]}
      rows={props.parts.map(({ name, means }) => ({ cells: [name, means === '' ? <span class="gt-missing">Not said</span> : means] }))}
    />
  )
}

/** By which version a review was made: its name, its number and from when it held. */
export const toolInWords = ({ name, number, startsOn }: Pick<AuditToolVersion, 'name' | 'number' | 'startsOn'>): string =>
  `${name}, version ${number} from ${dayInWords(startsOn)}`
