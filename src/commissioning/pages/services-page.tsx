import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { servicePaths } from '../paths.ts'
import type { Service } from '../queries/commissioned-services.ts'
import { tiers } from '../rules/commissioned-service.ts'
import { statusWords, tierWord, tierWords } from '../words/commissioned-service.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The services of a board. */
export interface ServicesPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly services: readonly Service[]
  readonly mayAdd: boolean
}

/** What a board commissions, by how much help is needed (C3). */
export function ServicesPage({ visit, board, services, mayAdd }: ServicesPageProps): JSX.Element {
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

/** Services as a table, for other pages. */
export function ServicesTable({ services, caption }: { readonly services: readonly Service[]; readonly caption: string }): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Service' },
        { heading: 'For' },
        { heading: 'Where' },
        { heading: 'Lead commissioner' },
        { heading: 'How it stands' },
      ]}
      rows={services.map((service) => ({ cells: cellsOf(service) }))}
    />
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

/** The tier of a service in one word. */
export const tierOf = ({ tier }: Pick<Service, 'tier'>): string => tierWord[tier]
