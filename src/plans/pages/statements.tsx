import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import type { Statement } from '../queries/progress.ts'
import { actionStateWords } from '../words/plan.ts'

/** What was said of something: how it goes, and apart from that what changed by it (handbook plans 1.2). */
export function Statements(props: { readonly statements: readonly Statement[]; readonly isKeptByReader: boolean }): JSX.Element {
  const { statements, isKeptByReader } = props
  const impact = statements.filter(({ kind }) => kind === 'impact')
  const said = statements.filter(({ kind }) => kind !== 'impact')
  return (
    <>
      <Card id="progress" title="How it goes">
        {said.length === 0 ? (
          <p class="gt-missing">Nobody has said anything yet</p>
        ) : (
          <Said statements={said} isKeptByReader={isKeptByReader} />
        )}
      </Card>
      <Card
        id="impact"
        title="What changed by it"
        lead="That something was done is one thing, what is better for children because of it another."
      >
        {impact.length === 0 ? (
          <p class="gt-missing">Nobody has said yet what changed by it</p>
        ) : (
          <Said statements={impact} isKeptByReader={isKeptByReader} />
        )}
      </Card>
    </>
  )
}

function Said({
  statements,
  isKeptByReader,
}: {
  readonly statements: readonly Statement[]
  readonly isKeptByReader: boolean
}): JSX.Element {
  return (
    <Timeline
      label="What was said, the latest first"
      events={statements.map(({ text, evidence, name, onDay, stateAfter, kind, sight }) => ({
        title: kind === 'completion' ? 'Completed' : stateAfter ? actionStateWords[stateAfter].word : 'Update',
        when: dayInWords(onDay),
        who: name,
        body: (
          <>
            <TypedWords words={text} />
            {evidence !== '' && <p class="govuk-body">Shown by: {evidence}</p>}
            {isKeptByReader && sight === 'members' && <p class="govuk-hint">Members of the board alone can read this.</p>}
          </>
        ),
      }))}
    />
  )
}
