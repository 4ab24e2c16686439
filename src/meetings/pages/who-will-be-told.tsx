import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Details } from '#platform/web/govuk/components.tsx'
import { readingPaths } from '../paths.ts'
import type { Addressee } from '../rules/addressees.ts'
import { wayWords } from '../words/occasions.ts'

/** Who will be told, by which list and how many, before anything is sent (M7). */
export function WhoWillBeTold({ addressees, slug }: { readonly addressees: readonly Addressee[]; readonly slug: string }): JSX.Element {
  const lists = [...new Set(addressees.flatMap((one) => one.lists))]
  const several = addressees.filter((one) => one.lists.length > 1).length
  return (
    <Card
      title={addressees.length === 1 ? 'Who will be told: 1 person' : `Who will be told: ${addressees.length} people`}
      id="who"
      link={{ text: 'Lists of who is told', href: readingPaths.lists(slug) }}
      lead={several === 0 ? 'One mail each' : `One mail each; ${several} ${several === 1 ? 'stands' : 'stand'} on more than one list`}
    >
      <ul class="govuk-list govuk-list--bullet">
        {lists.map((list) => (
          <li>
            {list}: {addressees.filter((one) => one.lists.includes(list)).length}
          </li>
        ))}
      </ul>
      <Details summaryText="Everybody by name">
        <DataTable
          caption="Who will be told"
          hideCaption
          columns={[{ heading: 'Name' }, { heading: 'Address' }, { heading: 'By which list' }, { heading: 'How' }]}
          rows={addressees.map(({ name, email, lists: by, way, calendar }) => ({
            cells: [
              name,
              email === '' ? <span class="gt-missing">None recorded</span> : email,
              by.join(', '),
              `${wayWords[way]}${way === 'email' && calendar ? ', with a calendar entry' : ''}`,
            ],
          }))}
          narrow="stack"
        />
      </Details>
    </Card>
  )
}
