import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { specificationPaths } from '../framework-paths.ts'
import { agreementPaths, servicePaths } from '../paths.ts'
import type { Service } from '../queries/commissioned-services.ts'
import type { DirectoryEntry } from '../queries/directory.ts'
import type { BudgetLine } from '../queries/fund-money.ts'
import type { ServiceBeside } from '../queries/service-beside.ts'
import { provisionWords, sightWords, statusWords, tierWords } from '../words/commissioned-service.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { EntryFacts } from './directory-page.tsx'
import { BesideService } from './service-beside.tsx'
import { ServiceCost } from './service-cost.tsx'
import { areasInWords, ServiceStatusPill } from './services-page.tsx'

/** An agreement that names the service. */
export interface NamingAgreement {
  readonly id: string
  readonly title: string
  readonly isIn: boolean
  readonly why: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** One service. */
export interface ServicePageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly service: Service
  readonly outcomes: readonly {
    readonly id: string
    readonly title: string
    readonly planTitle: string
    readonly href: string
    readonly why: string
  }[]
  readonly agreements: readonly NamingAgreement[]
  readonly entry: DirectoryEntry | undefined
  readonly beside: ServiceBeside
  /** Its budget lines of this financial year, of those that one may see. */
  readonly lines: readonly BudgetLine[]
  /** Where one begins to say what a new duty of it would cost; undefined where one may not. */
  readonly newScenario: string | undefined
  /** 'enter': whether one keeps what the directory says of it. */
  readonly may: ReadonlySet<'change' | 'show' | 'enter'>
}

/** What people receive, to what end, and under which agreements (C3). */
export function ServicePage(props: ServicePageProps): JSX.Element {
  const { visit, board, service, outcomes, agreements, entry, beside, lines, may } = props
  return (
    <Page
      visit={visit}
      title={service.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Services', href: servicePaths.ofBoard(board.slug) })}
    >
      <PageHead title={service.title} caption={`Service of ${board.name}`} lead={service.summary} />
      {boardNavigation(board.slug, 'commissioning')}
      <Facts service={service} />
      <Acts service={service} may={may} />
      <p class="govuk-body">
        <a class="govuk-link" href={specificationPaths.ofService(service.id)}>
          What it is to deliver: its specification
        </a>
      </p>
      <Card title="Outcomes it serves" id="outcomes" flush={outcomes.length > 0}>
        {outcomes.length === 0 ? (
          <EmptyState
            title="It serves no outcome yet"
            text="A service that serves no outcome of a plan is a candidate for being ended. Say which one it serves."
            action={may.has('change') ? { text: 'Choose an outcome', href: servicePaths.step(service.id, 'outcomes') } : undefined}
          />
        ) : (
          <DataTable
            caption="Outcomes it serves"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Outcome' },
              { heading: 'Plan' },
              { heading: 'Why' },
              ...(may.has('change') ? [{ heading: 'What to do' }] : []),
            ]}
            rows={outcomes.map(({ id, title, planTitle, href, why }) => ({
              cells: [
                <a class="govuk-link" href={href}>
                  {title}
                </a>,
                planTitle,
                why === '' ? 'Not said' : why,
                ...(may.has('change')
                  ? [
                      <a class="govuk-link" href={specificationPaths.end(service.id, id)}>
                        It serves this no longer
                      </a>,
                    ]
                  : []),
              ],
            }))}
          />
        )}
      </Card>
      <ServiceCost lines={lines} today={visit.today} />
      <BesideService beside={beside} mayIntend={may.has('change') ? service.id : undefined} newScenario={props.newScenario} />
      <Directory visit={visit} service={service} entry={entry} may={may} />
      <Agreements agreements={agreements} />
      <History service={service} />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('service', service.id)}>
          The golden thread of this service
        </a>
      </p>
    </Page>
  )
}

