import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { Fund } from '../queries/funds.ts'
import type { Saving } from '../queries/savings.ts'
import { monthsEnded } from '../rules/forecast.ts'
import { savingShares, savingStanding } from '../rules/saving.ts'
import { totalOf } from '../rules/split.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds, poundsOr } from '../words/pence.ts'
import { percentWords } from '../words/risk.ts'
import type { BoardName } from './crumbs.ts'
import { riskCrumbs } from './money-risk-page.tsx'

interface Props {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly mayKeep: boolean
}

const standingOf = (saving: Saving, today: Temporal.PlainDate) =>
  savingStanding(
    saving.profile,
    saving.claims.map(({ pence }) => ({ saving: saving.id, pence })),
    monthsEnded(saving.year, today),
  )

/** How a saving stands against its plan, in words. */
function standingWords(saving: Saving, today: Temporal.PlainDate): string {
  const { planned, due, delivered } = standingOf(saving, today)
  if (delivered >= planned) return 'Delivered'
  if (Temporal.PlainDate.compare(saving.evidenceDue, today) < 0) return `Evidence was due on ${dayInWords(saving.evidenceDue)}`
  return delivered < due ? `Behind its plan by ${pounds(due - delivered)}` : 'As planned'
}

/** The savings of a fund: planned, foreseen and delivered with evidence, each counted once (C7). */
export function SavingsPage({ visit, board, fund, mayKeep, savings }: Props & { readonly savings: readonly Saving[] }): JSX.Element {
  const { today } = visit
  const planned = totalOf(savings.map((saving) => standingOf(saving, today).planned))
  const delivered = totalOf(savings.map((saving) => standingOf(saving, today).delivered))
  return (
    <Page visit={visit} title="Savings" width="workspace" breadcrumbs={riskCrumbs(board, fund)}>
      <PageHead
        title="Savings"
        caption={fund.title}
        lead="Planned, foreseen and delivered are three numbers. Only what has evidence is delivered, and no pound is counted twice."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {mayKeep && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={fundPaths.step(fund.id, 'savings/new')}>
            Plan a saving
          </a>
        </p>
      )}
      {savings.length === 0 ? (
        <p class="govuk-body">No saving is planned in this fund.</p>
      ) : (
        <>
          <p class="govuk-body">{`Of ${pounds(planned)} planned, ${pounds(delivered)} is delivered with evidence.`}</p>
          <DataTable
            caption="Savings of this fund"
            narrow="stack"
            columns={[
              ...[{ heading: 'What is done' }, { heading: 'Year and line' }, { heading: 'Planned', numeric: true }],
              ...[{ heading: 'Foreseen', numeric: true }, { heading: 'Delivered', numeric: true }, { heading: 'How it stands' }],
            ]}
            rows={savings.map((saving) => ({
              cells: [
                <a class="govuk-link" href={moneyPaths.saving(saving.id)}>
                  {saving.measure}
                </a>,
                `${yearInWords(saving.year)}, ${saving.lineTitle}`,
                pounds(standingOf(saving, today).planned),
                poundsOr(saving.forecast),
                pounds(standingOf(saving, today).delivered),
                `${standingWords(saving, today)}${saving.recurrent ? '' : '. In this year only'}`,
              ],
            }))}
          />
        </>
      )}
    </Page>
  )
}

