import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { DayForm } from '#platform/web/components/day-form.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { areaPath, endBodyAreaPath, newBodyAreasPath } from '../area-paths.ts'
import { bodyKindPath } from '../body-kind-paths.ts'
import {
  arrangementPath,
  boardPath,
  endRelationPath,
  newHandoverPath,
  newRelationPath,
  relationshipsPath,
  statusPath,
  teamPath,
} from '../paths.ts'
import type { ServedArea } from '../queries/area-bodies.ts'
import type { Body } from '../queries/bodies.ts'
import type { Handover } from '../queries/handovers.ts'
import type { BodyRelation } from '../queries/relations.ts'
import type { TeamSummary } from '../queries/teams.ts'
import { bodyKindLabels, bodyStatusLabels, labelOf, relationLabels } from '../words/labels.ts'
import { BetweenBoards } from './between-boards.tsx'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'
import { Handovers, WorkLeft } from './handovers.tsx'

/** What the page of relationships shows. */
export interface RelationshipsView {
  readonly body: Body
  readonly relations: readonly BodyRelation[]
  readonly onDay: Temporal.PlainDate
  /** The form that asks for another day, with what was typed and what is wrong with it. */
  readonly form: FormState
  readonly administers: boolean
  readonly handovers: readonly Handover[]
  /** Teams that serve it on the day. */
  readonly teams: readonly TeamSummary[]
  /** The areas that it has served and will serve. */
  readonly areas: readonly ServedArea[]
  /** Whether one may hand its work on, and whether it has ended and left some. */
  readonly hands: boolean
  readonly leavesWork: boolean
}

/** How a board stands to others, as it was or will be on any day (G3). */
export function RelationshipsPage({ visit, view }: { readonly visit: Visit; readonly view: RelationshipsView }): JSX.Element {
  const { body, relations, onDay, form, administers } = view
  const out = relations.filter(({ from }) => from.id === body.id)
  const back = relations.filter(({ to }) => to.id === body.id)
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title="Relationships"
      lead={`How this board stood to others on ${dayInWords(onDay)}.`.replace(
        'stood',
        Temporal.PlainDate.compare(onDay, visit.today) < 0 ? 'stood' : 'stands',
      )}
      actions={
        <>
          <ButtonLink
            href={arrangementPath({ ...(onDay.equals(visit.today) ? {} : { on: onDay.toString() }), body: body.slug })}
            text="Map around this board"
          />{' '}
          {view.hands && <ButtonLink href={newHandoverPath(body.slug)} text="Hand work on" />}{' '}
          {administers && (
            <>
              <ButtonLink href={statusPath(body.slug)} text="Change status" />{' '}
              <ButtonLink href={bodyKindPath(body.slug)} text="Change kind" />{' '}
              <ButtonLink href={newRelationPath(body.slug)} text="Add a relationship" />
            </>
          )}
        </>
      }
    >
      <BetweenBoards visit={visit} slug={body.slug} />
      {view.leavesWork && <WorkLeft slug={body.slug} endsRule={body.endsRule} hands={view.hands} />}
      {relations.length === 0 && (
        <EmptyState
          title="No relationship is recorded for that day"
          text="To whom a board reports, and whom it consults, stands in its terms. An administrator records it."
        />
      )}
      <Relations view={view} title="This board and those above and beside it" relations={out} />
      <Relations view={view} title="Other boards towards this one" relations={back} />
      <Areas view={view} />
      <Teams teams={view.teams} />
      <Handovers body={body.id} handovers={view.handovers} />
      <Life body={body} today={visit.today} />
      <DayForm action={relationshipsPath(body.slug)} form={form} />
    </BoardPage>
  )
}

// From the closest tie to the loosest.
const order: readonly string[] = Object.keys(relationLabels)

