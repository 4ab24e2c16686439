import type { JSX } from 'hono/jsx/jsx-runtime'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addDatedRule, correctDatedRule, endDatedRule } from '../commands/dated-rules.ts'
import { allows } from '../commands/permit.ts'
import { correctedRuleForm, endedRuleForm, everyLaw, newRuleForm } from '../forms/dated-rules.ts'
import { DatedRulesPage } from '../pages/dated-rules-page.tsx'
import type { FormField } from '../pages/form-field.ts'
import { listDatedRules, listRuleCorrections } from '../queries/dated-rules.ts'
import { datedRulesPath } from '../rule-paths.ts'
import { type AskedRule, type DatedRuleKind, datedRuleKinds, memberDemands, noticeModes } from '../rules/dated-rule.ts'
import { vehicles } from '../rules/expenses.ts'
import { aboutInWords, memberDemandWords, noticeModeWords, ruleInFull, ruleKindWords } from '../words/dated-rules.ts'
import { vehicleLabels } from '../words/expenses.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { codeOptions, codesOf } from './options.ts'
import { mapped } from './outcome.ts'

const way = [{ text: 'Rates and rules of the law', href: datedRulesPath }]
const cancel = backTo(datedRulesPath)
const kindOf = (asked: Asked): DatedRuleKind => known(datedRuleKinds.find((kind) => kind === asked.word('kind')))

/** Every dated rule of any time. */
export async function datedRulesPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const view = {
    rules: {
      'mile-rates': await listDatedRules(reader, 'mile-rates'),
      notice: await listDatedRules(reader, 'notice'),
      members: await listDatedRules(reader, 'members'),
    },
    corrections: await listRuleCorrections(reader),
    keeps: allows(standing, { record: 'dated-rule', verb: 'add' }),
  }
  return <DatedRulesPage visit={visit} view={view} />
}

const amountFields: Readonly<Record<DatedRuleKind, readonly FormField[]>> = {
  'mile-rates': [{ kind: 'number', name: 'amount', label: 'Pence for one mile' }],
  notice: [
    { kind: 'number', name: 'amount', label: 'How many days?' },
    { kind: 'radios', name: 'mode', label: 'How are they counted?', options: optionsOf(noticeModeWords, noticeModes) },
  ],
  members: [{ kind: 'number', name: 'amount', label: 'How many?', hint: 'Days for notifying interests, else months' }],
}

function fieldsOf(kind: DatedRuleKind): readonly FormField[] {
  return [
    ...amountFields[kind],
    { kind: 'line', name: 'source', label: 'Where is it written?', hint: 'The act and its section, or who published the rate' },
    { kind: 'day', name: 'startsOn', label: 'From', hint: 'For example, 6 4 2027' },
    { kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds', hint: 'Leave empty where no end is known' },
  ]
}

/** Adds a rule. */
export async function newDatedRule(asked: Asked): Promise<FormSpec<AskedRule>> {
  const kind = kindOf(asked)
  const regimes = await codesOf(asked, 'legal-regime')
  const law = { kind: 'radios', label: 'For boards under which law?' } as const
  const about: Readonly<Record<DatedRuleKind, readonly FormField[]>> = {
    'mile-rates': [{ kind: 'radios', name: 'about', label: 'For which vehicle?', options: optionsOf(vehicleLabels, vehicles) }],
    notice: [{ ...law, name: 'about', options: codeOptions(regimes) }],
    members: [
      { kind: 'radios', name: 'about', label: 'What is asked?', options: optionsOf(memberDemandWords, memberDemands) },
      { ...law, name: 'law', options: [{ value: everyLaw, text: 'Any law that has no rule of its own' }, ...codeOptions(regimes)] },
    ],
  }
  return {
    shape: {
      title: 'Add a rule',
      caption: ruleKindWords[kind].title,
      lead: 'The one that holds now ends on the day on which this one begins.',
      ...{ breadcrumbs: way, fields: [...about[kind], ...fieldsOf(kind)], submit: 'Add', cancel },
      first: kind === 'notice' ? { mode: 'clear-working' } : kind === 'members' ? { law: everyLaw } : {},
    },
    parse: (posted) => mapped(parseForm(newRuleForm(kind, regimes), posted), withMode),
    perform: async (input) => mapped(await addDatedRule(asked.db, asked.visit, kind, input), () => `${datedRulesPath}#${kind}`),
  }
}

/** Only notice of meetings counts days in a way of its own. */
const withMode = <Rule extends { readonly amount: number }>(rule: Rule): Rule & Pick<AskedRule, 'mode'> => ({
  ...rule,
  mode: 'mode' in rule ? (rule.mode as AskedRule['mode']) : undefined,
})

async function askedRule(asked: Asked) {
  const kind = kindOf(asked)
  const rule = known((await listDatedRules(asked.reader, kind)).find(({ id }) => id === asked.id('rule')))
  return { kind, rule, caption: `${aboutInWords(rule)}: ${ruleInFull(rule)}` }
}

/** Ends a rule. */
export async function endedDatedRule(asked: Asked): Promise<FormSpec<{ readonly endsOn: Temporal.PlainDate; readonly version: number }>> {
  const { kind, rule, caption } = await askedRule(asked)
  return {
    shape: {
      ...{ title: 'End a rule', caption, breadcrumbs: way, submit: 'End', version: rule.version, cancel },
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' }],
      first: dayValues('endsOn', rule.endsOn),
    },
    parse: (posted) => parseForm(endedRuleForm, posted),
    perform: async (input) =>
      mapped(await endDatedRule(asked.db, asked.visit, kind, { ...input, id: rule.id }), () => `${datedRulesPath}#${kind}`),
  }
}

/** Puts a rule right that was entered wrongly. */
export async function correctedDatedRule(
  asked: Asked,
): Promise<FormSpec<Omit<AskedRule, 'about'> & { readonly reason: string; readonly version: number }>> {
  const { kind, rule, caption } = await askedRule(asked)
  const { amount, mode, source, startsOn, endsOn, version } = rule
  return {
    shape: {
      title: 'Put a rule right',
      caption,
      lead: 'For what was entered wrongly. Where the law or the rate changed, add a new rule from that day on.',
      ...{ breadcrumbs: way, submit: 'Save', version, cancel },
      fields: [...fieldsOf(kind), { kind: 'lines', name: 'reason', label: 'Why is it put right?', hint: 'Everybody reads this beside it' }],
      first: { amount: String(amount), mode: mode ?? '', source, ...dayValues('startsOn', startsOn), ...dayValues('endsOn', endsOn) },
    },
    parse: (posted) => mapped(parseForm(correctedRuleForm(kind), posted), withMode),
    perform: async (input) =>
      mapped(
        await correctDatedRule(asked.db, asked.visit, kind, { ...input, id: rule.id, was: ruleInFull(rule) }),
        () => `${datedRulesPath}#${kind}`,
      ),
  }
}
