import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import type { Bid, BidCall } from '../queries/bids.ts'
import type { BidCriteria, BidScore, Evaluator } from '../queries/evaluations.ts'
import { type BidCriterion, percentOf, type RankedBid } from '../rules/evaluation.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** What an evaluator, or whoever reads scores after the decision, sees in one look. */
export interface EvaluationPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly call: BidCall
  /** Those that count. */
  readonly bids: readonly Bid[]
  readonly criteria: BidCriteria
  readonly evaluators: readonly Evaluator[]
  /** Whoever looks, where they evaluate. */
  readonly own: Evaluator | undefined
  readonly scores: readonly BidScore[]
  readonly agreed: readonly BidScore[]
  readonly ranked: readonly RankedBid[]
  /** Bids whose price is marked as abnormally low. */
  readonly low: ReadonlySet<string>
  /** Undefined: nothing is recommended; a bid that is null: none of them. */
  readonly recommended: { readonly bid: string | null; readonly because: string } | undefined
}

/** Scores and ranking of the opened bids of a call: each evaluator's own until they hand in, then those of all, the agreed ones and what they come to (C8). */
export function EvaluationPage(props: EvaluationPageProps): JSX.Element {
  const { visit, board, call, bids, criteria, own, recommended, agreed } = props
  const names = new Map(bids.map(({ id, providerName }) => [id, providerName]))
  const readsAll = own === undefined || own.handedInAt !== undefined
  const canScore = own !== undefined && own.handedInAt === undefined && call.decidedOn === undefined && recommended === undefined
  return (
    <Page
      visit={visit}
      title={`Evaluation: ${call.title}`}
      breadcrumbs={crumbsOf(
        board,
        { text: call.pipeline, href: pipelinePaths.pipeline(call.process) },
        { text: call.title, href: bidPaths.call(call.id) },
      )}
    >
      <PageHead
        title="Evaluation of the bids"
        caption={call.title}
        lead="It is written down that you read this. Everybody scores alone, and reads the scores of others after handing in their own."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {recommended && (
        <Card title="Recommended" id="recommended">
          <p class="govuk-body govuk-!-font-weight-bold">{recommended.bid === null ? 'None of the bids' : names.get(recommended.bid)}</p>
          <p class="govuk-body">{recommended.because}</p>
        </Card>
      )}
      {canScore && <OwnScores {...props} own={own} />}
      <Card title="How they rank" id="ranking" flush>
        <Ranking {...props} names={names} />
      </Card>
      {own?.moderates && readsAll && recommended === undefined && call.decidedOn === undefined && <Moderating {...props} names={names} />}
      {readsAll && (
        <Card title="Who scored what" id="scores" flush>
          {bids.map((bid) => (
            <Fold title={bid.providerName} note={agreed.some((one) => one.bid === bid.id) ? 'Agreed' : 'Not agreed yet'}>
              <ScoresOf {...props} bid={bid} criteria={criteria.criteria} />
            </Fold>
          ))}
        </Card>
      )}
    </Page>
  )
}

function OwnScores({ visit, call, bids, criteria, own, scores }: EvaluationPageProps & { readonly own: Evaluator }): JSX.Element {
  const judged = criteria.criteria.filter(({ kind }) => kind === 'quality').length
  const done = (bid: string) => scores.filter((one) => one.bid === bid && one.evaluator === own.id).length
  return (
    <Card title="Your scores" id="own">
      <ul class="govuk-list">
        {bids.map(({ id, providerName }) => (
          <li>
            <a class="govuk-link" href={bidPaths.scores(call.id, id, 'own')}>
              {providerName}
            </a>{' '}
            {`${done(id)} of ${judged} criteria scored`}
          </li>
        ))}
      </ul>
      {bids.every(({ id }) => done(id) >= judged) && (
        <PostButton
          visit={visit}
          action={bidPaths.evaluation(call.id, 'hand-in')}
          text="Hand your scores in: they then stand"
          look="primary"
        />
      )}
    </Card>
  )
}

function Ranking({
  bids,
  criteria,
  ranked,
  low,
  names,
}: EvaluationPageProps & { readonly names: ReadonlyMap<string, string> }): JSX.Element {
  const price = criteria.criteria.filter(({ kind }) => kind === 'price').reduce((sum, { weight }) => sum + weight, 0)
  const amounts = new Map(bids.map(({ id, content }) => [id, content?.amount]))
  const first = ranked.filter(({ place }) => place === 1)
  const said =
    first.length === 0
      ? 'No place is given before the agreed scores are written.'
      : first.length === 1
        ? `First is ${names.get(first[0]?.id ?? '') ?? 'a bid'}.`
        : `${first.map(({ id }) => names.get(id) ?? 'a bid').join(' and ')} tie for the first place: the weights do not decide between them.`
  return (
    <>
      <p>{said}</p>
      <DataTable
        caption="Bids by what they come to, in per cent"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Place' },
          { heading: 'Provider' },
          { heading: 'Price', numeric: true },
          { heading: `Quality, of ${(10_000 - price) / 100}`, numeric: true },
          { heading: `For the price, of ${price / 100}`, numeric: true },
          { heading: 'Together, of 100', numeric: true },
        ]}
        rows={ranked.map(({ id, place, isTied, quality, price: forPrice, total }) => {
          const amount = amounts.get(id)
          return {
            cells: [
              place === undefined ? 'Not agreed yet' : `${place}${isTied ? ', tied' : ''}`,
              names.get(id) ?? 'A provider',
              <>
                {amount === undefined ? 'Sealed' : pounds(amount)}{' '}
                {low.has(id) && <StatusPill meaning="warning">Abnormally low: ask why</StatusPill>}
              </>,
              quality ? percentOf(quality) : 'Not agreed yet',
              percentOf(forPrice),
              total ? percentOf(total) : 'Not agreed yet',
            ],
          }
        })}
      />
    </>
  )
}

