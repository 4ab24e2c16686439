import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, readingPaths } from '../paths.ts'
import type { Proof } from '../words/proof.ts'

/** The certificate of despatch of one publication. */
export interface ProofPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: string
  readonly publication: string
  readonly proof: Proof
}

/** What was sent to whom, when which server took it, what came back, and since when the public could read it (M7); printable. */
export function ProofPage({ visit, board, meeting, publication, proof }: ProofPageProps): JSX.Element {
  return (
    <Page
      visit={visit}
      title={`Proof of despatch: ${proof.title}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: proof.title, href: meetingPaths.publication(meeting, publication) },
      ]}
      width="workspace"
    >
      <PageHead title="Proof of despatch" caption={`${board.name}: ${proof.title}`} lead={proof.made} />
      <KeyFacts facts={proof.facts.map(([label, value]) => ({ label, value }))} />
      <p class="govuk-body gt-no-print">
        <a class="govuk-link" href={readingPaths.proof(meeting, publication, '.pdf')}>
          As PDF
        </a>{' '}
        <a class="govuk-link" href={readingPaths.proof(meeting, publication, '.csv')}>
          As a table for spreadsheets (CSV)
        </a>
      </p>
      <Card title={`Told: ${proof.rows.length}`} id="told" flush>
        <DataTable
          caption="Who was told"
          hideCaption
          columns={proof.columns.map((heading) => ({ heading }))}
          rows={proof.rows.map((cells) => ({ cells }))}
          narrow="stack"
        />
      </Card>
    </Page>
  )
}
