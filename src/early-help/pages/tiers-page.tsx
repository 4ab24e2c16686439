import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { settledPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { TierCalled, TierDocument } from '../rules/tiers.ts'
import { DatedDocuments } from './dated-documents.tsx'

/** The tiers of help and what they are called: today's, those to come, and those that held before (E5). */
export function TiersPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly documents: readonly TierDocument[]
}): JSX.Element {
  return (
    <DatedDocuments
      {...props}
      title="Tiers of help"
      lead="A family is in one tier at a time, from a day on. Each is read by the words of its day; a tier that is renamed stays the same tier."
      set={{ text: 'Set other tiers from a day on', href: settledPaths.tiers('/new') }}
      body={({ name, entry, tiers }) => (
        <DataTable
          caption={`Tiers of ${name}`}
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Tier' }, { heading: 'What it means' }, { heading: 'How it is entered' }]}
          rows={tiers.map(({ code, name: called, means, isStatutory }) => ({
            cells: [
              called,
              means === '' ? <span class="gt-missing">Not said</span> : means,
              isStatutory
                ? 'By a step-up that social care accepted'
                : code === entry
                  ? 'When the family agrees, or by a form'
                  : 'By a form',
            ],
          }))}
        />
      )}
    />
  )
}

/** What a tier was called at first, and from when it was called otherwise. */
export const tierInWords = ({ name, renamed }: TierCalled): string =>
  [name, ...renamed.map((one) => `called ${one.name} from ${dayInWords(one.from)}`)].join(', ')
