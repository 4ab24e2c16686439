import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { recordPaths } from '#meetings/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { assurancePaths, type RecommendationStep } from '../paths.ts'
import type { Recommendation } from '../queries/recommendations.ts'
import { paragraphsInWords } from '../rules/review.ts'
import { responseWords, sightWords, sourceWords, stateWords } from '../words/recommendation.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { addresseeOf } from './register-page.tsx'

/** One recommendation with all that became of it. */
export interface RecommendationPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly recommendation: Recommendation
  /** The verbs of the matrix that whoever looks may use. */
  readonly may: ReadonlySet<string>
}

/** One recommendation: what it asks, the response, what is done, what shows that it helped. */
export function RecommendationPage({ visit, board, recommendation: one, may }: RecommendationPageProps): JSX.Element {
  const { word, meaning, next } = stateWords[one.state]
  const isOpen = one.closedOn === undefined
  const link = (step: RecommendationStep, text: string, verb: string) =>
    may.has(verb) && (
      <a class="govuk-link" href={assurancePaths.recommendationStep(one.id, step)}>
        {text}
      </a>
    )
  return (
    <Page
      visit={visit}
      title={`Recommendation ${one.reference}`}
      breadcrumbs={crumbsOf(board, { text: 'Recommendations', href: assurancePaths.register(board.slug) })}
    >
      <PageHead
        title={`Recommendation ${one.reference}`}
        caption={board.name}
        lead={isOpen ? next : undefined}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
      />
      {boardNavigation(board.slug, 'assurance')}
      <TypedWords words={one.text} />
      <Facts recommendation={one} may={may} />
      {isOpen && (
        <div class="govuk-button-group">
          {link('respond', one.response ? 'Change the response' : 'Respond', 'respond')}
          {one.response !== 'reject' && link('actions', 'Add an action', 'act')}
          {link('notes', 'Record progress or impact', 'note')}
          {link('milestone', 'Set the milestone', 'milestone')}
          {link('close', 'Close', 'close')}
          {link('edit', 'Change', 'change')}
        </div>
      )}
      {!isOpen && may.has('close') && <div class="govuk-button-group">{link('reopen', 'Open it again', 'close')}</div>}
      {may.has('show') && (
        <div class="govuk-button-group">
          {one.sight !== 'public' && link('show', 'Show it to more people', 'show')}
          {one.sight === 'public' && one.review === undefined && link('take-back', 'Take back from the public', 'show')}
        </div>
      )}
      <Actions recommendation={one} may={may} />
      <Notes recommendation={one} />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('recommendation', one.id)}>
          Its golden thread
        </a>
        : the decisions and the actions of plans that respond to it
      </p>
    </Page>
  )
}

function Facts({ recommendation: one, may }: Pick<RecommendationPageProps, 'recommendation' | 'may'>): JSX.Element {
  const due = one.responseDueOn && `${dayInWords(one.responseDueOn)}${one.responseRule ? `. ${rightOf(one.responseRule)}` : ''}`
  return (
    <KeyFacts
      facts={[
        {
          label: 'Source',
          value: one.review ? (
            <>
              {sourceWords[one.sourceKind]}:{' '}
              <a class="govuk-link" href={assurancePaths.review(one.review)}>
                {one.source}
              </a>
            </>
          ) : (
            `${sourceWords[one.sourceKind]}: ${one.source}`
          ),
        },
        ...(one.restsOn.length === 0
          ? []
          : [
              {
                label: 'Rests on',
                value: `${one.restsOn.length === 1 ? 'Paragraph' : 'Paragraphs'} ${paragraphsInWords(one.restsOn)} of its findings`,
              },
            ]),
        { label: 'Made on', value: dayInWords(one.madeOn) },
        { label: 'To', value: addresseeOf(one) },
        { label: 'Answers for it', value: one.ownerName || undefined },
        { label: 'Response due', value: due },
        {
          label: 'Response',
          value: one.response && (
            <>
              {responseWords[one.response]}
              {one.respondedOn && `, ${dayInWords(one.respondedOn)}`}
              {one.responseReason !== '' && <TypedWords words={one.responseReason} />}
            </>
          ),
        },
        ...(one.closedOn === undefined
          ? [
              {
                label: 'Comes back to the board',
                value:
                  one.milestoneOn &&
                  `At its first meeting from ${dayInWords(one.milestoneOn)}, then every ${one.everyMonths} months while it is open`,
              },
            ]
          : [
              { label: 'Closed', value: dayInWords(one.closedOn) },
              { label: 'Why it was closed', value: <TypedWords words={one.closedBecause} /> },
              ...(one.closingDecision
                ? [
                    {
                      label: 'Decision',
                      value: (
                        <a class="govuk-link" href={recordPaths.decision(one.closingDecision)}>
                          The decision that closed it
                        </a>
                      ),
                    },
                  ]
                : []),
            ]),
        ...(may.has('show') ? [{ label: 'Seen by', value: sightWords[one.sight] }] : []),
      ]}
    />
  )
}

