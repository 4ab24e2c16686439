import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { closedRightPaths, familyPaths } from '../paths.ts'
import type { RightLine } from '../queries/closed-right.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { classWords } from '../words/casework.ts'
import { rightPills, rightSourceWords } from '../words/putting-right.ts'
import { hubNavigation } from './hub-frame.tsx'

/** The register of what is asked to be put right: which record, by when, how it stands; no word of a family (E12). */
export function RightRegisterPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly lines: readonly RightLine[]
}): JSX.Element {
  const { visit, relations, lines } = props
  return (
    <Page visit={visit} title="Put right" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Put right"
        lead={
          mayIn(relations, 'rights', 'decide')
            ? 'What is asked to be put right in records of families. Of an open record whoever works with the family decides; of a closed one a co-ordinator proposes, and you approve. What you open stands in the family’s own list of who looked.'
            : 'What is asked to be put right in records of your locality. Of a closed record you propose what it should say, on its own page; whoever owns information governance approves it.'
        }
      />
      {hubNavigation(visit, relations)}
      {lines.length === 0 ? (
        <EmptyState
          title="Nothing is asked to be put right"
          text="Each request and each mistake stands here from the day on which it is recorded."
        />
      ) : (
        <RightLines lines={lines} relations={relations} />
      )}
    </Page>
  )
}

/** Lines of the register. */
export function RightLines({
  lines,
  relations,
}: {
  readonly lines: readonly RightLine[]
  readonly relations: CaseworkTies['relations']
}): JSX.Element {
  return (
    <DataTable
      caption="What is asked to be put right"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Record' }, { heading: 'What' }, { heading: 'Asked' }, { heading: 'How it stands' }]}
      rows={lines.map((line) => ({
        cells: [<Reference line={line} relations={relations} />, whatOf(line), dayInWords(line.received_on), <Standing line={line} />],
      }))}
    />
  )
}

function Reference({ line, relations }: { readonly line: RightLine; readonly relations: CaseworkTies['relations'] }): JSX.Element {
  const mayDecide = line.is_of_closed && line.verdict === null && !line.is_mine && mayIn(relations, 'rights', 'decide')
  if (!mayDecide) return <>{line.reference}</>
  return (
    <a class="govuk-link" href={closedRightPaths.approve(line.id)}>
      {line.reference}
      <span class="govuk-visually-hidden">: decide</span>
    </a>
  )
}

const whatOf = ({ source, class: part, is_of_closed }: RightLine): string =>
  `${rightSourceWords[source]}, ${classWords[part].toLowerCase()}${is_of_closed ? '; the record is closed' : ''}`

function Standing({ line }: { readonly line: RightLine }): JSX.Element {
  const [meaning, word] = rightPills[line.verdict ?? 'waits']
  return (
    <>
      <StatusPill meaning={meaning}>{word}</StatusPill>{' '}
      {line.decided_at ? instantInWords(line.decided_at) : `to be answered by ${dayInWords(line.due_on)}`}
      {line.wanted !== '' && <div class="govuk-body-s" dir="auto">{`You proposed: ${line.wanted}`}</div>}
      {line.because !== '' && <div class="govuk-body-s" dir="auto">{`Because: ${line.because}`}</div>}
    </>
  )
}
