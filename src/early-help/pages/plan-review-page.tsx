import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findReviewLines, findReviews, PlanView } from '../queries/plan.ts'
import type { AgreementRecord } from '../queries/record.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { childrenAsked } from '../rules/plan.ts'
import { standingWords } from '../words/casework.ts'
import { progressWords, renewalWords, verdictWords } from '../words/plan.ts'
import { FamilyFrame } from './family-frame.tsx'

/** A review of the plan: each need looked at, each child counted, and how the family's agreement stands, which no review renews by itself (E4). */
export function PlanReviewPage(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly plan: PlanView
  readonly review: Awaited<ReturnType<typeof findReviews>>[number]
  readonly lines: Awaited<ReturnType<typeof findReviewLines>>
  readonly agreement: AgreementRecord | undefined
}): JSX.Element {
  const { visit, family, relations, plan, review, lines, agreement } = props
  const counted = childrenAsked(
    plan.who.children,
    plan.asked.filter((one) => one.review === review.id),
  )
  const leads = mayIn(relations, 'family', 'plan-lead') && !family.closedOn
  const answer = renewalWords[review.agreementAnswer as keyof typeof renewalWords]
  return (
    <FamilyFrame {...{ visit, family, relations }} current="plan" title={`Review on ${dayInWords(review.heldOn)}`}>
      <Card title="In short" id="short">
        <KeyFacts
          facts={[
            { label: 'It was due on', value: dayInWords(review.dueOn) },
            { label: 'The plan looked at', value: `Version ${review.planNumber}` },
            {
              label: 'Children asked',
              value: `${counted.asked} asked, ${counted.notAsked} not asked with a reason, ${counted.missing} not written down yet`,
              ...(leads ? { change: { href: familyPaths.childrenAsked(family.id, 'review', review.id), text: 'Ask' } } : {}),
            },
            { label: 'The family', value: [answer, review.agreementBecause].filter(Boolean).join(': ') },
            {
              label: 'Agreement now',
              value: agreement ? (
                <StatusPill meaning={standingWords[agreement.standing][0]}>{standingWords[agreement.standing][1]}</StatusPill>
              ) : (
                'None was recorded'
              ),
              ...(leads && mayIn(relations, 'family', 'agree')
                ? {
                    change: {
                      href: review.agreementAnswer === 'renews' ? familyPaths.renew(family.id) : familyPaths.step(family.id, 'agreement'),
                      text: review.agreementAnswer === 'renews' ? 'Renew it' : 'Record it',
                    },
                  }
                : {}),
            },
            { label: 'Next review', value: dayInWords(review.nextDueOn) },
          ]}
        />
        {review.summary !== '' && <TypedWords words={review.summary} />}
      </Card>
      <Card title="Need by need" id="lines" flush>
        <DataTable
          caption="Need by need"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Need' }, { heading: 'How it goes' }, { heading: 'From here' }, { heading: 'Words' }]}
          rows={lines.map((line) => ({
            cells: [
              line.needWords,
              progressWords[line.progress as keyof typeof progressWords],
              verdictWords[line.verdict as keyof typeof verdictWords],
              line.words === '' ? <span class="gt-missing">None</span> : line.words,
            ],
          }))}
        />
      </Card>
    </FamilyFrame>
  )
}
