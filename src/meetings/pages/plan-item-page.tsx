import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, recordPaths, yearPaths } from '../paths.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { PlanItem, PlanMove, ReferringDecision } from '../queries/plan.ts'
import type { SentPaper } from '../queries/sent-papers.ts'
import { mayStep, type PlanPurpose } from '../rules/plan.ts'
import { wasMissed } from '../rules/standing-places.ts'
import { decisionTitle } from '../words/decision.ts'
import { beforeMinutesWords, planPurposeWords, planStateWords } from '../words/plan.ts'
import { standingInWords } from '../words/standing.ts'
import { spanInWords } from '../words/year.ts'
import { type TopicsView, topicsFact } from './topic-links.tsx'

/** An item of the plan with its history. */
export interface PlanItemPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly item: PlanItem
  /** Who put it forward and who accepted it, by account; empty for those who may not know. */
  readonly people: ReadonlyMap<string, { readonly name: string }>
  readonly moves: readonly PlanMove[]
  /** Day of the meeting it is placed in. */
  readonly heldOn: Temporal.PlainDate | undefined
  /** The decision that referred it here, as far as one may know of it. */
  readonly referredBy: ReferringDecision | undefined
  readonly mayKeep: boolean
  /** The paper that it came with, for clerks and chairs. */
  readonly sent: SentPaper | undefined
  readonly topics: TopicsView
  /** Consultations that feed it. */
  readonly consultations: readonly Consultation[]
}

/** One item of the forward plan: what it is, where it has been, what can be done with it. */
export function PlanItemPage(props: PlanItemPageProps): JSX.Element {
  const { visit, board, item, people, moves, heldOn, referredBy, mayKeep, sent, topics, consultations } = props
  const { word, meaning } = planStateWords[item.state]
  const missed = wasMissed({ ...item, key: item.standingKey }, heldOn, visit.today)
  const href = (step: Parameters<typeof meetingPaths.planStep>[2]) => meetingPaths.planStep(board.slug, item.id, step)
  const link = (step: Parameters<typeof meetingPaths.planStep>[2], text: string) => (
    <a class="govuk-button govuk-button--secondary" href={href(step)}>
      {text}
    </a>
  )
  return (
    <Page
      visit={visit}
      title={item.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Forward plan', href: meetingPaths.plan(board.slug) },
      ]}
    >
      <PageHead
        title={item.title}
        caption="Forward plan"
        status={missed ? <StatusPill meaning="bad">Missed</StatusPill> : <StatusPill meaning={meaning}>{word}</StatusPill>}
      />
      {item.isBeforeMinutes && <div class="govuk-inset-text">{beforeMinutesWords}</div>}
      <KeyFacts
        facts={[
          ...(mayKeep ? [{ label: 'Seen by', value: item.sight === 'public' ? 'Everybody' : seenBy(board, item) }] : []),
          { label: 'Summary', value: item.summary || undefined },
          { label: 'Lead', value: item.lead || undefined },
          { label: 'Purpose', value: planPurposeWords[item.purpose as PlanPurpose] ?? item.purpose },
          ...(item.standingKey === '' ? [] : [{ label: 'Standing item', value: standingInWords(item) }]),
          { label: 'Time', value: item.minutes === null ? undefined : `${item.minutes} minutes` },
          { label: 'Meeting', value: heldOn ? dayInWords(heldOn) : 'Not placed' },
          ...(referredBy ? [{ label: 'Referred by', value: <Referral decision={referredBy} /> }] : []),
          ...(sent
            ? [
                { label: 'Paper', value: `${sent.title}. Sent on by ${sent.fromName}${sent.category === 'public' ? '' : ', in Part 2'}` },
                { label: 'Why it was sent', value: sent.why },
              ]
            : []),
          {
            label: item.standingKey === '' ? 'Put forward' : 'Placed by the terms',
            value: atBy(item.nominatedAt, people.get(item.nominatedBy ?? '')),
          },
          ...(item.acceptedAt ? [{ label: 'Accepted', value: atBy(item.acceptedAt, people.get(item.acceptedBy ?? '')) }] : []),
          ...consultations.map(({ id, slug, title, startsOn, endsOn }) => ({
            label: 'Consultation',
            value: (
              <>
                <a class="govuk-link" href={yearPaths.consultation(slug, id)}>
                  {title}
                </a>
                , {spanInWords(startsOn, endsOn)}
              </>
            ),
          })),
          ...[topicsFact(topics)].filter((fact) => fact !== undefined),
          ...(item.reason === '' ? [] : [{ label: 'Reason', value: item.reason }]),
        ]}
      />
      {mayKeep && (
        <div class="govuk-button-group">
          {mayStep(item.state, 'accept') && (
            <PostButton visit={visit} action={href('accept')} text="Accept" look="primary" fields={{ version: item.version }} />
          )}
          {mayStep(item.state, 'refuse') && link('refuse', 'Refuse')}
          {mayStep(item.state, 'place') &&
            item.dueMeeting === null &&
            link('move', item.meeting ? 'Move to another meeting' : 'Place in a meeting')}
          {mayStep(item.state, 'change') && link('edit', 'Change')}
          {item.sight === 'public' && mayStep(item.state, 'hide') && link('hide', 'Take back from the public')}
          {mayStep(item.state, 'withdraw') && link('withdraw', item.standingKey === '' ? 'Withdraw' : 'Leave out')}
        </div>
      )}
      {moves.length > 0 && (
        <Card title="Where it has been" id="moves">
          <Timeline
            label="Moves"
            events={moves.map(({ from, to, reason, at }) => ({
              title: `${from ? `From ${dayInWords(from)}` : 'From no meeting'} to ${to ? dayInWords(to) : 'no meeting'}`,
              when: instantInWords(at),
              ...(reason === '' ? {} : { body: reason }),
            }))}
          />
        </Card>
      )}
    </Page>
  )
}

/** When somebody did it, and who, where that may be known. */
function atBy(at: Temporal.Instant, who: { readonly name: string } | undefined): string {
  return who ? `${instantInWords(at)} by ${who.name}` : instantInWords(at)
}

function seenBy(board: PlanItemPageProps['board'], { sight, state }: PlanItem): string | JSX.Element {
  if (sight === 'draft') return 'Those who prepare the meetings, and whoever put it forward'
  if (state !== 'accepted') return 'Members'
  return (
    <>
      Members.{' '}
      <a class="govuk-link" href={meetingPaths.showPlan(board.slug)}>
        Show it to everybody
      </a>
    </>
  )
}

function Referral({ decision }: { readonly decision: ReferringDecision }): JSX.Element {
  return (
    <>
      <a class="govuk-link" href={recordPaths.decision(decision.id)}>
        {decisionTitle(decision)}
      </a>
      , {dayInWords(decision.decidedOn)}
    </>
  )
}
