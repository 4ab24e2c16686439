import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { closureWords, stateWords } from '../words/casework.ts'
import { hubNavigation } from './hub-frame.tsx'

/** The families that somebody may list. */
export interface FamiliesPageProps {
  readonly visit: Visit
  readonly open: readonly FamilyLine[]
  readonly closed: readonly FamilyLine[]
  /** Names of leads by person. */
  readonly leads: ReadonlyMap<string, string>
  /** Families that wait for one's own answer. */
  readonly asked: ReadonlySet<string>
  readonly isPractitioner: boolean
  readonly relations: CaseworkTies['relations']
}

/** Families with whom one works, or of one's locality; for anybody else nothing (E6). */
export function FamiliesPage(props: FamiliesPageProps): JSX.Element {
  const { visit, open, closed, isPractitioner, relations } = props
  return (
    <Page visit={visit} title="Families" width="workspace">
      <PageHead title="Families" lead="Those with whom you work, and of a co-ordinator’s locality. Nobody else finds them here." />
      {hubNavigation(visit, relations)}
      {isPractitioner ? (
        <>
          <div class="govuk-button-group">
            <a class="govuk-button" href={familyPaths.ask()}>
              Ask for help for a family
            </a>
          </div>
          <Card title="Open" id="open" flush={open.length > 0}>
            {open.length === 0 ? (
              <p class="govuk-body">You work with no family at the moment.</p>
            ) : (
              <Families {...props} lines={open} caption="Open records" />
            )}
          </Card>
          {closed.length > 0 && (
            <Card title="Closed" id="closed" flush>
              <Families {...props} lines={closed} caption="Closed records" />
            </Card>
          )}
        </>
      ) : (
        <EmptyState
          title="You have no post in early help"
          text="Whoever administers the partnership gives posts. Nobody reads of a family without one."
        />
      )}
    </Page>
  )
}

function Families(props: FamiliesPageProps & { readonly lines: readonly FamilyLine[]; readonly caption: string }): JSX.Element {
  const { lines, caption, leads, asked } = props
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Family' }, { heading: 'State' }, { heading: 'Asked for' }, { heading: 'Lead' }, { heading: 'Locality' }]}
      rows={lines.map((line) => ({
        cells: [
          <>
            <a class="govuk-link" href={familyPaths.family(line.id)}>
              {line.label}
            </a>
            <br />
            <span class="govuk-body-s">{line.reference}</span>
          </>,
          <>
            <StatusPill meaning={stateWords[line.state][0]}>{stateWords[line.state][1]}</StatusPill>
            {asked.has(line.id) && <div class="govuk-body-s govuk-!-margin-bottom-0">You are asked to lead</div>}
            {line.closureReason && (
              <div class="govuk-body-s govuk-!-margin-bottom-0">{line.closureCalled ?? closureWords[line.closureReason]}</div>
            )}
          </>,
          `${dayInWords(line.requestedOn)}, by ${line.agencyName}`,
          line.lead ? (leads.get(line.lead.person) ?? '') : 'Nobody',
          line.areaName,
        ],
      }))}
    />
  )
}
