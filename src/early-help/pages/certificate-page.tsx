import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, run } from '#platform/paper/tree.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { PaperEdition } from '../assessment-paper.ts'
import { familyPaths, retentionPaths } from '../paths.ts'
import type { DestructionLine } from '../queries/retention.ts'
import { recordClassWords } from '../words/retention.ts'

const title = 'Certificate of destruction'
const shellWords = {
  kept: 'Days and reasons without a person, from which figures were published',
  removed: 'Nothing',
} as const
const kindOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')

/** What a certificate says, as pairs; no word of a family. */
function factsOf(one: DestructionLine): readonly (readonly [string, string])[] {
  return [
    ['What', recordClassWords[one.recordClass]],
    ['Destroyed', `${instantInWords(one.destroyedAt)}, by ${one.destroyedByName}`],
    ['Reviewed by', one.reviewedByName],
    ['Approved by', one.approvedByName],
    ['Rule', one.ruleWords],
    ['Kept until', dayInWords(one.dueOn)],
    ['What stays', shellWords[one.shell]],
    ['Number', one.id],
    ['Digest', one.digest],
  ]
}
const rowsOf = ({ counts }: DestructionLine): readonly (readonly [string, string])[] =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, n]) => [kindOf(name), String(n)])

/** A certificate of destruction: what was destroyed, by which rule, by whom, and nothing of whom (E12). */
export function CertificatePage({ visit, one }: { readonly visit: Visit; readonly one: DestructionLine }): JSX.Element {
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: 'Kept and destroyed', href: retentionPaths.home() },
      ]}
    >
      <PageHead title={title} />
      <KeyFacts facts={factsOf(one).map(([label, value]) => ({ label, value }))} />
      {one.reappliedAt && (
        <p class="govuk-body">{`A backup had brought it back; it was destroyed again ${instantInWords(one.reappliedAt)}.`}</p>
      )}
      <Card title="Records destroyed" id="counts" flush>
        <DataTable
          caption="Records destroyed, by kind"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Kind' }, { heading: 'How many', numeric: true }]}
          rows={rowsOf(one).map(([kind, n]) => ({ cells: [kind, n] }))}
        />
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={retentionPaths.certificatePdf(one.id)}>
          {`${title} (PDF)`}
        </a>
      </p>
    </Page>
  )
}

/** The same on paper. */
export function certificatePaper(one: DestructionLine, edition: PaperEdition): DocumentInput {
  const table: Block = {
    type: 'table',
    align: ['start', 'end'],
    rows: [['Kind', 'How many'], ...rowsOf(one)].map((cells) => cells.map((words) => [run(words)])),
  }
  return {
    ...{ partnership: edition.partnership, board: 'Early help', title, date: instantInWords(one.destroyedAt), place: '', contact: '' },
    ...{ label: '', lists: [], large: edition.large, noticeLines: [] },
    facts: factsOf(one).map(([label, value]) => [label, value] as const),
    sections: [{ number: '', title: 'Records destroyed', tree: { version: 1, blocks: [table] }, ruled: 0 }],
  }
}
