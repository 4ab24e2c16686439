import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { DrawnField, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths } from '../../paths.ts'
import type { InterestsView, InterestView } from '../../queries/live/interests-view.ts'
import { declaredKinds } from '../../rules/declared-interest.ts'
import { consequenceWords, declaredKindWords, outcomeWords, rulingLines, rulingWords } from '../../words/declared-interest.ts'
import { LiveButton, LiveForm } from './live-form.tsx'
import { Refusal } from './refusal.tsx'

/** What the part of interests is told. */
export interface InterestsPartProps {
  readonly visit: Visit
  readonly meeting: string
  readonly view: InterestsView
  /** Whether whoever looks keeps the record. */
  readonly keeps: boolean
  /** Whether whoever looks may enter a ruling on somebody's interest. */
  mayRule(person: string): boolean
  /** A form as it stands: what was typed where it was refused. */
  form(id: string): FormState
  /** The id of the form that was refused; undefined for none. */
  readonly refused: string | undefined
}

/** Interests declared at the meeting: who, in what, what follows and by what (G13). */
export function InterestsPart(props: InterestsPartProps): JSX.Element {
  const { view, keeps } = props
  const standing = view.declared.filter(({ interest }) => interest.withdrawnAt === undefined)
  const withdrawn = view.declared.filter(({ interest }) => interest.withdrawnAt !== undefined)
  return (
    <section aria-labelledby="live-interests">
      <h2 class="gt-section-title" id="live-interests">
        Interests
      </h2>
      {view.declared.map((one) => (
        <Refusal form={refusalLeft(props, one)} />
      ))}
      {standing.length === 0 ? (
        <p class="gt-quiet">Nobody has declared an interest at this meeting.</p>
      ) : (
        <ul class="gt-live-list">
          {standing.map((one) => (
            <Declared {...props} declared={one} />
          ))}
        </ul>
      )}
      {keeps && withdrawn.length > 0 && (
        <p class="gt-quiet">
          Withdrawn: {withdrawn.map(({ interest, item }) => `${interest.name}, item ${item}`).join('; ')}. What was declared counted until
          then.
        </p>
      )}
      <DeclareForm {...props} />
    </section>
  )
}

/** A refused form whose declaration changed meanwhile, so that it is not drawn any more; undefined where it is. */
function refusalLeft(props: InterestsPartProps, { interest, rulings }: InterestView): FormState | undefined {
  const { refused, keeps } = props
  if (refused === undefined || !refused.endsWith(interest.id)) return undefined
  const isThere = interest.withdrawnAt === undefined
  const rules = isThere && rulings.length > 0 && props.mayRule(interest.person)
  const isDrawn = refused.startsWith('rule-') ? rules : isThere && keeps
  return isDrawn ? undefined : props.form(refused)
}

function Declared(props: InterestsPartProps & { readonly declared: InterestView }): JSX.Element {
  const { visit, meeting, keeps, declared } = props
  const { interest, item, isOut } = declared
  return (
    <li class="gt-live-entry">
      <h3 class="gt-live-entry__title">
        {interest.name}, item {item}
      </h3>
      <p class="gt-live-entry__marks">
        {isOut && <StatusPill meaning="warning">{`Out for item ${item.split(' ')[0] ?? ''}`}</StatusPill>}
        {interest.consequence === undefined && <StatusPill meaning="warning">Waits for the chair</StatusPill>}
        {interest.sensitive && <StatusPill meaning="exempt">Not public</StatusPill>}
      </p>
      <p>
        {declaredKindWords[interest.kind]}. {interest.nature}
        {interest.source === 'register' && ' (in the register)'}
      </p>
      <p>
        <strong>{outcomeWords(interest)}.</strong>
        {interest.rulings.length === 1 && ` ${rulingLines(interest.rulings).join('')}`}
      </p>
      {interest.rulings.length > 1 && (
        <ol class="govuk-list govuk-list--number govuk-!-font-size-16">
          {rulingLines(interest.rulings).map((line) => (
            <li>{line}</li>
          ))}
        </ol>
      )}
      {declared.rulings.length > 0 && props.mayRule(interest.person) && <RulingForm {...props} />}
      {keeps && (
        <LiveButton
          visit={visit}
          id={`interest-withdraw-${interest.id}`}
          action={livePaths.act(meeting, 'interests/withdraw')}
          fields={{ interest: interest.id }}
          problems={props.form(`interest-withdraw-${interest.id}`).problems}
          text="Entered in error: withdraw"
          about={`the interest of ${interest.name}`}
          look="quiet"
        />
      )}
    </li>
  )
}

