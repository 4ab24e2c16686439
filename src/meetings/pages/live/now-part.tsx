import type { JSX } from 'hono/jsx/jsx-runtime'
import { timeInWords, weekdayInWords } from '#platform/time/words.ts'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths, recordPaths } from '../../paths.ts'
import type { ItemNow, NowView } from '../../queries/live/now-view.ts'
import { chairBasisWords, quorumReasons, quorumState } from '../../words/attendance.ts'
import { absentDemandedWords, beganWords, clockTime, hereWords, quorumAnnouncement, whatFollows } from '../../words/live.ts'
import { LiveSelect } from './live-fields.tsx'
import { LiveButton, LiveForm } from './live-form.tsx'
import { PressPart } from './press-part.tsx'

/** What the first part of the page is told. */
export interface NowPartProps {
  readonly visit: Visit
  readonly meeting: string
  readonly view: NowView
  /** Whether whoever looks keeps the record. */
  readonly keeps: boolean
  form(id: string): FormState
}

/** Where the meeting stands: what is on, for how long, whether it is quorate, who chairs. */
export function NowPart(props: NowPartProps): JSX.Element {
  const { view } = props
  return (
    <section class="gt-live-now" aria-labelledby="live-now">
      <p class="gt-live-now__state">
        <StatePill view={view} />
      </p>
      {view.item ? <OnNow item={view.item} /> : <Nothing {...props} />}
      {view.quorum && view.quorums.length === 0 && (
        <Quorum quorum={view.quorum} here={hereWords(view.here, view.out, view.item?.number ?? '')} />
      )}
      {view.quorums.length > 0 && <p>{hereWords(view.here, view.out, view.item?.number ?? '')}</p>}
      {view.quorums.map((quorum, index) => (
        <Quorum quorum={quorum} here="" body={{ name: quorum.body, suffix: index === 0 ? '' : `-${quorum.id}` }} />
      ))}
      {view.absentDemanded.length > 0 && (
        <p id="live-composition">
          <StatusPill meaning="warning">Somebody is missing</StatusPill> {absentDemandedWords(view.absentDemanded)}
        </p>
      )}
      {view.state === 'in_progress' && <Chair {...props} />}
      {view.press && <PressPart {...props} press={view.press} />}
      {props.keeps && <Run {...props} />}
    </section>
  )
}

function StatePill({ view }: { readonly view: NowView }): JSX.Element {
  switch (view.state) {
    case 'in_progress':
      return <StatusPill meaning="good">{beganWords(view.began)}</StatusPill>
    case 'ended':
      return <StatusPill meaning="neutral">The meeting has ended</StatusPill>
    case 'called':
      return <StatusPill meaning="draft">Not begun yet</StatusPill>
    default:
      return <StatusPill meaning="neutral">The meeting is not being held</StatusPill>
  }
}

function OnNow({ item }: { readonly item: ItemNow }): JSX.Element {
  const planned = item.minutes === 0 ? 'No time was set aside.' : `${item.minutes} minutes set aside.`
  return (
    <>
      <h2 class="gt-live-now__title" id="live-now">
        <span class="gt-live-now__number">Item {item.number}</span> {item.title}
      </h2>
      <p class="govuk-visually-hidden" id="announce-item" data-announce={`Now: item ${item.number}, ${item.title}`} />
      {item.category !== 'public' && (
        <p>
          <StatusPill meaning="exempt">In private session</StatusPill>
        </p>
      )}
      {item.presenter !== '' && <p class="gt-live-now__presenter">{item.presenter}</p>}
      <p class="gt-live-now__time">
        <item-timer item={item.id} elapsed={String(item.elapsed)} minutes={String(item.minutes)}>
          <span class="gt-live-now__clock" aria-hidden="true" />
        </item-timer>
        <span>
          Since {clockTime(item.since)}. {planned}
        </span>
      </p>
    </>
  )
}

function Nothing({ view, meeting }: NowPartProps): JSX.Element {
  const starts = view.startsAt ? ` at ${timeInWords(view.startsAt)}` : ''
  const words =
    view.state === 'in_progress'
      ? 'No item is on'
      : view.state === 'called'
        ? `Starts on ${weekdayInWords(view.heldOn)}${starts}`
        : 'The meeting is over'
  return (
    <>
      <h2 class="gt-live-now__title" id="live-now">
        {words}
      </h2>
      {view.state === 'ended' && (
        <p>
          What was entered here is in the record.{' '}
          <a class="govuk-link" href={recordPaths.minutes(meeting)}>
            Go on to the minutes
          </a>
        </p>
      )}
    </>
  )
}

