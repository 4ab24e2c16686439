import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { recordPaths } from '../../paths.ts'
import type { MotionView } from '../../queries/live/motions-view.ts'
import type { MotionRow } from '../../queries/motions.ts'
import { decisionTypeWords, matterWords } from '../../words/decision.ts'
import { moneyMandateWords, motionName, motionStateWords, shortCountWords, tallyWords, wayWords } from '../../words/motion.ts'
import { MotionButton } from './motion-button.tsx'
import { CastingForm, MinorityForm, PutAmendment, WayForms, WordsAsAmended } from './motion-forms.tsx'
import type { MotionsPartProps } from './motions-part.tsx'
import { Refusal } from './refusal.tsx'
import { OpenVote, onRoll, VotesTable } from './vote-forms.tsx'

/** What a card is told: the part's own, and its motion. */
export type MotionCardProps = MotionsPartProps & { readonly motion: MotionView }

/** A motion with its amendments: its words, where it stands, what can be done with it. */
export function MotionCard(props: MotionCardProps): JSX.Element {
  const { motion: view, keeps } = props
  const { motion } = view
  const { word, meaning } = motionStateWords[motion.state]
  const Heading = motion.isAmendment ? 'h4' : 'h3'
  return (
    <article
      class={motion.isAmendment ? 'gt-live-motion gt-live-motion--amendment' : 'gt-live-motion gt-live-card'}
      aria-labelledby={`motion-${motion.id}`}
    >
      <Heading class="gt-live-entry__title" id={`motion-${motion.id}`}>
        {motionName(view.motion)}
        {!motion.isAmendment && `, item ${view.item}`}
      </Heading>
      {view.ofBody !== undefined && (
        <p>
          <strong>For {view.ofBody} to decide.</strong>
        </p>
      )}
      <p class="gt-live-entry__marks">
        <StatusPill meaning={meaning}>{word}</StatusPill>
        {motion.category !== 'public' && <StatusPill meaning="exempt">Not for the public</StatusPill>}
      </p>
      <p class="gt-live-motion__text">{motion.text}</p>
      {motion.putWords !== '' && <p class="gt-quiet">As first put: {motion.putWords}</p>}
      <Refusal form={refusalLeft(props)} />
      <MotionFacts motion={motion} />
      <Mandates view={view} />
      {motion.state === 'open' && <OpenVote {...props} />}
      <Outcome view={view} />
      {keeps && view.waitsFor === 'casting-vote' && <CastingForm {...props} />}
      {keeps && view.waitsFor === 'words' && <WordsAsAmended {...props} />}
      {view.amendments.map((amendment) => (
        <MotionCard {...props} motion={amendment} />
      ))}
      {motion.state === 'put' && <Put {...props} />}
      {keeps && motion.state !== 'withdrawn' && motion.state !== 'open' && !motion.isAmendment && <MinorityForm {...props} />}
    </article>
  )
}

/** A refused form that is not drawn any more, because the motion moved on; undefined where it is. */
function refusalLeft(props: MotionCardProps): FormState | undefined {
  const { motion: view, keeps, refused, form } = props
  const { motion, own, ways, waitsFor } = view
  if (refused === undefined || !refused.endsWith(motion.id)) return undefined
  const act = refused.split('-')[0] ?? ''
  const isOpenWay = (method: string): boolean => ways.some((way) => way.method === method && way.refusals.length === 0)
  const isPut = motion.state === 'put'
  const isOpen = motion.state === 'open'
  const drawn: Readonly<Record<string, boolean>> = {
    vote: isOpen && own.state === 'may-vote',
    ask: isPut && motion.recordedAskedBy === '',
    consensus: isPut && keeps,
    hands: isOpenWay('show_of_hands'),
    open: isOpenWay('recorded_vote'),
    amend: isPut && keeps && !motion.isAmendment,
    withdraw: (isPut || isOpen) && keeps,
    close: isOpen && keeps,
    roll: isOpen && keeps && onRoll(view).length > 0,
    casting: waitsFor === 'casting-vote',
    amended: waitsFor === 'words',
    minority: keeps && !motion.isAmendment && motion.state !== 'withdrawn' && !isOpen,
  }
  return drawn[act] === true ? undefined : form(refused)
}

function MotionFacts({ motion }: { readonly motion: MotionRow }): JSX.Element {
  const { proposer, seconder, type, referredTo, matter, commitsMoney, recordedAskedBy, consensusWords, isAmendment } = motion
  const facts = [
    ...(isAmendment ? [] : [`${decisionTypeWords[type]}${referredTo === '' ? '' : `: ${referredTo}`}`]),
    ...(matter === 'neither' || isAmendment ? [] : [`Touches ${matterWords[matter].split(':')[0]?.toLowerCase()}`]),
    ...(commitsMoney ? ['Commits money'] : []),
    ...(proposer.name === '' ? [] : [`Put by ${proposer.name}${seconder.name === '' ? '' : `, seconded by ${seconder.name}`}`]),
    ...(recordedAskedBy === '' ? [] : [`${recordedAskedBy} asked for a recorded vote`]),
  ]
  return (
    <>
      {facts.length > 0 && <p class="gt-quiet">{facts.join('. ')}.</p>}
      {consensusWords !== '' && <p>Consensus: {consensusWords}</p>}
    </>
  )
}

/** Who of those that would vote may not commit money: the board may go on, and knows it. */
function Mandates({ view: { mandates } }: { readonly view: MotionView }): JSX.Element | null {
  const said = mandates ? moneyMandateWords(mandates) : []
  if (said.length === 0) return null
  return (
    <p>
      <StatusPill meaning="warning">Mandate</StatusPill> {said.join(' ')}
    </p>
  )
}

/** What became of it: the count, the chair's casting vote, who voted how, the minority view, the decision. */
function Outcome({ view }: { readonly view: MotionView }): JSX.Element {
  const { motion, votes } = view
  const { tally, method, castingVote, minorityView, decision, state } = motion
  const warning = tally && method === 'show_of_hands' ? shortCountWords(tally, undefined) : undefined
  return (
    <>
      {tally && method && (
        <p class="gt-live-result">
          <strong>
            {wayWords[method]}: {tallyWords(tally)}.
          </strong>{' '}
          {warning}
          {castingVote && ` Casting vote of the chair: ${castingVote}.`}
          {state === 'lost' && ' The motion falls.'}
        </p>
      )}
      {votes.length > 0 && <VotesTable votes={votes} caption={`How each voted on ${motionName(view.motion).toLowerCase()}`} />}
      {minorityView !== '' && <p>Minority view: {minorityView}</p>}
      {decision !== null && (
        <p>
          <a class="govuk-link" href={recordPaths.decision(decision)}>
            The decision as recorded<span class="govuk-visually-hidden">, {motionName(view.motion).toLowerCase()}</span>
          </a>
        </p>
      )}
    </>
  )
}

/** What can be done with a motion that is put: the clerk settles it, a member asks for names. */
function Put(props: MotionCardProps): JSX.Element {
  const { motion } = props.motion
  const withdraw = motion.isAmendment ? 'Withdraw the amendment' : 'Withdraw the motion'
  return (
    <>
      {props.keeps && <WayForms {...props} />}
      {props.keeps && !motion.isAmendment && <PutAmendment {...props} />}
      {motion.recordedAskedBy === '' && (
        <MotionButton {...props} act="ask" text="Ask for a recorded vote" about={`on ${motionName(motion).toLowerCase()}`} />
      )}
      {props.keeps && <MotionButton {...props} act="withdraw" text={withdraw} about={String(motion.number)} />}
    </>
  )
}
