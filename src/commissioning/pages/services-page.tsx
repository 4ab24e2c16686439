import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { offerPaths, servicePaths } from '../paths.ts'
import type { Service } from '../queries/commissioned-services.ts'
import { tiers } from '../rules/commissioned-service.ts'
import { statusWords, tierWords } from '../words/commissioned-service.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The services of a board. */
export interface ServicesPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly services: readonly Service[]
  readonly mayAdd: boolean
  readonly mayReadReports: boolean
}

/** What a board commissions, by how much help is needed (C3). */
export function ServicesPage({ visit, board, services, mayAdd, mayReadReports }: ServicesPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Services" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Services"
        caption={board.name}
        lead="What people receive, who leads it, and where."
        actions={
          mayAdd && (
            <a class="govuk-button" href={servicePaths.create(board.slug)}>
              Add a service
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      <p class="govuk-body">
        <a class="govuk-link" href={offerPaths.directory()}>
          The early help offer, as families see it
        </a>{' '}
        {mayReadReports && (
          <a class="govuk-link" href={offerPaths.reports(board.slug)}>
            What people reported about it
          </a>
        )}
      </p>
      {services.length === 0 ? (
        <EmptyState
          title="No services to show"
          text="Services are added by the clerk of the board. Everybody sees those that the board has shown."
          action={mayAdd ? { text: 'Add a service', href: servicePaths.create(board.slug) } : undefined}
        />
      ) : (
        <DataTable
          caption={`${services.length} ${services.length === 1 ? 'service' : 'services'}`}
          narrow="stack"
          rowHeadings
          columns={[
            { heading: 'Service' },
            { heading: 'For' },
            { heading: 'Where' },
            { heading: 'Lead commissioner' },
            { heading: 'How it stands' },
          ]}
          groups={tiers
            .map((tier) => ({
              heading: tierWords[tier],
              rows: services.filter((service) => service.tier === tier).map((service) => ({ cells: cellsOf(service) })),
            }))
            .filter(({ rows }) => rows.length > 0)}
        />
      )}
    </Page>
  )
}

const cellsOf = (service: Service) => [
  <a class="govuk-link" href={servicePaths.service(service.id)}>
    {service.title}
  </a>,
  service.ages === '' ? service.clientGroupName : `${service.clientGroupName}, ${service.ages}`,
  areasInWords(service),
  service.leadName,
  <ServiceStatusPill service={service} />,
]

/** Where a service is offered, in words. */
export const areasInWords = ({ areas }: Pick<Service, 'areas'>): string =>
  areas.length === 0 ? 'Not recorded' : areas.map(({ name }) => name).join(', ')

/** How a service stands. */
export function ServiceStatusPill({ service }: { readonly service: Pick<Service, 'status'> }): JSX.Element {
  const { word, meaning } = statusWords[service.status ?? 'not-recorded']
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}