function Quorum(props: {
  readonly quorum: NonNullable<NowView['quorum']>
  readonly here: string
  /** At a joint meeting, whose quorum it is; the suffix tells the places of two on one page apart. */
  readonly body?: { readonly name: string; readonly suffix: string }
}): JSX.Element {
  const { quorum, here, body } = props
  const suffix = body?.suffix ?? ''
  const announced = quorumAnnouncement(quorum.verdict, quorum.onLoss)
  const { meaning, word } = quorumState(quorum.verdict)
  const follows = whatFollows(quorum.verdict, quorum.mayWaive, quorum.onLoss)
  const reasons = quorum.verdict.state === 'not-stated' ? 'The terms in force do not state a quorum.' : quorumReasons(quorum.verdict)
  return (
    <div class={`gt-live-quorum gt-live-quorum--${meaning}`} id={`live-quorum${suffix}`}>
      {body && (
        <p>
          <strong>{body.name}</strong>
        </p>
      )}
      <p class="gt-live-quorum__word">
        <StatusPill meaning={meaning}>{word}</StatusPill> <span>{here}</span>
      </p>
      <p>{reasons}</p>
      {follows !== '' && (
        <p>
          <strong>{follows}</strong>
        </p>
      )}
      <p class="govuk-visually-hidden" id={`announce-quorum${suffix}`} data-announce={body ? `${body.name}: ${announced}` : announced} />
    </div>
  )
}

function Chair(props: NowPartProps): JSX.Element {
  const { visit, meeting, view, keeps } = props
  const { chair, chairExpected, chairHint } = view
  const refused = props.form('chair')
  // Where nobody is in the chair yet, whoever should take it by the terms stands chosen.
  const isFresh = refused.problems.length === 0 && !chair
  const state = isFresh ? { ...refused, value: () => chairExpected ?? '' } : refused
  return (
    <div class="gt-live-chair">
      <p>
        <strong>In the chair:</strong> {chair ? `${chair.name}, ${chairBasisWords[chair.basis] ?? chair.basis}` : 'nobody yet'}
        {chair && !chair.isHere && '. Not in the meeting now: somebody must take the chair'}
        {!chair && chairHint === 'reschedule' && '. By the terms the meeting cannot go on without chair and deputy chair'}
        {!chair && chairHint === 'elect' && '. Chair and deputy chair are absent: electing somebody is the first item'}
      </p>
      {keeps && view.chairOffers.length > 0 && (
        <details class="gt-live-more" id="chair-more" open={state.problems.length > 0 || (!chair && chairHint !== 'reschedule')}>
          <summary>{chair ? 'Hand over the chair' : 'Record who takes the chair'}</summary>
          <LiveForm visit={visit} id="chair" action={livePaths.act(meeting, 'chair')} problems={state.problems} label="Chair">
            <LiveSelect form="chair" state={state} name="person" label="Who takes the chair?" offers={view.chairOffers} />
            <button type="submit" class="gt-live-button gt-live-button--secondary">
              Takes the chair now
            </button>
          </LiveForm>
        </details>
      )}
    </div>
  )
}

function Run({ visit, meeting, view, form }: NowPartProps): JSX.Element | null {
  if (view.state === 'called')
    return view.isDue ? (
      <LiveButton
        visit={visit}
        id="start"
        action={livePaths.act(meeting, 'start')}
        problems={form('start').problems}
        text="Start the meeting"
        look="primary"
      />
    ) : (
      <p class="gt-quiet">It can be started on its day.</p>
    )
  if (view.state !== 'in_progress') return null
  return (
    <div class="gt-live-run">
      {view.next && !view.press?.nextWaits && (
        <LiveButton
          visit={visit}
          id={`take-next-${view.next.id}`}
          action={livePaths.act(meeting, 'item')}
          fields={{ item: view.next.id }}
          text={`Next: item ${view.next.number}, ${view.next.title}`}
          look="primary"
        />
      )}
      <details class="gt-live-more" id="end-more" open={form('end').problems.length > 0}>
        <summary>End the meeting</summary>
        <p>Whatever item is on ends with it. Nothing more can be entered here afterwards.</p>
        <LiveButton
          visit={visit}
          id="end"
          action={livePaths.act(meeting, 'end')}
          problems={form('end').problems}
          text="End the meeting now"
          look="secondary"
        />
        <p>
          <a class="govuk-link" href={recordPaths.attendance(meeting)}>
            Abandon it for want of a quorum, or correct the attendance
          </a>
        </p>
      </details>
    </div>
  )
}
