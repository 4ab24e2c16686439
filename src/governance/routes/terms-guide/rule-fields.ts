import { ruleQuestions } from '../../forms/terms/questions.ts'
import { lossChoices, quorumConditions } from '../../forms/terms/quorum-form.ts'
import { frameQuestions, isBeyondForm } from '../../forms/terms/rule-form.ts'
import type { FormField } from '../../pages/form-field.ts'
import type { RuleName, Terms } from '../../rules/terms/terms.ts'
import { questionFields } from './question-fields.ts'

const answers = 'If your documents say it: what do they say?'
const written = { title: 'Where is it written?' }
const readings = { title: 'If documents contradict one another: the readings', folded: true }
const more = { title: 'For readers', folded: true }

/** The fields of a rule: how well it stands, the rule itself, where it is written, its readings. */
export function ruleFields(terms: Terms, name: RuleName): readonly FormField[] {
  const frame = frameQuestions(terms)
  const asked = (...names: readonly string[]): readonly FormField[] =>
    names.flatMap((one) => {
      const question = frame[one]
      const filled = terms[name].readings?.length ?? 0
      return question === undefined ? [] : questionFields(question, `rule_${one}`, { filled, spare: filled === 0 ? 2 : 1 })
    })
  const within = (fields: readonly FormField[], group: { readonly title: string; readonly folded?: boolean }): readonly FormField[] =>
    fields.map((field) => ({ ...field, group }))
  return [
    ...asked('status'),
    ...valueFields(terms, name),
    ...within(asked('source', 'section', 'chosenBy', 'note'), written),
    ...within(named(asked('follow', 'readings')), readings),
    ...within(asked('bodyNamed'), more),
  ]
}

/** Fields of entries carry the number of their entry in their label where the box is not theirs alone. */
function named(fields: readonly FormField[]): readonly FormField[] {
  return fields.map((field) => {
    const index = /_readings_(\d+)_/.exec(field.name)?.[1]
    return index === undefined
      ? field
      : { ...field, label: `Reading ${Number(index) + 1}: ${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}` }
  })
}

function valueFields(terms: Terms, name: RuleName): readonly FormField[] {
  const { value } = terms[name]
  if (name === 'quorum') return quorumFields(terms)
  const filled = Array.isArray(value) ? value.length : 0
  const fields = questionFields(ruleQuestions[name], 'value', { filled, spare: 2 })
  return fields.map((field) => (field.group === undefined ? { ...field, group: { title: answers } } : field))
}

function quorumFields(terms: Terms): readonly FormField[] {
  const beyond = isBeyondForm(terms)
  const filled = beyond || terms.quorum.value === null ? 0 : conditionsOf(terms)
  const whole = { title: 'All conditions together' }
  const keep: FormField = {
    ...{ kind: 'tick', name: 'value_keep', group: whole },
    label: 'Keep the rule as it stands in the document',
    hint: 'It is nested deeper than this form can show. Take the tick away to write it anew below',
  }
  return [
    ...(beyond ? [keep] : []),
    {
      ...{ kind: 'radios', name: 'value_joined', group: whole },
      label: 'If there are several conditions: how many of them must hold?',
      hint: 'Conditions that belong together count as one, joined the other way round',
      options: [
        { value: 'all', text: 'All of them' },
        { value: 'any', text: 'Any one of them is enough' },
      ],
    },
    ...questionFields(quorumConditions(terms), 'value', { filled, spare: filled === 0 ? 2 : 1 }),
    {
      ...{ kind: 'tick', name: 'value_waiver', group: { title: 'An exception' } },
      label: 'The chair may go on without a quorum after consulting the absent members',
      hint: 'Their names and views are then recorded at the meeting',
    },
    {
      ...{ kind: 'radios', name: 'value_onLoss', group: { title: 'When it is lost during a meeting' } },
      label: 'What do they say follows?',
      hint: 'Decisions wait in every case',
      options: lossChoices,
    },
  ]
}

function conditionsOf(terms: Terms): number {
  const count = (rule: unknown): number => {
    if (typeof rule !== 'object' || rule === null) return 0
    if ('rules' in rule && Array.isArray(rule.rules)) return rule.rules.reduce((sum: number, part: unknown) => sum + count(part), 0)
    return 'rule' in rule ? count(rule.rule) : 1
  }
  return count(terms.quorum.value)
}
