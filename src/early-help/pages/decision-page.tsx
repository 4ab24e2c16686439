import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { findDecisions } from '../queries/record.ts'
import { basisWords, classWords } from '../words/casework.ts'
import { DecisionState } from './family-parts.tsx'

/** A decision to share, or not to: what was asked for, and the buttons of whoever approves it. It names no child. */
export function DecisionPage(props: {
  readonly visit: Visit
  readonly decision: Awaited<ReturnType<typeof findDecisions>>[number]
  readonly maySettle: boolean
  /** What the information sharing agreement is called on which it rests; null for none. */
  readonly cited: string | null
}): JSX.Element {
  const { visit, decision, maySettle, cited } = props
  const title = decision.isToShare ? 'Decision to share' : 'Decision not to share'
  return (
    <Page visit={visit} title={title} breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]}>
      <PageHead title={title} caption={decision.organisationName} />
      <p class="govuk-body">
        <DecisionState {...decision} />
      </p>
      <Card title="What was asked for" id="asked">
        <KeyFacts
          facts={[
            { label: 'Parts of the record', value: decision.classes.map((one) => classWords[one]).join('; ') },
            { label: 'Basis', value: basisWords[decision.basis as keyof typeof basisWords] },
            { label: 'Information sharing agreement', value: cited ?? 'None is cited' },
            { label: 'Purpose', value: decision.purpose },
            { label: 'Necessary because', value: decision.because },
            { label: decision.isFamilyTold ? 'How the family was told' : 'Why the family was not told', value: decision.toldWords },
            { label: 'Until', value: dayInWords(decision.holdsUntil) },
            { label: 'Asked for by', value: decision.requestedByName },
            { label: 'Approved by', value: decision.approvedByName === '' ? 'Nobody yet' : decision.approvedByName },
          ]}
        />
      </Card>
      {maySettle && !decision.endedAt && !decision.approvedAt && (
        <PostButton visit={visit} action={`${familyPaths.approve(decision.id)}/approve`} text="Approve" look="primary" />
      )}
      {maySettle && !decision.endedAt && decision.approvedAt && (
        <Fold title="End this decision">
          <p class="govuk-body">
            Whoever reads the record because of it reads nothing of it any more, at once. It does not come back: another decision is asked
            for.
          </p>
          <PostButton visit={visit} action={`${familyPaths.approve(decision.id)}/end`} text="End it now" look="warning" />
        </Fold>
      )}
    </Page>
  )
}
