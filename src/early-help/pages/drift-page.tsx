import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { closedRightPaths, familyPaths, familyVoicePaths } from '../paths.ts'
import type { DriftLine, DriftPart, findDriftRule } from '../queries/drift.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { DriftSign } from '../rules/drift.ts'
import { stateWords } from '../words/casework.ts'
import { driftStepWords, driftWords } from '../words/drift.ts'
import { hubNavigation } from './hub-frame.tsx'

/** Families where work drifts, each with why: one’s own, and those of a co-ordinator’s locality. From dates and counts, and without a word of what is written. */
export function DriftPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly part: DriftPart
  readonly rule: Awaited<ReturnType<typeof findDriftRule>>
}): JSX.Element {
  const { visit, relations, part, rule } = props
  const { lines } = part
  const own = lines.filter(({ isOwn }) => isOwn)
  const locality = lines.filter(({ isOwn }) => !isOwn)
  return (
    <Page visit={visit} title="Drift list" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead title="Drift list" lead="Where much time passes and little changes. Counted today from dates and numbers alone." />
      {hubNavigation(visit, relations)}
      <p class="govuk-body">{part.families === 0 ? 'No family that you may list drifts today.' : summary(part)}</p>
      {own.length > 0 && (
        <Card title="Families that you keep" id="own" flush>
          <Drifting lines={own} rule={rule} caption="Families that you keep, and why they are here" />
        </Card>
      )}
      {locality.length > 0 && (
        <Card title="Your locality" id="locality" flush>
          <Drifting lines={locality} rule={rule} caption="Families of your locality, and why they are here" />
        </Card>
      )}
      <Pager page={part.page} pages={part.pages} label="Families" hrefOf={(page) => `${familyPaths.drift()}?page=${page}`} />
      <p class="govuk-body-s">
        {`Open for more than ${rule.openMonths} months, or ${rule.reviews} reviews and more, are shown; a closed record whose outcome is not said for ${rule.closedDays} days. ${rule.source}. `}
        <a class="govuk-link" href={familyPaths.driftRules()}>
          From when on work drifts
        </a>
      </p>
    </Page>
  )
}

const summary = ({ families, reasons, pages, size }: DriftPart): string =>
  `${families === 1 ? 'One family is' : `${families} families are`} here for ${reasons === 1 ? 'one reason' : `${reasons} reasons`}. The one with the most comes first${pages > 1 ? `, and ${size} are on a page` : ''}.`

function Drifting({
  lines,
  rule,
  caption,
}: {
  readonly lines: readonly DriftLine[]
  readonly rule: Parameters<typeof driftWords>[1]
  readonly caption: string
}): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Family' }, { heading: 'Why it is here, and what to do' }, { heading: 'Lead' }, { heading: 'Since' }]}
      rows={lines.map((line) => ({
        cells: cellsOf(line, rule),
      }))}
    />
  )
}

function cellsOf(line: DriftLine, rule: Parameters<typeof driftWords>[1]) {
  const { family, why, leadName } = line
  return [
    <>
      <a class="govuk-link" href={familyPaths.family(family.id)}>
        {family.label}
      </a>
      <br />
      <StatusPill meaning={stateWords[family.state][0]}>{stateWords[family.state][1]}</StatusPill>
    </>,
    <ul class="govuk-list govuk-list--spaced govuk-!-font-size-16 govuk-!-margin-bottom-0">
      {why.map((one) => (
        <li>
          {driftWords(one, rule)}.{' '}
          <a class="govuk-link" href={stepAt(one.sign, line)}>
            {driftStepWords[one.sign]}
            <span class="govuk-visually-hidden">: {family.label}</span>
          </a>
        </li>
      ))}
    </ul>,
    family.lead ? leadName : 'Nobody',
    `${dayInWords(family.agreedOn ?? family.requestedOn)}${family.agreedOn ? '' : ', asked for'}`,
  ]
}

/** Where something is done about a sign; whoever keeps a family and whoever co-ordinates its locality may open each of them. */
function stepAt(sign: DriftSign, { family: { id }, isOwn, isRead }: DriftLine): string {
  switch (sign) {
    case 'no-lead':
      return familyPaths.step(id, 'lead')
    case 'no-agreement':
      return familyPaths.step(id, 'agreement')
    case 'transition-late':
      return familyPaths.moves(id)
    case 'sibling-silent':
      return isRead ? familyVoicePaths.section(id) : familyPaths.family(id)
    case 'outcome-open':
      return isOwn ? familyPaths.family(id) : closedRightPaths.section(id)
    default:
      return familyPaths.plan(id)
  }
}
