import type { JSX } from 'hono/jsx/jsx-runtime'
import { delegationPath } from '#governance/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { delegatedPaths } from '../delegated-paths.ts'
import { fundPaths } from '../money-paths.ts'
import { servicePaths } from '../paths.ts'
import type { BudgetHolder, BudgetSum, Delegated, NamedEntry, NamedFactor, NamedRule } from '../queries/delegated.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { delegatedShares } from '../rules/delegated.ts'
import { totalOf } from '../rules/split.ts'
import { entryWords, holderWords } from '../words/delegated.ts'
import { pounds } from '../words/pence.ts'
import type { ShownDecision } from './agreement-history-page.tsx'
import type { BoardName } from './crumbs.ts'
import { BudgetFactors } from './delegated-factors.tsx'
import { LedPage } from './led-page.tsx'

/** A delegated budget with all that belongs to it. */
export interface DelegatedPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly budget: Delegated
  readonly holders: readonly BudgetHolder[]
  readonly factors: readonly NamedFactor[]
  readonly rules: readonly NamedRule[]
  /** Those that one may see. */
  readonly entries: readonly NamedEntry[]
  readonly sums: readonly BudgetSum[]
  readonly titles: ReadonlyMap<string, string>
  readonly fundTitle: string | undefined
  readonly decision: ShownDecision | undefined
  readonly may: ReadonlySet<'change' | 'show'>
  /** The shares that whoever asks may spend. */
  readonly spends: ReadonlySet<string>
}

/** Who spends how much of a sum, by what it was divided, what may be bought, and what was (C14). */
export function DelegatedPage(props: DelegatedPageProps): JSX.Element {
  const { visit, board, record, budget, holders, factors, may } = props
  const acts = [
    ['edit', 'Change what is recorded'],
    ...(budget.handedOn ? [] : ([['holders', 'Name who holds a share']] as const)),
    ...(budget.handedOn || holders.length === 0 ? [] : ([['factors', 'Say by what it is divided']] as const)),
    ['rules', 'Say what may be bought'],
    ...(budget.handedOn || factors.length === 0 ? [] : ([['hand-over', 'Hand it over']] as const)),
  ] as const
  return (
    <LedPage visit={visit} board={board} record={record} lead={budget.purpose} may={may} acts={acts}>
      <Facts {...props} />
      <Shares {...props} />
      <Rules {...props} />
      <Entries {...props} />
      <BudgetFactors factors={factors} holders={holders} />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('delegated-budget', record.id)}>
          The golden thread of this budget
        </a>
      </p>
    </LedPage>
  )
}

