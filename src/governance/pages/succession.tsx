import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Details } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { changeOrganisationPath, membersPath, organisationPath, organisationsPath, successionActPath } from '../paths.ts'
import type { Organisation } from '../queries/organisations.ts'
import type { StandsInTheirName } from '../queries/succession.ts'
import { type SuccessionAct, successionActs } from '../rules/succession.ts'
import { many, successionActWords } from '../words/succession.ts'
import { TextLink } from './board-page.tsx'

/** What can become of an organisation, each with the way to say it. */
export function SuccessionPage({ visit, organisation }: { readonly visit: Visit; readonly organisation: Organisation }): JSX.Element {
  const { id, name } = organisation
  const crumbs = [
    { text: 'Organisations', href: organisationsPath },
    { text: name, href: organisationPath(id) },
  ]
  return (
    <Page visit={visit} title="What became of it?" breadcrumbs={crumbs} width="form">
      <PageHead title="What became of it?" caption={name} lead="Its history stays with it, under its own address, whatever became of it." />
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <TextLink href={changeOrganisationPath(id)} text="It has another name" />
          <br />
          <span class="gt-quiet">The old name is kept with its dates, and is found by search</span>
        </li>
        {successionActs.map((act) => (
          <li>
            <TextLink href={successionActPath(id, act)} text={successionActWords[act][0]} />
            <br />
            <span class="gt-quiet">{successionActWords[act][1]}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** What is shown before it is confirmed. */
export interface SuccessionPreviewView {
  readonly act: SuccessionAct
  readonly formers: readonly string[]
  readonly successors: readonly string[]
  readonly onDay: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly hanging: StandsInTheirName
  /** Sentences of other parts on what stands in their names there. */
  readonly elsewhere: readonly string[]
}

/** What will happen, in plain words. */
export function SuccessionPreview({ view }: { readonly view: SuccessionPreviewView }): JSX.Element {
  const { hanging, onDay, today, elsewhere } = view
  const { places, posts, later, seats, agreements } = hanging
  const isPast = Temporal.PlainDate.compare(onDay, today) < 0
  return (
    <Card id="effects" title="What happens">
      <ul class="govuk-list govuk-list--bullet">
        {sentencesOf(view).map((sentence) => (
          <li>{sentence}</li>
        ))}
        <li>{many(places.length, 'appointment ends', 'appointments end')}, with the reason ‘The organisation ended’.</li>
        <li>{many(posts.length, 'post in it ends', 'posts in it end')}.</li>
        {later > 0 && (
          <li>
            {many(later, 'appointment or post is', 'appointments or posts are')} to begin later in its name, and must be put right by hand.
          </li>
        )}
        <li>
          {many(seats.length, 'seat names it', 'seats name it')} in terms of reference
          {seats.length === 0 ? '.' : '. That stays until the board changes its terms, or the clerk the seat.'}
        </li>
        <li>Protocols are between boards, and stay as they were signed.</li>
        {agreements > 0 && (
          <li>
            {many(agreements, 'sharing agreement names it as a party', 'sharing agreements name it as a party')}. What was signed stays; the
            clerk of the board puts another in its place.
          </li>
        )}
        {elsewhere.map((sentence) => (
          <li>{sentence}</li>
        ))}
        {isPast && <li>That day is over: lists of members since then change with it. What was recorded at meetings stays.</li>}
      </ul>
      {seats.length > 0 && (
        <Details summaryText={`Seats that name it: ${seats.length}`}>
          <ul class="govuk-list">
            {seats.map(({ slug, name, board }) => (
              <li>
                {name}, <TextLink href={membersPath(slug)} text={board} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}

function sentencesOf({ act, formers, successors, onDay }: SuccessionPreviewView): readonly string[] {
  const day = dayInWords(onDay)
  const gone = formers.map((name) => `${name} no longer exists from ${day}.`)
  if (act === 'end') return [...gone, 'Nothing takes its place.']
  return [
    ...gone,
    `${act === 'split' ? 'These take its place' : 'Its place is taken by'}${act === 'split' ? ':' : ''} ${successors.join(', ')}.`,
  ]
}
