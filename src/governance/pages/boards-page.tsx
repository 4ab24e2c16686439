import type { JSX } from 'hono/jsx/jsx-runtime'
import { CardGrid, LinkCard } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { areasPath } from '../area-paths.ts'
import { arrangementPath, boardPath, newBoardPath, organisationsPath } from '../paths.ts'
import type { BodyStatus, BodySummary } from '../queries/bodies.ts'
import type { BodyRelation } from '../queries/relations.ts'
import { bodyKindLabels, bodyStatusLabels, labelOf, relationLabels } from '../words/labels.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

/** What the list of boards shows. */
export interface BoardsView {
  readonly bodies: readonly BodySummary[]
  readonly relations: readonly BodyRelation[]
  readonly administers: boolean
}

const order: readonly string[] = ['strategic-partnership', ...Object.keys(bodyKindLabels)]
const meanings: Readonly<Record<BodyStatus, StatusMeaning>> = {
  proposed: 'draft',
  shadow: 'information',
  live: 'good',
  evolving: 'information',
  ended: 'neutral',
  outside: 'neutral',
}

/** What a body's status says, as a pill. */
export function BodyStatusPill({ status }: { readonly status: BodyStatus | undefined }): JSX.Element {
  if (status === undefined) return <StatusPill meaning="unknown">No status recorded</StatusPill>
  return <StatusPill meaning={meanings[status]}>{labelOf(bodyStatusLabels, status)}</StatusPill>
}

/** All boards by kind, then those that ended or stand outside the arrangement. */
export function BoardsPage({ visit, view }: { readonly visit: Visit; readonly view: BoardsView }): JSX.Element {
  const inOrder = view.bodies.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const at = inOrder.filter(({ status }) => status !== 'ended' && status !== 'outside')
  const elsewhere = view.bodies.filter(({ status }) => status === 'outside')
  const ended = view.bodies.filter(({ status }) => status === 'ended')
  return (
    <Page
      visit={visit}
      title="Boards"
      width="workspace"
      description="The boards of the partnership, what they are and to whom they answer."
    >
      <PageHead
        title="Boards"
        lead="Where the partnership’s agencies decide together, and to whom each board answers."
        actions={
          <>
            {view.bodies.length > 0 && <ButtonLink href={arrangementPath()} text="Map of the arrangement" />}{' '}
            {view.administers && <ButtonLink href={newBoardPath} text="Set up a board" />}
          </>
        }
      />
      {view.bodies.length === 0 && (
        <EmptyState
          title="No boards yet"
          text="An administrator sets up the first one, with its terms of reference and its seats."
          action={view.administers ? { text: 'Set up a board', href: newBoardPath } : undefined}
        />
      )}
      {at.length > 0 && <Group title="At work" bodies={at} relations={view.relations} />}
      {elsewhere.length > 0 && <Group title="Outside this arrangement" bodies={elsewhere} relations={view.relations} />}
      {ended.length > 0 && <Group title="Boards that ended" bodies={ended} relations={view.relations} />}
      <p>
        <TextLink href={organisationsPath} text="All organisations of the partnership" />
      </p>
      <p>
        <TextLink href={areasPath} text="The areas that the boards serve" />
      </p>
    </Page>
  )
}

function Group(props: {
  readonly title: string
  readonly bodies: readonly BodySummary[]
  readonly relations: readonly BodyRelation[]
}): JSX.Element {
  return (
    <section>
      <h2 class="gt-section-title">{props.title}</h2>
      <CardGrid>
        {props.bodies.map((body) => (
          <LinkCard title={body.name} href={boardPath(body.slug)} caption={labelOf(bodyKindLabels, body.kind)}>
            <p>
              <BodyStatusPill status={body.status} />
            </p>
            {answersTo(body, props.relations).map((words) => (
              <p class="gt-quiet">{words}</p>
            ))}
          </LinkCard>
        ))}
      </CardGrid>
    </section>
  )
}

const upward: readonly string[] = ['accountable-to', 'reports-to', 'sub-group-of']

/** To whom a board answers, one sentence for each other board. */
function answersTo(body: BodySummary, relations: readonly BodyRelation[]): readonly string[] {
  const own = relations.filter(({ from, kind }) => from.id === body.id && upward.includes(kind))
  const others = [...new Set(own.map(({ to }) => to.id))]
  return others.map((other) => {
    const to = own.filter((relation) => relation.to.id === other)
    const words = to.map(({ kind, cadence }, index) => {
      const often = cadence !== '' && kind !== 'sub-group-of' ? ` ${cadence.toLowerCase()}` : ''
      return `${labelOf(relationLabels, kind)} ${index === 0 ? (to[0]?.to.name ?? '') : 'it'}${often}`
    })
    const sentence = words.join(', and ')
    return sentence.charAt(0).toUpperCase() + sentence.slice(1)
  })
}
