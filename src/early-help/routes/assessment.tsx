import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { writeAtOneMoment } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { actsWith, doerOf, form, leadTo, wordsFor } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  completeAssessment,
  correctAssessment,
  isAssessmentAgreed,
  keepAuthor,
  markSent,
  type OfAssessment,
  recordSignature,
  recordView,
  startAssessment,
  takeBackAssessment,
} from '../commands/assessment.ts'
import { discardDraft, keepDraft, type OfPart, openPart, savePart } from '../commands/assessment-part.ts'
import { askToContribute, takeBackContribution } from '../commands/contribution.ts'
import { parseAskContribution, parseCorrect, parseDay, parsePerson, parseSignature, parseStart, parseView } from '../forms/assessment.ts'
import { nameOf } from '../forms/assessment-part.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { AssessmentListPage } from '../pages/assessment-list-page.tsx'
import { AssessmentPage } from '../pages/assessment-page.tsx'
import { AssessmentReadingPage } from '../pages/assessment-reading-page.tsx'
import { ClosedToYouPage, PartPage } from '../pages/part-page.tsx'
import { assessmentPaths, familyPaths } from '../paths.ts'
import { findAnswers, findAssessment, findDrafts, findSavedParts, listAssessments } from '../queries/assessments.ts'
import { findDefinition } from '../queries/forms.ts'
import { findOpenClasses } from '../queries/people.ts'
import type { FormPart } from '../rules/assessment-form.ts'
import { problemWords } from '../words/problems.ts'
import { assessmentPaperRoutes, findAll, knownOf, toldOf } from './assessment-paper.ts'
import { readersOf } from './assessment-readers.ts'
import {
  authorsShape,
  contributorsShape,
  correctShape,
  mistakeShape,
  sentShape,
  signatureShape,
  startShape,
  viewShape,
} from './assessment-shapes.ts'
import { contentFormAt, type LookedAt, lookingGate, sectionAt } from './sections.tsx'

const actAt = actsWith(problemWords)
const root = '/families/:episode/assessment'
const one = `${root}/:assessment`

/** Assessments of a family: the list, an assessment, its parts as forms, and what is done with it. */
export function assessmentRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  sectionAt(app, needs, { path: 'assessment', verb: 'assessment' }, drawList)
  contentFormAt(app, needs, `${root}/new`, lookingGate('assess'), async (asked) =>
    form(await startShape(asked), parseStart, async (doer, input) =>
      leadTo(await startAssessment(needs, doer, asked.family.id, input), ({ id }) => assessmentPaths.one(asked.family.id, id)),
    ),
  )
  sectionAt(app, needs, { path: 'assessment/:assessment', verb: 'assessment' }, async (asked) => (
    <AssessmentPage {...(await findAll(asked))} readers={await readersOf(asked)} />
  ))
  sectionAt(app, needs, { path: 'assessment/:assessment/read', verb: 'assessment' }, async (asked) => {
    const all = await findAll(asked)
    const known = await knownOf(asked, all.assessment)
    return <AssessmentReadingPage {...all} known={known} told={await toldOf(asked, { ...all, known })} />
  })
  assessmentPaperRoutes(app, needs)
  partRoutes(app, needs)
  stepRoutes(app, needs)
}

async function drawList(asked: LookedAt): Promise<JSX.Element> {
  const { visit, tx, family, ties } = asked
  return (
    <AssessmentListPage
      {...{ visit, family, relations: ties.relations }}
      assessments={await listAssessments(tx, family.id)}
      isOpenToMe={(await findOpenClasses(tx, family.id)).has('assessment')}
      isAgreed={await isAssessmentAgreed(asked, visit.today)}
    />
  )
}

const found = (asked: LookedAt) => findAssessment(asked.tx, asked.family.id, asked.part('assessment'))

function stepRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = lookingGate('assess')
  const home = (asked: LookedAt) => () => assessmentPaths.one(asked.family.id, asked.part('assessment'))
  const of = (asked: LookedAt): OfAssessment => ({ episode: asked.family.id, assessment: asked.part('assessment') })
  contentFormAt(app, needs, `${one}/views`, gate, async (asked) =>
    form(await viewShape(asked, await found(asked)), parseView, async (doer, input) =>
      leadTo(await recordView(needs, doer, of(asked), input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/signatures`, gate, async (asked) =>
    form(signatureShape(asked, await found(asked)), parseSignature, async (doer, input) =>
      leadTo(await recordSignature(needs, doer, of(asked), input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/sent`, gate, async (asked) =>
    form(sentShape(asked, await found(asked)), parseDay, async (doer, input) =>
      leadTo(await markSent(needs, doer, of(asked), input.day), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/contributors`, gate, async (asked) => {
    const assessment = await found(asked)
    const codes = (await findDefinition(asked.tx, assessment.formVersion)).parts.map(({ code }) => code)
    return form(await contributorsShape(asked, assessment), parseAskContribution(codes), async (doer, input) =>
      leadTo(await askToContribute(needs, doer, of(asked), input), home(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/authors`, gate, async (asked) =>
    form(await authorsShape(asked, await found(asked)), parsePerson, async (doer, input) =>
      leadTo(await keepAuthor(needs, doer, of(asked), input.person, 'name'), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/correct`, gate, async (asked) =>
    form(correctShape(asked, await found(asked)), parseCorrect, async (doer, input) =>
      leadTo(await correctAssessment(needs, doer, of(asked), input), ({ id }) => assessmentPaths.one(asked.family.id, id)),
    ),
  )
  contentFormAt(app, needs, `${one}/mistake`, gate, async (asked) =>
    form(await mistakeShape(asked, await found(asked)), parseCorrect, async (doer, input) =>
      leadTo(await takeBackAssessment(needs, doer, of(asked), input), home(asked)),
    ),
  )
  buttons(app, needs)
}

function buttons(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  // The command looks at the family itself, and asks the matrix; there is nothing to read before it.
  const gate = async (_: unknown, c: Context<AppEnv, string>): Promise<OfAssessment> => ({
    episode: c.req.param('episode') ?? '',
    assessment: c.req.param('assessment') ?? '',
  })
  const back = ({ episode, assessment }: OfAssessment): string => assessmentPaths.one(episode, assessment)
  actAt(app, needs, `${one}/complete`, gate, async (of, doer) => leadTo(await completeAssessment(needs, doer, of), () => back(of)), back)
  actAt(
    ...([app, needs, `${one}/take-back`, gate] as const),
    async (of, doer, body) => leadTo(await takeBackContribution(needs, doer, of, postedText(body.contribution)), () => back(of)),
    back,
  )
  actAt(
    ...([app, needs, `${one}/end-author`, gate] as const),
    async (of, doer, body) => leadTo(await keepAuthor(needs, doer, of, postedText(body.person), 'end'), () => back(of)),
    back,
  )
}

const seenIn = (body: FormBody): number => Math.max(0, Number.parseInt(postedText(body.version), 10) || 0)
const partOf = (c: Context<AppEnv, string>): OfPart => ({
  episode: c.req.param('episode') ?? '',
  assessment: c.req.param('assessment') ?? '',
  part: c.req.param('part') ?? '',
})

function partRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const path = `${one}/parts/:part`
  const gate = lookingGate('fill')
  const opened = async (c: Context<AppEnv, string>) =>
    writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const asked = await gate(tx, c)
      const open = await openPart(asked, partOf(c))
      const { visit, family } = asked
      return {
        ...{ visit, family, ...open },
        answers: await findAnswers(tx, open.assessment.id),
        known: await knownOf(asked, open.assessment),
        saved: (await findSavedParts(tx, open.assessment.id)).get(open.part.id),
        draft: (await findDrafts(tx, open.assessment.id)).get(open.part.id),
      }
    })
  app.get(path, async (c) => {
    const shown = await opened(c)
    if (!shown.assessment.isOpen) return c.redirect(assessmentPaths.one(shown.family.id, shown.assessment.id), 303)
    return c.html(<PartPage {...shown} />)
  })
  app.post(path, async (c) => {
    const doer = doerOf(c.get('visit'))
    const body = await readForm(c)
    try {
      const outcome = await savePart(needs, doer, partOf(c), body, seenIn(body))
      if (outcome.ok) return c.redirect(assessmentPaths.one(partOf(c).episode, partOf(c).assessment), 303)
      const shown = await opened(c)
      return c.html(<PartPage {...shown} draft={undefined} typed={formState(body, outcome.problems, wordsOf(shown.part))} />, 422)
    } catch (error) {
      if (error instanceof NotFound || error instanceof Forbidden)
        return c.html(<ClosedToYouPage visit={c.get('visit')} typed={typedIn(body)} back={familyPaths.list()} />, 403)
      if (!(error instanceof Conflict)) throw error
      // Kept at once, so that nothing of the second is lost whatever they do next.
      await keepDraft(needs, doer, partOf(c), body, seenIn(body))
      const shown = await opened(c)
      return c.html(<PartPage {...shown} draft={undefined} typed={formState(body, [], problemWords)} isStale />, 409)
    }
  })
  app.post(`${path}/draft`, async (c) => {
    const body = await readForm(c)
    try {
      const outcome = await keepDraft(needs, doerOf(c.get('visit')), partOf(c), body, seenIn(body))
      return outcome.ok ? c.text('Kept') : c.text('Complete', 409)
    } catch (error) {
      if (error instanceof NotFound || error instanceof Forbidden) return c.text('Not open to you any more', 410)
      throw error
    }
  })
  app.post(`${path}/discard`, async (c) => {
    await discardDraft(needs, doerOf(c.get('visit')), partOf(c))
    return c.redirect(assessmentPaths.part(partOf(c).episode, partOf(c).assessment, partOf(c).part), 303)
  })
}

/** What somebody wrote in a form, of several words; the rest are codes and numbers that say nothing alone. */
const typedIn = (body: FormBody): readonly string[] =>
  Object.entries(body).flatMap(([name, value]) =>
    name.startsWith('q-') ? [value].flat().filter((words) => typeof words === 'string' && /\s/.test(words.trim())) : [],
  ) as readonly string[]

/** Words for the problems of a part, by the labels of its questions. */
export function wordsOf(part: FormPart) {
  const fields = part.lines.flatMap((line) =>
    [0, ...Array.from({ length: 40 }, (_, at) => at + 1)].map((row) => ({
      kind: 'line' as const,
      name: nameOf(line, row),
      label: line.label,
    })),
  )
  return wordsFor({ title: '', breadcrumbs: [], groups: [{ fields }], submit: '', first: {}, cancel: '' }, problemWords)
}
