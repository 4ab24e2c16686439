import { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { findLogo } from '#platform/partnership-logo.ts'
import { type Doer, form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  addChallenge,
  changeChallenge,
  closeChallenge,
  recordImpact,
  respondToChallenge,
  setChallengeMilestone,
  showChallenge,
  takeBackChallenge,
} from '../commands/challenge.ts'
import { answerLetter, escalate, sendLetter, setLadder, writeLetter } from '../commands/escalate.ts'
import {
  parseAnswer,
  parseChallenge,
  parseChallengeChange,
  parseChallengeClosing,
  parseChallengeResponse,
  parseImpact,
  parseLadder,
  parseLetter,
  parseSending,
} from '../forms/challenge.ts'
import { parseMilestone, parseTakingBack } from '../forms/recommendation.ts'
import { parseVersion } from '../forms/version.ts'
import { letterPdf } from '../letter-document.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { ChallengePage } from '../pages/challenge-page.tsx'
import { ChallengesPage, LadderTable } from '../pages/challenges-page.tsx'
import { LetterPage } from '../pages/letter-page.tsx'
import { challengePaths } from '../paths.ts'
import { type Challenge, type ChallengeStep, findLadder, guardedChallenge, guardedLetter, listChallenges } from '../queries/challenges.ts'
import { nextStep } from '../rules/challenge.ts'
import * as shapes from './challenge-shapes.ts'
import { actAt, formAt } from './endpoint.ts'
import { boardGate, challengeGate, letterGate, registerOf } from './gates.ts'

const verbs = ['change', 'show', 'milestone', 'impact', 'close', 'escalate', 'respond'] as const

/** The log of challenge, the ladder with its letters, and everything that is done with one challenge (P8). */
export function challengeRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/challenges', boardGate(), async ({ reader, visit, body, may }) => (
    <ChallengesPage
      visit={visit}
      board={body}
      challenges={await listChallenges(reader, body.id, visit.today)}
      mayAdd={may(registerOf(body.id), 'add')}
    />
  ))
  formAt(app, needs, '/boards/:slug/challenges/new', boardGate(registerOf, 'add'), async (asked) =>
    form(await shapes.newChallengeShape(asked), parseChallenge, async (doer, input) =>
      leadTo(await addChallenge(needs, doer, asked.body.id, input), challengePaths.challenge),
    ),
  )
  formAt(app, needs, '/boards/:slug/challenges/ladder', boardGate(), async (asked) => {
    const { steps } = await findLadder(asked.reader, asked.body.id, asked.visit.today)
    const mayKeep = asked.may(registerOf(asked.body.id), 'add')
    return form(shapes.ladderShape(asked, steps, <LadderTable steps={steps} />, !mayKeep), parseLadder, async (doer, input) =>
      leadTo(await setLadder(needs, doer, asked.body.id, input), () => challengePaths.ladder(asked.body.slug)),
    )
  })
  pageAt(app, needs, '/challenges/:id', challengeGate('read'), async ({ reader, visit, body, challenge, may }) => {
    const { steps } = await findLadder(reader, body.id, visit.today)
    const guarded = guardedChallenge(challenge)
    return (
      <ChallengePage
        visit={visit}
        board={body}
        challenge={challenge}
        next={nextStep(steps, challenge, visit.today)}
        may={new Set(verbs.filter((verb) => may(guarded, verb)))}
      />
    )
  })
  steps(app, needs)
  letters(app, needs)
  return app
}

