import type { JSX } from 'hono/jsx/jsx-runtime'
import { offerPaths } from '#commissioning/paths.ts'
import { areasPath } from '#governance/area-paths.ts'
import { arrangementPath } from '#governance/paths.ts'
import { yearPaths } from '#meetings/paths.ts'
import { arrangementPaths } from '#meetings/public.ts'
import { Card, CardGrid, LinkCard } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { publicPaths } from '../paths.ts'
import type { FrontView } from '../queries/front.ts'
import { ConsultationLines, DecisionLines, MeetingLines, PublicationLines } from './lines.tsx'
import { SearchForm } from './search-form.tsx'

/** The front page: who works together here, what they meet about next, what came out, what they decided. */
export function FrontPage({ visit, view }: { readonly visit: Visit; readonly view: FrontView }): JSX.Element {
  const names = namesOf(view)
  return (
    <Page
      visit={visit}
      title={visit.partnership}
      width="workspace"
      description={`Boards, meetings, papers and decisions of ${visit.partnership}.`}
    >
      <PageHead
        title={`${visit.partnership}: working together for children`}
        lead="The agencies of this place decide here together what they do for children and families. Read what they will discuss, what they decided and whether they kept to their own rules."
      />
      <SearchForm label="Search papers, decisions and minutes" />
      <Columns main={<Boards view={view} />} aside={<Latest view={view} names={names} today={visit.today} />} />
    </Page>
  )
}

/** The shorter name where there is one: lists repeat it. */
function namesOf(view: FrontView): ReadonlyMap<string, string> {
  return new Map(view.bodies.map(({ id, name, shortName }) => [id, shortName || name]))
}

function Boards({ view }: { readonly view: FrontView }): JSX.Element {
  const live = view.bodies.filter(({ status }) => status !== 'outside' && status !== 'ended')
  const names = namesOf(view)
  return (
    <>
      <Card id="coming" title="Next meetings" lead="Meetings are open to the public unless they say otherwise.">
        {view.coming.length > 0 ? (
          <MeetingLines meetings={view.coming} names={names} />
        ) : (
          <EmptyState title="No meeting is announced" text="Meetings appear here as soon as a clerk announces them." />
        )}
      </Card>
      <h2 class="govuk-heading-m">Boards</h2>
      {live.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={offerPaths.directory()}>
            Early help offer: help for children, young people and families
          </a>
        </p>
      )}
      {live.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={arrangementPath()}>
            Map of the arrangement: who answers to whom
          </a>
        </p>
      )}
      {live.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={arrangementPaths.compliance}>
            How the boards keep their rules
          </a>
        </p>
      )}
      {live.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={areasPath}>
            Areas: which boards are for where you live
          </a>
        </p>
      )}
      {live.length > 0 ? (
        <CardGrid>
          {live.map(({ slug, name, kindLabel, purpose }) => (
            <LinkCard title={name} caption={kindLabel} href={`/boards/${slug}`}>
              {purpose && <p class="gt-clamp">{purpose}</p>}
            </LinkCard>
          ))}
        </CardGrid>
      ) : (
        <EmptyState
          title="No board is recorded yet"
          text="An administrator adds the boards of the partnership first."
          action={{ text: 'All boards', href: '/boards' }}
        />
      )}
    </>
  )
}

function Latest(props: {
  readonly view: FrontView
  readonly names: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const { view, names, today } = props
  return (
    <>
      <Card id="published" title="Just published">
        {view.publications.length > 0 ? (
          <PublicationLines publications={view.publications} names={names} />
        ) : (
          <EmptyState title="Nothing is published yet" text="Packs and minutes appear here when they come out." />
        )}
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={publicPaths.follow()}>
          Get a mail when something comes out
        </a>
      </p>
      {view.consultations.length > 0 && (
        <Card id="consultations" title="Have your say" link={{ text: 'All consultations', href: yearPaths.allConsultations }}>
          <ConsultationLines consultations={view.consultations} today={today} names={names} />
        </Card>
      )}
      <Card id="decided" title="Latest decisions">
        {view.decisions.length > 0 ? (
          <DecisionLines decisions={view.decisions} names={names} />
        ) : (
          <EmptyState title="No decision is published yet" text="Decisions appear here with the minutes they stand in." />
        )}
      </Card>
    </>
  )
}
