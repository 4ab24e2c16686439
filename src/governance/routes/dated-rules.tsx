import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DatedField, DatedPart } from '#platform/dated/part.ts'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { type AskedRule, addDatedRule, correctDatedRule, endDatedRule } from '../commands/dated-rules.ts'
import { allows } from '../commands/permit.ts'
import { correctedRuleForm, endedRuleForm, newRuleForm } from '../forms/dated-rules.ts'
import { DatedRulesPage } from '../pages/dated-rules-page.tsx'
import type { FormField } from '../pages/form-field.ts'
import { type DatedRule, findOptions, listDatedRules, listRuleCorrections, type OptionsOf, saidRule } from '../queries/dated-rules.ts'
import { datedRulesPath } from '../rule-paths.ts'
import { ruleInFull } from '../words/dated-rules.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const way = [{ text: 'Rates and rules of the law', href: datedRulesPath }]
const cancel = backTo(datedRulesPath)
const partOf = (asked: Asked): DatedPart =>
  known(asked.dated.parts.find(({ key, form }) => key === asked.word('kind') && form === undefined))

/** Every dated rule of any time. */
export async function datedRulesPage({ reader, visit, standing, dated }: Asked): Promise<JSX.Element> {
  const view = {
    kinds: await Promise.all(
      dated.parts.map(async (part) => ({
        part,
        rules: await listDatedRules(reader, part),
        options: await findOptions(reader, part, visit.today),
      })),
    ),
    corrections: await listRuleCorrections(reader),
    keeps: allows(standing, { record: 'dated-rule', verb: 'add' }),
    elsewhere: dated.elsewhere,
  }
  return <DatedRulesPage visit={visit} view={view} />
}

function fieldOf({ name, kind, label, hint }: DatedField, options: OptionsOf): FormField {
  return { name, kind, label, hint, options: options.get(name) }
}

function fieldsOf({ succeeds }: DatedPart, fields: readonly DatedField[], options: OptionsOf): readonly FormField[] {
  return [
    ...fields.map((field) => fieldOf(field, options)),
    { kind: 'line', name: 'source', label: 'Where is it written?', hint: 'The act and its section, or who decided or published it' },
    { kind: 'day', name: 'startsOn', label: 'From', hint: 'For example, 6 4 2027' },
    ...(succeeds
      ? []
      : [
          {
            kind: 'day',
            name: 'endsOn',
            label: 'First day on which it no longer holds',
            hint: 'Leave empty where no end is known',
          } as const,
        ]),
  ]
}

/** Adds a rule. */
export async function newDatedRule(asked: Asked): Promise<FormSpec<AskedRule>> {
  const part = partOf(asked)
  const options = await findOptions(asked.reader, part, asked.visit.today)
  return {
    shape: {
      title: 'Add a rule',
      caption: part.title,
      lead: part.fields.some(({ matter }) => matter)
        ? 'The one of the same matter that holds now ends on the day on which this one begins.'
        : 'The one that holds now ends on the day on which this one begins.',
      ...{ breadcrumbs: way, fields: fieldsOf(part, part.fields, options), submit: 'Add', cancel },
      first: part.first ?? {},
    },
    parse: newRuleForm(part, options),
    perform: async (input) => mapped(await addDatedRule(asked.db, asked.visit, part, input), () => `${datedRulesPath}#${part.key}`),
  }
}

async function askedRule(asked: Asked) {
  const part = partOf(asked)
  const rule = known(part.succeeds ? undefined : (await listDatedRules(asked.reader, part)).find(({ id }) => id === asked.id('rule')))
  const options = await findOptions(asked.reader, part, asked.visit.today)
  const was = ruleInFull(part, rule, options)
  return { part, rule, options, was, caption: `${part.aboutInWords(saidRule(part, rule, options))}: ${was}` }
}

/** Ends a rule. */
export async function endedDatedRule(asked: Asked): Promise<FormSpec<{ readonly endsOn: Temporal.PlainDate; readonly version: number }>> {
  const { part, rule, caption } = await askedRule(asked)
  return {
    shape: {
      ...{ title: 'End a rule', caption, breadcrumbs: way, submit: 'End', version: rule.version, cancel },
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' }],
      first: dayValues('endsOn', rule.endsOn),
    },
    parse: (posted) => parseForm(endedRuleForm, posted),
    perform: async (input) =>
      mapped(await endDatedRule(asked.db, asked.visit, part, { ...input, id: rule.id }), () => `${datedRulesPath}#${part.key}`),
  }
}

/** What stands in the form of a rule that is put right. */
function valuesOf(fields: readonly DatedField[], { values, source, startsOn, endsOn }: DatedRule): Readonly<Record<string, string>> {
  const typed = ({ name, none = '' }: DatedField): string => {
    const value = values[name] ?? none
    return value === true ? 'yes' : value === false ? '' : String(value)
  }
  const own = Object.fromEntries(fields.map((field) => [field.name, typed(field)]))
  return { ...own, source, ...dayValues('startsOn', startsOn), ...dayValues('endsOn', endsOn) }
}

/** Puts a rule right that was entered wrongly. */
export async function correctedDatedRule(
  asked: Asked,
): Promise<FormSpec<AskedRule & { readonly reason: string; readonly version: number }>> {
  const { part, rule, options, was, caption } = await askedRule(asked)
  const fields = part.fields.filter(({ matter }) => !matter)
  return {
    shape: {
      title: 'Put a rule right',
      caption,
      lead: 'For what was entered wrongly. Where the law or the rate changed, add a new rule from that day on.',
      ...{ breadcrumbs: way, submit: 'Save', version: rule.version, cancel },
      fields: [
        ...fieldsOf(part, fields, options),
        { kind: 'lines', name: 'reason', label: 'Why is it put right?', hint: 'Everybody reads this beside it' },
      ],
      first: valuesOf(fields, rule),
    },
    parse: correctedRuleForm(part, options),
    perform: async (input) =>
      mapped(await correctDatedRule(asked.db, asked.visit, part, { ...input, id: rule.id, was }), () => `${datedRulesPath}#${part.key}`),
  }
}
