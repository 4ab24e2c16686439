import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { Card } from '#platform/web/components/card.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { listEmergencies } from '../queries/emergencies.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { emergencyWords } from '../words/casework.ts'
import { hubNavigation } from './hub-frame.tsx'

type Use = Awaited<ReturnType<typeof listEmergencies>>[number]

/** Openings in an emergency: who opened, why, and what the review says; counted by quarter. */
export function EmergenciesPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly person: string
  readonly uses: readonly Use[]
}): JSX.Element {
  const { visit, relations, uses, person } = props
  const mayReview = mayIn(relations, 'emergencies', 'review')
  const quarters = [...Map.groupBy(uses, ({ startsAt }) => quarterOf(dayOf(startsAt)))]
  return (
    <Page visit={visit} title="Emergencies" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Emergencies"
        lead="Where a child is at risk now, a family is opened that one does not work with: to be read, for a short time. Its lead is told, and an owner of information governance reviews it."
      />
      {hubNavigation(visit, relations)}
      {mayIn(relations, 'families', 'emergency') && !relations.has('approver') && (
        <a class="govuk-button govuk-button--warning" href={familyPaths.emergency()}>
          Open a family in an emergency
        </a>
      )}
      {uses.length === 0 && <EmptyState title="Nothing was opened in an emergency" text="Each use stands here, with its review." />}
      {mayReview && quarters.length > 0 && (
        <Card title="By quarter" id="quarters">
          <KeyFacts facts={quarters.map(([label, found]) => ({ label, value: String(found.length) }))} />
        </Card>
      )}
      {uses.map((use) => (
        <EmergencyCard use={use} mayReview={mayReview && use.person !== person} />
      ))}
    </Page>
  )
}

const quarterOf = (day: Temporal.PlainDate): string => `Quarter ${Math.ceil(day.month / 3)} of ${day.year}`

function EmergencyCard({ use, mayReview }: { readonly use: Use; readonly mayReview: boolean }): JSX.Element {
  return (
    <Card title={`${use.name}, ${use.agency}`} id={`use-${use.id}`}>
      <p class="govuk-body">
        {use.reviewedAt === null ? (
          <StatusPill meaning="warning">Not reviewed yet</StatusPill>
        ) : (
          <StatusPill meaning={use.isJustified ? 'good' : 'bad'}>{use.isJustified ? 'Justified' : 'Not justified'}</StatusPill>
        )}
      </p>
      <KeyFacts
        facts={[
          { label: 'From', value: <InstantText instant={use.startsAt} /> },
          { label: 'Until', value: <InstantText instant={use.endsAt} /> },
          { label: 'Why', value: `${emergencyWords[use.reason as keyof typeof emergencyWords]}. ${use.words}` },
          ...(use.reviewedAt === null ? [] : [{ label: 'Review', value: `${use.reviewWords} (${use.reviewer})` }]),
        ]}
      />
      {mayReview && use.reviewedAt === null && (
        <a class="govuk-button" href={familyPaths.reviewEmergency(use.id)}>
          Review
        </a>
      )}
    </Card>
  )
}
