import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { readingPaths } from '../paths.ts'
import type { DistributionList, ListEntry } from '../queries/lists.ts'
import { concernSentence } from '../words/lists.ts'

type Board = { readonly slug: string; readonly name: string }

/** A list with how many entries it has and the name of its area. */
export interface ListLine {
  readonly list: DistributionList
  readonly area: string
  readonly entries: number
}

/** The lists that a board keeps, for its clerks (M7). */
export function ListsPage(props: { readonly visit: Visit; readonly board: Board; readonly lists: readonly ListLine[] }): JSX.Element {
  const { visit, board, lists } = props
  return (
    <Page
      visit={visit}
      title={`Lists of who is told: ${board.name}`}
      breadcrumbs={[{ text: board.name, href: `/boards/${board.slug}` }]}
      width="workspace"
    >
      <PageHead
        title="Lists of who is told"
        caption={board.name}
        lead="Members, officers, observers and standing deputies are told without a list. Lists are for everybody else. They hear only of what is public."
        actions={
          <a class="govuk-button" href={readingPaths.newList(board.slug)}>
            Start a list
          </a>
        }
      />
      <Card title="Lists" id="lists" flush={lists.length > 0}>
        {lists.length === 0 ? (
          <EmptyState
            title="No lists yet"
            text="A list can be told of everything that is published, of items that touch an area, or of items chosen one by one, for example head teachers."
          />
        ) : (
          <DataTable
            caption="Lists"
            hideCaption
            columns={[{ heading: 'List' }, { heading: 'What it is told of' }, { heading: 'Entries', numeric: true }]}
            rows={lists.map(({ list, area, entries }) => ({
              cells: [
                <a class="govuk-link" href={readingPaths.list(board.slug, list.id)}>
                  {list.name}
                </a>,
                concernSentence(list, area),
                String(entries),
              ],
            }))}
            narrow="stack"
          />
        )}
      </Card>
    </Page>
  )
}

/** An entry in words: who it is, and how many people stand behind it today. */
export interface EntryLine {
  readonly entry: ListEntry
  readonly title: string
  readonly detail: string
  /** People told by it today; with the number of those without an address. */
  readonly people: number
  readonly withoutAddress: number
}

/** One list with everybody on it. */
export function ListPage(props: {
  readonly visit: Visit
  readonly board: Board
  readonly list: DistributionList
  readonly area: string
  readonly entries: readonly EntryLine[]
}): JSX.Element {
  const { visit, board, list, area, entries } = props
  const step = (one: Parameters<typeof readingPaths.listStep>[2]): string => readingPaths.listStep(board.slug, list.id, one)
  return (
    <Page
      visit={visit}
      title={list.name}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Lists of who is told', href: readingPaths.lists(board.slug) },
      ]}
      width="workspace"
    >
      <PageHead title={list.name} caption={board.name} lead={concernSentence(list, area)} />
      <p class="govuk-body">
        Add:{' '}
        {addings.map(([one, text], index) => (
          <>
            {index > 0 && ', '}
            <a class="govuk-link" href={step(one)}>
              {text}
            </a>
          </>
        ))}
      </p>
      <Card title="On the list" id="entries" flush={entries.length > 0}>
        {entries.length === 0 ? (
          <EmptyState title="Nobody is on this list yet" text="Add people, posts, boards or addresses above." />
        ) : (
          <DataTable
            caption="On the list"
            hideCaption
            columns={[{ heading: 'Who' }, { heading: 'Who that is today' }, { heading: 'Remove', hiddenHeading: true }]}
            rows={entries.map((line) => entryRow(visit, board.slug, list.id, line))}
            narrow="stack"
          />
        )}
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={step('edit')}>
          Change the list
        </a>
      </p>
      <PostButton visit={visit} action={step('end')} text="End this list" about={list.name} />
    </Page>
  )
}

const addings = [
  ['add-person', 'a person'],
  ['add-post', 'whoever holds a post'],
  ['add-board', 'everybody on a board'],
  ['add-outside', 'an address outside'],
] as const

function entryRow(visit: Visit, slug: string, list: string, { entry, title, detail, people, withoutAddress }: EntryLine) {
  const left = entry.endedAt !== undefined
  const count = people === 1 ? '1 person' : `${people} people`
  return {
    cells: [
      <>
        {title}
        {detail !== '' && <p class="gt-quiet">{detail}</p>}
      </>,
      left
        ? `Left the list on ${dayInWords(dayOf(entry.endedAt))}`
        : `${count}${withoutAddress === 0 ? '' : `, ${withoutAddress} without an address`}`,
      left ? '' : <PostButton visit={visit} action={readingPaths.removeEntry(slug, list, entry.id)} text="Remove" about={title} />,
    ],
  }
}

/** The way from an item to who is told of it. */
export function AudienceLink({ meeting, item }: { readonly meeting: string; readonly item: string }): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={readingPaths.itemAudience(meeting, item)}>
        Areas that this item touches, and lists that are told of it
      </a>
    </p>
  )
}

/** Leaving without the link of a mail. */
export function NoListPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Leave a list" width="form">
      <PageHead title="Leave a list" />
      <p class="govuk-body">Each mail of a list ends with a link to leave it. Open that link: it says which list is meant.</p>
    </Page>
  )
}

/** Leaving a list by the link of a mail: asks first, and says when it is done. */
export function LeaveListPage(props: {
  readonly visit: Visit
  readonly list: string
  readonly board: string
  readonly hasLeft: boolean
  readonly token: string
}): JSX.Element {
  const { visit, list, board, hasLeft, token } = props
  const title = hasLeft ? 'You have left the list' : 'Leave the list'
  return (
    <Page visit={visit} title={title} width="form">
      <PageHead title={title} caption={board} />
      <p class="govuk-body">
        {hasLeft
          ? `Nothing is sent to this address by the list ‘${list}’ any more. To come back, ask the clerk of ${board}.`
          : `The list ‘${list}’ of ${board} sends to your address. If you leave it, nothing more comes by this list.`}
      </p>
      {!hasLeft && <PostButton visit={visit} action="/leave-list" text="Leave the list" look="primary" fields={{ token }} />}
    </Page>
  )
}
