import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { moneyInWords } from '#platform/money.ts'
import { doerOf, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { claimPaths } from '../claim-paths.ts'
import { answerClaim, drawClaim, endClaimHeading, openClaim, setClaimHeading } from '../commands/claim.ts'
import { parseAnswerClaim, parseClaimHeading, parseDrawClaim, parseEndClaimHeading } from '../forms/claim.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { ClaimFamiliesPage, ClaimPage, ClaimsPage, claimCrumbs } from '../pages/claims-page.tsx'
import { type ClaimHeading, findClaim, findClaimDoubts, listClaims, listHeadings } from '../queries/claims.ts'
import { idOf } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { quartersOver } from '../rules/claim.ts'
import { evidenceWords, periodWords } from '../words/claim.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'

const formAt = formsWith(problemWords)
const reads = caseworkGate('claims', 'read')

/** Claims for families’ progress: drawn, answered, and looked behind (E10). */
export function claimRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, claimPaths.home(), reads, async ({ reader, visit, ties }) => (
    <ClaimsPage {...{ visit, relations: ties.relations }} claims={await listClaims(reader)} headings={await listHeadings(reader)} />
  ))
  formAt(app, needs, claimPaths.draw(), caseworkGate('claims', 'draw'), async ({ visit }) => {
    const quarters = quartersOver(visit.today)
    const codes = quarters.map(({ startsOn }) => startsOn.toString())
    return form(drawShape(quarters), parseDrawClaim(codes), async (doer, { quarter }) => {
      const startsOn = Temporal.PlainDate.from(quarter)
      return leadTo(await drawClaim(needs, doer, { startsOn, endsOn: startsOn.add({ months: 3 }) }), ({ id }) => claimPaths.one(id))
    })
  })
  formAt(app, needs, claimPaths.set(), caseworkGate('claims', 'set'), async ({ reader, visit }) =>
    form(headingShape(await listHeadings(reader), visit.today), parseClaimHeading, async (doer, input) =>
      leadTo(await setClaimHeading(needs, doer, input), claimPaths.home),
    ),
  )
  formAt(app, needs, claimPaths.end(), caseworkGate('claims', 'set'), async ({ reader }) =>
    form(endShape(await listHeadings(reader)), parseEndClaimHeading, async (doer, input) =>
      leadTo(await endClaimHeading(needs, doer, input), claimPaths.home),
    ),
  )
  oneClaim(app, needs)
}

function oneClaim(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const root = `${claimPaths.home()}/:claim`
  const claimOf = ({ reader, part }: AskedCasework) => findClaim(reader, idOf(part('claim')))
  pageAt(app, needs, root, reads, async (asked) => {
    const { reader, visit, ties } = asked
    const claim = await claimOf(asked)
    const doubts = mayIn(ties.relations, 'claims', 'families') ? await findClaimDoubts(reader, claim.id) : undefined
    return <ClaimPage {...{ visit, ties, claim, doubts }} headings={await listHeadings(reader)} />
  })
  app.get(`${root}/families`, async (c) => {
    const visit = c.get('visit')
    const id = idOf(c.req.param('claim') ?? '')
    const drawn = await openClaim<JSX.Element>(needs, doerOf(visit), id, async (tx, lines) => (
      <ClaimFamiliesPage {...{ visit, lines }} claim={await findClaim(tx, id)} headings={await listHeadings(tx)} />
    ))
    return c.html(drawn)
  })
  formAt(app, needs, `${root}/answer`, caseworkGate('claims', 'answer'), async (asked) => {
    const claim = await claimOf(asked)
    return form(answerShape(claim), parseAnswerClaim, async (doer, input) =>
      leadTo(await answerClaim(needs, doer, claim.id, input), ({ id }) => claimPaths.one(id)),
    )
  })
}

