import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { dateItems } from '#platform/web/components/day-input.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { DateInput, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { arrangementPath, boardPath, boardsPath } from '../../paths.ts'
import { TextLink } from '../board-page.tsx'
import { LineSample, MapSvg } from './map-svg.tsx'
import type { MapView, ToldBody } from './map-view.ts'

/** The map of the whole arrangement, as it was or will be on any day: a picture, and the same in words (G3). */
export function MapPage({ visit, view }: { readonly visit: Visit; readonly view: MapView }): JSX.Element {
  const { onDay, form, focus } = view
  const title = focus ? `Map around ${focus.name}` : 'Map of the arrangement'
  return (
    <Page
      visit={visit}
      title={title}
      width="workspace"
      breadcrumbs={[{ text: 'Boards', href: boardsPath }, ...(focus ? [{ text: 'Map of the arrangement', href: arrangementPath() }] : [])]}
      problems={form.problems}
      description="Who answers to whom in the partnership, and who challenges, consults or influences whom."
    >
      <PageHead title={title} caption={`On ${dayInWords(onDay)}`} lead={leadOf(view)} />
      <Chooser view={view} />
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
    </Page>
  )
}

function leadOf({ count, relationCount, focus }: MapView): string {
  const bodies = `${count} ${count === 1 ? 'body' : 'bodies'}`
  const relations = `${relationCount} ${relationCount === 1 ? 'relationship' : 'relationships'}`
  if (focus) return `${focus.name} and those it relates to: ${bodies}, ${relations}.`
  return `Who answers to whom, and who challenges, consults or influences whom: ${bodies}, ${relations}. Choose a box to open its page.`
}

/** The kinds of lines that are in the picture, each with its pattern, and what a dashed box is. */
function Legend({ view }: { readonly view: MapView }): JSX.Element {
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

/** Chooses kinds, a board and a day; everything is in the address, so that a map can be sent to somebody. */
function Chooser({ view }: { readonly view: MapView }): JSX.Element {
  const isOpen =
    view.form.problems.length > 0 || view.on !== undefined || view.kinds.some(({ chosen }) => chosen) || view.focus !== undefined
  return (
    <details class="govuk-details gt-map-chooser gt-no-print" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Show some relationships, one board or another day</span>
      </summary>
      <form class="gt-map-form" method="get" action={arrangementPath()} novalidate>
        <fieldset class="govuk-fieldset gt-map-kinds">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Kinds of relationship</legend>
          <p class="govuk-hint">None chosen shows all</p>
          <div class="govuk-checkboxes govuk-checkboxes--small gt-map-kinds__list">
            {view.kinds.map(({ code, label, chosen }) => (
              <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" type="checkbox" name="kind" id={`kind-${code}`} value={code} checked={chosen} />
                <label class="govuk-label govuk-checkboxes__label" for={`kind-${code}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <Select
          id="body"
          name="body"
          label={{ text: 'Around one board', classes: 'govuk-label--s' }}
          items={[
            { value: '', text: 'All boards' },
            ...view.bodies.map(({ slug, name }) => ({ value: slug, text: name, selected: slug === view.focus?.slug })),
          ]}
        />
        <DateInput
          id="on"
          namePrefix="on"
          items={[...dateItems(view.form, 'on')]}
          fieldset={{ legend: { text: 'As it was or will be on', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={view.form.error('on')}
        />
        <div class="govuk-button-group">
          <button class="govuk-button govuk-button--secondary" type="submit">
            Show
          </button>
          <TextLink href={arrangementPath()} text="Show everything, today" />
        </div>
      </form>
    </details>
  )
}

/** The same as the picture, as headings and sentences. */
function Words({ view }: { readonly view: MapView }): JSX.Element {
  return (
    <section class="gt-map-words" aria-labelledby="in-words">
      <h2 class="gt-section-title" id="in-words">
        The same in words
      </h2>
      {view.tiers.map(({ tier, bodies }) => (
        <section aria-labelledby={`tier-${tier + 1}`}>
          <h3 class="govuk-heading-s" id={`tier-${tier + 1}`}>
            {tier === 0 ? 'Tier 1: answers to nobody on this map' : `Tier ${tier + 1}`}
          </h3>
          <ul class="gt-map-list">
            {bodies.map((body) => (
              <Told body={body} view={view} />
            ))}
          </ul>
        </section>
      ))}
      {view.apart.length > 0 && (
        <section aria-labelledby="apart">
          <h3 class="govuk-heading-s" id="apart">
            Without such a relationship
          </h3>
          <ul class="gt-map-list">
            {view.apart.map((body) => (
              <Told body={body} view={view} />
            ))}
          </ul>
        </section>
      )}
    </section>
  )
}

function Told({ body, view }: { readonly body: ToldBody; readonly view: MapView }): JSX.Element {
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
      {body.slug !== view.focus?.slug && (body.named > 0 || body.relations.length > 0) && (
        <p>
          <TextLink href={around(body.slug)} text="Map around it" about={body.name} />
        </p>
      )}
    </li>
  )
}
