import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { claimPaths } from '../claim-paths.ts'
import { answerTakingOut, proposeTakingOut } from '../commands/claim-correction.ts'
import { parseAnswerClaim, parseTakeOut } from '../forms/claim.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { claimCrumbs } from '../pages/claims-page.tsx'
import { type Claim, type ClaimCorrection, findClaim, listHeadings } from '../queries/claims.ts'
import { findFamily } from '../queries/families.ts'
import { idOf } from '../queries/ties.ts'
import { takenOutBecause } from '../rules/claim.ts'
import { nameOfHeading, periodWords, takenOutWords } from '../words/claim.ts'
import { problemWords } from '../words/problems.ts'
import { caseworkGate } from './gates.ts'

const formAt = formsWith(problemWords)

/** A family is taken out of an approved claim: one proposes, another approves (E10). */
export function claimCorrectionRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const root = `${claimPaths.home()}/:claim`
  formAt(app, needs, `${root}/families/:episode/:heading/take-out`, caseworkGate('claims', 'take-out'), async ({ reader, part }) => {
    const claim = await findClaim(reader, idOf(part('claim')))
    const count = claim.counts.find(({ heading }) => heading === part('heading'))
    if (!count) throw new NotFound('No such heading in this claim.')
    // Its name and reference are what a co-ordinator lists; whether it is in the claim is said by the command alone, which writes that one looked.
    const family = await findFamily(reader, idOf(part('episode')))
    const shape = takeOutShape(claim, `${family.label}, ${family.reference}: ${nameOfHeading(await listHeadings(reader), count)}`)
    return form(shape, parseTakeOut, async (doer, input) =>
      leadTo(await proposeTakingOut(needs, doer, { claim: claim.id, heading: count.heading, episode: family.id }, input), () =>
        claimPaths.one(claim.id),
      ),
    )
  })
  formAt(app, needs, `${root}/corrections/:correction`, caseworkGate('claims', 'correct'), async ({ reader, part, ties }) => {
    const claim = await findClaim(reader, idOf(part('claim')))
    const one = claim.corrections.find(({ id }) => id === part('correction'))
    if (!one) throw new NotFound('No such correction.')
    const shape = correctShape(claim, one, nameOfHeading(await listHeadings(reader), one), one.proposedBy === ties.person)
    return form(shape, parseAnswerClaim, async (doer, input) =>
      leadTo(await answerTakingOut(needs, doer, { claim: claim.id, correction: one.id }, input), () => claimPaths.one(claim.id)),
    )
  })
}

const crumbsOf = (claim: Claim) => [...claimCrumbs, { text: periodWords(claim), href: claimPaths.one(claim.id) }]

const takeOutShape = (claim: Claim, which: string): FormShape => ({
  title: 'Take a family out of the claim',
  caption: which,
  lead: 'You propose it, another person approves. What everybody reads of the claim says then that it was corrected, and tells no number any more.',
  breadcrumbs: crumbsOf(claim),
  cancel: claimPaths.one(claim.id),
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'kind', label: 'Why does its progress not count any more?' },
          options: takenOutBecause.map((value) => ({ value, text: takenOutWords[value] })),
        },
        { kind: 'lines', name: 'because', label: 'What happened, in your words?', hint: 'Name nobody. It is kept with the claim' },
      ],
    },
  ],
  submit: 'Propose it and sign',
  first: {},
})

const correctShape = (claim: Claim, one: ClaimCorrection, heading: string, isOwn: boolean): FormShape => ({
  title: 'Approve that a family is taken out, or send it back',
  caption: `${periodWords(claim)}, ${heading}`,
  lead: `${takenOutWords[one.kind]}. ${one.proposedByName} says: ‘${one.because}’. Approved, the family is out of the claim, and is claimed again only for a later closing.`,
  breadcrumbs: crumbsOf(claim),
  cancel: claimPaths.one(claim.id),
  closed: one.verdict !== null || isOwn,
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'verdict', label: 'What do you say?' },
          options: [
            { value: 'approved', text: 'It is taken out' },
            { value: 'returned', text: 'It stays, and the proposal goes back' },
          ],
        },
        { kind: 'lines', name: 'because', label: 'Why does it go back?', hint: 'Only where it does. Name nobody' },
      ],
    },
  ],
  submit: 'Record and sign',
  first: {},
})
