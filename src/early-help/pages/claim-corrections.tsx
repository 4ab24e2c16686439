import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { claimPaths } from '../claim-paths.ts'
import type { Claim, ClaimCorrection, ClaimHeading } from '../queries/claims.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { correctionPills, nameOfHeading, takenOutWords } from '../words/claim.ts'

/** What was taken out of a claim after it was approved, or is proposed to be: by day, with the reason and both names, and no family; nothing where nothing was (E10). */
export function ClaimCorrections(props: {
  readonly ties: CaseworkTies
  readonly claim: Claim
  readonly headings: readonly ClaimHeading[]
}): JSX.Element | null {
  const { ties, claim, headings } = props
  if (claim.corrections.length === 0) return null
  const mayAnswer = mayIn(ties.relations, 'claims', 'correct')
  return (
    <Card title="Taken out since it was approved" id="corrections" flush>
      <DataTable
        caption="Families taken out of the claim, or proposed to be"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Heading' }, { heading: 'Why' }, { heading: 'Proposed by' }, { heading: 'How it stands' }]}
        rows={claim.corrections.map((one) => ({
          cells: [
            nameOfHeading(headings, one),
            `${takenOutWords[one.kind]}. ${one.because}`,
            `${one.proposedByName}, ${instantInWords(one.proposedAt)}`,
            <>
              <StatusPill meaning={correctionPills[one.verdict ?? 'waiting'][0]}>{correctionPills[one.verdict ?? 'waiting'][1]}</StatusPill>{' '}
              {answered(one)}
              {mayAnswer && one.verdict === null && one.proposedBy !== ties.person && (
                <a class="govuk-link" href={claimPaths.correct(claim.id, one.id)}>
                  Approve it, or send it back
                </a>
              )}
            </>,
          ],
        }))}
      />
    </Card>
  )
}

const answered = ({ answeredAt, answeredByName, answer }: ClaimCorrection): string =>
  answeredAt === null ? '' : `${answeredByName}, ${instantInWords(answeredAt)}${answer === '' ? '' : `. ${answer}`}`
