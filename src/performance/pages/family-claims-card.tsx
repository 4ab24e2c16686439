import type { JSX } from 'hono/jsx/jsx-runtime'
import { moneyInWords } from '#platform/money.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import type { FamilyClaim } from '../queries/family-figures.ts'

/** What was claimed for families' progress, by quarter, protected as all figures are; nothing where no claim was approved (E10). */
export function FamilyClaimsCard({ claims }: { readonly claims: readonly FamilyClaim[] }): JSX.Element | null {
  const [latest] = claims
  if (!latest) return null
  return (
    <Card title="Progress that was claimed for payment" id="claims" flush>
      <p class="govuk-body gt-card__body">
        Drawn from what records evidence, each family once under a heading, and approved by another person than who drew it. Sums follow
        from the rounded numbers.
      </p>
      {claims.map((claim) => (
        <Fold title={periodOf(claim)} open={claim === latest}>
          <DataTable
            caption={`Claimed, ${periodOf(claim)}`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Heading' }, { heading: 'Families', numeric: true }, { heading: 'Price for each', numeric: true }]}
            rows={claim.figures.map(({ name, hidden, shown, price }) => ({
              cells: [name, hidden ? 'c' : String(shown), moneyInWords(price)],
            }))}
          />
          <p class="govuk-body">{sumWords(claim)}</p>
        </Fold>
      ))}
      <p class="gt-quiet gt-card__body">
        {`c stands for a number that is hidden: from 1 to ${latest.threshold}, or one that would give such a number away. Others are rounded to ${latest.base}. ${latest.source}.`}
      </p>
    </Card>
  )
}

const periodOf = ({ startsOn, endsOn }: FamilyClaim): string => `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`

function sumWords({ families, amountPence, approvedOn, correctedOn }: FamilyClaim): string {
  if (correctedOn)
    return `Approved ${dayInWords(approvedOn)}. Corrected ${dayInWords(correctedOn)}: families were taken out since. The numbers told before hold no more, and new ones are not told: the two together would tell how few were taken out.`
  const all = families === null ? 'How many there are in all is hidden, too' : `${families} in all`
  const sum = amountPence === null ? 'a sum would tell what is hidden' : `about ${moneyInWords(Number(amountPence))}`
  return `${all}; ${sum}. Approved ${dayInWords(approvedOn)}.`
}