function Relations(props: {
  readonly view: RelationshipsView
  readonly title: string
  readonly relations: readonly BodyRelation[]
}): JSX.Element | null {
  const { view, title, relations } = props
  if (relations.length === 0) return null
  const { body, administers } = view
  const inOrder = relations.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const nameOf = (other: BodyRelation['from']) =>
    other.id === body.id ? 'This board' : <TextLink href={relationshipsPath(other.slug)} text={other.name} />
  const columns = [
    ...['From', 'Relationship', 'To', 'How often', 'Written in', 'Since'].map((heading) => ({ heading })),
    ...(administers ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  const rows = inOrder.map(({ id, from, to, kind, cadence, source, startsOn }) => ({
    cells: [
      nameOf(from),
      labelOf(relationLabels, kind),
      nameOf(to),
      cadence || <span class="gt-quiet">Not stated</span>,
      source || <span class="gt-missing">Not recorded</span>,
      <DateText day={startsOn} weekday={false} />,
      ...(administers
        ? [<TextLink href={endRelationPath(body.slug, id)} text="End" about={`${from.name} ${labelOf(relationLabels, kind)} ${to.name}`} />]
        : []),
    ],
  }))
  return <DataTable caption={title} narrow="stack" columns={columns} rows={rows} />
}

function Areas({ view: { body, areas, administers } }: { readonly view: RelationshipsView }): JSX.Element {
  const columns = [
    ...['Area', 'Since', 'Until'].map((heading) => ({ heading })),
    ...(administers ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  const rows = areas.map(({ area, areaName, startsOn, endsOn }) => ({
    cells: [
      <TextLink href={areaPath(area)} text={areaName} />,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
      ...(administers ? [<TextLink href={endBodyAreaPath(body.slug, area)} text="End" about={`serving ${areaName}`} />] : []),
    ],
  }))
  return (
    <Card
      id="areas"
      title="Areas that it serves"
      flush={rows.length > 0}
      link={administers ? { text: 'Add areas', href: newBodyAreasPath(body.slug) } : undefined}
    >
      {rows.length === 0 ? (
        <p class="gt-missing">No area is recorded for this board</p>
      ) : (
        <DataTable caption="Areas that it serves, has served and will serve" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function Teams({ teams }: { readonly teams: readonly TeamSummary[] }): JSX.Element | null {
  if (teams.length === 0) return null
  return (
    <>
      <h2 class="gt-section-title">Teams that serve this board</h2>
      <ul class="govuk-list">
        {teams.map(({ id, name }) => (
          <li>
            <TextLink href={teamPath(id)} text={name} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a board has been, from its beginning (G2). */
function Life({ body, today }: { readonly body: Body; readonly today: Temporal.PlainDate }): JSX.Element | null {
  if (body.statuses.length === 0) return null
  const events = body.statuses.map(({ status, note, startsOn, endsOn, becomes }) => ({
    title: labelOf(bodyStatusLabels, status),
    when: (
      <>
        From <DateText day={startsOn} weekday={false} />
      </>
    ),
    ...(note || becomes
      ? {
          body: (
            <>
              {becomes && (
                <>
                  Into: <TextLink href={boardPath(becomes.slug)} text={becomes.name} />{' '}
                </>
              )}
              {note}
            </>
          ),
        }
      : {}),
    state: stateOn(today, startsOn, endsOn),
  }))
  return (
    <>
      <h2 class="gt-section-title">Status over time</h2>
      <Timeline label="Status over time, the latest first" events={events} />
      <Kinds body={body} />
    </>
  )
}

/** The kinds that a board has been, where it has been another than now (G2). */
function Kinds({ body: { kind, earlierKinds } }: { readonly body: Body }): JSX.Element | null {
  const [last] = earlierKinds
  if (last === undefined) return null
  const columns = ['Kind', 'Since', 'Until', 'What was decided'].map((heading) => ({ heading }))
  const earlier = earlierKinds.map((one, index) => ({
    cells: [
      labelOf(bodyKindLabels, one.kind),
      one.startsOn ? <DateText day={one.startsOn} weekday={false} /> : 'Its beginning',
      <DateText day={one.endsOn.subtract({ days: 1 })} weekday={false} />,
      earlierKinds[index + 1]?.because ?? <span class="gt-quiet">As it was set up</span>,
    ],
  }))
  const now = [labelOf(bodyKindLabels, kind), <DateText day={last.endsOn} weekday={false} />, 'No end', last.because]
  return (
    <Card id="kinds" title="Kinds over time" flush>
      <DataTable
        caption="The kinds of body that it has been, the latest first"
        hideCaption
        narrow="stack"
        columns={columns}
        rows={[{ cells: now }, ...earlier]}
      />
    </Card>
  )
}

function stateOn(today: Temporal.PlainDate, startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate | undefined): 'done' | 'now' | 'next' {
  if (Temporal.PlainDate.compare(today, startsOn) < 0) return 'next'
  return endsOn === undefined || Temporal.PlainDate.compare(today, endsOn) < 0 ? 'now' : 'done'
}
