import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { findTermsInForce } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { Forbidden } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf, form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { callElection } from '../commands/election/call-election.ts'
import { castBallot } from '../commands/election/cast-ballot.ts'
import { callOffElection, countElection } from '../commands/election/count-ballot.ts'
import { answerNomination, nominate } from '../commands/election/nominate.ts'
import { openBallot, votersOf } from '../commands/election/open-ballot.ts'
import { publishElection, settleTie, tiedOf } from '../commands/election/settle-tie.ts'
import {
  parseBallotPaper,
  parseCallOff,
  parseElection,
  parseElectionStep,
  parseNomination,
  parseNominationAnswer,
  parseTie,
} from '../forms/election.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { BallotPage, NoPaperPage, ReceiptPage } from '../pages/ballot-pages.tsx'
import { ElectionPage } from '../pages/election-page.tsx'
import { ElectionsPage } from '../pages/elections-page.tsx'
import { electionPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import {
  findBallotPapers,
  findCandidates,
  findElection,
  findElections,
  findRoll,
  guardedElection,
  guardedElections,
} from '../queries/elections.ts'
import { RECEIPT_BYTES, readReceipt, receiptOf } from '../rules/ballot.ts'
import { electionTerms, takesNominations } from '../rules/election.ts'
import { electionProblemWords, electionTermsWords } from '../words/election.ts'
import { type AskedElection, callOffShape, callShape, countShape, nominateShape, openShape, tieShape } from './election-shapes.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type Asked, begin, boardGate, bodyOf } from './gates.ts'

/** Elections by secret ballot (M14). */
export function electionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/elections', boardGate(), listPage)
  formAt(app, needs, '/boards/:slug/elections/new', boardGate(guardedElections, 'keep'), async (asked) =>
    form(await callShape(asked), parseElection, async (doer, input) =>
      leadTo(await callElection(needs, doer, asked.body.id, input), electionPaths.election),
    ),
  )
  pageAt(app, needs, '/elections/:election', electionGate('read'), onePage)
  formAt(app, needs, '/elections/:election/nominate', electionGate('nominate'), async (asked) =>
    form(await nominateShape(asked), parseNomination, async (doer, input) =>
      leadTo(await nominate(needs, doer, asked.election.id, input), electionPaths.election),
    ),
  )
  actAt(app, needs, '/elections/:election/candidates/:candidate/answer', candidateGate, answer(needs), toElection)
  app.get('/elections/:election/ballot', (c) => paperPage(needs, c)) // vote election
  app.post('/elections/:election/ballot', (c) => handIn(needs, c)) // vote election
  clerkRoutes(app, needs)
  return app
}

function clerkRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  const keep = electionGate('keep')
  formAt(app, needs, '/elections/:election/open', keep, async (asked) => {
    const voters = await votersOf(asked.reader, asked.election, doerOf(asked.visit))
    return form(await openShape(asked, voters?.length), parseElectionStep, async (doer, input) =>
      leadTo(await openBallot(needs, doer, asked.election.id, input), electionPaths.election),
    )
  })
  formAt(app, needs, '/elections/:election/count', keep, async (asked) => {
    const roll = await findRoll(asked.reader, asked.election.id)
    const shape = countShape(asked, roll.filter(({ voted }) => voted).length, roll.length)
    return form(shape, parseElectionStep, async (doer, input) =>
      leadTo(await countElection(needs, doer, asked.election.id, input), electionPaths.election),
    )
  })
  formAt(app, needs, '/elections/:election/tie', keep, async (asked) =>
    form(await tieShape(asked), parseTie, async (doer, input) =>
      leadTo(await settleTie(needs, doer, asked.election.id, input), electionPaths.election),
    ),
  )
  formAt(app, needs, '/elections/:election/call-off', keep, async (asked) =>
    form(callOffShape(asked), parseCallOff, async (doer, input) =>
      leadTo(await callOffElection(needs, doer, asked.election.id, input), electionPaths.election),
    ),
  )
  actAt(
    app,
    needs,
    '/elections/:election/publish',
    keep,
    async (asked, doer, body) => {
      const parsed = parseElectionStep(body)
      return parsed.ok ? leadTo(await publishElection(needs, doer, asked.election.id, parsed.value), electionPaths.election) : parsed
    },
    toElection,
  )
}

const toElection = ({ election }: AskedElection): string => electionPaths.election(election.id)

/** An election, and a verb on it. */
function electionGate(verb: string): Gate<AskedElection> {
  return async (reader, c) => {
    const election = await findElection(reader, c.req.param('election') ?? '')
    const asked = await begin(reader, c, await bodyOf(reader, election.body, c.get('visit').today))
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedElection(election), verb)
    return { ...asked, election }
  }
}

/** A nomination, for the nominee and the clerk. */
const candidateGate: Gate<AskedElection & { readonly candidate: string }> = async (reader, c) => {
  const asked = await electionGate('nominate')(reader, c)
  const candidate = c.req.param('candidate') ?? ''
  const found = (await findCandidates(reader, asked.election.id)).find(({ id }) => id === candidate)
  const isMine = found !== undefined && found.person === asked.standing.person?.id
  if (!isMine && !asked.standing.clerkOf.has(asked.body.id)) throw new Forbidden('Only the nominee, or the clerk, answers.')
  return { ...asked, candidate }
}

