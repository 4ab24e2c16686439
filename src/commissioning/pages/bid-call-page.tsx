import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import type { BidFile } from '../queries/bid-files.ts'
import type { Bid, BidCall, BidLook } from '../queries/bids.ts'
import type { BidCriteria, Evaluator } from '../queries/evaluations.ts'
import { type CallState, callState } from '../rules/bid.ts'
import { callStateWords } from '../words/pipeline.ts'
import { type AwardContracts, AwardContractsCard } from './award-card.tsx'
import { BidFiles } from './bid-files.tsx'
import { Bids } from './bid-look-page.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { CriteriaCard } from './evaluation-page.tsx'
import { EvaluatorsCard, Recommended } from './evaluators-card.tsx'

/** What one sees of a call, and may do with it. */
export interface BidCallPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly call: BidCall
  readonly bids: readonly Bid[]
  /** The providers for which one signs in. */
  readonly own: readonly string[]
  /** Names of the two who open it, as far as one may see them. */
  readonly names: ReadonlyMap<string, string>
  readonly openings: readonly { readonly person: string; readonly saidAt: Temporal.Instant }[]
  readonly mayOpen: boolean
  /** Withdraws it, or says that it was decided. */
  readonly mayChange: boolean
  /** Looks at what opened bids say. */
  readonly mayLook: boolean
  readonly looks: readonly BidLook[]
  /** Within how many minutes of one another the two open it. */
  readonly minutes: number | undefined
  /** Sees all envelopes: the board, one of the two, or who evaluates. */
  readonly seesAll: boolean
  readonly criteria: BidCriteria
  /** As far as one may see them. */
  readonly evaluators: readonly Evaluator[]
  /** The one who looks, where they evaluate. */
  readonly self: Evaluator | undefined
  /** Reads scores and ranking. */
  readonly mayScore: boolean
  readonly recommended: { readonly bid: string | null; readonly because: string } | undefined
  readonly awarded: { readonly bid: string | null; readonly because: string } | undefined
  readonly award: AwardContracts
  /** Files of one's own bid. */
  readonly files: readonly BidFile[]
}

/** A call for sealed bids: what is asked, until when, and who opens it; a provider sees its own bids, the board envelopes until it is opened (C8). */
export function BidCallPage(props: BidCallPageProps): JSX.Element {
  const { visit, board, call, bids, own, names, mayOpen, mayChange, mayLook, looks, seesAll, self } = props
  const state = callState(call, visit.now)
  const who = call.openers.map((id) => names.get(id)).filter((name) => name !== undefined)
  return (
    <Page
      visit={visit}
      title={call.title}
      breadcrumbs={crumbsOf(
        board,
        { text: 'Pipelines', href: pipelinePaths.ofBoard(board.slug) },
        { text: call.pipeline, href: pipelinePaths.pipeline(call.process) },
      )}
    >
      <PageHead
        title={call.title}
        caption={`Call for sealed bids: ${call.of}`}
        status={<StatusPill meaning={callStateWords[state].meaning}>{callStateWords[state].word}</StatusPill>}
      />
      {boardNavigation(board.slug, 'commissioning')}
      <KeyFacts
        facts={[
          { label: 'Bids by', value: instantInWords(call.closesAt) },
          { label: 'Opened', value: call.openedAt ? instantInWords(call.openedAt) : `Not before ${instantInWords(call.opensAt)}` },
          { label: 'Opened by', value: who.length === 2 ? who.join(' and ') : 'Two named officers together' },
          ...standingFacts(call),
        ]}
      />
      {mayChange && <Steps call={call} state={state} />}
      <Card title="What is asked" id="asked">
        {call.asks.split(/\n+/).map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </Card>
      <CriteriaCard call={call} criteria={props.criteria} mayChange={mayChange && state === 'open'} />
      {own.length > 0 && <OwnBid {...props} state={state} />}
      {mayOpen && state === 'to-open' && <Opening {...props} />}
      {seesAll && (
        <Card title="Envelopes" id="bids" flush={bids.length > 0}>
          {bids.length === 0 ? <p class="govuk-body">None has come.</p> : <Bids bids={bids} all={bids} state={state} />}
          {mayLook && (
            <p>
              <a class="govuk-link" href={bidPaths.look(call.id)}>
                Read what the bids say
              </a>
              . Each time is written down, and shown here.
            </p>
          )}
        </Card>
      )}
      {(seesAll || self !== undefined) && (
        <EvaluatorsCard
          {...{ call, evaluators: props.evaluators, own: self, mayEvaluate: props.mayScore }}
          mayName={mayChange && state !== 'decided' && state !== 'withdrawn' && props.recommended === undefined}
        />
      )}
      <Recommended {...props} />
      <AwardContractsCard call={call.id} award={props.award} />
      {seesAll && call.openedAt && <Looks looks={looks} names={names} />}
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('bid-call', call.id)}>
          The golden thread of this call
        </a>
      </p>
    </Page>
  )
}

