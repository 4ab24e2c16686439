import type { JSX } from 'hono/jsx/jsx-runtime'
import type { QuorumVerdict } from '#governance/public.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import { decisionMatters, decisionMethods, decisionTypes } from '../rules/decision.ts'
import { quorumReasons, quorumState } from '../words/attendance.ts'
import { decisionTypeWords, matterWords, methodWords } from '../words/decision.ts'
import { AreaField, type Offer, RadioField, SelectField, TextField, TickField } from './record-fields.tsx'
import { type RecordHead, RecordPage, SavedMeanwhile } from './record-page.tsx'

/** What the form of a decision offers. */
export interface DecisionFormProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly form: FormState
  readonly items: readonly Offer[]
  readonly functions: readonly Offer[]
  /** Bodies that the terms name for what this body may not decide. */
  readonly parents: readonly string[]
  /** Of each body at the table; the name is '' where one body meets. Undefined: nobody's attendance is recorded. */
  readonly quorum: readonly { readonly body: string; readonly verdict: QuorumVerdict }[] | undefined
  /** Bodies that can decide, at a joint meeting; empty for a meeting of one body. */
  readonly bodies: readonly Offer[]
  /** Of each body at the table: who with a vote there may not commit money by their appointment, or has no mandate recorded (G5). */
  readonly mandates: readonly { readonly body: string; readonly said: string }[]
  readonly consensusFirst: boolean
  readonly castingVote: boolean
  /** The decision that is put right; undefined for a new one. */
  readonly changes: { readonly id: string; readonly version: number; readonly isMinuted: boolean } | undefined
  /** What somebody else saved, where the form was made from something older. */
  readonly meanwhile?: readonly string[] | undefined
}

/** The form that records a decision, or puts one right. */
export function DecisionFormPage(props: DecisionFormProps): JSX.Element {
  const { visit, head, form, quorum, changes, meanwhile } = props
  const title = changes ? 'Change a decision' : 'Record a decision'
  return (
    <RecordPage visit={visit} head={head} title={title} width="form" problems={form.problems}>
      {meanwhile && <SavedMeanwhile lines={meanwhile} />}
      {changes?.isMinuted && (
        <p class="govuk-inset-text">The minutes hold the words as they were recorded before. Change them there as well.</p>
      )}
      {quorum?.map(({ body, verdict }) => (
        <p>
          {body !== '' && <strong>{body}: </strong>}
          <StatusPill meaning={quorumState(verdict).meaning}>{quorumState(verdict).word}</StatusPill> {quorumReasons(verdict)}
        </p>
      ))}
      {!quorum && (
        <p>
          Nobody’s{' '}
          <a class="govuk-link" href={recordPaths.attendance(head.meeting)}>
            attendance
          </a>{' '}
          is recorded yet.
        </p>
      )}
      <form method="post" action={changes ? recordPaths.changeDecision(changes.id) : recordPaths.newDecision(head.meeting)} novalidate>
        <CsrfField visit={visit} />
        {changes && <input type="hidden" name="version" value={changes.version} />}
        <WhatFields {...props} />
        <HowFields {...props} />
        <Button>{changes ? 'Save the decision' : 'Record the decision'}</Button>
      </form>
    </RecordPage>
  )
}

function WhatFields({ form, items, functions, parents, bodies, mandates, changes }: DecisionFormProps): JSX.Element {
  const types = decisionTypes.map((value) => ({ value, text: decisionTypeWords[value] }))
  const towards =
    parents.length === 0
      ? 'Only for a decision to recommend or refer.'
      : `Only for a decision to recommend or refer. The terms name ${parents.join(', ')}.`
  return (
    <>
      <SelectField form={form} name="item" label="Item of the agenda" offers={[{ value: '', text: 'None' }, ...items]} />
      {bodies.length > 0 && !changes && (
        <SelectField
          form={form}
          name="ofBody"
          label="Whose decision is it?"
          hint="Each board decides by its own terms, quorum and votes. Votes are recorded board by board."
          offers={[{ value: '', text: 'Choose a board' }, ...bodies]}
        />
      )}
      <SelectField form={form} name="type" label="Type of decision" offers={[{ value: '', text: 'Choose a type' }, ...types]} />
      <AreaField form={form} name="text" label="What was decided" hint="The words as resolved: ‘That the plan be noted.’" />
      <SelectField
        form={form}
        name="functionKey"
        label="Function used"
        hint="From the terms in force on the day. A final decision on a function that is reserved or only for discussion is refused."
        offers={[{ value: '', text: 'None named' }, ...functions]}
      />
      <RadioField
        form={form}
        name="matter"
        label="Does it touch policy or resources?"
        offers={decisionMatters.map((value) => ({ value, text: matterWords[value] }))}
      />
      {mandates.map(({ body, said }) => (
        <p class="govuk-inset-text">
          {body !== '' && <strong>{body}: </strong>}
          <StatusPill meaning="warning">Mandate</StatusPill> If this decision commits money: {said}
        </p>
      ))}
      <TextField form={form} name="referredTo" label="To which body does it go?" hint={towards} />
    </>
  )
}

function HowFields({ form, consensusFirst, castingVote }: DecisionFormProps): JSX.Element {
  return (
    <>
      <RadioField
        form={form}
        name="method"
        label="How was it decided?"
        offers={decisionMethods.map((value) => ({ value, text: methodWords[value] }))}
      />
      {consensusFirst && <TickField form={form} name="consensusSought" label="Consensus was sought before the vote" />}
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Votes, where they were counted</legend>
        <TextField form={form} name="votesFor" label="For" size={4} />
        <TextField form={form} name="votesAgainst" label="Against" size={4} />
        <TextField form={form} name="abstained" label="Abstained" size={4} />
        {castingVote && <TickField form={form} name="castingVoteUsed" label="The chair used the casting vote for it" />}
      </fieldset>
      <TextField form={form} name="proposer" label="Proposed by" />
      <TextField form={form} name="seconder" label="Seconded by" />
      <AreaField form={form} name="minorityView" label="Minority view" hint="Can be recorded under consensus too." rows={3} />
      <AreaField form={form} name="interests" label="Interests declared in this matter, and what followed" rows={3} />
      <TextField
        form={form}
        name="at"
        label="At what time?"
        hint="Quorum is judged at this time. Blank: now, or the start of a past meeting."
        size={10}
      />
    </>
  )
}