const answer =
  (needs: MeetingsNeeds): Parameters<typeof actAt<AskedElection & { readonly candidate: string }>>[4] =>
  async (asked, doer, body) => {
    const parsed = parseNominationAnswer(body)
    if (!parsed.ok) return parsed
    return leadTo(await answerNomination(needs, doer, asked.election.id, asked.candidate, parsed.value), electionPaths.election)
  }

async function listPage({ reader, visit, body, may }: Asked) {
  const elections = await findElections(reader, body.id)
  return <ElectionsPage visit={visit} board={body} elections={elections} mayCall={may(guardedElections(body.id), 'keep')} />
}

async function onePage(asked: AskedElection) {
  const { reader, visit, body, election, standing, may } = asked
  const guarded = guardedElection(election)
  const isInside = may({ ...guarded, record: 'election-candidate' }, 'read')
  const candidates = await findCandidates(reader, election.id)
  const terms = await findTermsInForce(reader, election.body, election.openedOn ?? visit.today)
  const again = (await findElections(reader, body.id)).find(({ follows }) => follows === election.id)
  return (
    <ElectionPage
      visit={visit}
      board={body}
      election={election}
      candidates={candidates}
      roll={await findRoll(reader, election.id)}
      papers={await findBallotPapers(reader, election.id)}
      me={standing.person?.id}
      mayKeep={may(guarded, 'keep')}
      mayNominate={may(guarded, 'nominate') && takesNominations(election.state, election.nominationsUntil, visit.today)}
      isInside={isInside}
      terms={electionTermsWords(electionTerms(terms, election.post), election.post)}
      isTied={tiedOf(election, candidates).length > 0}
      again={again?.id}
    />
  )
}

const words = (problem: FieldProblem): string => electionProblemWords(problem) ?? 'This paper cannot be read. Open the ballot paper again'

/** Why there is no paper for whoever asks; undefined where there is one. */
async function noPaperFor({ reader, election, standing }: AskedElection): Promise<string | undefined> {
  if (election.state !== 'open') return words({ field: '', code: 'ballot-closed' })
  const mine = (await findRoll(reader, election.id)).find(({ person }) => person === standing.person?.id)
  if (!mine) return words({ field: '', code: 'no-vote-in-election' })
  return mine.voted ? 'You have voted. Your paper is in the box, and there is no second one' : undefined
}

async function paperPage(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const page = await readAs(needs.db, visit, async (reader) => {
    const asked = await electionGate('vote')(reader, c)
    const common = { visit, board: asked.body, election: asked.election }
    const sentence = await noPaperFor(asked)
    if (sentence !== undefined) return <NoPaperPage {...common} sentence={sentence} />
    const candidates = (await findCandidates(reader, asked.election.id)).filter(({ state }) => state === 'accepted')
    return <BallotPage {...common} candidates={candidates} receipt={receiptOf(randomBytes(RECEIPT_BYTES))} form={emptyForm()} />
  })
  return c.html(page)
}

/**
 * Takes a paper. Answered with the receipt itself and not with an address to go to: an address that held it would stand in logs. Sent again, by a
 * reload or a second press, it is the same paper and the same answer.
 */
async function handIn(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const asked = await readAs(needs.db, visit, (reader) => electionGate('vote')(reader, c))
  const common = { visit, board: asked.body, election: asked.election }
  const body = await readForm(c)
  const again = (problems: readonly FieldProblem[]) => againPage(needs, c, { ...common, problems, body })
  const parsed = parseBallotPaper(body)
  if (!parsed.ok) return again(parsed.problems)
  const outcome = await castBallot(needs, doerOf(visit), asked.election.id, parsed.value)
  if (!outcome.ok) return again(outcome.problems)
  return c.html(<ReceiptPage {...common} receipt={parsed.value.receipt} wasThere={outcome.value === 'same'} />)
}

type Again = Pick<Parameters<typeof BallotPage>[0], 'visit' | 'board' | 'election'> & {
  readonly problems: readonly FieldProblem[]
  readonly body: Awaited<ReturnType<typeof readForm>>
}

/** The paper again with what was filled in, or, where there is none any more, the reason alone. */
async function againPage(needs: MeetingsNeeds, c: Context<AppEnv, string>, { problems, body, ...common }: Again) {
  const [first] = problems
  const isOfChoice = first?.field === 'choice'
  if (!isOfChoice && first) return c.html(<NoPaperPage {...common} sentence={words(first)} />, 422)
  const page = await readAs(needs.db, common.visit, async (reader) => {
    const sentence = await noPaperFor(await electionGate('vote')(reader, c))
    if (sentence !== undefined) return <NoPaperPage {...common} sentence={sentence} />
    const candidates = (await findCandidates(reader, common.election.id)).filter(({ state }) => state === 'accepted')
    const form = formState(body, problems, electionProblemWords)
    const kept = readReceipt(form.value('receipt')) ?? receiptOf(randomBytes(RECEIPT_BYTES))
    return <BallotPage {...common} candidates={candidates} receipt={kept} form={form} />
  })
  return c.html(page, 422)
}
