import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { submissionPaths } from '../paths.ts'
import { BoardRecordPage } from './record-page.tsx'

/** A rule as its row shows it. */
export interface RuleLine {
  readonly what: string
  readonly rule: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/** The rules of a body on questions, petitions and deputations, with the days on which they hold and where they are written. */
export function SubmissionRulesPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly rules: readonly RuleLine[]
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, board, rules, mayKeep } = props
  const add = { text: 'Record a rule', href: submissionPaths.newRule(board.slug) }
  const columns = ['What', 'Rule', 'Where it is written', 'Holds'].map((heading) => ({ heading }))
  const rows = rules.map(({ what, rule, source, startsOn, endsOn }) => ({
    cells: [what, rule, source, `From ${dayInWords(startsOn)}${endsOn === null ? '' : ` to ${dayInWords(endsOn.subtract({ days: 1 }))}`}`],
  }))
  return (
    <BoardRecordPage visit={visit} board={board} section="terms" title="Rules on questions and petitions" width="workspace">
      {rules.length === 0 ? (
        <EmptyState
          title="No rules are recorded"
          text="Without a rule whatever comes is shown to the clerk, and nothing is tested."
          {...(mayKeep ? { action: add } : {})}
        />
      ) : (
        <DataTable caption="Rules on questions and petitions" hideCaption columns={columns} rows={rows} narrow="stack" />
      )}
      {mayKeep && rules.length > 0 && (
        <p>
          <a class="govuk-link" href={add.href}>
            {add.text}
          </a>
        </p>
      )}
    </BoardRecordPage>
  )
}
