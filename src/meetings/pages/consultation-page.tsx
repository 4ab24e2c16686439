import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, yearPaths } from '../paths.ts'
import type { Consultation, ConsultationChange, findItemsOfPlanItem } from '../queries/consultations.ts'
import { windowProblem, windowState } from '../rules/consultation.ts'
import { consultationSightWords, spanInWords, windowStateWords } from '../words/year.ts'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly window: Consultation
  /** Where the matter that it feeds stands on agendas. */
  readonly items: Awaited<ReturnType<typeof findItemsOfPlanItem>>
  readonly changes: readonly ConsultationChange[]
  /** Who is to hear of it, from the part that keeps communication plans; undefined: nothing is said of that. */
  readonly communications: JSX.Element | undefined
  readonly mayKeep: boolean
}

/** One consultation: what is asked, of whom, from when to when, what it feeds and what came of it (G11). */
export function ConsultationPage(props: Props): JSX.Element {
  const { visit, board, window, changes, mayKeep } = props
  const state = windowState(window, window.withdrawnReason !== '', visit.today)
  const { word, meaning } = windowStateWords[state]
  const step = (name: Parameters<typeof yearPaths.consultationStep>[2], text: string) => (
    <a class="govuk-button govuk-button--secondary" href={yearPaths.consultationStep(board.slug, window.id, name)}>
      {text}
    </a>
  )
  return (
    <Page
      visit={visit}
      title={window.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Consultations', href: yearPaths.consultations(board.slug) },
      ]}
      width="workspace"
      description={`Consultation of ${board.name}: ${window.title}.`}
    >
      <PageHead
        title={window.title}
        caption="Consultation"
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={
          mayKeep && state !== 'withdrawn' ? (
            <>
              {step('edit', 'Change')} {state === 'closed' && step('outcome', 'Say what came of it')}{' '}
              {window.outcome === '' && step('withdraw', 'Say that it is not held')}
            </>
          ) : undefined
        }
      />
      {window.withdrawnReason !== '' && <div class="govuk-inset-text">This consultation is not held: {window.withdrawnReason}</div>}
      <Card
        id="asked"
        title="What is asked"
        link={
          state === 'open' || state === 'closed'
            ? { text: 'What people said', href: yearPaths.consultationSaid(board.slug, window.id) }
            : undefined
        }
      >
        {window.summary === '' ? <p class="gt-missing">Not recorded</p> : <Typed words={window.summary} />}
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Outcome window={window} state={state} />
      {props.communications}
      {changes.length > 0 && (
        <Card id="changes" title="What was changed">
          <Timeline
            label="Changes, the latest first"
            events={changes.map(({ onDay, reason, wasStartsOn, wasEndsOn }) => ({
              title: reason,
              when: dayInWords(onDay),
              body: `Before, it was to be open from ${spanInWords(wasStartsOn, wasEndsOn)}`,
            }))}
          />
        </Card>
      )}
    </Page>
  )
}

const Typed = ({ words }: { readonly words: string }): JSX.Element => <p class="gt-typed">{words}</p>

const orMissing = (words: string): Children => (words === '' ? undefined : <span class="gt-typed">{words}</span>)

function factsOf({ board, window, items, mayKeep }: Props) {
  const { startsOn, endsOn, askedBy, audience, how, plan, sight } = window
  const boardLink = (
    <a class="govuk-link" href={`/boards/${board.slug}`}>
      {board.name}
    </a>
  )
  return [
    { label: 'Asked by', value: askedBy === '' ? boardLink : askedBy },
    { label: 'Who is asked', value: orMissing(audience) },
    { label: 'How to answer', value: orMissing(how) },
    { label: 'Opens', value: weekdayInWords(startsOn) },
    { label: 'Closes', value: `At the end of ${weekdayInWords(endsOn.subtract({ days: 1 }))}` },
    { label: 'Board that it feeds', value: boardLink },
    { label: 'Decided on', value: <Decides window={window} /> },
    {
      label: 'Matter of the plan',
      value:
        plan === null ? (
          <span class="gt-quiet">None is published yet</span>
        ) : (
          <a class="govuk-link" href={meetingPaths.planItem(plan.slug, plan.id)}>
            {plan.title}
          </a>
        ),
    },
    ...items.map(({ meeting, item, title, heldOn }) => ({
      label: 'On the agenda',
      value: (
        <>
          <a class="govuk-link" href={meetingPaths.item(meeting, item)}>
            {title}
          </a>
          , {dayInWords(heldOn)}
        </>
      ),
    })),
    ...(mayKeep ? [{ label: 'Who may know of it', value: consultationSightWords[sight] }] : []),
  ]
}

function Decides({ window }: { readonly window: Consultation }): JSX.Element {
  const { meeting, decidesOn } = window
  if (meeting === null) return <span class="gt-missing">No meeting is chosen yet</span>
  if (decidesOn === null) return <>A meeting that is not announced yet</>
  return (
    <>
      <a class="govuk-link" href={meetingPaths.meeting(meeting)}>
        {weekdayInWords(decidesOn)}
      </a>
      {windowProblem(window, decidesOn) === 'decides-before-end' && (
        <>
          {' '}
          <StatusPill meaning="bad">Before everybody was heard</StatusPill>
        </>
      )}
    </>
  )
}

function Outcome({ window, state }: { readonly window: Consultation; readonly state: string }): JSX.Element | null {
  if (state !== 'closed') return null
  const { outcome, outcomeOn } = window
  return (
    <Card id="outcome" title="What came of it" lead={outcomeOn ? dayInWords(outcomeOn) : undefined}>
      {outcome === '' ? <p class="gt-missing">Not published yet</p> : <Typed words={outcome} />}
    </Card>
  )
}