const drawShape = (quarters: ReturnType<typeof quartersOver>): FormShape => ({
  title: 'Draw a claim',
  lead: 'Everything that the records evidence by the end of the quarter and that was not claimed before is in it, also what was entered late.',
  breadcrumbs: claimCrumbs,
  cancel: claimPaths.home(),
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'quarter', label: 'Of which quarter?' },
          options: quarters.map((one) => ({ value: one.startsOn.toString(), text: periodWords(one) })),
        },
      ],
    },
  ],
  submit: 'Draw the claim',
  first: { quarter: quarters[0]?.startsOn.toString() ?? '' },
})

const answerShape = (claim: Awaited<ReturnType<typeof findClaim>>): FormShape => ({
  title: 'Approve a claim, or send it back',
  caption: `${periodWords(claim)}, ${moneyInWords(Number(claim.amountPence))}`,
  lead: 'Approved, its numbers are published: rounded, and small ones hidden. Sent back, its families can be claimed again.',
  breadcrumbs: [...claimCrumbs, { text: periodWords(claim), href: claimPaths.one(claim.id) }],
  cancel: claimPaths.one(claim.id),
  closed: claim.verdict !== null,
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'verdict', label: 'What do you say?' },
          options: [
            { value: 'approved', text: 'I approve it' },
            { value: 'returned', text: 'It goes back' },
          ],
        },
        { kind: 'lines', name: 'because', label: 'Why does it go back?', hint: 'Only where it does. Name no family' },
      ],
    },
  ],
  submit: 'Record and sign',
  first: {},
})

/** What holds last of each heading. */
const latestOf = (headings: readonly ClaimHeading[]) =>
  headings.filter(({ code }, at) => headings.findIndex((one) => one.code === code) === at)

const endShape = (headings: readonly ClaimHeading[]): FormShape => ({
  title: 'End a heading of claims',
  lead: 'Families who are closed from the day you choose are not claimed under it. Who was closed before can still be claimed. Nothing is deleted.',
  breadcrumbs: claimCrumbs,
  cancel: claimPaths.home(),
  groups: [
    {
      fields: [
        {
          ...{ kind: 'select', name: 'heading', label: 'Which heading ends?' },
          options: latestOf(headings)
            .filter(({ isEnd }) => !isEnd)
            .map(({ code, name }) => ({ value: code, text: name })),
        },
        { kind: 'day', name: 'startsOn', label: 'From which day on is nobody claimed under it?', hint: 'Today or later' },
        { kind: 'line', name: 'source', label: 'Who decided it, and where does it stand?' },
      ],
    },
  ],
  submit: 'End it and sign',
  first: {},
})

const headingShape = (headings: readonly ClaimHeading[], today: Temporal.PlainDate): FormShape => ({
  title: 'Set a heading of claims',
  lead: 'It holds for families who are closed from the day you choose, signed with your name. What held before stays as it was.',
  breadcrumbs: claimCrumbs,
  cancel: claimPaths.home(),
  groups: [
    {
      fields: [
        {
          ...{ kind: 'select', name: 'heading', label: 'Which heading?' },
          options: [...latestOf(headings).map(({ code, name }) => ({ value: code, text: name })), { value: 'new', text: 'A new one' }],
        },
        { kind: 'line', name: 'name', label: 'What is it called?' },
        {
          ...{ kind: 'boxes', name: 'needs', label: 'What does the record hold, besides that it is closed and needs are met?' },
          options: (['goals-reached', 'family-view'] as const).map((value) => ({ value, text: evidenceWords[value] })),
        },
        {
          ...{ kind: 'number', name: 'holdDays', label: 'For how many days must the family not come back?' },
          hint: 'From 0 to 1,095, counted from closing',
        },
        { kind: 'line', name: 'price', label: 'What is paid for each family?', hint: 'Such as £800' },
        { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
        { kind: 'line', name: 'source', label: 'Who decided it, and where does it stand?' },
      ],
    },
  ],
  submit: 'Set and sign',
  first: dayValues('startsOn', today),
})
