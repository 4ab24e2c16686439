import type { JSX } from 'hono/jsx/jsx-runtime'
import { keptMarkup } from '../pages/map/kept-markup.ts'
import { MapDrawn } from '../pages/map/map-drawn.tsx'
import { MapPage } from '../pages/map/map-page.tsx'
import type { MapBodyFacts } from '../pages/map/map-svg.tsx'
import type { DrawnView, ToldBody } from '../pages/map/map-view.ts'
import { boardPath } from '../paths.ts'
import { type BodySummary, listBodies } from '../queries/bodies.ts'
import { listCodes } from '../queries/codes.ts'
import { findLastWordClashes } from '../queries/last-word.ts'
import { type BodyRelation, findRelations } from '../queries/relations.ts'
import type { MapRelation } from '../rules/arrangement/arrangement.ts'
import { drawArrangement } from '../rules/arrangement/layout.ts'
import { type Selected, selectRelations } from '../rules/arrangement/select.ts'
import { tiersOf } from '../rules/arrangement/tiers.ts'
import type { LastWordClash } from '../rules/last-word.ts'
import { bodyKindLabels, labelOf, shortKindLabels } from '../words/labels.ts'
import { relationLegend, relationWords } from '../words/relations.ts'
import { askedDay } from './asked-day.ts'
import { type Asked, known } from './endpoint.tsx'

/** The map of the arrangement on the day asked for; today without one. @throws NotFound where the address names a board that is not there */
export async function mapPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, query, queries } = asked
  const { onDay, form } = askedDay(asked)
  const relations = await findRelations(reader, onDay)
  const slug = query('body') ?? ''
  const bodies = bodiesOf(await listBodies(reader, onDay), relations, slug)
  const clashes = await findLastWordClashes(reader, onDay)
  const codes = await listCodes(reader, 'body-relation', onDay)
  const kinds = [...new Set([...codes.map(({ code }) => code), ...relations.map(({ kind }) => kind)])]
  const chosen = kinds.filter((kind) => queries('kind').includes(kind))
  const focus = slug === '' ? undefined : known(bodies.find((body) => body.slug === slug))
  const selected = selectRelations(
    bodies,
    relations.map((relation) => ({ ...relation, from: relation.from.id, to: relation.to.id })),
    { kinds: chosen, around: focus?.id },
  )
  const on = onDay.equals(visit.today) ? undefined : onDay.toString()
  const labelled = kinds.map((code) => ({ code, label: relationLegend[code] ?? codes.find((found) => found.code === code)?.label ?? code }))
  const drawn = keptMarkup(JSON.stringify([on, focus?.id, chosen, labelled, bodies, relations]), () => (
    <MapDrawn view={drawnView(selected, relations, bodies, { on, focus, kinds: labelled })} />
  ))
  const view = {
    clashes: clashes.filter((clash) => focus === undefined || namesOf(clash).includes(focus.name)),
    ...{ onDay, on, form, bodies, focus, drawn, count: selected.bodies.length, relationCount: selected.relations.length },
    kinds: labelled.map((kind) => ({ ...kind, chosen: chosen.includes(kind.code) })),
  }
  return <MapPage visit={visit} view={view} />
}

const namesOf = (clash: LastWordClash): readonly string[] =>
  clash.kind === 'claimed-twice' ? clash.bodies : clash.way.map(({ from }) => from)

function drawnView(
  selected: Selected<MapBody, MapRelation>,
  relations: readonly BodyRelation[],
  bodies: readonly MapBody[],
  asked: { readonly on: string | undefined; readonly focus: MapBody | undefined; readonly kinds: DrawnView['kinds'] },
): DrawnView {
  // Tiers follow from all relations of the day, so that a body does not change its tier with what is shown.
  const tiers = tiersOf(
    bodies.map(({ id }) => id),
    relations.map(({ id, kind, from, to }) => ({ id, kind, from: from.id, to: to.id })),
  )
  const picture = drawArrangement(selected.bodies, selected.relations, tiers)
  const shown = new Set(selected.relations.map(({ id }) => id))
  const shownRelations = relations.filter(({ id }) => shown.has(id))
  const told = (list: readonly MapBody[]): readonly ToldBody[] => list.map((body) => toldBody(body, shownRelations))
  const used = [...new Set(picture.boxes.map(({ tier }) => tier))].toSorted((a, b) => a - b)
  return {
    ...{ on: asked.on, focus: asked.focus?.slug, kinds: asked.kinds, picture, apart: told(selected.apart) },
    facts: new Map(selected.bodies.map((body) => [body.id, factsOf(body, asked.focus?.id)])),
    tiers: used.map((tier) => ({ tier, bodies: told(selected.bodies.filter(({ id }) => tiers.get(id) === tier)) })),
  }
}

interface MapBody extends BodySummary {
  readonly label: string
}

/** The bodies of a day: those at work, planned or outside on it, those that a relation of the day names, and the one that is asked for. */
function bodiesOf(all: readonly BodySummary[], relations: readonly BodyRelation[], asked: string): readonly MapBody[] {
  const named = new Set(relations.flatMap(({ from, to }) => [from.id, to.id]))
  return all
    .filter(({ id, slug, status }) => named.has(id) || slug === asked || (status !== undefined && status !== 'ended'))
    .map((body) => ({ ...body, label: body.shortName || body.name }))
}

const statusWords: Readonly<Record<string, string>> = {
  outside: 'outside',
  shadow: 'in shadow form',
  proposed: 'proposed',
  evolving: 'changing',
  ended: 'ended',
}

function factsOf({ id, slug, kind, status }: MapBody, focus: string | undefined): MapBodyFacts {
  const special = statusWords[status ?? ''] ?? ''
  const caption =
    special === '' || special === 'outside'
      ? labelOf({ ...bodyKindLabels, ...shortKindLabels }, kind)
      : special.charAt(0).toUpperCase() + special.slice(1)
  return { href: boardPath(slug), caption, isOutside: status === 'outside', isFocus: id === focus }
}

function toldBody({ id, slug, name, kind, status }: MapBody, relations: readonly BodyRelation[]): ToldBody {
  const special = statusWords[status ?? ''] ?? ''
  return {
    id,
    slug,
    name,
    caption: `${labelOf(bodyKindLabels, kind)}${special === '' ? '' : `, ${special}`}`,
    relations: relations.filter(({ from }) => from.id === id).map((relation) => ({ ...relationWords(relation), other: relation.to })),
    named: relations.filter(({ to }) => to.id === id).length,
  }
}
