import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Round, RoundAgency } from '../queries/audits.ts'
import { countingScore, judgeStandard, movementOf } from '../rules/audit.ts'
import { complianceWords, movementWords, scoreWords } from '../words/audit.ts'

/** One agency's results as a table: both scores side by side. */
export function ResultsTable({
  round,
  agency,
  before,
  withOwn,
}: {
  readonly round: Round
  readonly agency: RoundAgency
  readonly before: RoundAgency | undefined
  /** False for whoever may not read what the agency says of itself. */
  readonly withOwn: boolean
}): JSX.Element {
  const { scores, standards } = round.toolkit
  return (
    <DataTable
      caption="Results"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Standard' },
        ...(withOwn ? [{ heading: 'Own score' }] : []),
        { heading: 'Moderated' },
        ...(withOwn ? [{ heading: 'Evidence' }] : []),
        { heading: 'Stands' },
        ...(before ? [{ heading: 'Since before' }] : []),
      ]}
      rows={standards.map(({ key, title }) => {
        const result = agency.results.find(({ standard }) => standard === key) ?? {
          standard: key,
          self: undefined,
          moderated: undefined,
          evidence: '',
          link: '',
          reason: '',
        }
        const { compliance, isModerated } = judgeStandard(result, round.passMark)
        const old = before?.results.find(({ standard }) => standard === key)
        return {
          cells: [
            title,
            ...(withOwn ? [scoreWords(scores, result.self)] : []),
            result.moderated === undefined
              ? 'Not moderated'
              : `${scoreWords(scores, result.moderated)}${result.reason === '' ? '' : `. ${result.reason}`}`,
            ...(withOwn ? [evidenceOf(result)] : []),
            <StatusPill meaning={complianceWords[compliance].meaning}>
              {`${complianceWords[compliance].word}${compliance !== 'missing' && !isModerated ? ', not moderated' : ''}`}
            </StatusPill>,
            ...(before ? [movementWords[movementOf(old && countingScore(old), countingScore(result))]] : []),
          ],
        }
      })}
    />
  )
}

function evidenceOf({ evidence, link }: { readonly evidence: string; readonly link: string }): JSX.Element {
  return (
    <>
      {evidence === '' ? 'None given' : evidence}
      {link !== '' && (
        <>
          {' '}
          <a class="govuk-link" href={link} rel="noreferrer">
            Its evidence
          </a>
        </>
      )}
    </>
  )
}
