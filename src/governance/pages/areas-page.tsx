import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { DayForm } from '#platform/web/components/day-form.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { areaPath, areasPath, newAreaPath } from '../area-paths.ts'
import { boardPath, boardsPath } from '../paths.ts'
import type { ServingBody } from '../queries/area-bodies.ts'
import type { Area, AreaLine, AreaRecord } from '../queries/areas.ts'
import { ButtonLink, Joined, TextLink } from './board-page.tsx'

/** What the list of areas shows. */
export interface AreasView {
  readonly onDay: Temporal.PlainDate
  /** The form that asks for another day. */
  readonly form: FormState
  readonly areas: readonly Area[]
  readonly lines: readonly AreaLine[]
  /** Areas that do not exist on that day: ended, or yet to come. */
  readonly others: readonly Omit<AreaRecord, 'names'>[]
  /** The boards that serve them on that day. */
  readonly boards: readonly ServingBody[]
  readonly keeps: boolean
}

/** Every area by kind: what it lies in, its parts, its code, and the boards that serve it (G1). */
export function AreasPage({ visit, view }: { readonly visit: Visit; readonly view: AreasView }): JSX.Element {
  const { onDay, form, areas, others, keeps } = view
  const day = onDay.equals(visit.today) ? '' : ` This is how it was or will be on ${dayInWords(onDay)}.`
  const groups = [...Map.groupBy(areas, ({ kindLabel }) => kindLabel)].map(([heading, found]) => ({
    heading,
    rows: found.map((area) => rowOf(area, view)),
  }))
  const columns = ['Area', 'Code', 'Lies in', 'Its parts', 'Boards', 'Since', 'Until'].map((heading) => ({ heading }))
  return (
    <Page
      visit={visit}
      title="Areas"
      breadcrumbs={[{ text: 'Boards', href: boardsPath }]}
      width="workspace"
      problems={form.problems}
      description="The counties, districts, localities and health areas that the boards serve."
    >
      <PageHead
        title="Areas"
        lead={`The places that the boards serve. Choose one to see which boards are for it.${day}`}
        actions={keeps ? <ButtonLink href={newAreaPath} text="Add an area" /> : undefined}
      />
      {areas.length === 0 ? (
        <EmptyState
          title={others.length === 0 ? 'No areas yet' : 'No area is recorded for that day'}
          text="An administrator adds the counties, districts and other areas that the boards serve."
          action={keeps ? { text: 'Add an area', href: newAreaPath } : undefined}
        />
      ) : (
        <DataTable caption="Areas by kind" hideCaption narrow="stack" columns={columns} groups={groups} />
      )}
      <Others others={others} />
      <DayForm action={areasPath} form={form} />
    </Page>
  )
}

function rowOf({ id, name, code, startsOn, endsOn }: Area, { areas, lines, boards }: AreasView) {
  const linked = (ids: readonly string[]) => {
    const found = areas.filter((area) => ids.includes(area.id))
    return found.length === 0 ? <None /> : <Joined parts={found.map((area) => <TextLink href={areaPath(area.id)} text={area.name} />)} />
  }
  const within = lines.filter(({ kind }) => kind === 'within')
  const serving = boards.filter(({ area }) => area === id)
  return {
    cells: [
      <TextLink href={areaPath(id)} text={name} />,
      code === '' ? <span class="gt-missing">None held</span> : code,
      linked(within.filter(({ area }) => area === id).map(({ other }) => other)),
      linked(within.filter(({ other }) => other === id).map(({ area }) => area)),
      <Boards id={id} serving={serving} />,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
    ],
  }
}

/** How many boards are named in a row before the rest is counted. */
const NAMED = 2

function Boards({ id, serving }: { readonly id: string; readonly serving: readonly ServingBody[] }): JSX.Element {
  if (serving.length === 0) return <None />
  if (serving.length > NAMED) return <TextLink href={`${areaPath(id)}#boards`} text={`${serving.length} boards`} />
  return <Joined parts={serving.map(({ slug, name }) => <TextLink href={boardPath(slug)} text={name} />)} />
}

const None = (): JSX.Element => <span class="gt-quiet">None</span>

function Others({ others }: { readonly others: AreasView['others'] }): JSX.Element | null {
  if (others.length === 0) return null
  const rows = others.map(({ id, name, kindLabel, startsOn, endsOn }) => ({
    cells: [
      <TextLink href={areaPath(id)} text={name} />,
      kindLabel,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
    ],
  }))
  const columns = ['Area', 'Kind', 'Since', 'Until'].map((heading) => ({ heading }))
  return (
    <Card id="others" title="Areas of other days" lead="They did not exist on the day that is shown." flush>
      <DataTable caption="Areas that did not exist on that day" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}
