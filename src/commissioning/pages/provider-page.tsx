import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import type { Contract } from '../queries/contracts.ts'
import type { ProviderLetter, ProviderRate, ProviderRelation } from '../queries/provider-relations.ts'
import type { Provider } from '../queries/providers.ts'
import type { SignIn } from '../queries/sign-ins.ts'
import { pounds } from '../words/pence.ts'
import { rateVatWords, schemeWords, unitWords, vcseWords } from '../words/provider.ts'
import { ContractStatePill, endInWords } from './contracts-page.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A relation with what belongs to it, as far as one may see it. */
export interface ShownRelation {
  readonly relation: ProviderRelation
  readonly rates: readonly ProviderRate[]
  readonly letters: readonly ProviderLetter[]
  readonly contacts: readonly { readonly name: string; readonly post: string; readonly email: string; readonly phone: string }[]
  readonly mayChange: boolean
}

/** One provider. */
export interface ProviderPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly provider: Provider
  /** Earlier names, and what it came from or became. */
  readonly history: readonly string[]
  readonly organisation: PageLink
  readonly contracts: readonly Contract[]
  readonly relations: readonly ShownRelation[]
  /** Who signs in for it; empty for whoever does not keep it. */
  readonly signIns: readonly SignIn[]
  readonly mayChange: boolean
}

/** A provider with its numbers, its names, its contracts, and what each commissioner has to do with it (C11). */
export function ProviderPage(props: ProviderPageProps): JSX.Element {
  const { visit, board, provider, history, organisation, contracts, relations, signIns, mayChange } = props
  return (
    <Page
      visit={visit}
      title={provider.name}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Providers', href: providerPaths.ofBoard(board.slug) })}
    >
      <PageHead title={provider.name} caption="Provider" lead={provider.note} />
      {boardNavigation(board.slug, 'commissioning')}
      <KeyFacts
        facts={[
          {
            label: 'Voluntary, community or social enterprise',
            value: provider.vcseSource === '' ? vcseWords[provider.vcse] : `${vcseWords[provider.vcse]} (source: ${provider.vcseSource})`,
          },
          ...provider.identifiers.map(({ scheme, value, source, endsOn }) => ({
            label: schemeWords[scheme],
            value: `${value}${endsOn ? `, until ${dayInWords(endsOn.subtract({ days: 1 }))}` : ''} (source: ${source})`,
          })),
          ...(history.length === 0 ? [] : [{ label: 'Earlier and later', value: history.join('. ') }]),
          {
            label: 'Organisation',
            value: (
              <a class="govuk-link" href={organisation.href}>
                {organisation.text}
              </a>
            ),
          },
        ]}
      />
      {mayChange && <Acts provider={provider.id} />}
      {signIns.length > 0 && <SignIns provider={provider.id} signIns={signIns} today={visit.today} />}
      <Card title="Contracts" id="contracts" flush={contracts.length > 0}>
        {contracts.length === 0 ? <p class="govuk-body">None that you may see.</p> : <ContractsOf contracts={contracts} />}
      </Card>
      {relations.length > 0 && (
        <Card title="What each commissioner has to do with it" id="relations" flush>
          {relations.map((shown) => (
            <Relation {...shown} />
          ))}
        </Card>
      )}
    </Page>
  )
}

function SignIns(props: {
  readonly provider: string
  readonly signIns: readonly SignIn[]
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const { provider, signIns, today } = props
  return (
    <Card title="Who signs in for it" id="sign-ins">
      <KeyFacts
        facts={signIns.map(({ id, name, startsOn, endsOn }) => ({
          label: name,
          value: (
            <>
              {endsOn ? `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}` : `Since ${dayInWords(startsOn)}`}{' '}
              {(!endsOn || Temporal.PlainDate.compare(today, endsOn) < 0) && (
                <a class="govuk-link" href={providerPaths.endSignIn(provider, id)}>
                  End it<span class="govuk-visually-hidden">{`: ${name}`}</span>
                </a>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}

function Acts({ provider }: { readonly provider: string }): JSX.Element {
  const acts = [
    ['edit', 'Change this provider'],
    ['identifiers', 'Add a number'],
    ['relations', 'Add a commissioner'],
    ['sign-in', 'Say who signs in for it'],
  ] as const
  return (
    <p class="govuk-body gt-actions">
      {acts.map(([step, text]) => (
        <>
          <a class="govuk-link" href={providerPaths.step(provider, step)}>
            {text}
          </a>{' '}
        </>
      ))}
    </p>
  )
}

/** Contracts with their ends, each a link. */
export function ContractsOf({ contracts }: { readonly contracts: readonly Contract[] }): JSX.Element {
  return (
    <DataTable
      caption="Contracts"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Contract' }, { heading: 'Commissioner' }, { heading: 'Last day' }, { heading: 'How it stands' }]}
      rows={contracts.map((contract) => ({
        cells: [
          <a class="govuk-link" href={contractPaths.contract(contract.id)}>
            {contract.title}
          </a>,
          contract.commissionerName,
          endInWords(contract),
          <ContractStatePill contract={contract} />,
        ],
      }))}
    />
  )
}

function Relation({ relation, rates, letters, contacts, mayChange }: ShownRelation): JSX.Element {
  const steps = [
    ['rates', 'Add a rate'],
    ['letters', 'Make the yearly letter'],
    ['contacts', 'Add whom you write to'],
  ] as const
  return (
    <Fold title={relation.commissionerName} note={`Since ${dayInWords(relation.startsOn)}`}>
      {rates.length > 0 && <Rates rates={rates} />}
      {contacts.length > 0 && (
        <KeyFacts
          facts={contacts.map(({ name, post, email, phone }) => ({
            label: post === '' ? 'Contact' : post,
            value: [name, email, phone].filter(Boolean).join(', '),
          }))}
        />
      )}
      <Letters letters={letters} />
      {mayChange && (
        <p class="govuk-body gt-actions">
          {steps.map(([step, text]) => (
            <>
              <a class="govuk-link" href={providerPaths.relationStep(relation.id, step)}>
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
    </Fold>
  )
}

/** What is paid for a unit, by need and area. */
export function Rates({ rates }: { readonly rates: readonly ProviderRate[] }): JSX.Element {
  return (
    <DataTable
      caption="Rates"
      narrow="stack"
      columns={[{ heading: 'For' }, { heading: 'Rate', numeric: true }, { heading: 'Where' }, { heading: 'VAT' }, { heading: 'From' }]}
      rows={rates.map(({ unit, needBand, areaName, pence, vat, startsOn, endsOn }) => ({
        cells: [
          `${needBand}, ${unitWords[unit] ?? unit}`,
          pounds(pence),
          areaName === '' ? 'Everywhere' : areaName,
          rateVatWords[vat] ?? vat,
          endsOn === undefined ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`,
        ],
      }))}
    />
  )
}

/** The yearly letters, each a link, and how far each is. */
export function Letters({ letters }: { readonly letters: readonly ProviderLetter[] }): JSX.Element {
  if (letters.length === 0) return <p class="govuk-body">No letter was made yet.</p>
  return (
    <ul class="govuk-list">
      {letters.map(({ id, year, number, sentOn, acknowledgedOn }) => (
        <li>
          <a class="govuk-link" href={providerPaths.letter(id)}>
            {`Letter for ${year} to ${year + 1}, version ${number}`}
          </a>
          {`: ${acknowledgedOn ? `acknowledged ${dayInWords(acknowledgedOn)}` : sentOn ? `sent ${dayInWords(sentOn)}, not acknowledged` : 'not sent'}`}
        </li>
      ))}
    </ul>
  )
}
