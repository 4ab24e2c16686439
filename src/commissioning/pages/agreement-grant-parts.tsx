import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { agreementChangePaths } from '../paths.ts'
import type { GrantClaim, GrantYear, NamedReportRule, ReportMade } from '../queries/agreement-change.ts'
import { claimState, type ReportOwed, taperSums } from '../rules/agreement-change.ts'
import { claimWords } from '../words/agreement-change.ts'
import { pounds } from '../words/pence.ts'

interface OfAgreement {
  readonly agreement: string
  readonly mayChange: boolean
}

/** The years of a tapered grant with what was claimed, paid and taken back (C4). */
export function GrantTaper({ agreement, years, mayChange }: OfAgreement & { readonly years: readonly GrantYear[] }): JSX.Element {
  const claims = years.flatMap((year) => year.claims.map((claim) => ({ claim, year })))
  return (
    <>
      {mayChange && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={agreementChangePaths.step(agreement, 'grant-years')}>
            Add a year of the grant
          </a>{' '}
          {years.length > 0 && (
            <a class="govuk-link" href={agreementChangePaths.step(agreement, 'claims')}>
              Record a claim
            </a>
          )}
        </p>
      )}
      {years.length === 0 ? <p class="govuk-body">No year of this grant is recorded yet.</p> : <YearTable years={years} />}
      {claims.length > 0 && (
        <DataTable
          caption="Claims"
          narrow="stack"
          columns={[
            { heading: 'Claimed on' },
            { heading: 'Sum', numeric: true },
            { heading: 'Evidence' },
            { heading: 'How it stands' },
            ...(mayChange ? [{ heading: 'What to do' }] : []),
          ]}
          rows={claims.map(({ claim }) => ({
            cells: [
              dayInWords(claim.claimedOn),
              pounds(claim.pence),
              claim.kind === 'set-up' ? `For setting up. ${claim.evidence}` : claim.evidence,
              <ClaimStanding claim={claim} />,
              ...(mayChange ? [<ClaimActs agreement={agreement} claim={claim} />] : []),
            ],
          }))}
        />
      )}
    </>
  )
}

function YearTable({ years }: { readonly years: readonly GrantYear[] }): JSX.Element {
  const [first] = years
  const rows = years.map((year) => ({ year, sums: taperSums(year.pence, year.claims) }))
  const total = (of: (row: (typeof rows)[number]) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n)
  return (
    <>
      <p class="govuk-body">
        {pounds(total(({ sums }) => sums.holds))} over {years.length} {years.length === 1 ? 'year' : 'years'}, of which{' '}
        {pounds(total(({ sums }) => sums.paid))} was paid and {pounds(total(({ sums }) => sums.clawed))} taken back.
      </p>
      <DataTable
        caption="Years of the grant"
        narrow="stack"
        columns={[
          { heading: 'Year from' },
          { heading: 'Grant', numeric: true },
          { heading: 'Of the first year', numeric: true },
          { heading: 'Paid', numeric: true },
          { heading: 'Taken back', numeric: true },
          { heading: 'Waiting', numeric: true },
          { heading: 'Left to claim', numeric: true },
        ]}
        rows={rows.map(({ year, sums }) => ({
          cells: [
            dayInWords(year.startsOn),
            pounds(sums.holds),
            first && first.pence > 0n ? `${(year.pence * 200n + first.pence) / (2n * first.pence)}%` : 'Not known',
            ...[sums.paid, sums.clawed, sums.waiting, sums.left].map(pounds),
          ],
        }))}
      />
    </>
  )
}

function ClaimStanding({ claim }: { readonly claim: GrantClaim }): JSX.Element {
  const { word, meaning } = claimWords[claimState(claim)]
  return (
    <>
      <StatusPill meaning={meaning}>{word}</StatusPill> {claim.refusedOn && `${dayInWords(claim.refusedOn)}. `}
      {claim.paidOn && claim.paidPence !== undefined && `${pounds(claim.paidPence)} on ${dayInWords(claim.paidOn)}. `}
      {claim.settledBecause}
      {claim.clawedOn &&
        claim.clawedPence !== undefined &&
        ` ${pounds(claim.clawedPence)} taken back on ${dayInWords(claim.clawedOn)}: ${claim.clawedBecause}`}
    </>
  )
}

function ClaimActs({ agreement, claim }: { readonly agreement: string; readonly claim: GrantClaim }): JSX.Element {
  const about = `of ${pounds(claim.pence)}, ${dayInWords(claim.claimedOn)}`
  const state = claimState(claim)
  if (state === 'waiting')
    return (
      <a class="govuk-link" href={agreementChangePaths.claim(agreement, claim.id, 'settle')}>
        Settle the claim {about}
      </a>
    )
  if (state === 'paid' || state === 'paid-in-part')
    return (
      <a class="govuk-link" href={agreementChangePaths.claim(agreement, claim.id, 'claw-back')}>
        Take back the claim {about}
      </a>
    )
  return <>Nothing</>
}

/** The reports that the law of an agreement asks for, the latest first: made, due, overdue. */
export function ReportsOwed(
  props: OfAgreement & {
    readonly owed: readonly ReportOwed<NamedReportRule>[]
    readonly made: readonly ReportMade[]
    readonly today: Temporal.PlainDate
  },
): JSX.Element {
  const { agreement, owed, made, today, mayChange } = props
  if (owed.length === 0) return <p class="govuk-body">No period that is reported on has ended yet.</p>
  return (
    <DataTable
      caption="Reports that its law asks for"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Report' }, { heading: 'On the time until' }, { heading: 'Due' }, { heading: 'How it stands' }]}
      rows={owed.toReversed().map(({ rule, periodEndsOn, dueOn }) => {
        const found = made.find((one) => one.rule === rule.code && one.periodEndsOn.equals(periodEndsOn))
        const isOverdue = !found && Temporal.PlainDate.compare(dueOn, today) < 0
        return {
          cells: [
            rule.name,
            dayInWords(periodEndsOn.subtract({ days: 1 })),
            dayInWords(dueOn),
            found ? (
              `${dayInWords(found.madeOn)}: ${found.found}`
            ) : (
              <>
                <StatusPill meaning={isOverdue ? 'bad' : 'warning'}>{isOverdue ? 'Overdue' : 'Due'}</StatusPill>{' '}
                {mayChange && (
                  <a class="govuk-link" href={agreementChangePaths.report(agreement, rule.code, String(periodEndsOn))}>
                    Say where it is
                  </a>
                )}
              </>
            ),
          ],
        }
      })}
    />
  )
}
