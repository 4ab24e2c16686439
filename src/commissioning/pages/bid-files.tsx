import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { bidPaths } from '../pipeline-paths.ts'
import type { BidFile } from '../queries/bid-files.ts'
import { sizeInWords } from '../words/bid-file.ts'

/** Files of bids: one's own, which may be withdrawn, or those of all bids that were opened, each with whose it is. */
export function BidFiles(props: {
  readonly call: string
  readonly files: readonly BidFile[]
  /** Names of providers by id, where files of several are shown. */
  readonly names?: ReadonlyMap<string, string>
  readonly mayWithdraw?: boolean
}): JSX.Element {
  const { call, files, names, mayWithdraw = false } = props
  return (
    <DataTable
      caption="Files"
      hideCaption
      narrow="stack"
      columns={[
        ...(names ? [{ heading: 'Provider' }] : []),
        { heading: 'File' },
        { heading: 'Size' },
        { heading: 'Came' },
        ...(mayWithdraw ? [{ heading: 'Withdraw' }] : []),
      ]}
      rows={files.map(({ id, provider, name, size, addedAt }) => ({
        cells: [
          ...(names ? [names.get(provider) ?? 'A provider'] : []),
          <a class="govuk-link" href={bidPaths.file(call, id)}>
            {name}
          </a>,
          sizeInWords(size),
          instantInWords(addedAt),
          ...(mayWithdraw
            ? [
                <a class="govuk-link" href={bidPaths.withdrawFile(call, id)}>
                  Withdraw<span class="govuk-visually-hidden">{` ${name}`}</span>
                </a>,
              ]
            : []),
        ],
      }))}
    />
  )
}