/** One's own bid with its files; until the last moment another takes its place, and files come and go. */
function OwnBid({ call, bids, own, files, state }: BidCallPageProps & { readonly state: CallState }): JSX.Element {
  const mine = bids.filter(({ provider }) => own.includes(provider))
  const isOpen = state === 'open'
  return (
    <Card title="Your bid" id="own" flush={mine.length > 0}>
      {mine.length === 0 ? <p class="govuk-body">None was handed in.</p> : <Bids bids={mine} all={bids} state={state} isOwn />}
      {files.length > 0 && <BidFiles call={call.id} files={files} mayWithdraw={isOpen} />}
      {isOpen && (
        <p class={`govuk-body gt-actions${mine.length > 0 ? ' govuk-!-padding-4 govuk-!-margin-bottom-0' : ''}`}>
          <a class="govuk-button govuk-!-margin-bottom-0" href={bidPaths.submit(call.id)}>
            {mine.length === 0 ? 'Hand in a bid' : 'Hand in another in its place'}
          </a>{' '}
          {mine.length > 0 && (
            <a class="govuk-link" href={bidPaths.files(call.id)}>
              Add a file to it
            </a>
          )}
        </p>
      )}
    </Card>
  )
}

function standingFacts({ withdrawnOn, withdrawnBecause, decidedOn, decision, decidedNote }: BidCall) {
  if (withdrawnOn) return [{ label: 'Withdrawn', value: `${dayInWords(withdrawnOn)}: ${withdrawnBecause}` }]
  if (!decidedOn) return []
  const by =
    decision === undefined ? (
      decidedNote
    ) : (
      <>
        <a class="govuk-link" href={threadAddress('decision', decision)}>
          By a decision of the board
        </a>
        {decidedNote !== '' && `. ${decidedNote}`}
      </>
    )
  return [
    { label: 'Decided', value: dayInWords(decidedOn) },
    { label: 'Decided by', value: by },
  ]
}

function Steps({ call, state }: { readonly call: BidCall; readonly state: CallState }): JSX.Element | null {
  if (state === 'withdrawn' || state === 'decided') return null
  const [step, text] = state === 'opened' ? (['decided', 'Record the decision'] as const) : (['withdraw', 'Withdraw this call'] as const)
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={bidPaths.step(call.id, step)}>
        {text}
      </a>
    </p>
  )
}

const LOOKS_SHOWN = 50

/** Who looked at what the bids say, and when. */
function Looks({ looks, names }: Pick<BidCallPageProps, 'looks' | 'names'>): JSX.Element {
  return (
    <Card title="Who has read the bids" id="looks" flush={looks.length > 0}>
      {looks.length === 0 ? (
        <p class="govuk-body">Nobody yet.</p>
      ) : (
        <DataTable
          caption="Who has read the bids"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'When' }]}
          rows={looks
            .slice(0, LOOKS_SHOWN)
            .map(({ person, lookedAt }) => ({ cells: [names.get(person) ?? 'Somebody', instantInWords(lookedAt)] }))}
        />
      )}
      {looks.length > LOOKS_SHOWN && (
        <p class="govuk-body govuk-!-padding-4">{`${looks.length - LOOKS_SHOWN} earlier times are not shown.`}</p>
      )}
    </Card>
  )
}

function Opening({ visit, call, openings, names, minutes }: BidCallPageProps): JSX.Element {
  const last = openings.at(-1)
  const within = minutes === undefined ? 'at the same time' : `within ${minutes} minutes`
  return (
    <Card title="Open the bids" id="open">
      <p class="govuk-body">
        {last
          ? `${names.get(last.person) ?? 'One of you'} was ready ${instantInWords(last.saidAt)}. When the other says so ${within}, all bids are opened at that moment.`
          : `Both of you say so ${within} of one another. At the second word all bids are opened together, with your names and the time.`}
      </p>
      <PostButton visit={visit} action={bidPaths.open(call.id)} text="I am here: open the bids" look="primary" />
    </Card>
  )
}

/** The calls of a pipeline, each with how it stands. */
export function CallsOf({ calls, now }: { readonly calls: readonly BidCall[]; readonly now: Temporal.Instant }): JSX.Element {
  return (
    <DataTable
      caption="Calls for bids"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Call' }, { heading: 'For' }, { heading: 'Bids by' }, { heading: 'Stands' }]}
      rows={calls.map((call) => {
        const { word, meaning } = callStateWords[callState(call, now)]
        return {
          cells: [
            <a class="govuk-link" href={bidPaths.call(call.id)}>
              {call.title}
            </a>,
            call.of,
            instantInWords(call.closesAt),
            <StatusPill meaning={meaning}>{word}</StatusPill>,
          ],
        }
      })}
    />
  )
}
