import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { communicationPaths } from '../paths.ts'
import type { Communication, CommunicationItem } from '../queries/communications.ts'
import { type CommunicationAbout, itemStanding } from '../rules/communication.ts'
import { PlanSections } from './plan-sections.tsx'

interface Line {
  readonly communication: Communication
  readonly items: readonly CommunicationItem[]
  /** Undefined on the page of its own board. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
}

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string } | undefined
  readonly lines: readonly Line[]
  readonly mayMake: boolean
}

/** The communication plans of a board or of all: who is to hear what (P12). */
export function CommunicationsPage({ visit, board, lines, mayMake }: Props): JSX.Element {
  const groups = [
    { id: 'open', title: 'Under way', found: lines.filter(({ communication }) => communication.closedOn === null) },
    { id: 'closed', title: 'Closed', found: lines.filter(({ communication }) => communication.closedOn !== null) },
  ]
  return (
    <Page
      visit={visit}
      title={board ? `Communication plans: ${board.name}` : 'Communication plans'}
      breadcrumbs={
        board
          ? [
              { text: 'Boards', href: '/boards' },
              { text: board.name, href: `/boards/${board.slug}` },
            ]
          : [{ text: 'Boards', href: '/boards' }]
      }
      width="workspace"
      description="Who is to hear what, by which channel and when, how many it reached and what was learned."
    >
      <PageHead
        title="Communication plans"
        caption={board?.name}
        lead="Who is to hear what, how and when; how many it reached, and what was learned."
        actions={
          mayMake && board ? (
            <a class="govuk-button" href={communicationPaths.create(board.slug)}>
              Begin a communication plan
            </a>
          ) : undefined
        }
      />
      {board && boardNavigation(board.slug, 'plans')}
      {board && <PlanSections slug={board.slug} current="communications" />}
      {lines.length === 0 && (
        <EmptyState
          title="No communication plan yet"
          text={
            mayMake
              ? 'Begin one: say what is to be different, then who is to hear what.'
              : 'Communication plans appear here once the clerk has shown them.'
          }
        />
      )}
      {groups.map(
        ({ id, title, found }) =>
          found.length > 0 && (
            <Card id={id} title={title}>
              <ul class="govuk-list gt-rows">
                {found.map((line) => (
                  <Row visit={visit} {...line} />
                ))}
              </ul>
            </Card>
          ),
      )}
      {board && (
        <p class="govuk-body">
          <a class="govuk-link" href={communicationPaths.all}>
            Communication plans of every board
          </a>
        </p>
      )}
    </Page>
  )
}

/** The communication plans of a plan, a procedure, a consultation or a strategy, on its page. */
export function CommunicationsCard(props: {
  readonly visit: Visit
  readonly slug: string
  readonly about: { readonly kind: CommunicationAbout; readonly id: string }
  readonly lines: readonly Line[]
  readonly mayMake: boolean
}): JSX.Element {
  const { visit, slug, about, lines, mayMake } = props
  return (
    <Card
      id="communications"
      title="Who hears of it"
      link={
        mayMake ? { text: 'Begin a communication plan', href: communicationPaths.create(slug, `${about.kind}:${about.id}`) } : undefined
      }
    >
      {lines.length === 0 ? (
        <p class="gt-missing">No communication plan belongs to it yet</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {lines.map((line) => (
            <Row visit={visit} {...line} />
          ))}
        </ul>
      )}
    </Card>
  )
}

/** One communication plan in a list: how far it is, and what comes next. */
function Row({ visit, communication, items, board }: Line & { readonly visit: Visit }): JSX.Element {
  const next = items.find(({ doneOn, calledOffOn }) => doneOn === null && calledOffOn === null)
  const done = items.filter(({ doneOn }) => doneOn !== null).length
  const called = items.filter(({ calledOffOn }) => calledOffOn !== null).length
  const parts = [
    items.length === 0 ? 'nothing in it yet' : `${done} of ${items.length - called} done`,
    next && communication.closedOn === null ? `next on ${dayInWords(next.plannedOn)}` : '',
    communication.ownerName,
    board?.name ?? '',
  ]
  const overdue = items.filter((item) => itemStanding(item, visit.today) === 'overdue').length
  return (
    <li>
      <div>
        <a class="govuk-link" href={communicationPaths.communication(communication.id)}>
          {communication.title}
        </a>
        <br />
        <span class="govuk-hint">{parts.filter(Boolean).join(' · ')}</span>
      </div>
      {communication.sight === 'draft' ? (
        <StatusPill meaning="draft">Draft</StatusPill>
      ) : communication.closedOn !== null ? (
        <StatusPill meaning="neutral">Closed</StatusPill>
      ) : overdue > 0 ? (
        <StatusPill meaning="bad">{`${overdue} overdue`}</StatusPill>
      ) : (
        <StatusPill meaning="information">Under way</StatusPill>
      )}
    </li>
  )
}

/** The way to a communication plan. */
export function communicationCrumbs(board: { readonly slug: string; readonly name: string }) {
  return [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: 'Communication plans', href: communicationPaths.ofBoard(board.slug) },
  ]
}
