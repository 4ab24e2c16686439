import { dayInWords } from '#platform/time/words.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { ContractVisit, PerformanceNotice, VisitAction } from '../queries/contract-parts.ts'
import type { AskedContract } from './contract-gates.ts'
import { day, one } from './contract-part-shapes.ts'

/** The form of what was found at a planned visit. */
export const heldShape = (asked: AskedContract, visit: ContractVisit): FormShape => ({
  ...one(
    asked,
    'Record what was found',
    [day('heldOn', 'When was the visit?'), { kind: 'lines', name: 'found', label: 'What was found?' }],
    'Record',
    dayValues('heldOn', asked.visit.today),
  ),
  lead: `Planned for ${dayInWords(visit.plannedOn)}${visit.purpose === '' ? '' : `: ${visit.purpose}`}. What is recorded stands.`,
})

/** Which of several providers; where there is one, nobody is asked. */
function providerField({ contract }: AskedContract): readonly FieldSpec[] {
  const providers = new Map(contract.providers.map(({ provider, name }) => [provider, name]))
  if (providers.size < 2) return []
  const hint = 'Where it is for one alone: the others are not told of it'
  const options = [...providers].map(([value, text]) => ({ value, text }))
  return [{ kind: 'select', name: 'provider', label: 'Which provider?', none: 'All who provide', hint, options }]
}

/** The form of what follows from a visit. */
export const visitActionShape = (asked: AskedContract, visit: ContractVisit): FormShape => ({
  ...one(
    asked,
    'Add what is to be done',
    [
      { kind: 'lines', name: 'text', label: 'What is to be done?', rows: 3 },
      {
        ...{ kind: 'radios', name: 'byWhom', label: 'By whom?' },
        options: [
          { value: 'provider', text: 'The provider' },
          { value: 'commissioner', text: 'The commissioner' },
        ],
      },
      ...providerField(asked),
      day('dueOn', 'By when?'),
    ],
    'Add',
  ),
  lead: visit.found,
})

/** The form that says that an action of a visit is done. */
export const actionDoneShape = (asked: AskedContract, action: VisitAction): FormShape => ({
  ...one(
    asked,
    'Say that it is done',
    [day('doneOn', 'When was it done?'), { kind: 'line', name: 'note', label: 'What shows it?' }],
    'Record',
    dayValues('doneOn', asked.visit.today),
  ),
  lead: action.text,
})

/** The form that closes a notice of poor performance. */
export const closeShape = (asked: AskedContract, notice: PerformanceNotice): FormShape => ({
  ...one(
    asked,
    'Close this notice',
    [day('closedOn', 'When was it closed?'), { kind: 'lines', name: 'outcome', label: 'What came of it?' }],
    'Close it',
    dayValues('closedOn', asked.visit.today),
  ),
  version: notice.version,
  lead: notice.answeredOn
    ? `${notice.because} The provider answered ${dayInWords(notice.answeredOn)}: ${notice.answer}`
    : `${notice.because} It is not answered; the last day for it is ${dayInWords(notice.answerBy)}.`,
  warning: 'A notice that is closed stays as it is.',
})
