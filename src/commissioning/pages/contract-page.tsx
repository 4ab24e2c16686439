import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { type ContractStep, contractPaths } from '../contract-paths.ts'
import type { ContractKpi, KpiResult } from '../queries/contract-kpis.ts'
import type { ContractMoney } from '../queries/contract-money.ts'
import type { ContractAssessment, ContractExtension, ContractLot, ContractVisit, PerformanceNotice } from '../queries/contract-parts.ts'
import type { Contract } from '../queries/contracts.ts'
import type { OwnVisits } from '../queries/visits.ts'
import type { DutyLine } from '../rules/contract-duty.ts'
import type { RenewalLine } from '../rules/renewal.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { clauseWords, noticeWords, processWords, vatWords } from '../words/contract.ts'
import { poundsOr } from '../words/pence.ts'
import { Assessments, Inside, VisitsTold } from './contract-inside.tsx'
import { ContractMoneyTable } from './contract-money.tsx'
import { ContractOrigin, type Origin } from './contract-origin.tsx'
import { DutiesTable, KpiTable, LotsTable, OptionsTable, ProvidersTable, RenewalTable } from './contract-parts.tsx'
import { ContractStatePill, endInWords } from './contracts-page.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** One contract. */
export interface ContractPageProps extends Origin {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: Contract
  readonly lots: readonly ContractLot[]
  readonly options: readonly ContractExtension[]
  readonly duties: readonly DutyLine[]
  readonly steps: readonly RenewalLine[]
  readonly kpis: readonly ContractKpi[]
  readonly results: readonly KpiResult[]
  /** Titles of the measures whose targets are shared, by id. */
  readonly measures: ReadonlyMap<string, string>
  readonly assessments: readonly ContractAssessment[]
  readonly notices: readonly {
    readonly kind: string
    readonly code: string
    readonly publishedOn: Temporal.PlainDate
    readonly reference: string
  }[]
  readonly clauses: readonly { readonly kind: string; readonly text: string; readonly clause: string }[]
  /** What stays inside; undefined for whoever may not see it. */
  readonly inside:
    | {
        readonly visits: readonly ContractVisit[]
        readonly notices: readonly PerformanceNotice[]
        readonly plan: { readonly text: string; readonly reviewedOn: Temporal.PlainDate } | undefined
      }
    | undefined
  /** Committed, paid and left by budget line, as far as one may know. */
  readonly money: readonly ContractMoney[]
  /** Services, outcomes, budget lines, the agreement and the decision that it is tied to. */
  readonly ties: readonly { readonly label: string; readonly links: readonly PageLink[] }[]
  /** What a provider's contact is told of visits; nothing for everybody else. */
  readonly visits: OwnVisits
  readonly may: ReadonlySet<'change' | 'show' | 'clear' | 'report'>
}

/** A contract with who provides, its term, what its rules ask for, how it goes and what it is tied to (C9). */
export function ContractPage(props: ContractPageProps): JSX.Element {
  const { visit, board, contract, inside, may } = props
  return (
    <Page
      visit={visit}
      title={contract.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) })}
    >
      <PageHead title={contract.title} caption={`Contract of ${contract.commissionerName}`} lead={contract.summary} />
      {boardNavigation(board.slug, 'commissioning')}
      {may.has('change') && <Attention {...props} />}
      <Facts contract={contract} />
      <Acts contract={contract} may={may} />
      <Card title="Who provides" id="providers" flush={contract.providers.length > 0}>
        <ProvidersTable contract={contract} lots={props.lots} />
      </Card>
      {props.lots.length > 0 && (
        <Card title="Lots" id="lots" flush>
          <LotsTable contract={contract} lots={props.lots} mayChange={may.has('change')} />
        </Card>
      )}
      <Card title="What is measured" id="measured" flush={props.kpis.length > 0}>
        {props.kpis.length === 0 ? <p class="govuk-body">Nothing is measured yet.</p> : <KpiTable {...props} />}
      </Card>
      {props.assessments.length > 0 && <Assessments assessments={props.assessments} />}
      {props.money.length > 0 && (
        <Card title="Committed, paid and left" id="money" lead="As it stands in the ledger of each fund." flush>
          <ContractMoneyTable money={props.money} by="line" />
        </Card>
      )}
      <Card title="Its rules, its term and its renewal" id="term" flush>
        <Rules {...props} />
      </Card>
      <VisitsTold told={props.visits} today={visit.today} />
      {inside && <Inside contract={contract} {...inside} mayChange={may.has('change')} today={visit.today} />}
      <Ties ties={props.ties} contract={contract.id} />
      <ContractOrigin {...props} />
    </Page>
  )
}

/** What has passed its day is said at once. */
function Attention({ contract, duties, steps }: ContractPageProps): JSX.Element | null {
  const late = [
    ...duties.filter(({ state }) => state === 'overdue').map(({ asks, dueOn }) => ({ text: asks, dueOn, step: 'notices' as const })),
    ...steps.filter(({ state }) => state === 'past').map(({ name, dueOn }) => ({ text: name, dueOn, step: 'steps' as const })),
  ]
  return (
    <AttentionStrip
      title="Its day has passed"
      most={3}
      items={late.map(({ text, dueOn, step }) => ({
        text,
        href: contractPaths.step(contract.id, step),
        reason: dueOn ? dayInWords(dueOn) : undefined,
      }))}
    />
  )
}

