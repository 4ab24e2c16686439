import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { termsPath, termsVersionPath } from '../../paths.ts'
import type { Body } from '../../queries/bodies.ts'
import type { TermsVersion } from '../../queries/terms.ts'
import type { TermsChange } from '../../rules/terms/changes.ts'
import { BoardPage } from '../board-page.tsx'

/** What a version would change in the terms in force, side by side in words. */
export function ChangesPage(props: {
  readonly visit: Visit
  readonly body: Body
  readonly version: TermsVersion
  /** Undefined where no terms are in force. */
  readonly inForce: TermsVersion | undefined
  readonly changes: readonly TermsChange[]
}): JSX.Element {
  const { visit, body, version, inForce, changes } = props
  const crumbs = [
    { text: 'Terms of reference', href: termsPath(body.slug) },
    { text: `Version ${version.number}`, href: termsVersionPath(body.slug, version.number) },
  ]
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="terms"
      title={`What version ${version.number} changes`}
      lead={leadOf(props)}
      crumbs={crumbs}
    >
      {inForce && changes.length > 0 && (
        <Card id="changes" title="Changes" flush>
          <DataTable
            caption={`Version ${inForce.number}, in force, beside version ${version.number}`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Rule' }, { heading: `In force: version ${inForce.number}` }, { heading: `Version ${version.number}` }]}
            rows={changes.map(({ title, before, after }) => ({
              cells: [<b>{title}</b>, <Side sentences={before} others={after} />, <Side sentences={after} others={before} />],
            }))}
          />
        </Card>
      )}
    </BoardPage>
  )
}

function leadOf({
  inForce,
  changes,
  version,
}: {
  readonly inForce: TermsVersion | undefined
  readonly changes: readonly TermsChange[]
  readonly version: TermsVersion
}): string {
  if (inForce === undefined) return 'No terms are in force, so there is nothing to compare with.'
  if (changes.length === 0) return `It says the same as version ${inForce.number}, which is in force.`
  const count = changes.length === 1 ? 'One thing differs' : `${changes.length} things differ`
  return `${count} between version ${inForce.number}, which is in force, and version ${version.number}. What stands on one side only is bold.`
}

function Side({ sentences, others }: { readonly sentences: readonly string[]; readonly others: readonly string[] }): JSX.Element {
  if (sentences.length === 0) return <span class="gt-missing">Not there</span>
  return (
    <ul class="govuk-list">
      {sentences.map((sentence) => (
        <li>{others.includes(sentence) ? sentence : <b>{sentence}</b>}</li>
      ))}
    </ul>
  )
}