function steps(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const to = challengePaths.challenge
  formAt(app, needs, '/challenges/:id/edit', challengeGate('change'), async (asked) =>
    form(await shapes.editChallengeShape(asked), parseChallengeChange, async (doer, input) =>
      leadTo(await changeChallenge(needs, doer, asked.challenge.id, input), to),
    ),
  )
  formAt(app, needs, '/challenges/:id/respond', challengeGate('respond'), async (asked) =>
    form(shapes.respondChallengeShape(asked), parseChallengeResponse, async (doer, input) =>
      leadTo(await respondToChallenge(needs, doer, asked.challenge.id, input), to),
    ),
  )
  formAt(app, needs, '/challenges/:id/impact', challengeGate('impact'), async (asked) =>
    form(shapes.impactShape(asked), parseImpact, async (doer, input) =>
      leadTo(await recordImpact(needs, doer, asked.challenge.id, input), to),
    ),
  )
  formAt(app, needs, '/challenges/:id/milestone', challengeGate('milestone'), async (asked) =>
    form(shapes.challengeMilestoneShape(asked), parseMilestone, async (doer, input) =>
      leadTo(await setChallengeMilestone(needs, doer, asked.challenge.id, input), to),
    ),
  )
  formAt(app, needs, '/challenges/:id/close', challengeGate('close'), async (asked) =>
    form(await shapes.closeChallengeShape(asked), parseChallengeClosing, async (doer, input) =>
      leadTo(await closeChallenge(needs, doer, asked.challenge.id, input), to),
    ),
  )
  formAt(app, needs, '/challenges/:id/show', challengeGate('show'), async (asked) =>
    form(shapes.showChallengeShape(asked), parseVersion, async (doer, input) =>
      leadTo(await showChallenge(needs, doer, asked.challenge.id, input), to),
    ),
  )
  formAt(app, needs, '/challenges/:id/take-back', challengeGate('show'), async (asked) =>
    form(shapes.takeBackChallengeShape(asked), parseTakingBack, async (doer, input) =>
      leadTo(await takeBackChallenge(needs, doer, asked.challenge.id, input), to),
    ),
  )
  actAt(
    app,
    needs,
    '/challenges/:id/escalate',
    challengeGate('escalate'),
    async ({ challenge }, doer, body) => {
      const read = parseVersion(body)
      if (!read.ok) return read
      return leadTo(await escalate(needs, doer, challenge.id, read.value.version), (position) =>
        challengePaths.letter(challenge.id, position),
      )
    },
    ({ challenge }) => to(challenge.id),
  )
}

function letters(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const at = '/challenges/:id/letters/:position'
  const to = (challenge: string) => (position: number) => challengePaths.letter(challenge, position)
  pageAt(app, needs, at, letterGate('read'), async ({ visit, body, challenge, step, may }) => (
    <LetterPage visit={visit} board={body} challenge={challenge} step={step} mayWrite={may(guardedLetter(challenge, step), 'write')} />
  ))
  app.get(`${at}/letter.pdf`, async (c) => {
    const { challenge, step } = await readAs(needs.db, c.get('visit'), (reader) => letterGate('read')(reader, c))
    const pdf = await makePdf(needs, c.get('visit'), challenge, step)
    return c.body(Uint8Array.from(pdf).buffer, 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter.pdf"',
    })
  })
  formAt(app, needs, `${at}/edit`, letterGate('write'), async (asked) =>
    form(shapes.letterWordsShape(asked, asked.step), parseLetter, async (doer, input) =>
      leadTo(await writeLetter(needs, doer, asked.challenge.id, asked.step.position, input), to(asked.challenge.id)),
    ),
  )
  formAt(app, needs, `${at}/sent`, letterGate('write'), async (asked) =>
    form(shapes.sendingShape(asked, asked.step), parseSending, async (doer, input) => {
      // Typeset before the transaction: nobody waits for a lock while it is set.
      const pdf =
        input.email === undefined ? undefined : await makePdf(needs, doer, asked.challenge, { ...asked.step, sentOn: input.sentOn })
      return leadTo(await sendLetter(needs, doer, asked.challenge.id, asked.step.position, input, pdf), to(asked.challenge.id))
    }),
  )
  formAt(app, needs, `${at}/answer`, letterGate('write'), async (asked) =>
    form(shapes.answerShape(asked, asked.step), parseAnswer, async (doer, input) =>
      leadTo(await answerLetter(needs, doer, asked.challenge.id, asked.step.position, input), to(asked.challenge.id)),
    ),
  )
}

async function makePdf(
  needs: AssuranceNeeds,
  acting: Pick<Doer, 'now' | 'today'> & { readonly actor: Doer['actor'] | undefined },
  challenge: Challenge,
  step: ChallengeStep,
): Promise<Uint8Array> {
  const logo = await readAs(needs.db, acting, findLogo)
  return letterPdf(challenge, step, { partnership: '', logo, madeAt: acting.now, open: (document) => needs.documents.open(document) })
}