/** One saving: its plan by month, what was claimed with which evidence, and the part of each partner. */
export function SavingPage({ visit, board, fund, mayKeep, saving }: Props & { readonly saving: Saving }): JSX.Element {
  const { planned, due, delivered } = standingOf(saving, visit.today)
  const crumbs = [...riskCrumbs(board, fund), { text: 'Savings', href: fundPaths.step(fund.id, 'savings') }]
  return (
    <Page visit={visit} title={saving.measure} width="workspace" breadcrumbs={crumbs}>
      <PageHead title={saving.measure} caption={`${fund.title}, ${yearInWords(saving.year)}`} lead={saving.why} />
      {boardNavigation(board.slug, 'commissioning')}
      <KeyFacts
        facts={[
          { label: 'How it stands', value: standingWords(saving, visit.today) },
          { label: 'Planned', value: pounds(planned) },
          { label: 'Of that, due by now', value: pounds(due) },
          { label: 'Foreseen', value: poundsOr(saving.forecast) },
          { label: 'Delivered, with evidence', value: pounds(delivered) },
          {
            label: 'Budget line',
            value: (
              <a class="govuk-link" href={moneyPaths.line(saving.line)}>
                {saving.lineTitle}
              </a>
            ),
          },
          { label: 'Does it last?', value: saving.recurrent ? 'Yes, in later years too' : 'No, in this year only' },
          { label: 'Who answers for it', value: saving.ownerName === '' ? 'Nobody is named yet' : saving.ownerName },
          { label: 'Evidence is due', value: dayInWords(saving.evidenceDue) },
        ]}
      />
      {mayKeep && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={moneyPaths.savingStep(saving.id, 'claim')}>
            Claim what was delivered
          </a>{' '}
          <a class="govuk-link" href={moneyPaths.savingStep(saving.id, 'forecast')}>
            Say what is foreseen
          </a>{' '}
          {saving.claims.length > 0 && (
            <a class="govuk-link" href={moneyPaths.savingStep(saving.id, 'take-back')}>
              Take a claim back
            </a>
          )}
        </p>
      )}
      <Card title="What was claimed" id="claims" flush={saving.claims.length > 0}>
        <Claims saving={saving} />
      </Card>
      <Card title="The part of each partner" id="parts" flush={saving.parts.length > 0}>
        <PartsTable saving={saving} planned={planned} delivered={delivered} />
      </Card>
    </Page>
  )
}

/** A month of a financial year by its place: 1 is April. */
export function monthOf(year: number, period: number): string {
  const day = new Temporal.PlainDate(year, 4, 1).add({ months: period - 1 })
  return dayInWords(day).replace(/^\d+ /, '')
}

function Claims({ saving }: { readonly saving: Saving }): JSX.Element {
  if (saving.claims.length === 0) return <p class="govuk-body">Nothing was claimed yet.</p>
  return (
    <DataTable
      caption="Claims with their evidence"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Month' }, { heading: 'How much', numeric: true }, { heading: 'Evidence' }, { heading: 'Claimed on' }]}
      rows={saving.claims.map((claim) => ({
        cells: [
          monthOf(saving.year, claim.period),
          pounds(claim.pence),
          claim.reverses === undefined ? `${claim.evidence}${claim.isTakenBack ? ' (taken back)' : ''}` : `Taken back: ${claim.evidence}`,
          dayInWords(claim.onDay),
        ],
      }))}
    />
  )
}

function PartsTable(props: { readonly saving: Saving; readonly planned: bigint; readonly delivered: bigint }): JSX.Element {
  const { saving, planned, delivered } = props
  if (saving.parts.length === 0) return <p class="govuk-body">It is not shared: it stays in the fund.</p>
  const weights = saving.parts.map(({ share }) => BigInt(share))
  const [ofPlanned, ofDelivered] = [savingShares(planned, weights) ?? [], savingShares(delivered, weights) ?? []]
  return (
    <DataTable
      caption="Shared between partners, to the penny"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Partner' },
        { heading: 'Part' },
        { heading: 'Of what is planned', numeric: true },
        { heading: 'Of what is delivered', numeric: true },
      ]}
      rows={[
        ...saving.parts.map(({ name, share }, place) => ({
          cells: [name, percentWords(share), pounds(ofPlanned[place] ?? 0n), pounds(ofDelivered[place] ?? 0n)],
        })),
        { cells: ['Together', '100%', pounds(planned), pounds(delivered)] },
      ]}
    />
  )
}
