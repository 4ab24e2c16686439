import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { registerPaths } from '../contract-paths.ts'
import { ocdsPaths } from '../ocds-paths.ts'

/** Where a contract came from, and under which id it is out. */
export interface Origin {
  /** Of which notices it was made; undefined: it was entered here. */
  readonly origin: { readonly ocid: string; readonly source: string; readonly importedOn: Temporal.PlainDate } | undefined
  /** Which files of a register made or changed it, as far as one may see them. */
  readonly registers: readonly { readonly file: string; readonly name: string; readonly kind: string; readonly onDay: Temporal.PlainDate }[]
  /** Under which id it is out as open contracting data; undefined where nothing of it is. */
  readonly ocid: string | undefined
}

/** Where it came from, and where programs read it. */
export function ContractOrigin({ origin, ocid, registers }: Origin): JSX.Element | null {
  if (origin === undefined && ocid === undefined && registers.length === 0) return null
  return (
    <Card title="Where it comes from, and open data" id="notices">
      {origin && (
        <p class="govuk-body">
          Made of the notices of the process {origin.ocid}, brought on {dayInWords(origin.importedOn)} in {origin.source}.
        </p>
      )}
      {registers.map(({ file, name, kind, onDay }) => (
        <p class="govuk-body">
          {`${kind === 'made' ? 'Made' : 'Changed'} on ${dayInWords(onDay)} from the file `}
          <a class="govuk-link" href={registerPaths.file(file)}>
            {name}
          </a>
          .
        </p>
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
