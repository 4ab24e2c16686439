import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths, riskPaths } from '../paths.ts'
import type { PlanReference, PlanRowReference } from '../queries/references.ts'
import type { Risk } from '../queries/risks.ts'
import { movementOf, placeNow, type RiskScale, riskLacks } from '../rules/risk.ts'
import { sightWords } from '../words/plan.ts'
import { riskLackWords } from '../words/risk.ts'
import { PlanSections } from './plan-sections.tsx'
import { MovementPill, Owner, PlaceCell } from './risk-cells.tsx'
import { Review } from './risk-register.tsx'

interface Props {
  readonly visit: Visit
  readonly risk: Risk
  readonly board: { readonly slug: string; readonly name: string }
  readonly scales: readonly RiskScale[]
  /** What it threatens; both undefined where nothing in particular, or nothing that one may see. */
  readonly plan: PlanReference | undefined
  readonly priority: PlanRowReference | undefined
  readonly actions: readonly { readonly id: string; readonly reference: string; readonly title: string }[]
  readonly mayChange: boolean
}

/** One risk with its whole history (P5). */
export function RiskPage(props: Props): JSX.Element {
  const { visit, risk, board, scales, mayChange } = props
  const isClosed = risk.closedOn !== null
  const lacks = riskLacks(risk)
  return (
    <Page
      visit={visit}
      title={risk.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Risks', href: riskPaths.register(board.slug) },
      ]}
      width="workspace"
      description={`A risk of ${board.name}: ${risk.title}.`}
    >
      <PageHead
        title={risk.title}
        caption={`Risk ${risk.number}`}
        status={<MovementPill movement={movementOf(risk.scores, scales, isClosed)} />}
        actions={mayChange && !isClosed ? <Steps id={risk.id} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="risks" />
      {lacks.length > 0 && (
        <div class="govuk-inset-text">Incomplete: {lacks.map((lack) => riskLackWords[lack].toLowerCase()).join(', ')}.</div>
      )}
      <Card id="about" title="About this risk" link={{ text: 'Its golden thread', href: threadAddress('risk', risk.id) }}>
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Scores risk={risk} scales={scales} />
      <Actions {...props} />
    </Page>
  )
}

function Steps({ id }: { readonly id: string }): JSX.Element {
  return (
    <>
      <a class="govuk-button" href={riskPaths.step(id, 'score')}>
        Score it
      </a>{' '}
      <a class="govuk-button govuk-button--secondary" href={riskPaths.step(id, 'edit')}>
        Change
      </a>{' '}
      <a class="govuk-button govuk-button--secondary" href={riskPaths.step(id, 'close')}>
        Close
      </a>
    </>
  )
}

function factsOf({ visit, risk, plan, priority, mayChange }: Props) {
  const link = (href: string, text: string) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  return [
    { label: 'Cause', value: risk.cause === '' ? undefined : risk.cause },
    { label: 'Event', value: risk.event },
    { label: 'Effect', value: risk.effect === '' ? undefined : risk.effect },
    { label: 'Owner', value: <Owner owner={risk.owner} ownerName={risk.ownerName} /> },
    ...(risk.closedOn === null ? [{ label: 'Next review', value: <Review visit={visit} risk={risk} /> }] : []),
    { label: 'Raised', value: dayInWords(risk.raisedOn) },
    ...(priority ? [{ label: 'Threatens', value: link(priority.href, `${priority.title}, ${priority.planTitle}`) }] : []),
    ...(plan && !priority ? [{ label: 'Threatens', value: link(plan.href, plan.title) }] : []),
    ...(risk.closedOn === null ? [] : [{ label: 'Closed', value: `${dayInWords(risk.closedOn)}: ${risk.closeReason}` }]),
    ...(mayChange ? [{ label: 'Who may know of it', value: sightWords[risk.sight] }] : []),
  ]
}

function Scores({ risk, scales }: Pick<Props, 'risk' | 'scales'>): JSX.Element {
  return (
    <Card
      id="scores"
      title="Scores"
      lead="Likelihood times impact. Scores of different versions of the scale are not compared with each other."
      flush={risk.scores.length > 0}
    >
      {risk.scores.length === 0 ? (
        <p class="gt-missing">It was not scored yet</p>
      ) : (
        <DataTable
          caption="Scores, the latest first"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Day' },
            { heading: 'Before' },
            { heading: 'With what is done' },
            { heading: 'Since last time' },
            { heading: 'Scale' },
            { heading: 'Why' },
          ]}
          rows={risk.scores
            .map((score, index) => {
              const scale = scales.find(({ version }) => version === score.scale)
              return {
                cells: [
                  dayInWords(score.onDay),
                  <PlaceCell scale={scale} place={score.before} />,
                  <PlaceCell scale={scale} place={placeNow(score)} />,
                  <MovementPill movement={movementOf(risk.scores.slice(0, index + 1), scales, false)} />,
                  scale?.name ?? '',
                  score.why,
                ],
              }
            })
            .reverse()}
        />
      )}
    </Card>
  )
}

function Actions({ actions }: Props): JSX.Element {
  return (
    <Card id="actions" title="What is done about it">
      {actions.length === 0 ? (
        <p class="gt-missing">No action of a plan is named for it</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {actions.map(({ id, reference, title }) => (
            <li>
              <a class="govuk-link" href={planPaths.action(id)}>
                {`${reference} ${title}`.trim()}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
