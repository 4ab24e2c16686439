import type { JSX } from 'hono/jsx/jsx-runtime'
import { LineChart } from '#platform/web/charts/line-chart.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyFigurePaths } from '../paths.ts'
import type { FamilyClaim, FamilySetting } from '../queries/family-figures.ts'
import type { FamilyIndicator, FamilyMonth } from '../rules/family-figures.ts'
import {
  familyChart,
  familyFigureText,
  familySentence,
  familyYearText,
  monthText,
  protectionWords,
  settingWords,
} from '../words/family-figures.ts'
import { FamilyClaimsCard } from './family-claims-card.tsx'

interface Props {
  readonly visit: Visit
  /** The earliest first. */
  readonly months: readonly FamilyMonth[]
  readonly indicators: readonly FamilyIndicator[]
  readonly methodSource: string
  readonly setting: FamilySetting | undefined
  readonly claims: readonly FamilyClaim[]
  /** Whether the report on quality is for them. */
  readonly mayReadQuality: boolean
}

const LEAD = 'The whole partnership, month by month. Families’ own records are sealed: what stands here was protected before it left them.'

/** Figures of families in early help, for boards and for anybody (E10, I6). */
export function FamilyFiguresPage({ visit, months, indicators, methodSource, setting, claims, mayReadQuality }: Props): JSX.Element {
  const last = months.at(-1)
  return (
    <Page
      visit={visit}
      title="Figures of early help"
      width="workspace"
      breadcrumbs={[{ text: 'Boards', href: '/boards' }]}
      description="How many families are helped, month by month."
    >
      <PageHead title="Figures of early help" lead={LEAD} />
      {mayReadQuality && (
        <p class="govuk-body">
          <a class="govuk-link" href={familyFigurePaths.quality}>
            Quality of early help, as boards are told it
          </a>
        </p>
      )}
      {last === undefined ? (
        <EmptyState title="Nothing is published yet" text="The figures of a month appear a few days after it is over." />
      ) : (
        <>
          <p class="govuk-body-l">{familySentence(last)}</p>
          {last.addsUp === false && (
            <InsetText>
              <p class="govuk-body">
                The families at the end of {monthText(last.month)} are not those at its start and who began, less those who were closed. The
                records are being looked at; treat these figures with care.
              </p>
            </InsetText>
          )}
          <Latest month={last} {...{ indicators, methodSource, setting }} />
          <Runs months={months} indicators={indicators} />
          <FamilyClaimsCard claims={claims} />
          <About months={months} indicators={indicators} />
        </>
      )}
    </Page>
  )
}

const columns = (month: FamilyMonth) => [
  { heading: 'What is counted' },
  { heading: monthText(month.month), numeric: true },
  { heading: 'Last twelve months', numeric: true },
]

function Latest({
  month,
  indicators,
  methodSource,
  setting,
}: Pick<Props, 'indicators' | 'methodSource' | 'setting'> & { readonly month: FamilyMonth }): JSX.Element {
  const rows = (list: readonly FamilyIndicator[]) =>
    list.map((indicator) => ({
      id: `figure-${indicator.code}`,
      cells: [
        indicator.title,
        familyFigureText(month.figures.get(`${indicator.code} month`), indicator, month.percentFrom),
        familyYearText(month, indicator),
      ],
    }))
  return (
    <Card title={monthText(month.month)} id="latest" flush>
      <DataTable
        caption={`Figures of ${monthText(month.month)}`}
        hideCaption
        narrow="stack"
        columns={columns(month)}
        rows={rows(indicators.filter(({ reasonOf }) => reasonOf === null))}
      />
      <Fold title="Why families were closed, reason by reason">
        <DataTable
          caption="Families closed, by reason"
          hideCaption
          narrow="stack"
          columns={columns(month).slice(0, 2)}
          rows={rows(indicators.filter(({ reasonOf }) => reasonOf !== null)).map(({ cells }) => ({ cells: cells.slice(0, 2) }))}
        />
        <p class="gt-quiet">A family that withdrew and one that could not be engaged are different, and are never added up.</p>
      </Fold>
      <p class="gt-quiet gt-card__body">
        {protectionWords(month)} {methodSource} {setting && settingWords(setting)}
      </p>
    </Card>
  )
}

function Runs({ months, indicators }: Pick<Props, 'months' | 'indicators'>): JSX.Element {
  const run = (code: string) => indicators.find((one) => one.code === code)
  const [active, begun] = [run('active'), run('initiated')]
  const others = indicators.filter(({ code, gives }) => code !== 'active' && code !== 'initiated' && gives === 'number')
  const counted = others.filter(({ code }) => months.some(({ figures }) => figures.has(`${code} month`)))
  return (
    <>
      {[active, begun].map(
        (indicator) =>
          indicator && (
            <Card title={indicator.title} id={`of-${indicator.code}`}>
              <LineChart {...familyChart(months, indicator, familyFigurePaths.csv)} />
            </Card>
          ),
      )}
      <Card title="All others, by month" id="others" flush>
        {counted.map((indicator) => (
          <Fold title={indicator.title}>
            <LineChart {...familyChart(months, indicator, familyFigurePaths.csv)} />
          </Fold>
        ))}
      </Card>
    </>
  )
}

function About({ months, indicators }: Pick<Props, 'months' | 'indicators'>): JSX.Element {
  const again = months.filter(({ revision }) => revision > 1)
  const brought = months.filter(({ provenance }) => provenance === 'brought')
  return (
    <Card title="How it is counted" id="about" flush>
      <Fold title="What each figure means">
        <DataTable
          caption="Definitions"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Figure' }, { heading: 'Counts' }, { heading: 'Meaning' }, { heading: 'Version' }]}
          rows={indicators.map(({ title, unit, meaning, version, startsOn }) => ({
            cells: [title, unit, meaning, `${version}, since ${monthText(startsOn)}`],
          }))}
        />
      </Fold>
      <Fold title={again.length === 0 ? 'No month was published again' : `Months published again: ${again.length}`}>
        {again.length === 0 ? (
          <p class="govuk-body">Where entries come in late, a month is published again beside what was published first.</p>
        ) : (
          <ul class="govuk-list">
            {again.map(({ month, revision, reason }) => (
              <li>
                {monthText(month)}, revision {revision}: {reason}.
              </li>
            ))}
          </ul>
        )}
      </Fold>
      {brought.length > 0 && (
        <p class="gt-quiet gt-card__body">
          {brought
            .map(({ month }) => monthText(month))
            .filter((_, at, all) => at === 0 || at === all.length - 1)
            .join(' to ')}
          : {brought[0]?.source}.
        </p>
      )}
      <p class="gt-card__body">
        <a class="govuk-link" href={familyFigurePaths.csv} download="">
          Download all months as CSV
        </a>
      </p>
    </Card>
  )
}
