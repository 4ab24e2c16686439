import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { listDriftRules } from '../queries/drift.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { hubNavigation } from './hub-frame.tsx'

/** From when on something is drift: what holds today, what holds later and what held before, each with its source and who set it. */
export function DriftRulesPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly rules: Awaited<ReturnType<typeof listDriftRules>>
}): JSX.Element {
  const { visit, relations, rules } = props
  const title = 'From when on work drifts'
  const crumbs = [
    { text: 'Families', href: familyPaths.list() },
    ...(mayIn(relations, 'families', 'drift') ? [{ text: 'Drift list', href: familyPaths.drift() }] : []),
  ]
  const current = rules.find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, visit.today) <= 0)
  return (
    <Page visit={visit} title={title} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title}
        lead="What the drift list counts by. It is set from a day on and signed; what held before stays as it was. While work is paused, what is long open and a review wait."
      />
      {hubNavigation(visit, relations)}
      {mayIn(relations, 'families', 'set-drift') && (
        <a class="govuk-button" href={familyPaths.setDrift()}>
          Set it from a day on
        </a>
      )}
      {rules.map((rule) => (
        <Card title={rule === current ? 'Today' : `From ${dayInWords(rule.startsOn)}`} id={`rule-${rule.id}`}>
          <KeyFacts
            facts={[
              { label: 'Open for long', value: `More than ${rule.openMonths} months` },
              { label: 'Reviewed again and again', value: `${rule.reviews} reviews or more` },
              { label: 'Closed without an outcome', value: `Shown for ${rule.closedDays} days` },
              { label: 'Holds from', value: dayInWords(rule.startsOn) },
              { label: 'Source', value: rule.source },
              { label: 'Set by', value: rule.setOn ? `${rule.setBy}, ${dayInWords(rule.setOn)}` : 'Brought with the product' },
            ]}
          />
        </Card>
      ))}
    </Page>
  )
}
