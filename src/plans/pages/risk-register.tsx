import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { riskPaths } from '../paths.ts'
import type { Risk } from '../queries/risks.ts'
import { heatMap, isReviewOverdue, movementOf, placeNow, type RiskScale, riskLacks } from '../rules/risk.ts'
import { riskLackWords } from '../words/risk.ts'
import { PlanSections } from './plan-sections.tsx'
import { GradePill, MovementPill, Owner, PlaceCell } from './risk-cells.tsx'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly risks: readonly Risk[]
  /** The latest first. */
  readonly scales: readonly RiskScale[]
  /** The one that holds today; undefined where none does. */
  readonly scale: RiskScale | undefined
  readonly mayMake: boolean
}

/** The register of risks of a board: the heat map, then each risk with its score, movement, owner and review (P5). */
export function RiskRegisterPage({ visit, board, risks, scales, scale, mayMake }: Props): JSX.Element {
  const open = risks.filter(({ closedOn }) => closedOn === null)
  const closed = risks.filter(({ closedOn }) => closedOn !== null)
  return (
    <Page
      visit={visit}
      title="Risks"
      breadcrumbs={[{ text: board.name, href: `/boards/${board.slug}` }]}
      width="workspace"
      description={`The register of risks of ${board.name}.`}
    >
      <PageHead
        title="Risks"
        caption={board.name}
        lead="What may come between this board and what it promised, how likely and how grave that is, and who watches it."
        actions={
          mayMake ? (
            <a class="govuk-button" href={riskPaths.create(board.slug)}>
              Raise a risk
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="risks" />
      {risks.length === 0 && (
        <EmptyState
          title="No risk stands here yet"
          text={mayMake ? 'Raise one: say its cause, the event and the effect.' : 'Risks appear here as far as you may know of them.'}
        />
      )}
      {scale && open.length > 0 && <HeatMap scale={scale} risks={open} />}
      {open.length > 0 && <OpenRisks visit={visit} risks={open} scales={scales} />}
      {closed.length > 0 && <ClosedRisks risks={closed} />}
    </Page>
  )
}

function HeatMap({ scale, risks }: { readonly scale: RiskScale; readonly risks: readonly Risk[] }): JSX.Element {
  const outside = risks.filter(({ latest }) => latest?.scale !== scale.version).length
  const offTheMap =
    outside === 0
      ? ''
      : ` ${outside === 1 ? 'One open risk is' : `${outside} open risks are`} not on the map: not scored under this scale yet.`
  return (
    <Card
      id="heat-map"
      title="Heat map"
      lead={`Open risks where they stand with what is done about them. Scale: ${scale.name}, since ${dayInWords(scale.startsOn)}.${offTheMap}`}
      flush
    >
      <DataTable
        caption="Open risks by likelihood and impact; each cell says its grade by letter and word, and which risks stand in it"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Likelihood' }, ...scale.impact.map((word, index) => ({ heading: `Impact ${index + 1}: ${word}` }))]}
        rows={heatMap(scale, risks).map(({ likelihood, cells }) => ({
          cells: [
            `${likelihood}: ${scale.likelihood[likelihood - 1] ?? ''}`,
            ...cells.map(({ grade, risks: found }) => (
              <>
                <GradePill grade={grade} />
                {found.map(({ id, number, title }) => (
                  <>
                    {' '}
                    <a class="govuk-link" href={riskPaths.risk(id)}>
                      Risk {number}
                      <span class="govuk-visually-hidden">: {title}</span>
                    </a>
                  </>
                ))}
              </>
            )),
          ],
        }))}
      />
    </Card>
  )
}

function OpenRisks({ visit, risks, scales }: Pick<Props, 'visit' | 'risks' | 'scales'>): JSX.Element {
  return (
    <Card id="open" title="Open risks" flush>
      <DataTable
        caption="Open risks, by their numbers"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Risk' },
          { heading: 'Before' },
          { heading: 'Now' },
          { heading: 'Since last time' },
          { heading: 'Owner' },
          { heading: 'Review' },
        ]}
        rows={risks.map((risk) => {
          const { latest, scores } = risk
          const scale = scales.find(({ version }) => version === latest?.scale)
          return {
            id: `risk-${risk.number}`,
            cells: [
              <RiskName risk={risk} />,
              <PlaceCell scale={scale} place={latest?.before} />,
              <PlaceCell scale={scale} place={latest && placeNow(latest)} />,
              <MovementPill movement={movementOf(scores, scales, false)} />,
              <Owner owner={risk.owner} ownerName={risk.ownerName} />,
              <Review visit={visit} risk={risk} />,
            ],
          }
        })}
      />
    </Card>
  )
}

function RiskName({ risk }: { readonly risk: Risk }): JSX.Element {
  const lacks = riskLacks(risk)
  return (
    <>
      {risk.number}.{' '}
      <a class="govuk-link" href={riskPaths.risk(risk.id)}>
        {risk.title}
      </a>
      {lacks.length > 0 && (
        <>
          <br />
          <span class="gt-missing">Incomplete: {lacks.map((lack) => riskLackWords[lack].toLowerCase()).join(', ')}</span>
        </>
      )}
    </>
  )
}

/** When a risk is reviewed next, and whether that is past. */
export function Review({ visit, risk }: { readonly visit: Visit; readonly risk: Risk }): JSX.Element {
  if (risk.reviewOn === null) return <span class="gt-missing">Not settled</span>
  return (
    <>
      {dayInWords(risk.reviewOn)}
      {isReviewOverdue(risk, visit.today) && <strong>, overdue</strong>}
    </>
  )
}

function ClosedRisks({ risks }: { readonly risks: readonly Risk[] }): JSX.Element {
  return (
    <Card id="closed" title="Closed risks">
      <ul class="govuk-list gt-rows">
        {risks.map(({ id, number, title, closedOn, closeReason }) => (
          <li>
            <div>
              {number}.{' '}
              <a class="govuk-link" href={riskPaths.risk(id)}>
                {title}
              </a>
              <br />
              <span class="govuk-hint">
                {closedOn && dayInWords(closedOn)}: {closeReason}
              </span>
            </div>
            <MovementPill movement="closed" />
          </li>
        ))}
      </ul>
    </Card>
  )
}
