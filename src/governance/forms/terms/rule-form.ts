import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { ladderOf } from '../../rules/dispute.ts'
import type { Reference, Rule, RuleStatus } from '../../rules/terms/parts.ts'
import type { QuorumLoss } from '../../rules/terms/quorum-rule.ts'
import type { RuleName, Terms } from '../../rules/terms/terms.ts'
import { offered, type Questions } from './question.ts'
import { ruleQuestions } from './questions.ts'
import { lossOf, readQuorum, writeQuorum } from './quorum-form.ts'
import { type Reading, readAnswer, readAnswers } from './read-answers.ts'
import { writeAnswer, writeAnswers } from './write-answers.ts'

/** A rule of the document, whatever its value. */
export type AnyRule = Rule<unknown> & { readonly onLoss?: QuorumLoss }

/** How well the rule stands, and where it is written; asked of every rule alike. */
export function frameQuestions(terms: Pick<Terms, 'sources'>): Questions {
  const sources = terms.sources.map(({ id, title }) => ({ value: id, text: title }))
  return {
    status: {
      kind: 'one',
      label: 'What do your documents say?',
      options: [
        { value: 'stated', text: 'They say it' },
        { value: 'not-stated', text: 'They say nothing', hint: 'Nothing is assumed: the page shows the gap' },
        { value: 'contradictory', text: 'They contradict one another', hint: 'Give both readings below' },
        ...offered({ chosen: 'They leave it open, and somebody chose' }),
      ],
    },
    source: { kind: 'one', label: 'In which document?', options: sources, none: 'In none, or not known' },
    section: { kind: 'words', label: 'Where in it?', hint: 'The section or paragraph, for example 6.2', max: 80, open: true },
    chosenBy: { kind: 'words', label: 'If somebody chose: who?', max: 120, open: true },
    follow: { kind: 'tick', label: 'If they contradict one another: follow the answers above until this is decided' },
    readings: {
      kind: 'rows',
      entry: 'Reading',
      least: 0,
      most: 12,
      of: {
        source: { kind: 'one', label: 'In which document', options: sources },
        section: { kind: 'words', label: 'Where in it', max: 80, open: true },
        text: { kind: 'words', label: 'What it says, in your own words', max: 500 },
      },
    },
    bodyNamed: {
      kind: 'words',
      label: 'Do the words name another board by mistake? Which?',
      hint: 'Leave it empty if they do not',
      max: 200,
      open: true,
    },
    note: {
      kind: 'words',
      label: 'A note for readers',
      hint: 'If somebody chose: why. Else leave it empty if there is nothing to add',
      max: 500,
      open: true,
    },
  }
}

/** Whether the quorum of a draft is nested deeper than the form shows; it is then kept unless somebody writes it anew. */
export function isBeyondForm(terms: Terms): boolean {
  const { value } = terms.quorum
  return value !== null && writeQuorum(value, terms, 'value') === undefined
}

/** What stands in the form of a rule. */
export function ruleAnswers(terms: Terms, name: RuleName): FormBody {
  const rule: AnyRule = terms[name]
  const { status, source, chosenBy, bodyNamed, note, readings = [], value } = rule
  const frame = {
    ...{
      status,
      chosenBy,
      bodyNamed,
      note,
      source: source?.id ?? null,
      section: source?.section,
      follow: status === 'contradictory' && value !== null,
    },
    readings: readings.map((one) => ({ source: one.source.id, section: one.source.section, text: one.text })),
  }
  return { ...writeAnswers(frameQuestions(terms), frame, 'rule'), ...valueAnswers(terms, name) }
}

function valueAnswers(terms: Terms, name: RuleName): FormBody {
  if (name === 'disputes') return writeAnswer(ruleQuestions.disputes, ladderOf(terms), 'value')
  if (name !== 'quorum') return terms[name].value === null ? {} : writeAnswer(ruleQuestions[name], terms[name].value, 'value')
  const { value } = terms.quorum
  if (value === null) return {}
  const { onLoss = '' } = terms.quorum
  return { ...(writeQuorum(value, terms, 'value') ?? { value_keep: 'yes' }), value_onLoss: onLoss }
}

interface Frame {
  readonly status: RuleStatus | null
  readonly source: string | null
  readonly section: string | null
  readonly chosenBy: string | null
  readonly follow: boolean
  readonly readings: readonly { readonly source: string; readonly section: string | null; readonly text: string }[]
  readonly bodyNamed: string | null
  readonly note: string | null
}

const reference = (id: string, section: string | null): Reference => ({ id, ...(section === null ? {} : { section }) })

/** Reads the rule out of a posted form: what stands under 'value' counts only where there is a rule to state. */
export function readRule(terms: Terms, name: RuleName, body: FormBody): Result<AnyRule, FieldProblem> {
  const reading: Reading = { body, problems: [] }
  const frame = readAnswers(reading, frameQuestions(terms), 'rule') as unknown as Frame
  const { status, source, section, chosenBy, bodyNamed, note, readings } = frame
  const states = status === 'stated' || status === 'chosen' || (status === 'contradictory' && frame.follow)
  const value = states ? readValue(reading, terms, name) : null
  const wrong = (field: string, code: string) => reading.problems.push({ field, code })
  if (status === 'chosen' && chosenBy === null) wrong('rule_chosenBy', 'chosen-by-whom')
  if (source === null && section !== null) wrong('rule_source', 'source-of-section')
  if (readings.length === 1 || (status === 'contradictory' && readings.length === 0)) wrong('rule_readings_0_text', 'readings-two')
  if (status === 'chosen' && note === null) wrong('rule_note', 'chosen-why')
  const loss = name === 'quorum' && states ? lossOf(body, 'value') : undefined
  const [first, ...more] = reading.problems
  if (first) return fail(first, ...more)
  return succeed({
    status: status ?? 'not-stated',
    value: value ?? null,
    source: source === null ? null : reference(source, section),
    ...(readings.length === 0 ? {} : { readings: readings.map((one) => ({ source: reference(one.source, one.section), text: one.text })) }),
    ...(chosenBy === null ? {} : { chosenBy }),
    ...(bodyNamed === null ? {} : { bodyNamed }),
    ...(note === null ? {} : { note }),
    ...(loss === undefined ? {} : { onLoss: loss }),
  })
}

function readValue(reading: Reading, terms: Terms, name: RuleName): unknown {
  if (name === 'disputes') return stepsOf(readAnswer(reading, ruleQuestions.disputes, 'value'))
  if (name !== 'quorum') return readAnswer(reading, ruleQuestions[name], 'value')
  const keeps = postedText(reading.body.value_keep) !== '' && isBeyondForm(terms)
  return keeps ? terms.quorum.value : readQuorum(reading, terms, 'value')
}

/** Steps as the document holds them: those without days as their words alone, as documents from before there were days do. */
function stepsOf(answered: unknown): unknown {
  if (!Array.isArray(answered)) return answered
  return answered.map((step: { readonly who: unknown; readonly days: unknown }) => (step.days === null ? step.who : step))
}
