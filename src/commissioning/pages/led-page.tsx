import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { type LedKind, ledPaths } from '../framework-paths.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { ledWords } from '../words/led-records.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A record that an organisation leads, with what its page shows. */
export interface LedPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly lead: string
  readonly may: ReadonlySet<'change' | 'show'>
  /** What one who may change it can do, by the step of its address. */
  readonly acts: readonly (readonly [step: string, text: string])[]
  readonly children?: Children
}

/** The page of such a record: its head, what can be done, and what its kind shows. */
export function LedPage({ visit, board, record, lead, may, acts, children }: LedPageProps): JSX.Element {
  const { kind, id } = record
  return (
    <Page
      visit={visit}
      title={record.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: ledWords[kind].many, href: ledPaths.ofBoard(kind, board.slug) })}
    >
      <PageHead title={record.title} caption={`${ledWords[kind].many} of ${board.name}, led by ${record.leadName}`} lead={lead} />
      {boardNavigation(board.slug, 'commissioning')}
      {record.sight !== 'public' && (
        <p class="govuk-body">
          <StatusPill meaning="draft">{`Seen by: ${sightWords[record.sight].toLowerCase()}`}</StatusPill>
        </p>
      )}
      {may.size > 0 && (
        <p class="govuk-body gt-actions">
          {may.has('change') &&
            acts.map(([step, text]) => (
              <>
                <a class="govuk-link" href={ledPaths.step(kind, id, step)}>
                  {text}
                </a>{' '}
              </>
            ))}
          {may.has('show') && record.sight !== 'public' && (
            <a class="govuk-link" href={ledPaths.step(kind, id, 'show')}>
              Show this {ledWords[kind].one}
            </a>
          )}
        </p>
      )}
      {children}
    </Page>
  )
}

/** The records of one kind that a board keeps. */
export interface LedListProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly kind: LedKind
  readonly headings: readonly string[]
  /** A record with the cells after its name. */
  readonly rows: readonly { readonly record: LedRecord; readonly cells: readonly Children[] }[]
  readonly mayAdd: boolean
  readonly above?: Children
}

/** The list of such records. */
export function LedListPage({ visit, board, kind, headings, rows, mayAdd, above }: LedListProps): JSX.Element {
  const { many, none, begin } = ledWords[kind]
  return (
    <Page visit={visit} title={many} width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead title={many} caption={board.name} lead={none} />
      {boardNavigation(board.slug, 'commissioning')}
      {mayAdd && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={ledPaths.create(kind, board.slug)}>
            {begin}
          </a>
        </p>
      )}
      {above}
      {rows.length === 0 ? (
        <EmptyState title="None recorded" text="Nothing of this board can be seen here yet." />
      ) : (
        <DataTable
          caption={many}
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Name' }, ...headings.map((heading) => ({ heading })), { heading: 'Led by' }]}
          rows={rows.map(({ record, cells }) => ({
            cells: [
              <a class="govuk-link" href={ledPaths.record(kind, record.id)}>
                {record.title}
              </a>,
              ...cells,
              record.leadName,
            ],
          }))}
        />
      )}
    </Page>
  )
}