function RulingForm(props: InterestsPartProps & { readonly declared: InterestView }): JSX.Element {
  const { visit, meeting, view, declared } = props
  const { interest, rulings } = declared
  const id = `rule-${interest.id}`
  const form = props.form(id)
  const words: FieldSpec = {
    kind: 'lines',
    name: 'ruling',
    label: 'The chair’s words',
    hint: 'They are minuted',
    id: `ruling-${id}`,
    rows: 2,
  }
  const choice: FieldSpec = {
    kind: 'radios',
    name: 'consequence',
    label: `What does the chair rule on ${interest.name}?`,
    id: `consequence-${id}`,
    options: rulings.map((value) => ({ value, text: rulingWords[value] })),
  }
  const isOpen = interest.consequence === undefined || form.problems.length > 0
  return (
    <details class="gt-live-more" open={isOpen}>
      <summary>
        {summaryOf(declared)}
        <span class="govuk-visually-hidden"> on the interest of {interest.name}</span>
      </summary>
      <LiveForm
        visit={visit}
        id={id}
        class="gt-live-fields"
        action={livePaths.act(meeting, 'interests/rule')}
        fields={{ interest: interest.id }}
        problems={form.problems}
      >
        <p>{view.chair ? `${view.chair.name} is in the chair.` : 'Nobody is recorded in the chair: do that first.'}</p>
        {interest.rulings.length > 0 && <p>What was ruled before stays in the record and held until now.</p>}
        <DrawnField field={choice} form={form} />
        <DrawnField field={words} form={form} />
        <button type="submit" class="gt-live-button gt-live-button--primary">
          Keep the ruling
        </button>
      </LiveForm>
    </details>
  )
}

function summaryOf({ interest }: InterestView): string {
  if (interest.rulings.length > 0) return 'The chair rules anew'
  return interest.consequence === undefined ? 'Enter the chair’s ruling' : 'The chair asks them to leave'
}

function DeclareForm({ visit, meeting, view, form: formOf }: InterestsPartProps): JSX.Element {
  const id = 'declare'
  const form = formOf(id)
  return (
    <details class="gt-live-more" open={form.problems.length > 0}>
      <summary>{view.people ? 'Enter an interest' : 'Declare an interest of mine'}</summary>
      <LiveForm visit={visit} id={id} class="gt-live-fields" action={livePaths.act(meeting, 'interests/declare')} problems={form.problems}>
        {declareFields(view).map((field) => (
          <DrawnField field={{ ...field, id: `${field.name}-declare` }} form={form} />
        ))}
        <button type="submit" class="gt-live-button gt-live-button--primary">
          {view.people ? 'Enter the interest' : 'Declare the interest'}
        </button>
      </LiveForm>
    </details>
  )
}

function declareFields({ people, items, entries, dispensations }: InterestsView): readonly FieldSpec[] {
  const whose: FieldSpec = { kind: 'select', name: 'person', label: 'Whose interest is it?', options: people ?? [], none: 'My own' }
  const entry: FieldSpec = {
    kind: 'select',
    name: 'registerEntry',
    label: 'Is it in the register?',
    hint: 'Sensitive entries are not listed here',
    options: entries,
    none: 'No, it is declared now',
  }
  const covered: FieldSpec = {
    kind: 'tick',
    name: 'dispensed',
    label: 'A dispensation covers this',
    hint: `Given so far: ${dispensations.join('; ')}. ${consequenceWords.stay}.`,
  }
  return [
    ...(people ? [{ ...whose, none: 'Choose' }] : []),
    { kind: 'select', name: 'item', label: 'In which item?', options: items },
    { kind: 'radios', name: 'kind', label: 'What kind of interest?', options: optionsOf(declaredKindWords, declaredKinds) },
    ...(entries.length > 0 ? [entry] : []),
    {
      kind: 'lines',
      name: 'nature',
      label: 'What is it?',
      hint: entries.length > 0 ? 'Leave this empty where the register says it' : 'For example, trustee of a charity that would be paid',
      rows: 2,
    },
    {
      kind: 'tick',
      name: 'sensitive',
      label: 'It is sensitive',
      hint: 'That there is an interest is said at the meeting. What it is is not kept, and nothing of it becomes public',
    },
    ...(dispensations.length > 0 ? [covered] : []),
  ]
}
