import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { Button, Input, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { offerPaths, servicePaths } from '../paths.ts'
import type { DirectoryEntry, OfferedService } from '../queries/directory.ts'
import { freshness, type OfferQuery } from '../rules/directory.ts'
import { tierWords } from '../words/commissioned-service.ts'
import { checkedInWords } from '../words/directory.ts'
import { areasInWords } from './services-page.tsx'

/** How many services stand open from the start: of more one looks for the right one first. */
const FEW = 3

interface Choice {
  readonly value: string
  readonly text: string
}

/** The early help offer, as it was searched. */
export interface DirectoryPageProps {
  readonly visit: Visit
  readonly offer: readonly OfferedService[]
  readonly all: number
  readonly query: OfferQuery
  readonly groups: readonly Choice[]
  readonly areas: readonly Choice[]
  /** Boards whose services are in it: to each of them one can say what is missing. */
  readonly boards: readonly { readonly slug: string; readonly name: string }[]
}

/** Help for families, for everybody (C3): searched by words, by whom it is for, by area and by how much help. */
export function DirectoryPage({ visit, offer, all, query, groups, areas, boards }: DirectoryPageProps): JSX.Element {
  const isAsked = Object.values(query).some((value) => value !== '')
  return (
    <Page
      visit={visit}
      title="Early help offer"
      width="workspace"
      description="Help for children, young people and families: what there is, how to get it and when it was last checked."
    >
      <PageHead
        title="Early help offer"
        lead="Help for children, young people and families. You do not need a reason to ask. If a child is in danger now, call 999."
      />
      <SearchForm query={query} groups={groups} areas={areas} />
      <p class="govuk-body" role="status">
        {isAsked ? `${offer.length} of ${all} services fit.` : `${all} ${all === 1 ? 'service' : 'services'}.`}{' '}
        {isAsked && (
          <a class="govuk-link" href={offerPaths.directory()}>
            Show all
          </a>
        )}
      </p>
      {offer.length === 0 ? (
        <EmptyState title="Nothing fits" text="Try fewer words, or another area. If something is missing, tell us below." />
      ) : (
        <Card title="Help there is" id="help-there-is" flush>
          {offer.map((one) => (
            <OfferedFold {...one} today={visit.today} open={offer.length <= FEW} />
          ))}
        </Card>
      )}
      <h2 class="govuk-heading-m">Is a service missing?</h2>
      {boards.map(({ slug, name }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={offerPaths.missing(slug)}>
            Tell us which service is missing
          </a>
          {boards.length > 1 && ` (${name})`}
        </p>
      ))}
      <p class="govuk-body">
        For programs:{' '}
        <a class="govuk-link" href={offerPaths.openReferral()}>
          the same as Open Referral UK
        </a>
      </p>
    </Page>
  )
}

/** One service: what it is stands in its line, how to get it below; what nobody checked in time is said before it is opened. */
function OfferedFold({
  service,
  entry,
  today,
  open,
}: OfferedService & { readonly today: Temporal.PlainDate; readonly open: boolean }): JSX.Element {
  const note = (
    <>
      <StaleMark state={freshness(entry.checkedOn, entry.everyMonths, today)} /> <span class="gt-quiet">{service.summary}</span>
    </>
  )
  return (
    <Fold title={service.title} note={note} open={open}>
      <EntryFacts
        entry={entry}
        before={[
          { label: 'For', value: service.ages === '' ? service.clientGroupName : `${service.clientGroupName}, ${service.ages}` },
          { label: 'In', value: areasInWords(service) },
        ]}
        today={today}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={servicePaths.service(service.id)}>
          More about {service.title}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={servicePaths.step(service.id, 'report')}>
          Something is wrong here<span class="govuk-visually-hidden">: {service.title}</span>
        </a>
      </p>
    </Fold>
  )
}

function StaleMark({ state }: { readonly state: ReturnType<typeof freshness> }): JSX.Element | null {
  if (state === 'fresh') return null
  return <StatusPill meaning="warning">{state === 'never' ? 'Never checked' : 'Check is overdue'}</StatusPill>
}

function SearchForm({ query, groups, areas }: Pick<DirectoryPageProps, 'query' | 'groups' | 'areas'>): JSX.Element {
  const select = (id: string, label: string, none: string, options: readonly Choice[], chosen: string) => (
    <Select
      id={id}
      name={id}
      label={{ text: label, classes: 'govuk-label--s' }}
      items={[{ value: '', text: none }, ...options.map(({ value, text }) => ({ value, text, selected: value === chosen }))]}
    />
  )
  return (
    <form method="get" action={offerPaths.directory()}>
      <Input
        id="q"
        name="q"
        label={{ text: 'What are you looking for?', classes: 'govuk-label--s' }}
        hint={{ text: 'For example: worry, baby, money' }}
        value={query.words}
      />
      {select('group', 'For whom?', 'Everybody', groups, query.group)}
      {select('area', 'Where?', 'Everywhere', areas, query.area)}
      {select('tier', 'How much help?', 'Any', optionsOf(tierWords), query.tier)}
      <Button text="Search" />
    </form>
  )
}

/** How one gets a service, and whether that was checked in time. */
export function EntryFacts({
  entry,
  before = [],
  today,
}: {
  readonly entry: DirectoryEntry
  readonly before?: readonly { readonly label: string; readonly value: string }[]
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const state = freshness(entry.checkedOn, entry.everyMonths, today)
  const told = (label: string, value: string) => (value === '' ? [] : [{ label, value }])
  return (
    <KeyFacts
      facts={[
        ...before,
        { label: 'How to get it', value: entry.how },
        ...told('Where', entry.place),
        ...told('Open', entry.opening),
        { label: 'Cost', value: entry.cost === '' ? 'Not recorded' : entry.cost },
        ...told('Telephone', entry.telephone),
        ...told('Email', entry.email),
        ...(entry.website === ''
          ? []
          : [
              {
                label: 'Website',
                value: (
                  <a class="govuk-link" href={entry.website} rel="noopener noreferrer">
                    {entry.website}
                  </a>
                ),
              },
            ]),
        {
          label: 'Last checked',
          value:
            state === 'fresh' ? (
              checkedInWords(entry)
            ) : (
              <>
                <StaleMark state={state} /> {checkedInWords(entry)}
              </>
            ),
        },
      ]}
    />
  )
}
