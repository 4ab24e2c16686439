import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { boardPath } from '#governance/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { intentionPaths, strategyWorkPaths } from '../framework-paths.ts'
import { servicePaths, strategyPaths } from '../paths.ts'
import type { Strategy } from '../queries/strategies.ts'
import type { Intention, StrategyWork } from '../queries/strategy-work.ts'
import { groupWords, intentionWords } from '../words/framework.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** Who works on a strategy, and how far it is. */
export interface StrategyWorkProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly strategy: Strategy
  readonly work: StrategyWork
  /** Where the matter stands on agendas, and what was decided there. */
  readonly matter: readonly { readonly text: string; readonly href: string }[]
  readonly eqia: { readonly text: string; readonly href: string } | undefined
  readonly may: ReadonlySet<'change' | 'show'>
}

/** A strategy at work: its way to the board, its groups, what is done, its reviews (C2). */
export function StrategyWorkPage(props: StrategyWorkProps): JSX.Element {
  const { visit, board, strategy, work, matter, eqia, may } = props
  const step = (name: string) => strategyWorkPaths.step(strategy.id, name)
  const acts = [
    ['groups', 'Name a group'],
    ['work/new', 'Add a piece of work'],
    ['reviews', 'Record a review'],
    ...(strategy.decision === undefined ? [['equality', 'Attach the equality assessment'] as const] : []),
  ] as const
  return (
    <Page
      visit={visit}
      title={`How far it is: ${strategy.title}`}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Strategies', href: strategyPaths.ofBoard(board.slug) },
        { text: strategy.title, href: strategyPaths.strategy(strategy.id) },
      )}
    >
      <PageHead title="Who works on it, and how far it is" caption={strategy.title} />
      {boardNavigation(board.slug, 'commissioning')}
      {may.has('change') && (
        <p class="govuk-body gt-actions">
          {acts.map(([name, text]) => (
            <>
              <a class="govuk-link" href={step(name)}>
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <Card title="Its way to the board" id="matter">
        {eqia && (
          <p class="govuk-body">
            Equality assessment:{' '}
            <a class="govuk-link" href={eqia.href}>
              {eqia.text}
            </a>
          </p>
        )}
        {work.planItem === undefined && <p class="govuk-body">It does not stand on the forward plan of the board.</p>}
        {work.planItem === undefined && may.has('show') && (
          <PostButton visit={visit} action={step('place')} text={`Put it on the forward plan of ${board.name}`} />
        )}
        {work.planItem !== undefined && matter.length === 0 && (
          <p class="govuk-body">It stands on the forward plan and on no agenda yet.</p>
        )}
        <ul class="govuk-list">
          {matter.map(({ text, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Groups {...props} />
      <Tasks {...props} />
      <Card title="Reviews" id="reviews">
        {work.reviews.length === 0 && <p class="govuk-body">It was not reviewed yet.</p>}
        {work.reviews.map(({ heldOn, found }) => (
          <p class="govuk-body">
            <strong>{dayInWords(heldOn)}</strong>: {found}
          </p>
        ))}
        <p class="govuk-body">Next review: {strategy.reviewOn === undefined ? 'not settled' : dayInWords(strategy.reviewOn)}.</p>
      </Card>
    </Page>
  )
}

function Groups({ work }: StrategyWorkProps): JSX.Element {
  return (
    <Card title="Groups that work on it" id="groups" flush={work.groups.length > 0}>
      {work.groups.length === 0 ? (
        <p class="govuk-body">No steering or reference group is named.</p>
      ) : (
        <DataTable
          caption="Groups that work on it"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Group' }, { heading: 'As' }, { heading: 'What it does' }]}
          rows={work.groups.map(({ slug, name, role, does }) => ({
            cells: [
              <a class="govuk-link" href={boardPath(slug)}>
                {name}
              </a>,
              groupWords[role],
              does === '' ? 'Not said' : does,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Tasks({ visit, strategy, work, may }: StrategyWorkProps): JSX.Element {
  return (
    <Card title="How it is carried out" id="work" flush={work.tasks.length > 0}>
      {work.tasks.length === 0 ? (
        <p class="govuk-body">No work is written down yet.</p>
      ) : (
        <DataTable
          caption="How it is carried out"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'What' }, { heading: 'Who' }, { heading: 'By' }, { heading: 'How it stands' }]}
          rows={work.tasks.map(({ id, title, ownerName, dueOn, doneOn, said }) => {
            const isLate = doneOn === undefined && Temporal.PlainDate.compare(dueOn, visit.today) < 0
            return {
              cells: [
                title,
                ownerName,
                dayInWords(dueOn),
                doneOn ? (
                  `Done on ${dayInWords(doneOn)}. ${said}`
                ) : (
                  <>
                    <StatusPill meaning={isLate ? 'bad' : 'neutral'}>{isLate ? 'Overdue' : 'To do'}</StatusPill>{' '}
                    {may.has('change') && (
                      <a class="govuk-link" href={strategyWorkPaths.step(strategy.id, `work/${id}`)}>
                        Say that it is done: {title}
                      </a>
                    )}
                  </>
                ),
              ],
            }
          })}
        />
      )}
    </Card>
  )
}

/** What a board intends for its services, year by year. */
export function IntentionsPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly intentions: readonly (Intention & { readonly title: string })[]
  /** Services that one may say something of. */
  readonly mayIntend: readonly { readonly id: string; readonly title: string }[]
}): JSX.Element {
  const { visit, board, intentions, mayIntend } = props
  const years = [...new Set(intentions.map(({ year }) => year))]
  return (
    <Page visit={visit} title="Commissioning intentions" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Commissioning intentions"
        caption={board.name}
        lead="What is intended for each service in a year, so that providers and families know in time."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {years.length === 0 && <p class="govuk-body">Nothing is written yet.</p>}
      {years.map((year) => (
        <DataTable
          caption={`The year from 1 April ${year}`}
          narrow="stack"
          columns={[{ heading: 'Service' }, { heading: 'What is intended' }, { heading: 'More' }]}
          rows={intentions
            .filter((one) => one.year === year)
            .map(({ service, title, kind, text }) => ({
              cells: [
                <a class="govuk-link" href={servicePaths.service(service)}>
                  {title}
                </a>,
                intentionWords[kind],
                text,
              ],
            }))}
        />
      ))}
      {mayIntend.length > 0 && (
        <Card title="Say what is intended" id="intend" flush>
          <Fold title="Choose the service" note={String(mayIntend.length)} open={mayIntend.length < 7}>
            <ul class="govuk-list">
              {mayIntend.map(({ id, title }) => (
                <li>
                  <a class="govuk-link" href={intentionPaths.create(id)}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </Fold>
        </Card>
      )}
    </Page>
  )
}
