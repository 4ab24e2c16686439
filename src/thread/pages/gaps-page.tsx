import type { JSX } from 'hono/jsx/jsx-runtime'
import { type BoardSection, boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { Answers, type ToldAnswer } from './answers.tsx'

/** One rule with its numbers; they reconcile: asked = with + without + accepted. */
export interface RuleLine {
  readonly title: string
  readonly href: string
  readonly asked: number
  readonly with: number
  readonly without: number
  readonly accepted: number
}

/** A priority of the overview with what serves it. */
export interface PriorityLine {
  readonly label: string
  readonly href: string
  readonly board: string
  /** '2 measures, 4 actions, no decision'. */
  readonly served: string
}

/** The thread of a board, or of the whole arrangement. */
export interface OverviewView {
  /** Undefined for the whole arrangement. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
  readonly breadcrumbs: readonly PageLink[]
  readonly scope: string
  readonly priorities: readonly PriorityLine[]
  readonly rules: readonly RuleLine[]
  /** Titles of rules that nobody can judge here yet. */
  readonly notJudged: readonly string[]
  readonly linkRules: string
  /** Cost beside performance, activity and views by client group; undefined for the whole arrangement. */
  readonly groups: string | undefined
  /** The thread of all boards, from the page of one. */
  readonly all: string | undefined
}

/** What serves each priority, and what is missing: counted and listed (T2, T3). */
export function ThreadOverviewPage({ visit, view }: { readonly visit: Visit; readonly view: OverviewView }): JSX.Element {
  const { board } = view
  const title = 'Golden thread'
  return (
    <Page visit={visit} title={board ? `${title}: ${board.name}` : title} breadcrumbs={view.breadcrumbs} width="workspace">
      <PageHead
        title={title}
        caption={board?.name}
        lead="What each priority is served by, and what is missing. From any record, its thread leads to what it serves and to what serves it."
      />
      {board && boardNavigation(board.slug, 'thread' satisfies BoardSection)}
      <p class="gt-muted">{view.scope}</p>
      <h2 class="govuk-heading-m">Priorities</h2>
      <Priorities view={view} />
      {view.groups && (
        <p>
          <a class="govuk-link" href={view.groups}>
            What it costs, does and changes, by client group
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">What is missing</h2>
      <Rules view={view} />
      <p>
        <a class="govuk-link" href={view.linkRules}>
          What can be joined to what
        </a>
      </p>
      {view.all && (
        <p>
          <a class="govuk-link" href={view.all}>
            The golden thread of all boards
          </a>
        </p>
      )}
    </Page>
  )
}

function Priorities({ view }: { readonly view: OverviewView }): JSX.Element {
  if (view.priorities.length === 0)
    return (
      <EmptyState
        title="No priority is on the thread"
        text={
          view.board
            ? 'Priorities come from the plans of this board, once they may be seen. Its decisions and actions have threads of their own already.'
            : 'Priorities come from plans, once they may be seen.'
        }
      />
    )
  const columns = [{ heading: 'Priority' }, ...(view.board ? [] : [{ heading: 'Board' }]), { heading: 'Served by' }]
  return (
    <DataTable
      caption="Priorities and what serves them"
      hideCaption
      columns={columns}
      narrow="stack"
      rows={view.priorities.map(({ label, href, board, served }) => ({
        cells: [
          <a class="govuk-link" href={href}>
            {label}
          </a>,
          ...(view.board ? [] : [board]),
          served,
        ],
      }))}
    />
  )
}

function Rules({ view }: { readonly view: OverviewView }): JSX.Element {
  return (
    <>
      {view.rules.length === 0 ? (
        <p class="gt-missing">There is no record yet that a rule could judge.</p>
      ) : (
        <DataTable
          caption="Gaps, counted: records asked = with + without + accepted"
          narrow="stack"
          columns={[
            { heading: 'Gap' },
            { heading: 'Without', numeric: true },
            { heading: 'Accepted for now', numeric: true },
            { heading: 'With', numeric: true },
            { heading: 'Records asked', numeric: true },
          ]}
          rows={view.rules.map((line) => ({
            cells: [
              line.without + line.accepted === 0 ? (
                line.title
              ) : (
                <a class="govuk-link" href={line.href}>
                  {line.title}
                </a>
              ),
              String(line.without),
              String(line.accepted),
              String(line.with),
              String(line.asked),
            ],
          }))}
        />
      )}
      {view.notJudged.length > 0 && <p class="gt-muted">Not judged, because nothing here records it yet: {view.notJudged.join('; ')}.</p>}
    </>
  )
}

/** One record that a rule finds wanting. */
export interface GapLine {
  readonly label: string
  readonly noun: string
  readonly href: string
  readonly board: string
  readonly answers: readonly ToldAnswer[]
  readonly assign: string | undefined
  readonly accept: string | undefined
}

/** The list of one rule. */
export interface GapListView {
  readonly title: string
  /** The board whose gaps they are; undefined: those of every board. */
  readonly board: string | undefined
  readonly cure: string
  readonly scope: string
  readonly breadcrumbs: readonly PageLink[]
  /** 'Of 12 records asked, 5 have it, 6 lack it, and 1 is accepted for now.' */
  readonly sum: string
  readonly lines: readonly GapLine[]
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** The records that one rule finds wanting, with what was answered to each (T3). */
export function GapListPage({ visit, view }: { readonly visit: Visit; readonly view: GapListView }): JSX.Element {
  return (
    <Page visit={visit} title={view.title} breadcrumbs={view.breadcrumbs} width="workspace">
      <PageHead title={view.title} lead={view.cure} />
      {view.board !== undefined && boardNavigation(view.board, 'thread' satisfies BoardSection)}
      <p>{view.sum}</p>
      <p class="gt-muted">{view.scope}</p>
      {view.lines.length === 0 ? (
        <EmptyState title="Nothing is missing" text="Every record that this rule asks has what it asks for." />
      ) : (
        <ul class="gt-list">
          {view.lines.map((line) => (
            <li>
              <GapOf visit={visit} line={line} />
            </li>
          ))}
        </ul>
      )}
      <Pager page={view.page} pages={view.pages} hrefOf={view.hrefOf} label={view.title} />
    </Page>
  )
}

function GapOf({ visit, line }: { readonly visit: Visit; readonly line: GapLine }): JSX.Element {
  const about = <span class="govuk-visually-hidden">: {line.label}</span>
  return (
    <>
      <a class="govuk-link" href={line.href}>
        {line.label}
      </a>
      <br />
      <span class="gt-muted">{[line.noun, line.board].filter((words) => words !== '').join(', ')}</span>
      <Answers visit={visit} answers={line.answers} about={line.label} />
      {line.answers.length === 0 && (line.assign || line.accept) && <br />}
      {line.assign && (
        <a class="govuk-link gt-no-print" href={line.assign}>
          Give it to somebody{about}
        </a>
      )}
      {line.assign && line.accept && ' or '}
      {line.accept && (
        <a class="govuk-link gt-no-print" href={line.accept}>
          accept it for now{about}
        </a>
      )}
    </>
  )
}
