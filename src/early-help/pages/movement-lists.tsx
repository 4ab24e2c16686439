import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { OutcomeTold } from '../commands/closing.ts'
import { familyPaths } from '../paths.ts'
import type { listAdvice, listOutcomes, TransitionLine } from '../queries/movement.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { stageWords, transitionWords } from '../words/movement.ts'
import { hubNavigation } from './hub-frame.tsx'

const families = [{ text: 'Families', href: familyPaths.list() }]

/** Transitions with how they stand and whose clock runs; what is late says so. */
export function Transitions({ lines }: { readonly lines: readonly TransitionLine[] }): JSX.Element {
  return (
    <DataTable
      caption="Transitions"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'What' }, { heading: 'To' }, { heading: 'State' }, { heading: 'Next' }]}
      rows={lines.map(({ id, kind, to, proposedOn, stage, clock }) => ({
        cells: [
          <>
            <a class="govuk-link" href={familyPaths.movement(id)}>
              {transitionWords[kind]}
            </a>
            <br />
            <span class="govuk-body-s">{`Proposed on ${dayInWords(proposedOn)}`}</span>
          </>,
          to,
          <StatusPill meaning={stageWords[stage][0]}>{stageWords[stage][1]}</StatusPill>,
          <Clock clock={clock} />,
        ],
      }))}
    />
  )
}

/** Whose turn it is, and until when. */
export function Clock({ clock }: Pick<TransitionLine, 'clock'>): JSX.Element {
  if (clock === undefined) return <span class="gt-missing">Nothing is due</span>
  const words = `${clock.side === 'sender' ? 'To be sent' : 'An answer is due'} by ${dayInWords(clock.by)}`
  return clock.isLate ? (
    <>
      <StatusPill meaning="bad">Late</StatusPill> {words}
    </>
  ) : (
    <span>{words}</span>
  )
}

/** Everything under way that one may see, and who has not heard yet. No family is named. */
export function MovementsPage(props: {
  readonly visit: Visit
  readonly underWay: readonly TransitionLine[]
  readonly outcomes: readonly (Awaited<ReturnType<typeof listOutcomes>>[number] & { readonly isMine: boolean })[]
  readonly relations: CaseworkTies['relations']
  readonly agencies: readonly string[]
}): JSX.Element {
  const { visit, underWay, outcomes, relations, agencies } = props
  const received = underWay.filter(({ target, sentAt }) => sentAt !== null && target !== null && agencies.includes(target))
  const sent = underWay.filter((one) => !received.includes(one))
  return (
    <Page visit={visit} title="On the move" breadcrumbs={families} width="workspace">
      <PageHead
        title="On the move"
        lead="Transitions that nobody has answered yet, those that are late first, and who has not heard what became of a request."
      />
      {hubNavigation(visit, relations)}
      {[['For you to answer', received] as const, ['Sent and proposed', sent] as const].map(
        ([title, lines]) =>
          lines.length > 0 && (
            <Card title={title} id={title === 'For you to answer' ? 'received' : 'sent'} flush>
              <Transitions lines={lines.toSorted((a, b) => Number(b.clock?.isLate ?? false) - Number(a.clock?.isLate ?? false))} />
            </Card>
          ),
      )}
      {underWay.length === 0 && (
        <EmptyState title="Nothing is under way" text="Whatever is proposed or sent stands here until it is answered." />
      )}
      {outcomes.length > 0 && (
        <Card title="Who has not heard yet" id="unheard">
          <ul class="govuk-list govuk-list--spaced">
            {outcomes.map(({ id, referrerName, at, isMine }) => (
              <li>
                <a class="govuk-link" href={familyPaths.outcome(id)}>
                  {isMine ? 'Read what became of something that you asked for' : `${referrerName} has not heard yet`}
                </a>
                , <InstantText instant={at} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

/** What whoever referred a family is told: words made for them, as a page that is a letter on paper. */
export function OutcomePage(props: { readonly visit: Visit; readonly outcome: OutcomeTold; readonly mayGive: boolean }): JSX.Element {
  const { visit, outcome, mayGive } = props
  return (
    <Page visit={visit} title="What became of it" breadcrumbs={[...families, { text: 'On the move', href: familyPaths.movements() }]}>
      <PageHead title="What became of it" caption={outcome.referrerName} />
      <p class="govuk-body">
        {'Thank you for asking for help. This is what became of it on '}
        <InstantText instant={outcome.at} />.
      </p>
      <TypedWords words={outcome.words} />
      <p class="govuk-body">If you are worried again, ask again: nobody is in the way by asking twice.</p>
      {outcome.letterOn && <p class="govuk-body-s">{`Given as a letter on ${dayInWords(outcome.letterOn)}.`}</p>}
      {mayGive && (
        <PostButton
          visit={visit}
          action={`${familyPaths.outcome(outcome.id)}/letter`}
          text="I printed this letter and gave it to them"
          look="primary"
        />
      )}
    </Page>
  )
}

/** Advice that was asked and given, with or without a family. */
export function AdvicePage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly advice: Awaited<ReturnType<typeof listAdvice>>
}): JSX.Element {
  const { visit, advice, relations } = props
  return (
    <Page visit={visit} title="Advice" breadcrumbs={families} width="workspace">
      <PageHead
        title="Advice"
        lead="What early help was asked, and what it advised. With a family only for whoever works with it; without one for your agency."
      />
      {hubNavigation(visit, relations)}
      <a class="govuk-button" href={familyPaths.newAdvice()}>
        Write down advice
      </a>
      {advice.length === 0 ? (
        <EmptyState
          title="No advice is written down"
          text="Write down what you were asked and what you said: the next question is answered faster."
        />
      ) : (
        <Card title="Asked and given" id="advice" flush>
          <DataTable
            caption="Advice asked and given"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'When' }, { heading: 'Asked' }, { heading: 'Advised' }, { heading: 'By' }]}
            rows={advice.map(({ askedOn, askedBy, question, answer, byName, agency, episode }) => ({
              cells: [
                dayInWords(askedOn),
                <>
                  <strong>{askedBy}</strong>: {question}
                  {episode && (
                    <>
                      {' '}
                      <a class="govuk-link" href={familyPaths.family(episode)}>
                        The family
                      </a>
                    </>
                  )}
                </>,
                answer,
                `${byName}, ${agency}`,
              ],
            }))}
          />
        </Card>
      )}
    </Page>
  )
}