function Moderating({
  call,
  bids,
  evaluators,
  ranked,
}: EvaluationPageProps & { readonly names: ReadonlyMap<string, string> }): JSX.Element {
  const waiting = evaluators.filter(({ settled, handedInAt }) => settled !== 'stands-down' && handedInAt === undefined)
  return (
    <Card title="Agreed scores" id="agreed">
      {waiting.length > 0 ? (
        <p class="govuk-body">{`They are written once all have handed in. Not yet: ${waiting.map(({ name }) => name).join(', ')}.`}</p>
      ) : (
        <ul class="govuk-list">
          {bids.map(({ id, providerName }) => (
            <li>
              <a class="govuk-link" href={bidPaths.scores(call.id, id, 'agreed')}>
                {`Agreed scores: ${providerName}`}
              </a>
            </li>
          ))}
        </ul>
      )}
      {waiting.length === 0 && ranked.every(({ place }) => place !== undefined) && (
        <a class="govuk-button govuk-!-margin-bottom-0" href={bidPaths.evaluation(call.id, 'recommend')}>
          Recommend
        </a>
      )}
    </Card>
  )
}

function ScoresOf(props: {
  readonly bid: Bid
  readonly criteria: readonly BidCriterion[]
  readonly evaluators: readonly Evaluator[]
  readonly scores: readonly BidScore[]
  readonly agreed: readonly BidScore[]
}): JSX.Element {
  const { bid, criteria, evaluators, scores, agreed } = props
  const titles = new Map(criteria.map(({ id, title }) => [id, title]))
  const names = new Map(evaluators.map(({ id, name }) => [id, name]))
  const lines = [
    ...agreed.map((one) => ({ ...one, who: 'Agreed' })),
    ...scores.map((one) => ({ ...one, who: names.get(one.evaluator) ?? 'Somebody' })),
  ].filter((one) => one.bid === bid.id && titles.has(one.criterion))
  if (lines.length === 0) return <p class="govuk-body">Nothing was handed in.</p>
  return (
    <DataTable
      caption={`Scores of ${bid.providerName}`}
      hideCaption
      narrow="stack"
      columns={[{ heading: 'For' }, { heading: 'Who' }, { heading: 'Points', numeric: true }, { heading: 'Why' }]}
      rows={lines
        .toSorted((one, other) => (titles.get(one.criterion) ?? '').localeCompare(titles.get(other.criterion) ?? ''))
        .map(({ criterion, who, points, because }) => ({ cells: [titles.get(criterion) ?? '', who, String(points), because] }))}
    />
  )
}

/** By what bids are judged, for everybody. */
export function CriteriaCard(props: {
  readonly call: BidCall
  readonly criteria: BidCriteria
  readonly mayChange: boolean
}): JSX.Element | null {
  const { call, criteria, mayChange } = props
  if (criteria.edition === 0 && !mayChange) return null
  return (
    <Card title="How bids are judged" id="criteria" flush={criteria.edition > 0}>
      {criteria.edition === 0 ? (
        <p class="govuk-body">Nobody has said it yet.</p>
      ) : (
        <>
          <DataTable
            caption="Criteria and their weights"
            narrow="stack"
            hideCaption
            columns={[{ heading: 'By' }, { heading: 'Weight, per cent', numeric: true }]}
            rows={criteria.criteria.map(({ title, weight, kind }) => ({
              cells: [
                kind === 'price' ? 'Price: the lowest gets all of it, one twice as high half' : title,
                percentOf({ over: BigInt(weight), under: 1n }),
              ],
            }))}
          />
          {criteria.saidAt && (
            <p class="govuk-body govuk-!-padding-4 govuk-!-margin-bottom-0">
              {`${criteria.because === '' ? 'Said' : 'Changed'} ${instantInWords(criteria.saidAt)}${criteria.because === '' ? '.' : `: ${criteria.because.replace(/\.$/, '')}.`} `}
              <a class="govuk-link" href={`${datedRulesPath}#score-scale`}>
                What points for a bid mean
              </a>
            </p>
          )}
        </>
      )}
      {mayChange && (
        <p class={criteria.edition > 0 ? 'govuk-body govuk-!-padding-4 govuk-!-margin-bottom-0' : 'govuk-body'}>
          <a class="govuk-link" href={bidPaths.step(call.id, 'criteria')}>
            {criteria.edition === 0 ? 'Say how bids are judged' : 'Change how bids are judged'}
          </a>
        </p>
      )}
    </Card>
  )
}