function Facts({ service }: { readonly service: Service }): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: 'How it stands', value: <ServiceStatusPill service={service} /> },
        { label: 'For', value: service.ages === '' ? service.clientGroupName : `${service.clientGroupName}, ${service.ages}` },
        { label: 'How much help', value: tierWords[service.tier] },
        { label: 'Where', value: areasInWords(service) },
        { label: 'Lead commissioner', value: service.leadName },
        { label: 'Provided', value: provisionWords[service.provision] },
        { label: 'Provider', value: service.runByName === '' ? 'Not recorded' : service.runByName },
        ...(service.sight === 'public' ? [] : [{ label: 'Who may see it', value: sightWords[service.sight] }]),
      ]}
    />
  )
}

function Acts({ service, may }: Pick<ServicePageProps, 'service' | 'may'>): JSX.Element {
  return (
    <>
      {(may.has('change') || may.has('show')) && (
        <p class="govuk-body gt-actions">
          {may.has('change') && (
            <>
              <a class="govuk-link" href={servicePaths.step(service.id, 'edit')}>
                Change this service
              </a>{' '}
              <a class="govuk-link" href={servicePaths.step(service.id, 'status')}>
                Say how it stands
              </a>{' '}
              <a class="govuk-link" href={servicePaths.step(service.id, 'outcomes')}>
                Say what it serves
              </a>{' '}
            </>
          )}
          {may.has('show') && service.sight !== 'public' && (
            <a class="govuk-link" href={servicePaths.step(service.id, 'show')}>
              Show this service
            </a>
          )}
        </p>
      )}
    </>
  )
}

function Directory({ visit, service, entry, may }: Pick<ServicePageProps, 'visit' | 'service' | 'entry' | 'may'>): JSX.Element {
  return (
    <Card title="How to get it" id="directory">
      {entry === undefined ? (
        <p class="govuk-body">It is not in the early help offer.</p>
      ) : (
        <EntryFacts
          entry={entry}
          today={visit.today}
          before={may.has('enter') ? [{ label: 'Kept true by', value: entry.ownerName === '' ? 'Nobody named' : entry.ownerName }] : []}
        />
      )}
      {entry !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={servicePaths.step(service.id, 'report')}>
            Something is wrong here
          </a>
        </p>
      )}
      {may.has('enter') && (
        <div class="govuk-button-group">
          {entry !== undefined && (
            <PostButton
              visit={visit}
              action={servicePaths.step(service.id, 'checked')}
              text="I checked it today: it is true"
              look="secondary"
            />
          )}
          <a class="govuk-link" href={servicePaths.step(service.id, 'directory')}>
            {entry === undefined ? 'Put it into the directory' : 'Change how one gets it'}
          </a>
        </div>
      )}
    </Card>
  )
}

function Agreements({ agreements }: Pick<ServicePageProps, 'agreements'>): JSX.Element {
  return (
    <Card title="In and out of agreements" id="agreements" flush={agreements.length > 0}>
      {agreements.length === 0 ? (
        <p class="govuk-body">No agreement names this service.</p>
      ) : (
        <DataTable
          caption="Agreements that name it"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Agreement' }, { heading: 'In its scope' }, { heading: 'From' }, { heading: 'Why' }]}
          rows={agreements.map(({ id, title, isIn, startsOn, endsOn, why }) => ({
            cells: [
              <a class="govuk-link" href={agreementPaths.agreement(id)}>
                {title}
              </a>,
              isIn ? 'Yes' : 'No',
              endsOn === undefined ? dayInWords(startsOn) : `${dayInWords(startsOn)}, until before ${dayInWords(endsOn)}`,
              why === '' ? 'Not said' : why,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function History({ service }: { readonly service: Service }): JSX.Element {
  return (
    <Card title="How it stood" id="history" flush={service.statuses.length > 0}>
      {service.statuses.length === 0 ? (
        <p class="govuk-body">Nothing is recorded of how it stood.</p>
      ) : (
        <DataTable
          caption="How it stood"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'From' }, { heading: 'It was' }, { heading: 'Because' }]}
          rows={service.statuses.map(({ status, because, startsOn }) => ({
            cells: [dayInWords(startsOn), statusWords[status].word, because === '' ? 'Not said' : because],
          }))}
        />
      )}
    </Card>
  )
}
