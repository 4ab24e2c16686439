import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import type { BidCall } from '../queries/bids.ts'
import type { PerformanceNotice } from '../queries/contract-parts.ts'
import type { Contract } from '../queries/contracts.ts'
import type { MarketAsk } from '../queries/market-asks.ts'
import type { ProviderLetter, ProviderRate } from '../queries/provider-relations.ts'
import { CallsOf } from './bid-call-page.tsx'
import { OwnReturns } from './market-returns.tsx'
import { ContractsOf, Letters, Rates } from './provider-page.tsx'

/** What is owed of one indicator for one period. */
export interface OwedReport {
  readonly contract: Contract
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
}

/** What a provider sees of its own. */
export interface OwnContractsPageProps {
  readonly visit: Visit
  readonly names: readonly string[]
  readonly contracts: readonly Contract[]
  readonly owed: readonly OwedReport[]
  readonly notices: readonly PerformanceNotice[]
  /** The returns on markets that one is asked for. */
  readonly asks: readonly MarketAsk[]
  readonly rates: readonly ProviderRate[]
  readonly letters: readonly ProviderLetter[]
  /** Calls for bids that are open, and those in which one has bid. */
  readonly calls: readonly BidCall[]
}

/** What a provider sees when it signs in: its own contracts, what is due, its rates and its letters, and nothing of another (C11). */
export function OwnContractsPage(props: OwnContractsPageProps): JSX.Element {
  const { visit, names, contracts, owed, notices, asks, rates, letters, calls } = props
  return (
    <Page visit={visit} title="Your contracts" width="workspace">
      <PageHead
        title="Your contracts"
        caption={names.join(', ')}
        lead={
          names.length === 0 ? undefined : 'What your organisation provides, what you are asked to report, and what was written to you.'
        }
      />
      {names.length === 0 ? (
        <EmptyState
          title="You sign in for no provider"
          text="The clerk of the board that keeps a provider says who signs in for it. Ask them if this is not as it should be."
        />
      ) : (
        <>
          <Card title="To report" id="owed" flush={owed.length > 0}>
            {owed.length === 0 ? <p class="govuk-body">Nothing is due.</p> : <Owed owed={owed} today={visit.today} />}
          </Card>
          <OwnReturns asks={asks} today={visit.today} />
          {notices.length > 0 && (
            <Card title="To answer" id="notices">
              {notices.map(({ id, because, answerBy }) => (
                <p class="govuk-body">
                  <a class="govuk-link" href={contractPaths.answer(id)}>
                    {because.slice(0, 120)}
                  </a>
                  <br />
                  {`Answer by ${dayInWords(answerBy)}`}
                </p>
              ))}
            </Card>
          )}
          <Card title="Contracts" id="contracts" flush={contracts.length > 0}>
            {contracts.length === 0 ? <p class="govuk-body">None.</p> : <ContractsOf contracts={contracts} />}
          </Card>
          {calls.length > 0 && (
            <Card title="Calls for sealed bids" id="bids" flush>
              <CallsOf calls={calls} now={visit.now} />
            </Card>
          )}
          {rates.length > 0 && (
            <Card title="What you are paid" id="rates" flush>
              <Rates rates={rates} />
            </Card>
          )}
          <Card title="Letters" id="letters">
            <Letters letters={letters} />
          </Card>
        </>
      )}
    </Page>
  )
}

function Owed({ owed, today }: { readonly owed: readonly OwedReport[]; readonly today: Temporal.PlainDate }): JSX.Element {
  return (
    <DataTable
      caption="What is to be reported"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Contract' }, { heading: 'Indicator' }, { heading: 'Period' }, { heading: 'Due' }]}
      rows={owed.map(({ contract, title, startsOn, endsOn, dueOn }) => ({
        cells: [
          <a class="govuk-link" href={contractPaths.report(contract.id)}>
            {contract.title}
          </a>,
          title,
          `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`,
          <>
            {dayInWords(dueOn)} {Temporal.PlainDate.compare(dueOn, today) < 0 && <StatusPill meaning="bad">Late</StatusPill>}
          </>,
        ],
      }))}
    />
  )
}

/** A yearly letter as it was made, with what is left to do with it. */
export function LetterPage(props: {
  readonly visit: Visit
  readonly letter: ProviderLetter
  readonly may: ReadonlySet<'send' | 'acknowledge'>
}): JSX.Element {
  const { visit, letter, may } = props
  const { id, year, number, text, madeOn, sentOn, acknowledgedOn } = letter
  return (
    <Page visit={visit} title="Letter" breadcrumbs={[{ text: 'Provider', href: providerPaths.provider(letter.provider) }]}>
      <PageHead title={`Letter for ${year} to ${year + 1}`} caption={`Version ${number}, made ${dayInWords(madeOn)}`} />
      <p class="govuk-body">
        {acknowledgedOn
          ? `Sent ${sentOn ? dayInWords(sentOn) : ''}, acknowledged ${dayInWords(acknowledgedOn)}.`
          : sentOn
            ? `Sent ${dayInWords(sentOn)}, not acknowledged yet.`
            : 'Not sent yet: the provider does not see it.'}
      </p>
      <Card title="What it says" id="text">
        {text.split('\n\n').map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </Card>
      {may.has('send') && sentOn === undefined && (
        <PostButton visit={visit} action={providerPaths.send(id)} text="Record that it was sent" />
      )}
      {may.has('acknowledge') && sentOn !== undefined && acknowledgedOn === undefined && (
        <PostButton visit={visit} action={providerPaths.acknowledge(id)} text="Acknowledge this letter" look="primary" />
      )}
    </Page>
  )
}
