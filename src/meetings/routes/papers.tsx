import { Hono } from 'hono'
import { findBodiesById, findPeopleNames, findStanding } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { printable } from '#platform/documents/pdf/glyphs.ts'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { dayOf, LONDON } from '#platform/time/london.ts'
import { leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerCheck, askCheck, clearPaper, consentToLatePaper, handIn, returnPaper } from '../commands/paper/check-paper.ts'
import { openCorrection } from '../commands/paper/write-paper.ts'
import { publishCorrection } from '../commands/publish/publish-pack.ts'
import { parseAnswer, parseAsk, parseConsent, parseReturn } from '../forms/paper.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { PaperPage } from '../pages/paper-page.tsx'
import { PaperVersionPage } from '../pages/paper-version-page.tsx'
import { type MyPaper, PapersPage } from '../pages/papers-page.tsx'
import { meetingPaths } from '../paths.ts'
import { findKeyQuestions } from '../queries/key-questions.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { findOwnBudgets } from '../queries/own-budgets.ts'
import { findPaperFiles } from '../queries/paper-files.ts'
import { countUnanswered } from '../queries/paper-questions.ts'
import { findPaperSecrecy } from '../queries/paper-secrecy.ts'
import { findChecks, findConsents, findPapersOfAuthor, findPaperVersions, guardedPaper, type PaperRecord } from '../queries/papers.ts'
import { deadlineOf, judge, lastDayOf, type MeetingRules } from '../rules/deadlines.ts'
import { textsOf } from '../rules/exempt-phrases.ts'
import { latenessOf, missingConsents } from '../rules/late-papers.ts'
import { isAhead, type MeetingState } from '../rules/meeting.ts'
import { isBeforeClearing } from '../rules/paper.ts'
import { actAt } from './endpoint.tsx'
import { type AskedPaper, paperGate } from './gates.ts'
import { ownBudgetRoutes } from './own-budgets.tsx'
import { paperFileRoutes } from './paper-files.tsx'
import { paperQuestionRoutes, questionsOf } from './paper-questions.tsx'
import { paperSecrecyRoutes } from './paper-secrecy.tsx'
import { paperTextRoutes } from './paper-text.tsx'
import { originOf, sentOnOf, sentPaperRoutes } from './sent-papers.tsx'

/** Papers: mine, one by one, their checks and corrections (M4, M5, M15). */
export function paperRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const back = ({ paper }: AskedPaper): string => meetingPaths.paper(paper.id)
  app.get('/papers', async (c) => c.html(await myPapers(needs, c.get('visit')))) // whoever is signed in, their own
  pageAt(app, needs, '/papers/:paper', paperGate('read'), paperPage(needs))
  app.get('/papers/:paper/versions/:number', async (c) =>
    c.html(
      await readAs(needs.db, c.get('visit'), async (reader) => versionPage(await paperGate('read')(reader, c), c.req.param('number'))),
    ),
  ) // read paper
  const act = <Input,>(
    step: Parameters<typeof meetingPaths.paperStep>[1],
    verb: string,
    parse: (body: FormBody) => Result<Input, FieldProblem>,
    perform: (doer: Doer, paper: string, input: Input) => Promise<Result<unknown, FieldProblem>>,
  ): void => {
    const run = async ({ paper }: AskedPaper, doer: Doer, body: FormBody): Promise<Result<string, FieldProblem>> => {
      const parsed = parse(body)
      return parsed.ok ? leadTo(await perform(doer, paper.id, parsed.value), () => meetingPaths.paper(paper.id)) : parsed
    }
    actAt(app, needs, `/papers/:paper/${step}`, paperGate(verb), run, back)
  }
  const nothing = (): Result<null, FieldProblem> => succeed(null)
  act('hand-in', 'hand-in', nothing, (doer, paper) => handIn(needs, doer, paper))
  act('clear', 'clear', nothing, (doer, paper) => clearPaper(needs, doer, paper))
  act('ask', 'check', parseAsk, (doer, paper, input) => askCheck(needs, doer, paper, input))
  act('answer', 'check', parseAnswer, (doer, paper, input) => answerCheck(needs, doer, paper, input))
  act('return', 'clear', parseReturn, (doer, paper, input) => returnPaper(needs, doer, paper, input))
  act('consent', 'consent', parseConsent, (doer, paper, input) => consentToLatePaper(needs, doer, paper, input))
  app.route('/', ownBudgetRoutes(needs))
  actAt(
    app,
    needs,
    '/papers/:paper/correct',
    paperGate('write'),
    async ({ paper }, doer) => {
      return leadTo(await openCorrection(needs, doer, paper.id), () => meetingPaths.paperStep(paper.id, 'edit'))
    },
    back,
  )
  actAt(
    app,
    needs,
    '/papers/:paper/publish-correction',
    paperGate('read'),
    async ({ paper }, doer) => {
      return leadTo(await publishCorrection(needs, doer, paper.id), ({ meeting, publication }) =>
        meetingPaths.publication(meeting, publication),
      )
    },
    back,
  )
  app.route('/', paperTextRoutes(needs))
  app.route('/', paperFileRoutes(needs))
  app.route('/', paperQuestionRoutes(needs))
  app.route('/', paperSecrecyRoutes(needs))
  app.route('/', sentPaperRoutes(needs))
  return app
}

