import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FamilySetting } from '#performance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { figurePaths } from '../paths.ts'
import type { PreviewedCell, PreviewedFigure, VoiceRule } from '../queries/figures.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { hubNavigation } from './hub-frame.tsx'
import { monthInWords } from './quality-page.tsx'

/** A month that is over and waits to be published. */
export interface WaitingMonth {
  readonly month: Temporal.PlainDate
  /** The day from which it is published. */
  readonly dueOn: Temporal.PlainDate
  readonly figures: readonly PreviewedFigure[]
}

interface Props {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** Undefined where somebody may not see what is not published. */
  readonly waiting: readonly WaitingMonth[] | undefined
  readonly last: Temporal.PlainDate | undefined
  readonly settings: readonly FamilySetting[]
  readonly voice: readonly VoiceRule[]
  readonly maySet: boolean
}

/** What would be published of the months that are over, for co-ordinators, and what figures wait for (E10, I6). */
export function FiguresPage({ visit, relations, waiting, last, settings, voice, maySet }: Props): JSX.Element {
  const title = 'Figures before they are published'
  return (
    <Page visit={visit} title={title} breadcrumbs={[{ text: 'Families', href: '/families' }]} width="workspace">
      <PageHead
        title={title}
        lead="Protected as they will be for everybody: small counts are hidden, all others rounded. Look whether they can be right, and enter what is missing before the day."
      />
      {hubNavigation(visit, relations)}
      {waiting?.length === 0 && (
        <EmptyState
          title="No month waits to be published"
          text="A month is shown here from its last day until it is published. One that goes on is never shown, not even here."
        />
      )}
      {waiting?.map((one) => (
        <Waiting {...one} />
      ))}
      <p class="govuk-body">
        {last !== undefined && `${monthInWords(last)} is the last month that is published. `}
        <a class="govuk-link" href={figurePaths.published}>
          Figures of early help as everybody reads them
        </a>
      </p>
      <Settings settings={settings} maySet={maySet} />
      <WhoIsAsked voice={voice} maySet={maySet} />
    </Page>
  )
}

function Waiting({ month, dueOn, figures }: WaitingMonth): JSX.Element {
  const counted = figures.filter(({ month }) => month !== undefined)
  const row = ({ title, month, year }: PreviewedFigure) => ({ cells: [title, cellText(month), year === undefined ? '–' : cellText(year)] })
  const columns = [
    { heading: 'What is counted' },
    { heading: 'In the month', numeric: true },
    { heading: 'Last twelve months', numeric: true },
  ]
  return (
    <Card title={monthInWords(month)} id={`month-${month}`} flush>
      <p class="govuk-body gt-card__body">{`Is published from ${dayInWords(dueOn)}, as it stands then.`}</p>
      <DataTable
        caption={`What would be published of ${monthInWords(month)}`}
        hideCaption
        narrow="stack"
        columns={columns}
        rows={counted.filter(({ isPart }) => !isPart).map(row)}
      />
      <Fold title="Why families were closed, reason by reason">
        <DataTable
          caption="Families closed, by reason"
          hideCaption
          narrow="stack"
          columns={columns.slice(0, 2)}
          rows={counted.filter(({ isPart }) => isPart).map((one) => ({ cells: row(one).cells.slice(0, 2) }))}
        />
      </Fold>
      <p class="gt-quiet gt-card__body">c stands for a figure that is hidden: a small count, or one that would give a small count away.</p>
    </Card>
  )
}

function cellText(cell: PreviewedCell | undefined): string {
  if (cell === undefined) return 'Not counted yet'
  if (cell.hidden || cell.shown === null) return 'c'
  const shown = cell.shown.toLocaleString('en-GB')
  return cell.of === null ? shown : `${shown} of ${cell.of.toLocaleString('en-GB')}`
}

function Settings({ settings, maySet }: Pick<Props, 'settings' | 'maySet'>): JSX.Element {
  return (
    <Card title="What figures wait for" id="settings" flush>
      <DataTable
        caption="What holds from which month on"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'From' },
          { heading: 'Late entries are waited for', numeric: true },
          { heading: 'Percentages are shown of', numeric: true },
          { heading: 'Set by' },
          { heading: 'Decided by' },
        ]}
        rows={settings.map(({ startsOn, lateDays, percentFrom, setBy, setOn, source }) => ({
          cells: [
            monthInWords(startsOn),
            lateDays === 1 ? '1 day' : `${lateDays} days`,
            `${percentFrom} or more`,
            setBy === null || setOn === null ? 'Came with the product' : `${setBy}, ${dayInWords(setOn)}`,
            source,
          ],
        }))}
      />
      {maySet && (
        <p class="gt-card__body">
          <a class="govuk-button govuk-button--secondary" href={figurePaths.set}>
            Set it from a month on
          </a>
        </p>
      )}
    </Card>
  )
}

function WhoIsAsked({ voice, maySet }: Pick<Props, 'voice' | 'maySet'>): JSX.Element {
  return (
    <Card title="When a child’s own entry is due" id="voice" flush>
      <DataTable
        caption="What holds from which month on, each another version of the figure"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'From' },
          { heading: 'A child is asked from', numeric: true },
          { heading: 'An own entry is due after', numeric: true },
          { heading: 'Set by' },
          { heading: 'Decided by' },
        ]}
        rows={voice.map(({ startsOn, fromAge, dueAfterDays, setBy, setOn, source }) => ({
          cells: [
            monthInWords(startsOn),
            fromAge === 1 ? '1 year' : `${fromAge} years`,
            dueAfterDays === 1 ? '1 day' : `${dueAfterDays} days`,
            setOn === null ? 'Came with the product' : `${setBy}, ${dayInWords(setOn)}`,
            source,
          ],
        }))}
      />
      {maySet && (
        <p class="gt-card__body">
          <a class="govuk-button govuk-button--secondary" href={figurePaths.voice}>
            Set age and days from a month on
          </a>
        </p>
      )}
    </Card>
  )
}
