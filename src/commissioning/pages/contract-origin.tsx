import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { registerPaths } from '../contract-paths.ts'
import { ocdsPaths } from '../ocds-paths.ts'
import type { AwardOfContract } from '../queries/awards.ts'
import type { findOrigin } from '../queries/contract-releases.ts'
import type { Contract } from '../queries/contracts.ts'
import type { RegisterLine } from '../queries/register-files.ts'
import { completedWords } from '../words/notices.ts'
import { columnWords, keptCellWords } from '../words/register.ts'
import { AwardOrigin } from './award-card.tsx'

/** Where a contract came from, and under which id it is out. */
export interface Origin {
  /** Of which notices it was made; undefined: it was entered here. */
  readonly origin: Awaited<ReturnType<typeof findOrigin>>
  /** Which files of a register made or changed it, as far as one may see them. */
  readonly registers: readonly RegisterLine[]
  /** Under which id it is out as open contracting data; undefined where nothing of it is. */
  readonly ocid: string | undefined
  /** Of which award it came; undefined where it came of none. */
  readonly award: AwardOfContract | undefined
  /** Who provides. */
  readonly contract: Contract
}

/** Where it came from, and where programs read it. */
export function ContractOrigin({ origin, ocid, registers, award, contract }: Origin): JSX.Element | null {
  if (origin === undefined && ocid === undefined && registers.length === 0 && award === undefined) return null
  return (
    <Card title="Where it comes from, and open data" id="notices">
      {award && (
        <AwardOrigin award={award} winner={contract.providers.find(({ provider }) => provider === award.winner)?.name ?? 'a provider'} />
      )}
      {origin && (
        <p class="govuk-body">
          Made of the notices of the process {origin.ocid}, brought on {dayInWords(origin.importedOn)} in {origin.source}.
        </p>
      )}
      {origin?.completions.map(({ fields, source, enteredOn }) => (
        <p class="govuk-body">
          {`Completed by a person on ${dayInWords(enteredOn)}: ${fields.map((field) => completedWords[field].toLowerCase()).join(', ')}. It comes from: ${source}.`}
        </p>
      ))}
      {registers.map(({ file, name, kind, onDay, changes }) => (
        <>
          <p class="govuk-body">
            {`${kind === 'made' ? 'Made' : 'Changed'} on ${dayInWords(onDay)} from the file `}
            <a class="govuk-link" href={registerPaths.file(file)}>
              {name}
            </a>
            .
          </p>
          {changes.length > 0 && (
            <Fold title={`What stood there before ${dayInWords(onDay)}`} note={String(changes.length)}>
              <DataTable
                caption={`What ${name} changed`}
                hideCaption
                narrow="stack"
                columns={[{ heading: 'Column' }, { heading: 'Stood there' }, { heading: 'Stood there after' }]}
                rows={changes.map(({ column, from, to }) => ({
                  cells: [columnWords(column), keptCellWords(column, from), keptCellWords(column, to)],
                }))}
              />
            </Fold>
          )}
        </>
      ))}
      {ocid && (
        <p class="govuk-body">
          For programs:{' '}
          <a class="govuk-link" href={ocdsPaths.record(ocid)}>
            this contract as open contracting data
          </a>
          , all that came out of it, notice by notice.
        </p>
      )}
    </Card>
  )
}
