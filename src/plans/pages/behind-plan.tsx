import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import type { Children } from '#platform/web/render.ts'
import { needsPaths, planPaths } from '../paths.ts'
import type { NeedBehind } from '../queries/needs-behind.ts'
import { citedAs } from '../words/needs.ts'

/** The needs and findings that the priorities of a plan rest on; a plan without any is flagged (P1). */
export function NeedsBehindPlan({ behind }: { readonly behind: readonly NeedBehind[] }): JSX.Element {
  return (
    <Card id="needs-behind" title="Needs behind this plan">
      {behind.length === 0 ? (
        <p class="gt-missing">
          No need is recorded behind this plan. On the page of each priority its clerk can say on which needs and findings it rests.
        </p>
      ) : (
        <Folded many={behind.length} what="needs and findings">
          <NeedList behind={behind} withPriority />
        </Folded>
      )}
    </Card>
  )
}

/** Lines beside a plan that stand open; more of them are one press away. */
const MOST_OPEN = 3

/** A list beside a plan, folded where it is long. */
export function Folded(props: { readonly many: number; readonly what: string; readonly children: Children }): JSX.Element {
  const { many, what, children } = props
  return many > MOST_OPEN ? <Fold title={`${many} ${what}`}>{children}</Fold> : <>{children}</>
}

/** The needs and findings that one priority rests on. */
export function NeedsBehindPriority(props: {
  readonly priority: string
  readonly behind: readonly NeedBehind[]
  readonly mayChange: boolean
}): JSX.Element {
  const { priority, behind, mayChange } = props
  return (
    <Card
      id="needs-behind"
      title="Needs behind it"
      link={mayChange ? { text: 'Say which needs are behind it', href: needsPaths.behind(priority) } : undefined}
    >
      {behind.length === 0 ? <p class="gt-missing">No need is recorded behind it</p> : <NeedList behind={behind} />}
    </Card>
  )
}

function NeedList({
  behind,
  withPriority = false,
}: {
  readonly behind: readonly NeedBehind[]
  readonly withPriority?: boolean
}): JSX.Element {
  return (
    <ul class="govuk-list gt-rows">
      {behind.map(({ use, row, assessment, priorityTitle }) => (
        <li>
          <div>
            <a class="govuk-link" href={needsPaths.row(row.id)}>
              {row.title}
            </a>
            <br />
            <span class="govuk-hint">
              {citedAs(row)} of {assessment.title}
              {assessment.state === 'withdrawn' && ', which was withdrawn'}
              {use.why !== '' && `: ${use.why}`}
            </span>
            {withPriority && priorityTitle !== undefined && (
              <>
                <br />
                <span class="govuk-hint">
                  For{' '}
                  <a class="govuk-link" href={planPaths.priority(use.priority)}>
                    {priorityTitle}
                  </a>
                </span>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
