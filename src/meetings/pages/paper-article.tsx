import type { JSX } from 'hono/jsx/jsx-runtime'
import { Article } from '#platform/paper/html.tsx'
import type { Paper } from '#platform/paper/tree.ts'
import { assembleReport, type ReportFields, reportFacts } from '../rules/report.ts'
import { factWords, partWords } from '../words/paper.ts'

/** A paper as a web page: the facts at its head, then its text with headings from level 3. */
export function PaperArticle(props: {
  readonly title: string
  readonly fields: ReportFields
  readonly tree: Paper
  readonly prefix?: string
  readonly offset?: number
}): JSX.Element {
  const { fields, tree, prefix = '', offset = 2 } = props
  const facts = reportFacts.flatMap((name) => (fields[name] ? [{ label: factWords[name], value: fields[name] }] : []))
  return (
    <div class="gt-prose paper">
      {facts.length > 0 && (
        <dl class="gt-facts">
          {facts.map(({ label, value }) => (
            <div class="gt-facts__row">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Article paper={assembleReport(fields, tree, partWords)} prefix={prefix} offset={offset} />
    </div>
  )
}
