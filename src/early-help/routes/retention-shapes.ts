import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { familyPaths, retentionPaths } from '../paths.ts'
import type { QueueLine } from '../queries/retention.ts'
import { retentionVerdictWords } from '../words/retention.ts'

const about = ({ reference, closedOn, dueOn }: QueueLine) => ({
  caption: `${reference}, closed ${dayInWords(closedOn)}, kept until ${dayInWords(dueOn)}`,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Kept and destroyed', href: retentionPaths.home() },
  ],
  cancel: retentionPaths.home(),
})

/** The form by which a record that is due is reviewed. */
export function reviewRecordShape(line: QueueLine): FormShape {
  return {
    ...about(line),
    title: 'Review a record that is due',
    lead: 'Name nobody of the family here. What is to be destroyed waits until another person approves it.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'verdict', label: 'What is done?', options: optionsOf(retentionVerdictWords) },
          { kind: 'day', name: 'keepUntil', label: 'Kept until', hint: 'Only where it is kept' },
          { kind: 'lines', name: 'because', label: 'Why?' },
        ],
      },
    ],
    ...{ submit: 'Record', first: {} },
  }
}

/** The form by which a record is put on hold, or a hold is lifted. */
export function holdShape(line: QueueLine, step: 'hold' | 'lift'): FormShape {
  return {
    ...about(line),
    title: step === 'hold' ? 'Hold this record' : 'Lift the hold',
    lead:
      step === 'hold'
        ? 'It is not destroyed while the hold stands, whatever the rules say: an inquiry, a claim, a review. Name nobody of the family here.'
        : 'The rules apply again from now on.',
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why?' }] }],
    ...{ submit: step === 'hold' ? 'Hold' : 'Lift the hold', first: {} },
  }
}

/** The page that asks before a record is destroyed. */
export function destroyShape(line: QueueLine): FormShape {
  return {
    ...about(line),
    title: 'Destroy this record',
    warning: 'Everything that is written of this family in it is destroyed at once, with what it said before. It cannot be brought back.',
    groups: [{ fields: [{ kind: 'tick', name: 'sure', label: 'I have checked the reference, and nobody needs this record any more' }] }],
    ...{ submit: 'Destroy', look: 'warning', first: {} },
  }
}
