import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, qualityPaths } from '../paths.ts'
import type { listQualityRules } from '../queries/quality.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { hubNavigation } from './hub-frame.tsx'

/** How many records are reviewed, and which are left out: what holds today, later and held before, each with its source and who set it (E7). */
export function QualityRulesPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly rules: Awaited<ReturnType<typeof listQualityRules>>
}): JSX.Element {
  const { visit, relations, rules } = props
  const title = 'How records are drawn for review'
  const crumbs = [
    { text: 'Families', href: familyPaths.list() },
    ...(mayIn(relations, 'quality', 'keep') ? [{ text: 'Quality', href: qualityPaths.home() }] : []),
  ]
  const current = rules.find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, visit.today) <= 0)
  return (
    <Page visit={visit} title={title} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title}
        lead="A month is drawn by what holds on its first day. It is set from a day on and signed; what was drawn before stays as it was drawn."
      />
      {hubNavigation(visit, relations)}
      {mayIn(relations, 'quality', 'set') && (
        <a class="govuk-button" href={qualityPaths.setRule()}>
          Set it from a day on
        </a>
      )}
      {rules.map((rule) => (
        <Card title={rule === current ? 'Today' : `From ${dayInWords(rule.startsOn)}`} id={`rule-${rule.id}`}>
          <KeyFacts
            facts={[
              { label: 'Drawn each month', value: `At least ${rule.atLeast}, or all where there are fewer` },
              {
                label: 'Left out',
                value: rule.excludeMonths === 0 ? 'Nothing' : `What was reviewed in the ${rule.excludeMonths} months before`,
              },
              { label: 'A reviewer reads for', value: `${rule.assignmentDays} days` },
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
