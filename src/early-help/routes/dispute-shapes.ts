import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { listDisputeRules } from '../queries/dispute-rules.ts'
import type { TransitionLine } from '../queries/movement.ts'
import { heldOn } from '../rules/dated.ts'
import { settledAsWords } from '../words/movement.ts'
import { atMove } from './movement-shapes.ts'

/** The form by which one does not agree with an answer: it says to whom that goes, and by when it is settled. */
export async function disputeShape(reader: Reader, visit: Visit, transition: TransitionLine): Promise<FormShape> {
  const way = heldOn(await listDisputeRules(reader), visit.today)
  const goes = way
    ? `It goes to: ${way.whom}. It is settled by ${dayInWords(visit.today.add({ days: way.days }))} at the latest (${way.source}). `
    : ''
  return {
    ...atMove(transition),
    title: 'We do not agree with this answer',
    lead: `${goes}Whoever answered reads why. The family is not left alone meanwhile.`,
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why do you not agree?' }] }],
    submit: 'Record',
    first: {},
  }
}

/** The form by which the disagreement is settled. */
export function settleShape(transition: TransitionLine): FormShape {
  return {
    ...atMove(transition),
    title: 'Write down how it was settled',
    lead:
      transition.disputedTo === ''
        ? 'Nobody has said yet that they do not agree with this answer. Say that first: until then there is nothing to settle.'
        : `It went to: ${transition.disputedTo}. If the other side takes it up, propose and send it again: an answer stays as it was given. Whoever referred the family hears how it was settled, and nothing of what you write here.`,
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'settledAs', label: 'How was it settled?', options: optionsOf(settledAsWords) },
          { kind: 'lines', name: 'settlement', label: 'By whom, and why?' },
        ],
      },
    ],
    submit: 'Record',
    first: {},
  }
}