type VisitOf = AppEnv['Variables']['visit']

async function myPapers(needs: MeetingsNeeds, visit: VisitOf) {
  if (visit.actor === undefined) throw new SignInNeeded('Nobody is signed in.')
  return readAs(needs.db, visit, async (reader) => {
    const { person } = await findStanding(reader, visit)
    const papers = person ? await findPapersOfAuthor(reader, person.id, visit.today.subtract({ months: 6 })) : []
    const boards = await findBodiesById(reader, [...new Set(papers.map(({ body }) => body))], visit.today)
    const waiting = await countUnanswered(
      reader,
      papers.filter(({ meetingState }) => isAhead(meetingState as MeetingState)).map(({ id }) => id),
    )
    const mine: MyPaper[] = []
    for (const paper of papers) {
      const rules = await findMeetingRules(reader, paper.body, paper.heldOn)
      const board = boards.find(({ id }) => id === paper.body)?.name ?? ''
      mine.push({ paper, board, unanswered: waiting.get(paper.id) ?? 0, ...standingOfPaper(paper, rules, paper.heldOn, visit.today) })
    }
    return <PapersPage visit={visit} papers={mine} />
  })
}

/** How a paper stands against the day on which papers are due. */
function standingOfPaper(paper: PaperRecord, rules: MeetingRules, heldOn: Temporal.PlainDate, today: Temporal.PlainDate) {
  const deadline = deadlineOf('papersDue', rules, heldOn)
  const { submittedAt } = paper
  const sent = submittedAt ? { day: dayOf(submittedAt), time: submittedAt.toZonedDateTimeISO(LONDON).toPlainTime() } : null
  return { verdict: judge(deadline, sent, today, rules.calendar), lateness: latenessOf(sent?.day, lastDayOf(deadline), today) }
}

const paperPage = (needs: MeetingsNeeds) => async (asked: AskedPaper) => {
  const { reader, visit, body, meeting, item, paper, may } = asked
  const rules = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const versions = await findPaperVersions(reader, paper.id)
  const consents = await findConsents(reader, [paper.id])
  const { verdict, lateness } = standingOfPaper(paper, rules, meeting.heldOn, visit.today)
  const names = await findPeopleNames(reader, [paper.author])
  const guarded = guardedPaper(paper)
  const given = consents.map(({ consenter }) => consenter)
  return (
    <PaperPage
      visit={visit}
      board={body}
      meeting={meeting}
      item={item}
      paper={paper}
      author={names.get(paper.author) ?? ''}
      versions={versions}
      checks={await findChecks(reader, [paper.id])}
      consents={consents}
      consentsMissing={lateness === 'late' ? missingConsents(rules.terms?.latePapers.value ?? undefined, given) : []}
      files={versions[0] ? await findPaperFiles(reader, versions[0].id) : []}
      verdict={verdict}
      lateness={lateness}
      missingCharacters={missingCharactersOf(paper.title, versions[0])}
      mayWrite={may(guarded, paper.sight === 'draft' ? 'write' : 'correct')}
      mayCheck={may(guardedMeeting(meeting), 'change')}
      mayConsent={may(guarded, 'consent')}
      ownBudgets={{
        ...{ paper: paper.id, budgets: await findOwnBudgets(reader, [paper.id]), commitsMoney: item.content?.commitsMoney === true },
        mayName: isBeforeClearing(paper.state) && may(guarded, 'write'),
      }}
      questions={await questionsOf(asked, paper, meeting)}
      before={await originOf(asked, paper, versions[0])}
      sentOn={await sentOnOf(asked)}
      secrecy={(await findPaperSecrecy(reader, meeting.id)).get(paper.id)}
      keyQuestions={(await findKeyQuestions(reader, [paper.id])).get(paper.id) ?? []}
      said={await needs.saidAbout?.(reader, visit, { kind: 'item', id: item.id, body: body.id })}
    />
  )
}

/** What no font of the pack can show, so that the author knows before the pack is made. */
function missingCharactersOf(title: string, version: Awaited<ReturnType<typeof findPaperVersions>>[number] | undefined): readonly string[] {
  const missing = new Map<string, number>()
  for (const text of [title, ...(version ? [...Object.values(version.fields), ...textsOf(version.tree)] : [])]) printable(text, missing)
  return [...missing.keys()]
}

async function versionPage(asked: AskedPaper, number: string) {
  const { reader, visit, body, meeting, item, paper } = asked
  const versions = await findPaperVersions(reader, paper.id)
  const version = versions.find((one) => String(one.number) === number)
  if (!version) throw new NotFound('No such version.')
  return (
    <PaperVersionPage
      visit={visit}
      board={body}
      meeting={meeting}
      item={item}
      paper={paper}
      version={version}
      files={await findPaperFiles(reader, version.id)}
      newest={versions.find(({ state }) => state === 'published')}
    />
  )
}
