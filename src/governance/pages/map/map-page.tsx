import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { dateItems } from '#platform/web/components/day-input.tsx'
import { DateInput, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { areasPath } from '../../area-paths.ts'
import { arrangementPath, boardsPath, delegationsPath } from '../../paths.ts'
import { lastWordAdvice, lastWordSentence } from '../../rules/last-word.ts'
import { TextLink } from '../board-page.tsx'
import type { MapView } from './map-view.ts'

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
      <Clashes clashes={view.clashes} bodies={view.bodies} />
      <Chooser view={view} />
      {view.drawn}
      <p>
        <TextLink href={areasPath} text="The areas that the boards serve" />
      </p>
    </Page>
  )
}

/** Matters of which the last word is claimed twice or goes round, above the picture (G3, G14); nothing where there are none. */
function Clashes({ clashes, bodies }: Pick<MapView, 'clashes' | 'bodies'>): JSX.Element | null {
  if (clashes.length === 0) return null
  return (
    <Card
      id="last-word"
      title="Who has the last word?"
      lead={`On ${clashes.length === 1 ? 'one matter' : `${clashes.length} matters`} nobody can tell, by the terms in force and what was delegated on this day.`}
      flush
    >
      <ul class="gt-verdicts">
        {clashes.map((clash) => (
          <li class="gt-verdict gt-verdict--warning">
            <p class="gt-verdict__evidence">{lastWordSentence(clash)}</p>
            <p class="gt-verdict__advice">
              <b>What to do:</b> {lastWordAdvice(clash)}
            </p>
            <p class="gt-verdict__demands">
              {bodies
                .filter(({ name }) => (clash.kind === 'claimed-twice' ? clash.bodies : clash.way.map(({ from }) => from)).includes(name))
                .map(({ slug, name }, index) => (
                  <>
                    {index > 0 && ' · '}
                    <TextLink href={delegationsPath(slug)} text={`Who may decide what: ${name}`} />
                  </>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function leadOf({ count, relationCount, focus }: MapView): string {
  const bodies = `${count} ${count === 1 ? 'body' : 'bodies'}`
  const relations = `${relationCount} ${relationCount === 1 ? 'relationship' : 'relationships'}`
  if (focus) return `${focus.name} and those it relates to: ${bodies}, ${relations}.`
  return `Who answers to whom, and who challenges, consults or influences whom: ${bodies}, ${relations}. Choose a box to open its page.`
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
