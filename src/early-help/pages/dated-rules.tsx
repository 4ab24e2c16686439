import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { type KeyFact, KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { hubNavigation } from './hub-frame.tsx'

/** What was set from a day on: where it stands, who set it and when; setOn null: brought with the product. */
export interface DatedRule {
  readonly id: string
  readonly startsOn: Temporal.PlainDate
  readonly source: string
  readonly setBy: string
  readonly setOn: Temporal.PlainDate | null
}

/** A page of what is set from a day on: what holds today, later and held before, each with its source and who set it. */
export function DatedRules<Rule extends DatedRule>(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly title: string
  readonly lead: string
  /** The page it belongs to, for whoever may open that. */
  readonly under: { readonly text: string; readonly href: string } | undefined
  /** The form that sets it, for whoever may. */
  readonly set: string | undefined
  /** The latest first. */
  readonly rules: readonly Rule[]
  readonly facts: (rule: Rule) => readonly KeyFact[]
}): JSX.Element {
  const { visit, relations, title, lead, under, set, rules, facts } = props
  const current = rules.find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, visit.today) <= 0)
  const crumbs = [{ text: 'Families', href: familyPaths.list() }, ...(under ? [under] : [])]
  return (
    <Page visit={visit} title={title} breadcrumbs={crumbs} width="workspace">
      <PageHead title={title} lead={lead} />
      {hubNavigation(visit, relations)}
      {set !== undefined && (
        <a class="govuk-button" href={set}>
          Set it from a day on
        </a>
      )}
      {rules.map((rule) => (
        <Card title={rule === current ? 'Today' : `From ${dayInWords(rule.startsOn)}`} id={`rule-${rule.id}`}>
          <KeyFacts
            facts={[
              ...facts(rule),
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
