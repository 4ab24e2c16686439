import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { familyPaths, familyVoicePaths, peoplePaths } from '../paths.ts'
import type { KnownSources } from '../queries/known.ts'
import type { FormLine, RecordSource } from '../rules/assessment-form.ts'
import { notHere } from '../words/assessment.ts'

/** Where each of what the record knows is entered and put right. */
const placeOf: Readonly<Record<RecordSource, readonly [href: (episode: string) => string, text: string]>> = {
  people: [peoplePaths.section, 'Enter or change people of the family'],
  facts: [peoplePaths.section, 'Record what each of them answers'],
  outside: [peoplePaths.section, 'Enter who lives elsewhere'],
  home: [peoplePaths.section, 'Enter or change an address'],
  about: [familyPaths.family, 'Put this right in the record'],
  lead: [familyPaths.family, 'Put this right in the record'],
  request: [familyPaths.family, 'Put this right in the record'],
  agreement: [familyPaths.family, 'Put this right in the record'],
  signs: [familyVoicePaths.section, 'Write down what the family says, and their numbers'],
}

/** What the record knows of a question, and where it is put right, so that nothing is asked twice. */
export function KnownLine({
  line,
  known,
  episode,
  level = 2,
}: {
  readonly line: FormLine
  readonly known: KnownSources | undefined
  /** Whose record it is put right in; undefined where no way leads there. */
  readonly episode?: string | undefined
  readonly level?: 2 | 3
}): JSX.Element {
  const found = line.source && known?.get(line.source)
  const place = line.source && placeOf[line.source]
  const apart = line.source && notHere[line.source]
  return (
    <div class="gt-known">
      {level === 2 ? <h2 class="govuk-heading-s">{line.label}</h2> : <h3 class="govuk-heading-s">{line.label}</h3>}
      {found && found.rows.length > 0 ? (
        <DataTable
          caption={line.label}
          hideCaption
          narrow="stack"
          columns={found.columns.map((heading) => ({ heading }))}
          rows={found.rows.map((cells) => ({ cells: cells.map(knownCell) }))}
        />
      ) : (
        <p class="govuk-body">
          {known ? <span class="gt-missing">Nothing is recorded, or nothing of it is open to you.</span> : 'Filled from the record.'}
        </p>
      )}
      {known && apart && <p class="govuk-body-s">{apart}</p>}
      {episode && place && (
        <p class="govuk-body-s gt-no-print">
          <a class="govuk-link" href={place[0](episode)}>
            {place[1]}
          </a>
        </p>
      )}
    </div>
  )
}

const knownCell = (words: string) =>
  words === '' ? (
    <span class="gt-missing">Not recorded</span>
  ) : (
    <span class="gt-typed" dir="auto">
      {words}
    </span>
  )
