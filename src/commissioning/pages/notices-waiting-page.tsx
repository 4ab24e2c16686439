import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, noticePaths } from '../contract-paths.ts'
import type { CompletedField } from '../rules/notices/completion.ts'
import { completedWords } from '../words/notices.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A process of buying whose notices are recorded and which waits for a person. */
export interface WaitingProcess {
  readonly ocid: string
  /** Its first notice, by which its form has an address. */
  readonly release: string
  readonly title: string
  readonly buyers: string
  readonly missing: readonly CompletedField[]
  /** Fields in which the notices by now say something else than a person completed. */
  readonly differs: readonly CompletedField[]
  readonly last: Temporal.Instant | undefined
}

/** What stands on a list before the rest is only counted. */
const SHOWN = 100

/** The recorded notices that say too little to make a contract, and those that by now say something else than was completed. */
export function NoticesWaitingPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly waiting: readonly WaitingProcess[]
}): JSX.Element {
  const { visit, board, waiting } = props
  const differs = waiting.filter((one) => one.differs.length > 0)
  const lacking = waiting.filter((one) => one.missing.length > 0)
  const [unknown, ours] = [
    lacking.filter(({ missing }) => missing.includes('buyer')),
    lacking.filter(({ missing }) => !missing.includes('buyer')),
  ]
  const lead =
    'These notices are recorded and say too little for a contract. Complete what is missing, with where it comes from, and the contract is made at once, as a draft.'
  return (
    <Page
      visit={visit}
      title="Notices to complete"
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Contracts', href: contractPaths.ofBoard(board.slug) },
        { text: 'Notices of buying', href: noticePaths.ofBoard(board.slug) },
      )}
    >
      <PageHead title="Notices to complete" caption={board.name} lead={lead} />
      {boardNavigation(board.slug, 'commissioning')}
      {differs.length > 0 && (
        <Card title="The notices now say something else" id="differs" flush>
          <Processes caption="The notices now say something else" list={differs} />
        </Card>
      )}
      <Card title="Our agencies buy" id="ours" flush={ours.length > 0}>
        {ours.length === 0 ? <p class="govuk-body">No notice of ours waits.</p> : <Processes caption="Our agencies buy" list={ours} />}
      </Card>
      {unknown.length > 0 && (
        <Card title="Nobody knows the buyer" id="unknown" flush>
          <Fold
            title="Notices whose buyer is none of our agencies, as far as is known"
            note={String(unknown.length)}
            open={unknown.length <= 10}
          >
            <p class="govuk-body">
              Most may be other people’s. Where one of our agencies buys and has a number,{' '}
              <a class="govuk-link" href={noticePaths.buyers(board.slug)}>
                say by which number it is known
              </a>
              : that settles all its notices at once.
            </p>
            <Processes caption="Nobody knows the buyer" list={unknown} />
          </Fold>
        </Card>
      )}
    </Page>
  )
}

function Processes({ caption, list }: { readonly caption: string; readonly list: readonly WaitingProcess[] }): JSX.Element {
  return (
    <>
      <DataTable
        caption={caption}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'What is bought' },
          { heading: 'Buyer' },
          { heading: 'What is missing, or reads otherwise' },
          { heading: 'Last notice' },
        ]}
        rows={list.slice(0, SHOWN).map(({ ocid, release, title, buyers, missing, differs, last }) => ({
          cells: [
            <a class="govuk-link" href={noticePaths.complete(release)}>
              {title || `No title: ${ocid}`}
            </a>,
            buyers || 'Not said',
            [...missing, ...differs].map((field) => completedWords[field]).join(', '),
            last ? dayInWords(dayOf(last)) : 'Not dated',
          ],
        }))}
      />
      {list.length > SHOWN && <p class="govuk-body">{`${list.length - SHOWN} more follow, once these are completed.`}</p>}
    </>
  )
}
