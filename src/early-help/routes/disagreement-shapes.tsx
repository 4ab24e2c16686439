import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { StandFacts } from '../pages/disagreements.tsx'
import type { StandRecord } from '../queries/disagreements.ts'
import { findNames } from '../queries/names.ts'
import type { AgreementRecord } from '../queries/record.ts'
import { contentClasses } from '../rules/access.ts'
import { classWords, evidenceWords, stanceWords, verdictWords } from '../words/casework.ts'
import type { LookedAt } from './sections.tsx'
import { familyForm, named } from './shapes.ts'

/** The form by which one records that somebody else with parental responsibility disagrees; agencies and parts are those that the agreement names. */
export async function standShape(asked: LookedAt, agreement: AgreementRecord | undefined): Promise<FormShape> {
  const agencies = [...new Set(agreement?.given.map(({ organisation }) => organisation))]
  const names = await findNames(asked.tx, agencies)
  const parts = contentClasses.filter((one) => agreement?.given.some((cover) => cover.class === one))
  return {
    ...familyForm(asked),
    title: 'Record that somebody else does not agree',
    lead: 'For somebody else with parental responsibility. Both stand on record. From this moment only what both agree to is open, until a co-ordinator settles it. What was decided to share for a child’s protection does not rest on agreement, and stands.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'saidBy', label: 'Who does not agree?' },
          { kind: 'lines', name: 'entitledHow', label: 'How do you know that they have parental responsibility?' },
          { kind: 'radios', name: 'stance', label: 'What do they say?', options: optionsOf(stanceWords) },
          { kind: 'lines', name: 'words', label: 'In their words' },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
          { kind: 'radios', name: 'evidence', label: 'How is it evidenced?', options: optionsOf(evidenceWords) },
        ],
      },
      {
        heading: 'If they agree to less: to what',
        fields: [
          {
            ...{ kind: 'boxes', name: 'agencies', label: 'Which agencies?' },
            options: named(agencies.map((id) => ({ id, name: names.get(id) ?? '' }))),
          },
          { kind: 'boxes', name: 'classes', label: 'Which parts of the record?', options: optionsOf(classWords, parts) },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('saidOn', asked.visit.today),
  }
}

/** The form by which a disagreement is settled; what the other says stands above it. */
export function settleShape(asked: LookedAt, stand: StandRecord, agreement: AgreementRecord | undefined): FormShape {
  return {
    ...familyForm(asked),
    title: 'Settle a disagreement',
    lead: 'Speak to both before you decide. Each of them may still withdraw, and help stays voluntary.',
    above: (
      <>
        {agreement && <p class="govuk-body">{`${agreement.givenBy} agreed: ${scopeInWords(agreement)}.`}</p>}
        <p class="govuk-body">{`${stand.saidBy} says:`}</p>
        <StandFacts stand={stand} />
      </>
    ),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'verdict', label: 'What do you decide?', options: optionsOf(verdictWords) },
          { kind: 'lines', name: 'because', label: 'Why?', hint: 'What is best for the children, and what each of them said' },
          { kind: 'lines', name: 'toldHow', label: 'How are both told?' },
        ],
      },
    ],
    submit: 'Settle',
    first: {},
    version: stand.version,
  }
}

/** The form by which one records that they agree now. */
export function standEndShape(asked: LookedAt, stand: StandRecord): FormShape {
  return {
    ...familyForm(asked),
    title: 'They agree now',
    lead: `${stand.saidBy} agrees to what the family agreed to. What had ended is open again to the same people, as far as the agreement covers it.`,
    groups: [{ fields: [{ kind: 'lines', name: 'endedHow', label: 'How do you know?', hint: 'Who said what to whom, and when' }] }],
    submit: 'Record',
    first: {},
    version: stand.version,
  }
}

const scopeInWords = ({ given }: AgreementRecord): string =>
  [...Map.groupBy(given, ({ organisationName }) => organisationName)]
    .map(([name, covers]) => `${name} (${covers.map((one) => classWords[one.class].toLowerCase()).join('; ')})`)
    .join(', ')