function Facts({ budget, fundTitle, decision }: DelegatedPageProps): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: 'Sum', value: pounds(budget.pence) },
        { label: 'Time', value: `${dayInWords(budget.startsOn)} to ${dayInWords(budget.endsOn.subtract({ days: 1 }))}` },
        {
          label: 'How it stands',
          value: budget.handedOn ? (
            `Handed over on ${dayInWords(budget.handedOn)}`
          ) : (
            <StatusPill meaning="draft">It is being divided</StatusPill>
          ),
        },
        {
          label: 'Decision',
          value: decision ? (
            <a class="govuk-link" href={decision.href}>
              {decision.text}
            </a>
          ) : budget.decision ? (
            'Decided at a meeting'
          ) : (
            'Not decided yet'
          ),
        },
        ...(budget.fund && fundTitle
          ? [
              {
                label: 'Taken from',
                value: (
                  <a class="govuk-link" href={fundPaths.fund(budget.fund)}>
                    {fundTitle}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Shares(props: DelegatedPageProps): JSX.Element {
  const { board, record, budget, holders, factors, sums, spends } = props
  const preview = delegatedShares(
    budget.pence,
    holders.map(({ id }) => id),
    factors,
  )
  const shareOf = ({ id, pence }: BudgetHolder) => pence ?? (preview.ok ? preview.shares.get(id) : undefined)
  const cellsOf = (holder: BudgetHolder) => {
    const share = shareOf(holder)
    if (budget.handedOn === undefined || share === undefined)
      return [
        share === undefined ? 'Not divided yet' : `${pounds(share)}, if it is handed over like this`,
        'Nothing yet',
        'Nothing yet',
        'Nothing yet',
      ]
    const own = sums.filter((one) => one.holder === holder.id)
    const returned = totalOf(own.filter(({ rule }) => rule === undefined).map(({ pence }) => pence))
    const spent = totalOf(own.filter(({ rule }) => rule !== undefined).map(({ pence }) => pence))
    return [share, spent, returned, share - spent - returned].map(pounds)
  }
  return (
    <Card title="Who holds it" id="shares" flush={holders.length > 0}>
      {holders.length === 0 ? (
        <p class="govuk-body">Nobody is named yet.</p>
      ) : (
        <DataTable
          caption="Who holds it"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Holder' },
            { heading: 'Spent by' },
            ...['Share', 'Spent', 'Given back', 'Left'].map((heading) => ({ heading, numeric: true })),
            ...(spends.size > 0 ? [{ heading: 'What to do' }] : []),
          ]}
          rows={holders.map((holder) => ({
            cells: [
              `${holder.name} (${holderWords[holder.kind].toLowerCase()})`,
              holder.delegation ? (
                <a class="govuk-link" href={delegationPath(board.slug, holder.delegation)}>
                  {holder.personName === '' ? 'Whoever holds the delegation' : `${holder.personName}, and whoever holds the delegation`}
                </a>
              ) : (
                holder.personName
              ),
              ...cellsOf(holder),
              ...(spends.size === 0
                ? []
                : [
                    spends.has(holder.id) && budget.handedOn ? (
                      <div class="gt-actions">
                        <a class="govuk-link" href={delegatedPaths.share(record.id, holder.id, 'purchases')}>
                          Record what was bought<span class="govuk-visually-hidden">{`: ${holder.name}`}</span>
                        </a>
                        <a class="govuk-link" href={delegatedPaths.share(record.id, holder.id, 'returns')}>
                          Give back<span class="govuk-visually-hidden">{`: ${holder.name}`}</span>
                        </a>
                      </div>
                    ) : (
                      'Nothing'
                    ),
                  ]),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Rules({ visit, record, rules, holders, sums, titles, may }: DelegatedPageProps): JSX.Element {
  return (
    <Card title="What may be bought, and what it came to" id="rules" flush={rules.length > 0}>
      {rules.length === 0 ? (
        <p class="govuk-body">No rule is written yet: nothing can be bought.</p>
      ) : (
        <DataTable
          caption="What may be bought"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'What' },
            { heading: 'By whom' },
            { heading: 'At most at once', numeric: true },
            { heading: 'On whose authority' },
            { heading: 'Holds' },
            { heading: 'Bought so far', numeric: true },
            ...(may.has('change') ? [{ heading: 'Change' }] : []),
          ]}
          rows={rules.map(({ id, text, service, holder, limit, authority, startsOn, endsOn }) => ({
            cells: [
              <>
                {text}
                {service && (
                  <>
                    {' for '}
                    <a class="govuk-link" href={servicePaths.service(service)}>
                      {titles.get(service) ?? 'a service'}
                    </a>
                  </>
                )}
              </>,
              holder === undefined ? 'Every holder' : (holders.find((one) => one.id === holder)?.name ?? 'A holder'),
              limit === undefined ? 'What is left' : pounds(limit),
              authority,
              `From ${dayInWords(startsOn)}${endsOn ? `, to ${dayInWords(endsOn.subtract({ days: 1 }))}` : ''}${
                endsOn && Temporal.PlainDate.compare(endsOn, visit.today) <= 0 ? ': over' : ''
              }`,
              pounds(totalOf(sums.filter((one) => one.rule === id).map(({ pence }) => pence))),
              ...(may.has('change')
                ? [
                    endsOn && Temporal.PlainDate.compare(endsOn, visit.today) <= 0 ? (
                      'Ended'
                    ) : (
                      <a class="govuk-link" href={delegatedPaths.endRule(record.id, id)}>
                        End this rule<span class="govuk-visually-hidden">{`: ${text}`}</span>
                      </a>
                    ),
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Entries({ record, entries, holders, rules, titles, spends }: DelegatedPageProps): JSX.Element | null {
  if (entries.length === 0) return null
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []))
  return (
    <Card title="What was bought" id="entries" flush>
      <Fold
        title="Every purchase"
        note={`${entries.length === 1 ? 'One entry' : `${entries.length} entries`}, for the board and those who hold shares`}
      >
        <DataTable
          caption="Every purchase"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'What' },
            { heading: 'Day' },
            { heading: 'Holder' },
            { heading: 'By which rule' },
            { heading: 'Sum', numeric: true },
            { heading: 'How it stands' },
          ]}
          rows={entries.map(({ id, what, happenedOn, holder, rule, pence, kind, provider }) => ({
            cells: [
              provider === undefined ? what : `${what}, from ${titles.get(provider) ?? 'a provider'}`,
              dayInWords(happenedOn),
              holders.find((one) => one.id === holder)?.name ?? 'A holder',
              rules.find((one) => one.id === rule)?.text ?? 'None',
              pounds(kind === 'undone' ? -pence : pence),
              undone.has(id) ? (
                'Undone later'
              ) : kind !== 'undone' && spends.has(holder) ? (
                <>
                  {entryWords[kind]}{' '}
                  <a class="govuk-link" href={delegatedPaths.undo(record.id, id)}>
                    {`Undo: ${what}`}
                  </a>
                </>
              ) : (
                entryWords[kind]
              ),
            ],
          }))}
        />
      </Fold>
    </Card>
  )
}