/** The right by which a response is due; what nobody has confirmed says so. */
export function rightOf({
  name,
  source,
  isConfirmed,
}: {
  readonly name: string
  readonly source: string
  readonly isConfirmed: boolean
}): string {
  return `${name} (${source}${isConfirmed ? '' : '; check the text before you rely on it'})`
}

function Actions({ recommendation: one, may }: Pick<RecommendationPageProps, 'recommendation' | 'may'>): JSX.Element | null {
  if (one.response === 'reject') return null
  return (
    <Card title="What is done about it" id="actions" flush={one.actions.length > 0}>
      {one.actions.length === 0 ? (
        <EmptyState title="No actions yet" text="Whoever answers for it says what will be done, by whom and by when." />
      ) : (
        <DataTable
          caption="Actions"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Action' }, { heading: 'Lead' }, { heading: 'Due' }, { heading: 'How it goes' }]}
          rows={one.actions.map((action) => ({
            cells: [
              may.has('act') && one.closedOn === undefined ? (
                <a class="govuk-link" href={assurancePaths.recommendationAction(one.id, action.id)}>
                  {action.text}
                </a>
              ) : (
                action.text
              ),
              action.lead,
              dayInWords(action.dueOn),
              action.doneOn ? `Done ${dayInWords(action.doneOn)}. ${action.progress}`.trim() : action.progress || 'Nothing reported yet',
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Notes({ recommendation: one }: Pick<RecommendationPageProps, 'recommendation'>): JSX.Element {
  return (
    <Card title="Progress and impact" id="progress">
      {one.notes.length === 0 && one.closings.length === 0 ? (
        <EmptyState title="Nothing recorded yet" text="It stays open until something shows that it made a difference." />
      ) : (
        <Timeline
          label="Progress and impact"
          events={[...one.notes.map(noteEvent), ...one.closings.flatMap(closingEvents)].toSorted((a, b) =>
            Temporal.PlainDate.compare(a.on, b.on),
          )}
        />
      )}
    </Card>
  )
}

function noteEvent({ kind, text, evidence, onDay }: Recommendation['notes'][number]) {
  return {
    ...{ on: onDay, title: kind === 'impact' ? 'Impact' : 'Progress', when: dayInWords(onDay) },
    body: (
      <>
        <TypedWords words={text} />
        {evidence !== '' && <p class="gt-typed">What shows it: {evidence}</p>}
      </>
    ),
  }
}

function closingEvents({ closedOn, because, reopenedOn, why }: Recommendation['closings'][number]) {
  return [
    { on: closedOn, title: 'Closed', when: dayInWords(closedOn), body: <TypedWords words={because} /> },
    { on: reopenedOn, title: 'Opened again', when: dayInWords(reopenedOn), body: <TypedWords words={why} /> },
  ]
}
