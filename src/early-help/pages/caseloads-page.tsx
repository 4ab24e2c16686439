import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { caseloadPaths, familyPaths } from '../paths.ts'
import type { CaseloadLimit, CaseloadLine } from '../queries/caseloads.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { perWholeTime } from '../rules/caseload.ts'
import { caseloadWords, familiesWords } from '../words/caseload.ts'
import { hubNavigation } from './hub-frame.tsx'

/** How many families each practitioner leads, by tier and level of need, against the limit of the agency; which families stands nowhere here (E8). */
export function CaseloadsPage(props: {
  readonly visit: Visit
  readonly ties: CaseworkTies
  readonly lines: readonly CaseloadLine[]
  readonly limits: ReadonlyMap<string, CaseloadLimit>
  /** Names of tiers by code, and of levels of need by number. */
  readonly tiers: ReadonlyMap<string, string>
  readonly levels: ReadonlyMap<string, string>
}): JSX.Element {
  const { visit, ties, lines, limits } = props
  const agencies = [...Map.groupBy(lines, ({ organisation }) => organisation).values()].sort((a, b) =>
    (a[0]?.organisationName ?? '') < (b[0]?.organisationName ?? '') ? -1 : 1,
  )
  const over = lines.filter(({ state }) => state === 'over')
  return (
    <Page visit={visit} title="Caseloads" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Caseloads"
        lead="How many families each practitioner leads, against the limit of their agency. Which families they are is not shown."
      />
      {hubNavigation(visit, ties.relations)}
      {mayIn(ties.relations, 'supervision', 'keep') && (
        <div class="govuk-button-group">
          <a class="govuk-button govuk-button--secondary" href={caseloadPaths.newLimit()}>
            Set a limit
          </a>
          <a class="govuk-button govuk-button--secondary" href={caseloadPaths.newShare()}>
            Say who works part-time
          </a>
        </div>
      )}
      <p class="govuk-body">
        {lines.length === 0
          ? 'There is nobody whose caseload is for you to see.'
          : over.length === 0
            ? 'Nobody here is over the limit of their agency.'
            : `Over the limit: ${over.map(({ name }) => name).join(', ')}.`}
      </p>
      {agencies.length > 1 && <Compared agencies={agencies} limits={limits} />}
      {agencies.map((of) => (
        <Agency {...props} of={of} limit={limits.get(of[0]?.organisation ?? '')} />
      ))}
      {lines.length > 0 && (
        <p class="govuk-body-s">
          Families whose being known here is withheld are counted for their lead and the supervisor alone. Where nobody has said how much
          somebody works, whole time is counted.
        </p>
      )}
    </Page>
  )
}

/** Agencies beside one another, of whom one sees; what stands elsewhere is what each names with its source (E8). */
function Compared(props: {
  readonly agencies: readonly (readonly CaseloadLine[])[]
  readonly limits: ReadonlyMap<string, CaseloadLimit>
}): JSX.Element {
  return (
    <Card title="Agencies compared" id="compared" flush>
      <DataTable
        caption="Families for each whole-time practitioner, by agency"
        narrow="stack"
        columns={[
          { heading: 'Agency' },
          { heading: 'For each whole-time practitioner', numeric: true },
          { heading: 'At most', numeric: true },
          { heading: 'Over the limit', numeric: true },
          { heading: 'Elsewhere' },
        ]}
        rows={props.agencies.map((of) => {
          const limit = props.limits.get(of[0]?.organisation ?? '')
          const over = of.filter(({ state }) => state === 'over').length
          return {
            cells: [
              of[0]?.organisationName ?? '',
              String(perWholeTime(of) ?? 'Not known'),
              limit ? String(limit.families) : 'No limit set',
              limit ? `${over} of ${of.length}` : 'No limit set',
              limit?.elsewhere == null ? 'Not said' : `${Number(limit.elsewhere)} (${limit.elsewhereSource})`,
            ],
          }
        })}
      />
    </Card>
  )
}

function Agency(
  props: Parameters<typeof CaseloadsPage>[0] & { readonly of: readonly CaseloadLine[]; readonly limit: CaseloadLimit | undefined },
): JSX.Element {
  const { of, limit, tiers, levels } = props
  const [first] = of
  return (
    <Card title={first?.organisationName ?? ''} id={`agency-${first?.organisation}`} lead={summary(of, limit)} flush>
      <DataTable
        caption={`Caseloads of ${first?.organisationName}`}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Practitioner' },
          { heading: 'Families', numeric: true },
          { heading: 'How it stands' },
          { heading: 'By tier' },
          { heading: 'By level of need' },
        ]}
        rows={of.map((line) => ({
          cells: [
            <>
              {line.name}
              <br />
              <span class="govuk-!-font-size-16">{timeWords(line)}</span>
            </>,
            String(line.families),
            <StatusPill meaning={caseloadWords(line)[0]}>{caseloadWords(line)[1]}</StatusPill>,
            splitWords(line.tiers, tiers),
            splitWords(line.levels, levels),
          ],
        }))}
      />
    </Card>
  )
}

function summary(of: readonly CaseloadLine[], limit: CaseloadLimit | undefined): string {
  const each = perWholeTime(of)
  const mean = of.length > 1 && each !== undefined ? `${each} families for each whole-time practitioner shown here. ` : ''
  if (!limit) return `${mean}The agency has set no limit.`
  const elsewhere = limit.elsewhere === null ? '' : ` Elsewhere: ${Number(limit.elsewhere)} (${limit.elsewhereSource}).`
  return `${mean}At most ${familiesWords(limit.families)} in whole time, from ${dayInWords(limit.startsOn)} (${limit.source}).${elsewhere}`
}

const timeWords = ({ percent, isAway, backOn }: CaseloadLine): string =>
  [
    percent === undefined ? 'Time not recorded' : percent === 100 ? 'Whole time' : `${percent}% of whole time`,
    ...(isAway ? [backOn ? `away until ${dayInWords(backOn)}` : 'away'] : []),
  ].join(', ')

/** Counts with their names, as '2 Early help, 1 not recorded'. */
function splitWords(counts: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): string {
  const known = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))
  return known.length === 0
    ? 'None'
    : known.map(([code, count]) => `${count} ${names.get(code)?.toLowerCase() ?? 'not recorded'}`).join(', ')
}
