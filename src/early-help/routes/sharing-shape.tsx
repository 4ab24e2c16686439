import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { StandFacts } from '../pages/disagreements.tsx'
import { findStands, type StandRecord } from '../queries/disagreements.ts'
import { listChoices } from '../queries/names.ts'
import { sharingAgreementChoices } from '../queries/sharing-agreements.ts'
import { basisWords, classWords } from '../words/casework.ts'
import type { LookedAt } from './sections.tsx'
import { familyForm, named } from './shapes.ts'

/** The form by which a decision to share is asked for. */
export async function sharingShape(asked: LookedAt): Promise<FormShape> {
  const { tx: reader, visit } = asked
  const stands = (await findStands(reader, asked.family.id)).filter(({ standing }) => standing === 'waits' || standing === 'narrower')
  return {
    ...familyForm(asked),
    title: 'Decide to share, or not to',
    lead: 'For what does not rest on the family’s agreement, such as protecting a child. Another person approves it before anything is opened. Record a decision not to share, too.',
    ...(stands.length > 0 ? { above: <TwoDisagree stands={stands} /> } : {}),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'verdict', label: 'What is decided?' },
            options: [
              { value: 'share', text: 'To share' },
              { value: 'not-share', text: 'Not to share' },
            ],
          },
          {
            kind: 'select',
            name: 'organisation',
            label: 'With which agency?',
            options: named(await listChoices(reader, 'agency')),
          },
          { kind: 'boxes', name: 'classes', label: 'Which parts of the record?', options: optionsOf(classWords) },
          { kind: 'select', name: 'basis', label: 'On what basis?', options: optionsOf(basisWords) },
          {
            ...{ kind: 'select', name: 'agreement', label: 'Which information sharing agreement does it rest on?' },
            ...{ none: 'None', hint: 'Only agreements in force between both agencies can be cited' },
            options: await sharingAgreementChoices(reader, asked.family.id, visit.today),
          },
          { kind: 'lines', name: 'purpose', label: 'For what purpose?' },
          { kind: 'lines', name: 'because', label: 'Why is this necessary and no more than necessary?' },
          {
            ...{ kind: 'radios', name: 'told', label: 'Is the family told?' },
            options: [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ],
          },
          { kind: 'lines', name: 'toldWords', label: 'How, or why not?' },
          { kind: 'day', name: 'holdsUntil', label: 'Until when?', hint: 'The first day on which it no longer holds' },
        ],
      },
    ],
    submit: 'Send for approval',
    first: dayValues('holdsUntil', visit.today.add({ months: 3 })),
  }
}

/** Who else may decide and does not agree: whoever decides to share without agreement knows it first. */
function TwoDisagree({ stands }: { readonly stands: readonly StandRecord[] }): JSX.Element {
  return (
    <Card title="Two who may decide disagree" id="two-disagree">
      <p class="govuk-body">
        Only what both agree to is open by agreement. That they disagree is no reason by itself to share, and none against it: say below why
        it is necessary.
      </p>
      {stands.map((stand) => (
        <>
          <h3 class="govuk-heading-s">{`${stand.saidBy}, ${dayInWords(stand.saidOn)}`}</h3>
          <StandFacts stand={stand} />
        </>
      ))}
    </Card>
  )
}
