import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { arrangementPath, boardPath, boardsPath } from '../../paths.ts'
import { TextLink } from '../board-page.tsx'
import { LineSample, MapSvg } from './map-svg.tsx'
import type { DrawnView, ToldBody } from './map-view.ts'

/** The picture with its legend, and the same in words beneath. */
export function MapDrawn({ view }: { readonly view: DrawnView }): JSX.Element {
  return (
    <>
      {view.picture.boxes.length === 0 ? (
        <EmptyState
          title="No relationship of that kind is recorded for that day"
          text="Choose other kinds or another day. An administrator records relationships on the page of a board."
          action={{ text: 'All boards', href: boardsPath }}
        />
      ) : (
        <figure class="gt-map-card">
          <figcaption class="gt-map-legend">
            <Legend view={view} />
          </figcaption>
          <section class="gt-map-scroll" aria-label="The map as a picture; it scrolls sideways" tabindex={0}>
            <MapSvg picture={view.picture} facts={view.facts} label="Boards and how they stand to one another" />
          </section>
        </figure>
      )}
      <Words view={view} />
    </>
  )
}

/** The kinds of lines that are in the picture, each with its pattern, and what a dashed box is. */
function Legend({ view }: { readonly view: DrawnView }): JSX.Element {
  const drawn = new Set(view.picture.lines.map(({ kind }) => kind))
  const hasOutside = [...view.facts.values()].some(({ isOutside }) => isOutside)
  return (
    <ul class="gt-map-key">
      {view.kinds
        .filter(({ code }) => drawn.has(code))
        .map(({ code, label }) => (
          <li>
            <LineSample kind={code} /> {label}
          </li>
        ))}
      {hasOutside && (
        <li>
          <svg class="gt-map-sample" width="34" height="18" viewBox="0 0 34 18" aria-hidden="true" focusable="false">
            <g class="gt-map__body--outside">
              <rect class="gt-map__box" x="1" y="1" width="32" height="16" rx="4" />
            </g>
          </svg>{' '}
          Outside this arrangement
        </li>
      )}
    </ul>
  )
}

/** As many bodies stand open at once in words; of more, the tiers below the first are folded. */
const FEW = 8

/** The same as the picture, as headings and sentences. */
function Words({ view }: { readonly view: DrawnView }): JSX.Element {
  const isShort = view.tiers.reduce((sum, { bodies }) => sum + bodies.length, view.apart.length) <= FEW
  return (
    <Card id="in-words" title="The same in words">
      {view.tiers.map(({ tier, bodies }) => (
        <Tier
          title={tier === 0 ? 'Tier 1: answers to nobody on this map' : `Tier ${tier + 1}`}
          bodies={bodies}
          view={view}
          isOpen={isShort || tier === 0}
        />
      ))}
      {view.apart.length > 0 && <Tier title="Without such a relationship" bodies={view.apart} view={view} isOpen={isShort} />}
    </Card>
  )
}

function Tier({
  title,
  bodies,
  view,
  isOpen,
}: {
  readonly title: string
  readonly bodies: readonly ToldBody[]
  readonly view: DrawnView
  readonly isOpen: boolean
}): JSX.Element {
  return (
    <Fold title={title} note={<span class="gt-quiet">{bodies.length === 1 ? '1 body' : `${bodies.length} bodies`}</span>} open={isOpen}>
      <ul class="gt-map-list">
        {bodies.map((body) => (
          <Told body={body} view={view} />
        ))}
      </ul>
    </Fold>
  )
}

function Told({ body, view }: { readonly body: ToldBody; readonly view: DrawnView }): JSX.Element {
  const around = (slug: string): string => arrangementPath({ ...(view.on === undefined ? {} : { on: view.on }), body: slug })
  return (
    <li>
      <p class="gt-map-list__name">
        <TextLink href={boardPath(body.slug)} text={body.name} /> <span class="gt-quiet">{body.caption}</span>
      </p>
      {body.relations.length > 0 && (
        <ul>
          {body.relations.map(({ verb, other, rest }) => (
            <li>
              {body.name} {verb} <TextLink href={boardPath(other.slug)} text={other.name} />
              {rest}
            </li>
          ))}
        </ul>
      )}
      {body.relations.length === 0 && body.named > 0 && <p class="gt-quiet">Others relate to it; their sentences say how.</p>}
      {body.slug !== view.focus && (body.named > 0 || body.relations.length > 0) && (
        <p>
          <TextLink href={around(body.slug)} text="Map around it" about={body.name} />
        </p>
      )}
    </li>
  )
}