function Facts({ contract }: { readonly contract: Contract }): JSX.Element {
  const { process, said, vatNote, volume } = contract
  return (
    <KeyFacts
      facts={[
        { label: 'How it stands', value: <ContractStatePill contract={contract} /> },
        ...(contract.reference === '' ? [] : [{ label: 'Reference', value: contract.reference }]),
        { label: 'Term', value: `${dayInWords(contract.startsOn)} to ${endInWords(contract).replace('No end', 'no end')}` },
        { label: 'Value with VAT', value: poundsOr(contract.gross) },
        { label: 'Value without VAT', value: poundsOr(contract.net) },
        { label: 'VAT', value: vatNote === '' ? vatWords[contract.vat] : `${vatWords[contract.vat]}: ${vatNote}` },
        ...(said === '' ? [] : [{ label: 'As its source says', value: said }]),
        { label: 'Guaranteed', value: volume === null ? 'Nothing' : `${volume.toLocaleString('en-GB')} ${contract.volumeUnit}` },
        {
          label: 'Bought under',
          value: `${contract.regimeName}${process === '' ? '' : `: ${processWords[process] ?? process}`}`,
        },
        ...(contract.standstillUntil ? [{ label: 'Standstill', value: `Until ${dayInWords(contract.standstillUntil)}` }] : []),
        { label: 'Signed', value: contract.signedOn ? dayInWords(contract.signedOn) : 'Not yet' },
        ...(contract.endedOn ? [{ label: 'Ended early', value: `${dayInWords(contract.endedOn)}. ${contract.endedBecause}` }] : []),
        ...(contract.sight === 'public' ? [] : [{ label: 'Who may see it', value: sightWords[contract.sight] }]),
      ]}
    />
  )
}

const acts: readonly (readonly [ContractStep, string])[] = [
  ['edit', 'Change this contract'],
  ['facts', 'Say what has happened'],
  ['ties', 'Say what it is tied to'],
  ['providers', 'Add who provides'],
  ['lots', 'Add a lot'],
  ['options', 'Add an option to extend it'],
  ['kpis', 'Add an indicator'],
  ['assessments', 'Assess performance'],
  ['notices', 'Record a notice'],
  ['clauses', 'Add what it asks for'],
  ['visits', 'Record a visit'],
  ['poor-performance', 'Give a notice of poor performance'],
  ['failure-plan', 'Plan for a failure'],
  ['steps', 'Say that a step of the renewal is done'],
]

function Acts({ contract, may }: Pick<ContractPageProps, 'contract' | 'may'>): JSX.Element {
  const link = (href: string, text: string) => (
    <>
      <a class="govuk-link" href={href}>
        {text}
      </a>{' '}
    </>
  )
  return (
    <>
      {may.has('report') && (
        <p class="govuk-body">
          <a class="govuk-button" href={contractPaths.report(contract.id)}>
            Report performance
          </a>
        </p>
      )}
      {(may.has('change') || may.has('show')) && (
        <Fold title="Keep this contract">
          <p class="govuk-body gt-actions">
            {may.has('change') && acts.map(([step, text]) => link(contractPaths.step(contract.id, step), text))}
            {may.has('show') && contract.sight !== 'public' && link(contractPaths.step(contract.id, 'show'), 'Show this contract')}
            {may.has('clear') && link(contractPaths.step(contract.id, 'clear'), 'Decide whether it may be public')}
            {may.has('change') && contract.endedOn === undefined && link(contractPaths.step(contract.id, 'end'), 'End it early')}
          </p>
        </Fold>
      )}
    </>
  )
}

function Rules(props: ContractPageProps): JSX.Element {
  const { contract, duties, options, steps, notices, clauses, may } = props
  return (
    <>
      <Fold
        title="Options and renewal"
        note={options.length === 0 ? 'No option to extend it' : options.length === 1 ? 'One option' : `${options.length} options`}
      >
        {options.length > 0 && <OptionsTable contract={contract} options={options} mayChange={may.has('change')} />}
        {steps.length === 0 ? <p class="govuk-body">A contract without an end has no calendar.</p> : <RenewalTable steps={steps} />}
      </Fold>
      <Fold title="What its rules ask for" note={contract.regimeName}>
        {duties.length === 0 ? <p class="govuk-body">Nothing that has a day.</p> : <DutiesTable duties={duties} />}
      </Fold>
      <Fold title="Notices that were published" note={String(notices.length)}>
        {notices.length === 0 ? (
          <p class="govuk-body">None is recorded.</p>
        ) : (
          <KeyFacts
            facts={notices.map(({ kind, code, publishedOn, reference }) => ({
              label: [noticeWords[kind] ?? kind, code].filter(Boolean).join(', '),
              value: [dayInWords(publishedOn), reference].filter(Boolean).join('. '),
            }))}
          />
        )}
      </Fold>
      <Fold title="What it asks of quality, safeguarding and the workforce" note={String(clauses.length)}>
        {clauses.length === 0 ? (
          <p class="govuk-body">Nothing is recorded.</p>
        ) : (
          <KeyFacts
            facts={clauses.map(({ kind, text, clause }) => ({
              label: [clauseWords[kind] ?? kind, clause].filter(Boolean).join(', '),
              value: text,
            }))}
          />
        )}
      </Fold>
    </>
  )
}

function Ties({ ties, contract }: { readonly ties: ContractPageProps['ties']; readonly contract: string }): JSX.Element {
  return (
    <Card title="What it is tied to" id="ties">
      <KeyFacts
        facts={ties.map(({ label, links }) => ({
          label,
          value:
            links.length === 0
              ? 'None'
              : links.map(({ text, href }) => (
                  <>
                    <a class="govuk-link" href={href}>
                      {text}
                    </a>
                    <br />
                  </>
                )),
        }))}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('contract', contract)}>
          The golden thread of this contract
        </a>
      </p>
    </Card>
  )
}
