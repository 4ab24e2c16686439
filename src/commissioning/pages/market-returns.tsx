import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { providerPaths } from '../contract-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { AskTakenBack, MarketAsk } from '../queries/market-asks.ts'
import type { NamedReturn } from '../queries/markets.ts'
import { type AskState, askState } from '../rules/market-ask.ts'

type Day = Temporal.PlainDate

function State({ state }: { readonly state: AskState }): JSX.Element {
  if (state === 'late') return <StatusPill meaning="bad">Late</StatusPill>
  if (state === 'waits') return <StatusPill meaning="information">Waits for the provider</StatusPill>
  return <StatusPill meaning="good">Made</StatusPill>
}

/** How old the returns of a market are, in words: 'Not known' where nobody said how old one may be. */
export function oldInWords(old: readonly { readonly datedOn: Day }[], all: number, months: number | undefined): string {
  if (months === undefined) return 'Nobody has said after how many months a return is old'
  if (all === 0) return 'No provider has made one'
  return old.length === 0 ? `None of ${all} is older than ${months} months` : `${old.length} of ${all} are older than ${months} months`
}

/** The returns that are older than the market allows, the oldest first, for everybody who reads the market (C12); the facts above say how many of how many. */
export function OldReturns({
  market,
  months,
  old,
  areaNames,
}: {
  readonly market: string
  readonly months: number | undefined
  readonly old: readonly NamedReturn[]
  readonly areaNames: ReadonlyMap<string, string>
}): JSX.Element | null {
  if (old.length === 0 || months === undefined) return null
  const line = ({ provider, providerName, area, datedOn }: NamedReturn) => ({
    cells: [
      <a class="govuk-link" href={providerPaths.provider(provider)}>
        {providerName}
      </a>,
      <a class="govuk-link" href={marketPaths.area(market, area)}>
        {areaNames.get(area) ?? 'An area'}
      </a>,
      dayInWords(datedOn),
    ],
  })
  return (
    <Card title="Oldest returns" id="old" flush>
      <Fold title={`Older than ${months} months`} note={String(old.length)}>
        <DataTable
          caption="Oldest returns"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Provider' }, { heading: 'Area' }, { heading: 'Said of' }]}
          rows={old.map(line)}
        />
      </Fold>
    </Card>
  )
}

/** What a request for returns is about: one market or provider and one last day, with its areas. */
export function requestsOf(asks: readonly MarketAsk[], today: Day) {
  return [...Map.groupBy(asks, ({ market, provider, dueOn }) => `${market} ${provider} ${dueOn}`).values()].flatMap((list) => {
    const [first] = list
    if (!first) return []
    const states = list.map((one) => askState(one, today))
    const state = (['late', 'waits', 'made', 'settled'] as const).find((one) => states.includes(one)) ?? 'settled'
    return [{ first, list, state, made: states.filter((one) => one === 'made' || one === 'settled').length }]
  })
}

/** What providers were asked, for whoever keeps the market: what waits and what is late first, what was made and what was taken back folded. */
export function AskedReturns({
  asks,
  takenBack,
  today,
}: {
  readonly asks: readonly MarketAsk[]
  readonly takenBack: readonly AskTakenBack[]
  readonly today: Day
}): JSX.Element | null {
  const all = requestsOf(asks, today)
  const open = all.filter(({ state }) => state === 'late' || state === 'waits')
  const made = all.filter((one) => !open.includes(one)).toReversed()
  if (all.length === 0 && takenBack.length === 0) return null
  const table = (list: typeof all, caption: string) => (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Provider' }, { heading: 'Areas' }, { heading: 'Last day' }, { heading: 'How it stands' }]}
      rows={list.map(({ first, list: areas, state, made: done }) => ({
        cells: [
          <a class="govuk-link" href={providerPaths.provider(first.provider)}>
            {first.providerName}
          </a>,
          areas.map(({ areaName }) => areaName).join(', '),
          dayInWords(first.dueOn),
          <>
            <State state={state} /> {done > 0 && done < areas.length && `${done} of ${areas.length} areas made`}
            <span class="govuk-hint govuk-!-margin-bottom-1">
              {first.mailedAt === undefined ? 'Nobody was told by mail' : `Told by mail on ${dayInWords(dayOf(first.mailedAt))}`}
            </span>
            {(state === 'waits' || state === 'late') && (
              <a class="govuk-link" href={marketPaths.takeBack(first.id)}>
                Take it back<span class="govuk-visually-hidden">: {first.providerName}</span>
              </a>
            )}
          </>,
        ],
      }))}
    />
  )
  return (
    <Card title="Returns that were asked for" id="asked" flush={open.length > 0}>
      {open.length === 0 ? <p class="govuk-body">None is open.</p> : table(open, 'Returns that are open')}
      {made.length > 0 && (
        <Fold title="Made" note={String(made.length)}>
          {table(made, 'Returns that were made')}
        </Fold>
      )}
      {takenBack.length > 0 && (
        <Fold title="Taken back" note={String(takenBack.length)}>
          <DataTable
            caption="What was taken back"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Provider' }, { heading: 'Was asked by' }, { heading: 'Taken back' }, { heading: 'Why' }]}
            rows={takenBack.map(({ provider, providerName, areas, dueOn, takenBackOn, because }) => ({
              cells: [
                <a class="govuk-link" href={providerPaths.provider(provider)}>
                  {providerName}
                </a>,
                `${dayInWords(dueOn)}, ${areas === 1 ? 'one area' : `${areas} areas`}`,
                dayInWords(takenBackOn),
                because,
              ],
            }))}
          />
        </Fold>
      )}
    </Card>
  )
}

/** What a provider itself was asked for, with a link where something is left to say. */
export function OwnReturns({ asks, today }: { readonly asks: readonly MarketAsk[]; readonly today: Day }): JSX.Element | null {
  const all = requestsOf(asks, today).filter(({ state }) => state !== 'settled')
  if (all.length === 0) return null
  return (
    <Card title="Say what you can give" id="returns" flush>
      <DataTable
        caption="Returns that you are asked for"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Market' }, { heading: 'Areas' }, { heading: 'Last day' }, { heading: 'How it stands' }]}
        rows={all.map(({ first, list, state }) => ({
          cells: [
            <a class="govuk-link" href={marketPaths.ask(first.id)}>
              {first.title}
            </a>,
            list.map(({ areaName }) => areaName).join(', '),
            dayInWords(first.dueOn),
            <>
              {state === 'waits' ? <StatusPill meaning="information">To say</StatusPill> : <State state={state} />}
              {state === 'made' && ' You may correct it until its last day'}
            </>,
          ],
        }))}
      />
    </Card>
  )
}
