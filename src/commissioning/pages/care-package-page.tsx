import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { packagePaths } from '../payment-paths.ts'
import type { CarePackage, Delivery, PackageOutcome } from '../queries/packages.ts'
import type { PackageReview } from '../queries/pay-facts.ts'
import type { PaymentLine } from '../queries/payment-runs.ts'
import { outcomeStanding, reasonWords, reviewWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** Who pays for a package from a day on. */
export interface NamedPayer {
  readonly startsOn: Temporal.PlainDate
  readonly name: string
  readonly line: string
  readonly area: string
  readonly because: string
  /** Whether it can be taken back. */
  readonly isMove: boolean
}

/** One package, for those who arrange or deliver it. */
export function CarePackagePage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: { readonly id: string; readonly title: string }
  readonly carePackage: CarePackage
  readonly provider: string
  readonly deliveries: readonly Delivery[]
  readonly outcomes: readonly PackageOutcome[]
  readonly lines: readonly PaymentLine[]
  readonly reviews: readonly PackageReview[]
  /** Who pays since when, for those who arrange packages; empty for others. */
  readonly payers: readonly NamedPayer[]
  readonly may: { readonly change: boolean; readonly report: boolean }
}): JSX.Element {
  const { visit, board, contract, carePackage, provider, deliveries, outcomes, lines, may } = props
  const acts = [
    ...(may.report ? ([['deliveries', 'Report a week']] as const) : []),
    ...(may.change
      ? ([
          ['outcomes', 'Record an outcome'],
          ['payers', 'Move it to another payer'],
          ['end', 'End this package'],
        ] as const)
      : []),
  ]
  return (
    <Page
      visit={visit}
      title={`Package ${carePackage.reference}`}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Payment for packages', href: packagePaths.ofBoard(board.slug) },
        { text: contract.title, href: packagePaths.contract(contract.id) },
      )}
    >
      <PageHead
        title={`Package ${carePackage.reference}`}
        caption={contract.title}
        lead="Whose package it is stands in the case system and never here."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {acts.length > 0 && (
        <p class="govuk-body gt-actions">
          {acts.map(([step, text]) => (
            <>
              <a class="govuk-link" href={packagePaths.packageStep(carePackage.id, step)}>
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <KeyFacts
        facts={[
          { label: 'Provider', value: provider },
          { label: 'Began', value: dayInWords(carePackage.startsOn) },
          { label: 'Ended', value: carePackage.endsOn === null ? 'Goes on' : dayInWords(carePackage.endsOn) },
          { label: 'Minutes a week agreed', value: String(carePackage.agreedMinutes) },
          {
            label: 'Paid so far',
            value: lines.length === 0 ? 'Nothing yet' : pounds(lines.reduce((sum, { pence }) => sum + pence, 0n)),
          },
        ]}
      />
      <Outcomes carePackage={carePackage.id} outcomes={outcomes} mayChange={may.change} />
      {props.payers.length > 0 && <Payers carePackage={carePackage.id} payers={props.payers} mayChange={may.change} />}
      {props.reviews.length > 0 && (
        <Card title="Amounts that were looked at" id="reviews">
          {props.reviews.map((one) => (
            <p class="govuk-body">{`Week ${one.week}: ${reviewWords(one)}, ${dayInWords(one.decidedOn)}. ${one.because}`}</p>
          ))}
        </Card>
      )}
      {lines.length > 0 && (
        <p class="govuk-body gt-actions">
          {(['pdf', 'csv'] as const).map((kind) => (
            <>
              <a class="govuk-link" href={packagePaths.packageStep(carePackage.id, `statement.${kind}`)} download="">
                {`Download its statement as ${kind.toUpperCase()}`}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <Card title="Week by week" id="weeks" flush={deliveries.length > 0}>
        {deliveries.length === 0 ? <p class="govuk-body">No week is reported yet.</p> : <Weeks deliveries={deliveries} lines={lines} />}
      </Card>
    </Page>
  )
}

function Payers(props: { readonly carePackage: string; readonly payers: readonly NamedPayer[]; readonly mayChange: boolean }): JSX.Element {
  return (
    <Card title="Who pays" id="payers" flush>
      <DataTable
        caption="Who pays since when"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Since' },
          { heading: 'Who pays' },
          { heading: 'Budget line' },
          { heading: 'Where' },
          { heading: 'Why' },
          ...(props.mayChange ? [{ heading: 'Take back', hiddenHeading: true }] : []),
        ]}
        rows={props.payers.map(({ startsOn, name, line, area, because, isMove }) => ({
          cells: [
            dayInWords(startsOn),
            name,
            line,
            area,
            because === '' ? 'From its beginning' : because,
            ...(props.mayChange
              ? [
                  isMove ? (
                    <a class="govuk-link" href={packagePaths.payerBack(props.carePackage, startsOn.toString())}>
                      Take it back<span class="govuk-visually-hidden">{`: ${name} from ${dayInWords(startsOn)}`}</span>
                    </a>
                  ) : (
                    ''
                  ),
                ]
              : []),
          ],
        }))}
      />
    </Card>
  )
}

function Outcomes({
  carePackage,
  outcomes,
  mayChange,
}: {
  readonly carePackage: string
  readonly outcomes: readonly PackageOutcome[]
  readonly mayChange: boolean
}): JSX.Element {
  return (
    <Card title="Outcomes" id="outcomes" flush={outcomes.length > 0}>
      {outcomes.length === 0 ? (
        <p class="govuk-body">None is recorded.</p>
      ) : (
        <DataTable
          caption="Outcomes"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Week' }, { heading: 'How it stands' }, { heading: 'Evidence' }]}
          rows={outcomes.map((one) => ({
            cells: [
              mayChange ? (
                <a class="govuk-link" href={packagePaths.outcome(carePackage, one.id)}>
                  {`Week ${one.week}`}
                </a>
              ) : (
                `Week ${one.week}`
              ),
              outcomeStanding(one),
              one.evidence === '' ? 'None yet' : one.evidence,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Weeks({ deliveries, lines }: { readonly deliveries: readonly Delivery[]; readonly lines: readonly PaymentLine[] }): JSX.Element {
  const paid = Map.groupBy(lines, ({ week }) => week)
  const weeks = [...new Set([...deliveries.map(({ week }) => week), ...paid.keys()])].toSorted((one, other) => one - other)
  return (
    <DataTable
      caption="Week by week"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Week', numeric: true, namesNumber: true },
        { heading: 'Minutes delivered', numeric: true },
        { heading: 'Not delivered' },
        { heading: 'Paid', numeric: true },
        { heading: 'Why' },
      ]}
      rows={weeks.map((week) => {
        const one = deliveries.find((delivery) => delivery.week === week)
        const sums = paid.get(week) ?? []
        const missed =
          one === undefined
            ? []
            : [
                one.absent > 0 ? `Absent: ${one.absent} minutes` : '',
                one.hospital > 0 ? `In hospital: ${one.hospital} minutes` : '',
              ].filter(Boolean)
        return {
          cells: [
            String(week),
            one === undefined ? 'Not reported' : `${one.minutes}${one.number > 1 ? ' (corrected)' : ''}`,
            missed.length === 0 ? 'None' : missed.join(', '),
            sums.length === 0 ? 'Not paid yet' : pounds(sums.reduce((sum, { pence }) => sum + pence, 0n)),
            [...new Set(sums.map(({ reason, reverses }) => (reverses === null ? reasonWords[reason] : 'Put right')))].join(', '),
          ],
        }
      })}
    />
  )
}
