import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import type { BidFile } from '../queries/bid-files.ts'
import type { Bid, BidCall } from '../queries/bids.ts'
import { type CallState, countingBids } from '../rules/bid.ts'
import { pounds } from '../words/pence.ts'
import { BidFiles } from './bid-files.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** What the opened bids say, in one look that is written down (C8; handbook of commissioning 7). */
export function BidLookPage({
  visit,
  board,
  call,
  bids,
  files,
}: {
  readonly visit: Visit
  readonly board: BoardName
  readonly call: BidCall
  readonly bids: readonly Bid[]
  readonly files: readonly BidFile[]
}): JSX.Element {
  return (
    <Page
      visit={visit}
      title={`What the bids say: ${call.title}`}
      breadcrumbs={crumbsOf(
        board,
        { text: call.pipeline, href: pipelinePaths.pipeline(call.process) },
        { text: call.title, href: bidPaths.call(call.id) },
      )}
    >
      <PageHead
        title="What the bids say"
        caption={call.title}
        lead="It is written down that you read this, and the page of the call shows it. Until the decision only the two who opened them and those who evaluate them read it."
      />
      {boardNavigation(board.slug, 'commissioning')}
      <Card title="The bids" id="bids" flush={bids.length > 0}>
        {bids.length === 0 ? <p class="govuk-body">None has come.</p> : <Bids bids={bids} all={bids} state="opened" isRead />}
      </Card>
      {files.length > 0 && (
        <Card title="Files of the bids" id="files" lead="Each time one is fetched is written down, too." flush>
          <BidFiles call={call.id} files={files} names={new Map(bids.map(({ provider, providerName }) => [provider, providerName]))} />
        </Card>
      )}
    </Page>
  )
}

/** Bids, each with how it stands, and what it says where it is one's own or was opened. */
export function Bids(props: {
  readonly bids: readonly Bid[]
  readonly all: readonly Bid[]
  readonly state: CallState
  readonly isOwn?: boolean
  /** What they say is shown. */
  readonly isRead?: boolean
}): JSX.Element {
  const { bids, all, state, isOwn = false, isRead = false } = props
  const counting = new Set(countingBids(all).map(({ id }) => id))
  const shows = isOwn || isRead
  return (
    <DataTable
      caption="Bids"
      hideCaption
      narrow="stack"
      columns={[
        ...[{ heading: 'Provider' }, { heading: 'Came' }],
        ...(shows ? [{ heading: 'Amount', numeric: true }, { heading: 'What it says' }] : []),
        { heading: 'How it stands' },
      ]}
      rows={bids.map(({ id, providerName, receivedAt, refusedBecause, content }) => ({
        cells: [
          providerName,
          instantInWords(receivedAt),
          ...(shows ? [content ? pounds(content.amount) : 'Sealed', content ? content.text || 'Nothing more' : 'Sealed'] : []),
          refusedBecause !== ''
            ? `Refused. ${refusedBecause}`
            : counting.has(id)
              ? shows || state === 'opened' || state === 'decided'
                ? 'Counts'
                : 'Sealed'
              : 'Replaced by a later one',
        ],
      }))}
    />
  )
}
