import { type Context, Hono } from 'hono'
import { findBodyById, findStanding } from '#governance/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { askAbsence, explainAbsence } from '../commands/absence/ask-absence.ts'
import { draftLetter, letterSent, writeLetter } from '../commands/absence/officer-letter.ts'
import { parseExplanation, parseLetter, parseSent, placeOf } from '../forms/absence.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { LetterLink, MissesPage } from '../pages/misses-page.tsx'
import { recordPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import {
  type AbsenceQuestion,
  findAbsenceQuestion,
  findLetter,
  guardedAbsence,
  guardedLetter,
  type OfficerLetter,
} from '../queries/misses.ts'
import { findMissesDue } from '../queries/misses-due.ts'
import { findRegisterFor } from '../queries/register.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type Asked, type AskedMeeting, askMeeting, boardGate, meetingGate } from './gates.ts'

/** What missed meetings call for, and the register as a file (G12). */
export function missesRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/attendance/misses', boardGate(guardedLetter), missesPage)
  app.get('/boards/:slug/attendance/register.csv', (c) => registerCsv(needs, c)) // read attendance, published or as a member
  actAt(
    app,
    needs,
    '/meetings/:id/attendance/ask',
    meetingGate('record'),
    async ({ meeting, body }, doer, posted) =>
      leadTo(await askAbsence(needs, doer, meeting.id, placeOf(posted)), () => recordPaths.misses(body.slug)),
    ({ body }) => recordPaths.misses(body.slug),
  )
  actAt(
    app,
    needs,
    '/boards/:slug/attendance/letters',
    boardGate(guardedLetter, 'draft'),
    async ({ body }, doer, posted) => leadTo(await draftLetter(needs, doer, body.id, placeOf(posted)), recordPaths.letter),
    ({ body }) => recordPaths.misses(body.slug),
  )
  formAt(app, needs, '/absences/:absence', absenceGate, async (asked) =>
    form(explainShape(asked), parseExplanation, async (doer, { explanation }) => {
      await explainAbsence(needs, doer, asked.question.id, explanation)
      return succeed(recordPaths.absence(asked.question.id))
    }),
  )
  formAt(app, needs, '/letters/:letter', letterGate('draft'), async (asked) =>
    form(letterShape(asked), parseLetter, async (doer, input) =>
      leadTo(await writeLetter(needs, doer, asked.letter.id, input), recordPaths.letter),
    ),
  )
  formAt(app, needs, '/letters/:letter/sent', letterGate('send'), async (asked) =>
    form(sentShape(asked), parseSent, async (doer, input) =>
      leadTo(await letterSent(needs, doer, asked.letter.id, input), () => recordPaths.misses(asked.slug)),
    ),
  )
  return app
}

async function missesPage({ reader, visit, body, may }: Asked) {
  const { misses, letters } = await findMissesDue(reader, body, visit.today)
  return <MissesPage visit={visit} board={body} misses={misses} letters={letters} mayAct={may(guardedLetter(body.id), 'draft')} />
}

type AskedAbsence = AskedMeeting & { readonly question: AbsenceQuestion }

/** The question that somebody was asked; only they explain. */
const absenceGate: Gate<AskedAbsence> = async (reader, c) => {
  const question = await findAbsenceQuestion(reader, c.req.param('absence') ?? '')
  if (!question) throw new NotFound('No such question.')
  const asked = await askMeeting(reader, c, question.meeting)
  demandOf(asked.standing, asked.visit, guardedAbsence(question), 'explain')
  return { ...asked, question }
}

function explainShape({ question, meeting, body }: AskedAbsence): FormShape {
  const isDone = question.explanation !== ''
  return {
    title: 'Why you missed a meeting',
    caption: `${body.name}, ${dayInWords(meeting.heldOn)}`,
    lead: isDone
      ? 'Thank you. The clerk and the chair can read your explanation.'
      : 'No apology reached the clerk, and nobody came in your place. The clerk and the chair read what you write. It is not published.',
    breadcrumbs: [{ text: body.name, href: `/boards/${body.slug}` }],
    groups: [{ fields: [{ kind: 'lines', name: 'explanation', label: 'Your explanation', rows: 5 }] }],
    submit: 'Send the explanation',
    first: { explanation: question.explanation },
    cancel: `/boards/${body.slug}`,
  }
}

interface AskedLetter {
  readonly letter: OfficerLetter
  readonly slug: string
  readonly board: string
  readonly today: Temporal.PlainDate
}

function letterGate(verb: string): Gate<AskedLetter> {
  return async (reader, c) => {
    const visit = c.get('visit')
    const letter = await findLetter(reader, c.req.param('letter') ?? '')
    const body = letter && (await findBodyById(reader, letter.body, visit.today))
    if (!letter || !body) throw new NotFound('No such letter.')
    demandOf(await findStanding(reader, visit), visit, guardedLetter(letter.body), verb)
    return { letter, slug: body.slug, board: body.name, today: visit.today }
  }
}

const letterCrumbs = ({ slug, board }: AskedLetter) => [
  { text: board, href: `/boards/${slug}` },
  { text: 'Missed meetings', href: recordPaths.misses(slug) },
]

function letterShape(asked: AskedLetter): FormShape {
  const { letter, slug } = asked
  return {
    title: 'Letter to a chief officer',
    caption: `About ${letter.name}`,
    lead: letter.sentOn
      ? `Sent on ${dayInWords(letter.sentOn)} to ${letter.sentTo}.`
      : 'A draft. Change it as you need, send it yourself, and record that you did.',
    breadcrumbs: letterCrumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'text', label: 'The letter', rows: 18 }] }],
    submit: 'Save the letter',
    first: { text: letter.text },
    version: letter.version,
    cancel: recordPaths.misses(slug),
    below: letter.sentOn ? undefined : <LetterLink letter={letter.id} />,
  }
}

function sentShape(asked: AskedLetter): FormShape {
  const { letter, today } = asked
  return {
    title: 'Record that the letter was sent',
    caption: `About ${letter.name}`,
    breadcrumbs: letterCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'sentTo', label: 'To whom was it sent?', hint: 'Name and office of whoever received it' },
          { kind: 'day', name: 'sentOn', label: 'On what day?' },
        ],
      },
    ],
    submit: 'Record it',
    first: { 'sentOn-day': String(today.day), 'sentOn-month': String(today.month), 'sentOn-year': String(today.year) },
    version: letter.version,
    cancel: recordPaths.letter(letter.id),
  }
}

async function registerCsv(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const { body, register } = await readAs(needs.db, c.get('visit'), async (reader) => {
    const asked = await boardGate()(reader, c)
    const found = await findRegisterFor(reader, asked.standing, asked.body, asked.visit.today, asked.visit.today)
    // Who is refused is asked to sign in, or told that there is nothing: by the cell for members.
    if (!found) demandOf(asked.standing, asked.visit, { record: 'attendance', state: 'members', ties: { body: asked.body.id } }, 'read')
    if (!found) throw new NotFound('No such register.')
    return { body: asked.body, register: found }
  })
  const head = ['member', 'seat', 'agency', 'meetings due', 'in person', 'the seat, deputies counted']
  const lines = register.entries.map(({ member, rate }) => {
    const who = [member.person.name, member.seatName, member.agency]
    if (rate.state !== 'counted') return [...who, 'no meetings due', '', '']
    return [...who, ...[rate.person.due, rate.person.attended, rate.seat.attended].map(String)]
  })
  return c.body(csvOf([head, ...lines]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="attendance-${body.slug}.csv"`,
  })
}
