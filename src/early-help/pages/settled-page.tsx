import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  caseloadPaths,
  familyPaths,
  familyVoicePaths,
  figurePaths,
  formPaths,
  qualityPaths,
  retentionPaths,
  settledPaths,
  supervisionPaths,
  trainingPaths,
} from '../paths.ts'
import type { SettledRow } from '../queries/settled.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { type Settled, type SettledCode, settledKinds } from '../rules/settled.ts'
import { hubNavigation } from './hub-frame.tsx'

/** What is settled on a page of its own, each with what the access matrix is asked before its link is shown. */
const elsewhere = [
  { text: 'Levels of need and their thresholds', href: settledPaths.levels(), record: 'settled', verb: 'read' },
  { text: 'Tiers of help, and what they are called', href: settledPaths.tiers(), record: 'settled', verb: 'read' },
  { text: 'Reasons for closing, and our words for them', href: settledPaths.closing(), record: 'settled', verb: 'read' },
  { text: 'Who settles where two sides disagree', href: settledPaths.disputes(), record: 'settled', verb: 'read' },
  { text: 'From when on work drifts', href: familyPaths.driftRules(), record: 'families', verb: 'drift-rules' },
  { text: 'How we ask children and parents', href: familyVoicePaths.practice(), record: 'practice', verb: 'keep' },
  { text: 'Standards of supervision', href: supervisionPaths.agency(), record: 'supervision', verb: 'keep' },
  { text: 'Limits of caseloads', href: caseloadPaths.home(), record: 'supervision', verb: 'read' },
  { text: 'What a review of quality asks, and its grades', href: settledPaths.audit(), record: 'settled', verb: 'read' },
  { text: 'How records are drawn for review', href: qualityPaths.rules(), record: 'quality', verb: 'rules' },
  { text: 'Courses, and who must take them', href: trainingPaths.home(), record: 'training', verb: 'read' },
  { text: 'What figures are hidden', href: figurePaths.home, record: 'figures', verb: 'read' },
  { text: 'The form of assessments', href: formPaths.list(), record: 'forms', verb: 'read' },
  { text: 'How long records are kept', href: retentionPaths.home(), record: 'retention', verb: 'read' },
] as const

/** What the partnership settled of its practice: what holds today, what will, and what held before, each with its source and who set it. */
export function SettledPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** Of each the latest first. */
  readonly rows: readonly SettledRow[]
}): JSX.Element {
  const { visit, relations } = props
  const title = 'What the partnership has settled'
  const order = (code: SettledCode): number => Object.keys(settledKinds).indexOf(code)
  const rows = props.rows.toSorted((one, other) => order(one.code) - order(other.code))
  // The latest stands first: whatever has begun is over once a later one of its kind has, too.
  const isOver = (row: SettledRow): boolean =>
    rows.some(({ code, startsOn }) => code === row.code && isBefore(row.startsOn, startsOn) && !isBefore(visit.today, startsOn))
  const links = elsewhere.filter(({ record, verb }) => mayIn(relations, record, verb))
  return (
    <Page visit={visit} title={title} breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title={title}
        lead="How long things hold and by when they are done. Each is set from a day on and signed; what was done before is judged by what held then."
      />
      {hubNavigation(visit, relations)}
      <SettledTable caption="What holds today, and what will" rows={rows.filter((row) => !isOver(row))} relations={relations} />
      {rows.some(isOver) && (
        <Fold title="What held before">
          <SettledTable caption="What held before" rows={rows.filter(isOver)} />
        </Fold>
      )}
      <h2 class="govuk-heading-m">Settled on pages of their own</h2>
      <ul class="govuk-list govuk-list--bullet">
        {links.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

function SettledTable(props: {
  readonly caption: string
  readonly rows: readonly SettledRow[]
  /** Undefined: nothing is set here. */
  readonly relations?: CaseworkTies['relations']
}): JSX.Element {
  const { caption, rows, relations } = props
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'What' },
        { heading: 'Settled' },
        { heading: 'From' },
        { heading: 'Decided, and set by' },
        ...(relations ? [{ heading: 'Set', hiddenHeading: true }] : []),
      ]}
      rows={rows.map((row) => {
        const kind: Settled = settledKinds[row.code]
        const isFirst = rows.find(({ code }) => code === row.code) === row
        return {
          ...(relations && isFirst ? { id: row.code } : {}),
          cells: [
            kind.title,
            kind.numbers.map(({ name, called, unit }) => <div>{`${called} ${countOf(row.numbers[name], unit)}`}</div>),
            dayInWords(row.startsOn),
            `${row.source}. ${row.setOn ? `${row.setBy}, ${dayInWords(row.setOn)}` : 'Brought with the product'}`,
            ...(relations ? [mayIn(relations, 'settled', kind.verb) ? <SetLink code={row.code} title={kind.title} /> : ''] : []),
          ],
        }
      })}
    />
  )
}

const SetLink = ({ code, title }: { readonly code: SettledCode; readonly title: string }): JSX.Element => (
  <a class="govuk-link" href={settledPaths.set(code)}>
    Set<span class="govuk-visually-hidden">{` from a day on: ${title}`}</span>
  </a>
)

/** "1 month", "6 months". */
const countOf = (count: number | undefined, unit: string): string => `${count ?? ''} ${count === 1 ? unit.slice(0, -1) : unit}`
